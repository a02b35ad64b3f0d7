import type { Belongs, Profile } from "../clusters/profile.ts";
import { OBJECT_NOUN } from "../corpus/trace.ts";
import { formatCount, formatExpected, formatRelation } from "../text/figures.ts";

/** What shows that an account without a significant pair acts with its group: "met the group on 4 identical links, 0.1 expected ...". */
export function joinedWords({ trace, objects, expected, q, traits }: Belongs): string {
  const looks =
    traits === 0 ? "" : `has ${formatCount(traits)} ${OBJECT_NOUN["shared-profile"][traits === 1 ? 0 : 1]} and `;
  return `${looks}met the group on ${formatCount(objects)} ${OBJECT_NOUN[trace][objects === 1 ? 0 : 1]}, ${formatExpected(expected)} expected (q ${formatRelation(q)})`;
}

/** Why a group held by its profiles is more than looks; none for any other group. */
export function deedsLines({ deeds }: Pick<Profile, "deeds">): string[] {
  if (deeds === null) return [];
  const { accounts, meetings, expected, p } = deeds;
  return [
    `Profiles hold it together, and too few of its pairs stand by what they did; all taken together, ${formatCount(accounts)} of its accounts met ${formatCount(meetings)} times, ${formatExpected(expected)} expected had others of their public written posts of the same kinds (p ${formatRelation(p)}).`,
  ];
}

/** How many members joined so; none where all have a significant pair. */
export function joinedLines({ members }: Pick<Profile, "members">): string[] {
  const joined = members.filter((member) => member.joined !== null).length;
  if (joined === 0) return [];
  return [
    `${formatCount(joined)} of ${formatCount(members.length)} accounts ${joined === 1 ? "belongs" : "belong"} to it without a significant pair of ${joined === 1 ? "its" : "their"} own: what ${joined === 1 ? "it" : "each"} has in common with the group as a whole is more than chance explains.`,
  ];
}
