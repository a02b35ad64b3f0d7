import type {
  DomainHit,
  EvidenceAccount,
  EvidencePost,
  PairRow,
  PostHit,
  PostsAnswer,
  SearchAnswer,
} from "../corpus/evidence.ts";
import { HIT_LIMIT, POST_PAGE, TOUCH_LIMIT } from "../corpus/evidence-limits.ts";
import type { SharedAction, SharedRows } from "../corpus/shared-rows.ts";
import { ALL_TIME, isWithin, type Stretch } from "../corpus/stretch.ts";
import { ALWAYS_MS } from "../corpus/trace.ts";
import { arrivalsOf, type FirstAction } from "../math/arrivals.ts";
import type { CaseAnswers, NotHeld } from "./questions.ts";
import type { SharedCase } from "./shared-case.ts";
import { type SharedIndex, sharedIndex } from "./shared-index.ts";
import { matchesWithin } from "./shared-matches.ts";

/**
 * The questions of the page, answered from the tables of a one-file copy exactly as the store answers them; where the copy holds a
 * part, the answer says how much (`held`), and what it does not hold at all is said in a sentence.
 *
 * @param unpack reads the tables, once, when they are first asked for
 */
export function sharedAnswers(
  { about, overview, clusters }: Omit<SharedCase, "rows">,
  unpack: () => Promise<SharedRows>,
): CaseAnswers {
  const profiles = new Map(clusters.map((profile) => [profile.clusterId, profile]));
  let opened: Promise<Tables> | null = null;
  const open = (): Promise<Tables> => {
    opened ??= unpack().then((rows) => ({ rows, index: sharedIndex(rows) }));
    return opened;
  };
  const ofAccount = async (
    number: number,
    answer: (tables: Tables, account: EvidenceAccount) => PostsAnswer,
  ): Promise<PostsAnswer | NotHeld | undefined> => {
    const tables = await open();
    const account = tables.index.account(number);
    if (account !== undefined) return answer(tables, account);
    return number < tables.rows.totals.accounts
      ? notHeld("This file holds no post of that account; the whole case does.")
      : undefined;
  };
  return {
    overview,
    cluster: (id) => profiles.get(id),
    pair: async (trace, left, right, windowMs, stretch) => {
      const { rows, index } = await open();
      const [leftAccount, rightAccount] = [index.account(left), index.account(right)];
      if (Math.max(left, right) >= rows.totals.accounts) return undefined;
      const found = turned(index.pairsOf(left, right), left < right);
      const pair = found.find((row) => row.trace === trace);
      const isPartial = about.bounds.objectsPerPair !== null && pair === undefined;
      if (!leftAccount?.clusterId || !rightAccount?.clusterId || isPartial) {
        return notHeld(
          `This file holds ${isPartial ? "significant pairs" : "pairs"} of accounts that are in clusters; the whole case holds the others.`,
        );
      }
      const matches = matchesWithin(index, trace, left, right, windowMs, stretch);
      return {
        pair: pair === undefined ? null : plain(pair),
        windowMs,
        left: leftAccount,
        right: rightAccount,
        matches: matches.rows,
        // How many there are in all is known of all of the time alone.
        matchCount: stretch === ALL_TIME ? (pair?.matchCount ?? matches.count) : matches.count,
        others: found.filter((row) => row.trace !== trace).map(plain),
      };
    },
    object: async (trace, number, windowMs, { offset, membersOnly, stretch }) => {
      const { index } = await open();
      const object = index.object(trace, number);
      if (object === undefined) {
        return notHeld(
          `This file does not hold object ${number} of ${trace}: no two accounts of clusters met on it, or the whole case alone holds it.`,
        );
      }
      const all = index.actionsOn(trace, number);
      const wanted = all.filter(
        ({ account, timeMs }) =>
          isWithin(timeMs, stretch) && (!membersOnly || Boolean(index.account(account)?.clusterId)),
      );
      const touchCount = membersOnly || stretch !== ALL_TIME ? wanted.length : object.touches;
      const touches = wanted.slice(offset, offset + TOUCH_LIMIT).map(({ post }) => hitOf(index, index.post(post)));
      return {
        trace,
        object: number,
        label: object.label,
        accounts: object.accounts,
        actions: object.actions,
        clusters: clustersOn(index, all),
        touches,
        offset,
        touchCount,
        ...heldOf(wanted.length, touchCount),
        arrivals:
          windowMs >= ALWAYS_MS
            ? null
            : arrivalsOf(firstActions(index, all, object.othersMs), windowMs, `${trace} ${number}`),
      };
    },
    postsOfAccount: (number, offset, stretch) =>
      ofAccount(number, ({ index }, account) => {
        const posts = index.postsOf(number);
        return { account, domain: null, offset, ...pageOf(index, posts, offset, account.posts, stretch) };
      }),
    postsOfDomain: async (domain, offset, stretch) => {
      const { rows, index } = await open();
      const site = rows.domains.find((entry) => entry.domain === domain);
      if (site === undefined && rows.totals.domains > rows.domains.length) {
        return notHeld("This file holds no post that links to that site; the whole case may.");
      }
      return {
        account: null,
        domain,
        offset,
        ...pageOf(index, index.postsLinking(domain), offset, site?.posts ?? 0, stretch),
      };
    },
    postsOfAccountOnSite: (number, domain, offset, stretch) =>
      ofAccount(number, ({ index }, account) => {
        const posts = index.postsLinking(domain).filter((post) => post.account === number);
        return { account, domain, offset, ...pageOf(index, posts, offset, posts.length, stretch) };
      }),
    search: async (question, stretch) => {
      const { rows, index } = await open();
      return search(index, rows.domains, question, stretch);
    },
  };
}

interface Tables {
  readonly rows: SharedRows;
  readonly index: SharedIndex;
}

function search(index: SharedIndex, domains: readonly DomainHit[], question: string, stretch: Stretch): SearchAnswer {
  const asked = question.toLowerCase();
  const has = (text: string | null) => text?.toLowerCase().includes(asked) === true;
  const accounts = index.accounts
    .filter(({ accountId, handle, name }) => has(accountId) || has(handle) || has(name))
    .sort((x, y) => Number(!x.clusterId) - Number(!y.clusterId) || y.posts - x.posts || x.account - y.account);
  const sites = domains
    .filter(({ domain }) => has(domain))
    .sort((x, y) => y.members - x.members || y.posts - x.posts || (x.domain < y.domain ? -1 : 1));
  const outside = (post: EvidencePost) => Number(!index.account(post.account)?.clusterId);
  const posts = index.posts
    .filter(({ text, timeMs }) => has(text) && isWithin(timeMs, stretch))
    .sort((x, y) => outside(x) - outside(y) || x.timeMs - y.timeMs || x.post - y.post);
  return {
    question,
    accounts: { count: accounts.length, rows: accounts.slice(0, HIT_LIMIT) },
    domains: { count: sites.length, rows: sites.slice(0, HIT_LIMIT) },
    posts: { count: posts.length, rows: posts.slice(0, HIT_LIMIT).map((post) => hitOf(index, post)) },
  };
}

/** Of every account that touched an object; of those outside clusters the bare times where the copy does not hold all their touches. */
function firstActions(
  index: SharedIndex,
  actions: readonly SharedAction[],
  othersMs: readonly number[] | null,
): FirstAction[] {
  const first = new Map<number, FirstAction>();
  for (const { account, timeMs } of actions) {
    const clusterId = index.account(account)?.clusterId ?? null;
    if (othersMs !== null && clusterId === null) continue;
    if (!first.has(account)) first.set(account, { timeMs, clusterId });
  }
  return [...first.values(), ...(othersMs ?? []).map((timeMs) => ({ timeMs, clusterId: null }))];
}

/** Members of clusters among those who touched an object; the copy holds every touch of a member. */
function clustersOn(index: SharedIndex, actions: readonly { readonly account: number }[]) {
  const clusters = new Map<string, { readonly clusterId: string; readonly name: string; members: number }>();
  for (const number of new Set(actions.map(({ account }) => account))) {
    const { clusterId, clusterName } = index.account(number) ?? {};
    if (!clusterId) continue;
    const known = clusters.get(clusterId);
    if (known === undefined) clusters.set(clusterId, { clusterId, name: clusterName ?? clusterId, members: 1 });
    else known.members++;
  }
  return [...clusters.values()].sort((x, y) => y.members - x.members || (x.clusterId < y.clusterId ? -1 : 1));
}

/** Within a stretch of time it is only known how many posts are held. */
function pageOf(index: SharedIndex, posts: readonly EvidencePost[], offset: number, inAll: number, stretch: Stretch) {
  const within = stretch === ALL_TIME ? posts : posts.filter(({ timeMs }) => isWithin(timeMs, stretch));
  const count = stretch === ALL_TIME ? inAll : within.length;
  const rows = within.slice(offset, offset + POST_PAGE).map((post) => hitOf(index, post));
  return { count, rows, ...heldOf(within.length, count) };
}

function heldOf(held: number, count: number): { readonly held?: number } {
  return held < count ? { held } : {};
}

function hitOf(index: SharedIndex, post: EvidencePost): PostHit {
  const account = index.account(post.account);
  if (account === undefined)
    throw new Error(`copy: post ${post.post} is of account ${post.account}, which is not in it`);
  const { handle, accountId, clusterId, clusterName } = account;
  return { ...post, handle, accountId, clusterId, clusterName };
}

/** Rows of a pair are kept with the smaller account on the left. */
function turned<T extends PairRow>(rows: readonly T[], isAsKept: boolean): readonly T[] {
  return isAsKept ? rows : rows.map((row) => ({ ...row, medianDelayMs: -row.medianDelayMs }));
}

function plain(row: PairRow): PairRow {
  const {
    a: _a,
    b: _b,
    matchCount: _matchCount,
    ...rest
  } = row as PairRow & { a: unknown; b: unknown; matchCount: unknown };
  return rest;
}

function notHeld(sentence: string): NotHeld {
  return { notHeld: sentence };
}
