import type { EvidenceAccount, EvidencePost } from "../corpus/evidence.ts";
import type { SharedAction, SharedObject, SharedPair, SharedRows } from "../corpus/shared-rows.ts";

/** Rows of a copy by what they are asked by. Built once; O(rows). */
export interface SharedIndex {
  readonly accounts: readonly EvidenceAccount[];
  readonly posts: readonly EvidencePost[];
  account(account: number): EvidenceAccount | undefined;
  /** @throws when the copy refers to a post that it does not hold */
  post(post: number): EvidencePost;
  object(trace: string, object: number): SharedObject | undefined;
  /** In order of time and post. */
  actionsOn(trace: string, object: number): readonly SharedAction[];
  actionsBy(account: number): readonly SharedAction[];
  /** Both traces and directions, the surest first. */
  pairsOf(left: number, right: number): readonly SharedPair[];
  /** In order of time and post, as are the next. */
  postsOf(account: number): readonly EvidencePost[];
  postsLinking(domain: string): readonly EvidencePost[];
}

export function sharedIndex(rows: SharedRows): SharedIndex {
  const accounts = new Map(rows.accounts.map((account) => [account.account, account]));
  const posts = new Map(rows.posts.map((post) => [post.post, post]));
  const objects = new Map(rows.objects.map((object) => [key(object.trace, object.object), object]));
  const actionsOn = grouped(rows.actions, ({ trace, object }) => key(trace, object));
  const actionsBy = grouped(rows.actions, ({ account }) => account);
  const pairs = grouped(rows.pairs, ({ a, b }) => key(a, b));
  const postsOf = grouped(rows.posts, ({ account }) => account);
  const linking = grouped(rows.postDomains, ({ domain }) => domain);
  const post = (number: number): EvidencePost => {
    const found = posts.get(number);
    if (found === undefined) throw new Error(`copy: post ${number} is referred to, but not in it`);
    return found;
  };
  return {
    accounts: rows.accounts,
    posts: rows.posts,
    account: (account) => accounts.get(account),
    post,
    object: (trace, object) => objects.get(key(trace, object)),
    actionsOn: (trace, object) => actionsOn.get(key(trace, object)) ?? [],
    actionsBy: (account) => actionsBy.get(account) ?? [],
    pairsOf: (left, right) =>
      [...(pairs.get(key(Math.min(left, right), Math.max(left, right))) ?? [])].sort(
        (x, y) => x.q - y.q || y.bits - x.bits || (x.trace < y.trace ? -1 : 1),
      ),
    postsOf: (account) => inTime(postsOf.get(account) ?? []),
    postsLinking: (domain) => inTime((linking.get(domain) ?? []).map((entry) => post(entry.post))),
  };
}

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function inTime(posts: readonly EvidencePost[]): readonly EvidencePost[] {
  return [...posts].sort((x, y) => x.timeMs - y.timeMs || x.post - y.post);
}

function key(first: string | number, second: number): string {
  return `${first} ${second}`;
}
