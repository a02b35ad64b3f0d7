import type { Belongs, Profile } from "../clusters/profile.ts";
import { OBJECT_NOUN } from "../corpus/trace.ts";
import { formatCount, formatExpected, formatRelation } from "../text/figures.ts";

/** What shows that an account without a significant pair acts with its group: "met the group on 4 identical links, 0.1 expected ...". */
export function joinedWords({ trace, objects, expected, q }: Belongs): string {
  return `met the group on ${formatCount(objects)} ${OBJECT_NOUN[trace][objects === 1 ? 0 : 1]}, ${formatExpected(expected)} expected (q ${formatRelation(q)})`;
}

/** How many members joined so; none where all have a significant pair. */
export function joinedLines({ members }: Pick<Profile, "members">): string[] {
  const joined = members.filter((member) => member.joined !== null).length;
  if (joined === 0) return [];
  return [
    `${formatCount(joined)} of ${formatCount(members.length)} accounts ${joined === 1 ? "belongs" : "belong"} to it without a significant pair of ${joined === 1 ? "its" : "their"} own: what ${joined === 1 ? "it" : "each"} has in common with the group as a whole is more than chance explains.`,
  ];
}
