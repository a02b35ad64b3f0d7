import type { Member, Profile } from "../../src/clusters/profile.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import type { Brushed } from "../state/brushed.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";

/** Members to be listed, in the order asked for. */
export interface MembersListed {
  readonly rows: readonly Member[];
  /** Of the cluster's pairs, those that each is in. */
  readonly allPairs: ReadonlyMap<Member, number>;
  /** What a brush leaves of the posts and pairs of each; null: no brush. */
  readonly within: ReadonlyMap<Member, { readonly posts: number; readonly pairs: number }> | null;
  /** How many of how many are listed, and why not all. */
  readonly said: string;
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
  const allPairs = new Map(members.map((member, index) => [member, inPairs[index] ?? 0]));
  const within =
    now === null
      ? null
      : new Map(members.map((member, i) => [member, { posts: now.posts[i] ?? 0, pairs: now.pairs[i] ?? 0 }]));
  const postsOf = (member: Member) => (within === null ? member.posts : (within.get(member)?.posts ?? 0));
  const wanted = new Set(picked);
  const shown = members.filter(
    (member, index) => (within === null || postsOf(member) > 0) && (wanted.size === 0 || wanted.has(index)),
  );
  const keys: SortKeys<Member> = {
    account: (member) => member.handle || member.accountId,
    role: (member) => member.role,
    posts: postsOf,
    pairs: (member) => (within === null ? allPairs.get(member) : within.get(member)?.pairs) ?? 0,
    membership: (member) => member.membership,
    first: (member) => member.firstMs,
    last: (member) => member.lastMs,
  };
  const all = formatNumberOf(members.length, "account");
  const why = `${picked.length > 0 ? ", of those picked on the graph" : ""}${now === null ? "" : ", with posts in the brushed time"}`;
  const said = picked.length === 0 && now === null ? `${all}.` : `${formatCount(shown.length)} of ${all} listed${why}.`;
  return { rows: sortRows(shown, sort, keys), allPairs, within, said };
}
