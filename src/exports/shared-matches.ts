import type { PairMatch } from "../corpus/evidence.ts";
import { MATCH_LIMIT } from "../corpus/evidence-limits.ts";
import type { SharedAction } from "../corpus/shared-rows.ts";
import { ALL_TIME, isWithin, type Stretch } from "../corpus/stretch.ts";
import type { SharedIndex } from "./shared-index.ts";

interface Nearest {
  coactions: number;
  left: SharedAction;
  right: SharedAction;
}

/**
 * Objects on which two accounts met within the window, rarest first, each with its two posts nearest in time; among equally near ones
 * those with the smallest numbers, left before right. Cost: on each object left actions times right actions.
 */
export function matchesWithin(
  index: SharedIndex,
  trace: string,
  left: number,
  right: number,
  windowMs: number,
  stretch: Stretch = ALL_TIME,
): { readonly rows: readonly PairMatch[]; readonly count: number } {
  const theirs = new Map<number, SharedAction[]>();
  for (const action of index.actionsBy(right)) {
    if (action.trace !== trace) continue;
    const list = theirs.get(action.object);
    if (list === undefined) theirs.set(action.object, [action]);
    else list.push(action);
  }
  const met = new Map<number, Nearest>();
  for (const own of index.actionsBy(left)) {
    if (own.trace !== trace) continue;
    for (const other of theirs.get(own.object) ?? []) {
      if (Math.abs(other.timeMs - own.timeMs) > windowMs) continue;
      // A meeting lies in the stretch when its later post does, as on the timeline.
      if (!isWithin(Math.max(own.timeMs, other.timeMs), stretch)) continue;
      const known = met.get(own.object);
      if (known === undefined) {
        met.set(own.object, { coactions: 1, left: own, right: other });
        continue;
      }
      known.coactions += 1;
      if (isNearer(own, other, known)) {
        known.left = own;
        known.right = other;
      }
    }
  }
  const rows = [...met].map(([number, nearest]): PairMatch => {
    const object = index.object(trace, number);
    if (object === undefined) throw new Error(`copy: object ${number} of ${trace} is acted on, but not in it`);
    return {
      object: number,
      label: object.label,
      accounts: object.accounts,
      bits: object.bits,
      coactions: nearest.coactions,
      delayMs: nearest.right.timeMs - nearest.left.timeMs,
      left: index.post(nearest.left.post),
      right: index.post(nearest.right.post),
    };
  });
  rows.sort((x, y) => y.bits - x.bits || Math.abs(x.delayMs) - Math.abs(y.delayMs) || x.object - y.object);
  return { rows: rows.slice(0, MATCH_LIMIT), count: rows.length };
}

function isNearer(left: SharedAction, right: SharedAction, than: Nearest): boolean {
  const gap = Math.abs(right.timeMs - left.timeMs) - Math.abs(than.right.timeMs - than.left.timeMs);
  return (gap || left.post - than.left.post || right.post - than.right.post) < 0;
}
