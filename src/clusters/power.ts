import { OBJECT_NOUN, type TraceName } from "../corpus/trace.ts";
import type { CaseControl } from "./control.ts";
import { CREW, TRIED } from "./plant.ts";

/**
 * The least number of objects at which the crew planted in each trace was seen; null where it never was, up to where there is no crew to be
 * had any more.
 *
 * @param seen for each of `tried`, for each trace: seen, not seen, or no crew to be had; as far as it was looked for
 */
export function powerOf(
  names: readonly TraceName[],
  tried: readonly number[],
  seen: readonly (readonly (boolean | null)[])[],
): CaseControl["power"] {
  return names.map((trace, t) => {
    const k = tried.findIndex((_, at) => seen[at]?.[t] !== false);
    return { trace, objects: seen[k]?.[t] === true ? tried[k]! : null };
  });
}

/** Whether crews that share more would still tell something: some trace has not seen its crew so far, and had one. */
export function isOpen(seen: readonly (readonly (boolean | null)[])[], traces: number): boolean {
  return Array.from({ length: traces }, (_, t) => seen.every((outcome) => outcome[t] === false)).includes(true);
}

/** The same in one sentence. */
export function powerSentence(power: CaseControl["power"]): string {
  if (power.length === 0) return "Not worked out: this case was made without reruns, or nothing in it can be shared.";
  const seen = power.filter(({ objects }) => objects !== null).sort((x, y) => x.objects! - y.objects!);
  if (seen.length === 0) {
    return `No crew of ${CREW} accounts of ordinary activity was seen when planted in these posts, whatever they shared up to ${TRIED.at(-1)} times: the posts are too few, or the accounts too alike.`;
  }
  const list = seen.map(({ trace, objects }) => `${objects} ${OBJECT_NOUN[trace][objects === 1 ? 0 : 1]}`);
  const blind = power.filter(({ objects }) => objects === null).map(({ trace }) => OBJECT_NOUN[trace][1]);
  const never = blind.length === 0 ? "" : `; by ${listed(blind, "and")} alone none was seen`;
  return `A crew of ${CREW} accounts of ordinary activity is seen when planted in these posts, if each two of them share, within the window, at least ${listed(list, "or")}${never}. Smaller or quieter ones may have been missed.`;
}

function listed(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
}
