import type { ClusterFacts } from "../measures/facts.ts";
import type { WordKind } from "../measures/words.ts";
import { type Clue, countOf, lean, leanFor } from "./clue.ts";

/** How strongly a clue counts, as in `Clue`. */
type Say = Pick<Clue, "weight" | "weightAgainst">;

/** Posts on the evidence that hold such words, beyond what other accounts' posts do anyway. */
export function wordClue(
  { words }: ClusterFacts,
  kind: WordKind,
  what: string,
  [against, full]: readonly [number, number],
  say: Say,
): Clue {
  const { posts, outside } = words.of[kind];
  return {
    what,
    value: posts === null ? null : `${percent(posts)}${outside === null ? "" : `, others' posts ${percent(outside)}`}`,
    expected: `${percent(full)} or more beyond others' posts`,
    lean: lean((posts ?? 0) - (outside ?? 0), against, full),
    ...say,
  };
}

/** Members whose description holds such words; a lack of it says little, since few describe themselves at all. */
export function bioClue({ words }: ClusterFacts, kind: WordKind, what: string, full: number, weight: number): Clue {
  const { bios } = words.of[kind];
  return {
    what,
    value: words.bios < LEAST_BIOS ? null : countOf(bios, words.bios),
    expected: `${percent(full)} or more`,
    lean: leanFor(bios / Math.max(1, words.bios), full / 4, full),
    weight,
  };
}

/** Descriptions from which on a share of them means something. */
const LEAST_BIOS = 3;

/** Members whose description names what the evidence is about. */
export function namingClue({ disclosure }: ClusterFacts, say: Say): Clue {
  const share = disclosure === null ? 0 : disclosure.naming / disclosure.described;
  const names = disclosure === null || disclosure.names.length === 0 ? "" : ` (“${disclosure.names.join("”, “")}”)`;
  return {
    what: "members whose description names what their posts are about",
    value: disclosure === null ? null : `${countOf(disclosure.naming, disclosure.described)}${names}`,
    expected: "half or more",
    lean: lean(share, 0.1, 0.5),
    ...say,
  };
}

/** Whether outsiders touch the same objects. */
export function opennessClue({ openness }: ClusterFacts, [against, full]: readonly [number, number], say: Say): Clue {
  const share = openness.touched === 0 ? 0 : openness.outsiders / openness.touched;
  return {
    what: "accounts outside of the cluster among all that shared the same things",
    value: countOf(openness.outsiders, openness.touched),
    expected: `${percent(full)} or more`,
    lean: lean(share, against, full),
    ...say,
  };
}

/** Whether strangers are busier, too, at the moments when members meet. */
export function clockClue({ clock }: ClusterFacts, say: Say): Clue {
  return {
    what: "how much busier strangers are when members act together",
    value: clock.excess === null ? null : `${clock.excess.toFixed(1)} times`,
    expected: "1.5 times or more",
    lean: lean(clock.excess ?? 1, 1, 1.5),
    ...say,
  };
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
