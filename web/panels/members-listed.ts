import type { Member, Profile } from "../../src/clusters/profile.ts";
import type { Brushed } from "../state/brushed.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";

/** Members to be listed, in the order asked for, with their counts within the brush. */
export interface MembersListed {
  readonly rows: readonly Member[];
  readonly posts: ReadonlyMap<Member, number>;
  /** Of the cluster's pairs, those that each is in and that met in the brushed time; and all of them. */
  readonly pairs: ReadonlyMap<Member, number>;
  readonly allPairs: ReadonlyMap<Member, number>;
}

/** All members; within a brush only those who posted, and of accounts picked on the graph only these. */
export function membersListed(
  { members, ties }: Profile,
  sort: string,
  picked: readonly number[],
  now: Brushed | null,
): MembersListed {
  const inPairs = new Array<number>(members.length).fill(0);
  for (const tie of ties) {
    inPairs[tie.a] = (inPairs[tie.a] ?? 0) + 1;
    inPairs[tie.b] = (inPairs[tie.b] ?? 0) + 1;
  }
  const byMember = (of: (member: Member, index: number) => number) =>
    new Map(members.map((member, index) => [member, of(member, index)]));
  const allPairs = byMember((_, index) => inPairs[index] ?? 0);
  const posts = now === null ? byMember((member) => member.posts) : byMember((_, index) => now.posts[index] ?? 0);
  const pairs = now === null ? allPairs : byMember((_, index) => now.pairs[index] ?? 0);
  const wanted = new Set(picked);
  const shown = members.filter(
    (member, index) => (now === null || (posts.get(member) ?? 0) > 0) && (wanted.size === 0 || wanted.has(index)),
  );
  const keys: SortKeys<Member> = {
    account: (member) => member.handle || member.accountId,
    role: (member) => member.role,
    posts: (member) => posts.get(member) ?? 0,
    pairs: (member) => pairs.get(member) ?? 0,
    membership: (member) => member.membership,
    first: (member) => member.firstMs,
    last: (member) => member.lastMs,
  };
  return { rows: sortRows(shown, sort, keys), posts, pairs, allPairs };
}
