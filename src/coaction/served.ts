import { benjaminiHochberg } from "../math/fdr.ts";
import { poissonBinomialTail } from "../math/poisson-binomial.ts";
import type { Alike } from "./alike.ts";
import { groupsByAccount, type Touches } from "./held.ts";
import type { OwnSites } from "./own-sites.ts";

/** An author lives from a group that is so much of its public, and at least so many. */
const PUBLIC_SHARE = 0.5;
const LEAST_PUBLIC = 3;
/** Of a group that serves, so many members take up an author that it serves: a few among many do not speak for it. */
const SERVING_SHARE = 0.5;
/** What more of the other sites have is common, and tells nothing. */
const RARE = 0.02;
/** So many times what chance would give: sites of one country or trade have more in common than others. */
const LEAST_LIFT = 3;
/** Sites on either side that have something in common with the other's. */
const LEAST_SITES = 2;

/**
 * Question: do two groups serve authors that are run together?
 *
 * The commenters of one network on two platforms, or in two languages, answer different pages, write different words and never meet. But the
 * pages live from them, and each page has a site of its own, whose registration, address or tracking the others share. An author is
 * *served* by a group of which at least half of its public is (accounts that take it up, from outside its own group), three accounts at
 * least; and of the group at least half take up such an author, or a few commenters among a hundred fans would join all fans to the others.
 *
 * Two groups are held against each other by how many of the sites served by the one have a rare value (at most 2 % of the other sites)
 * in common with one of those served by the other; sites that both serve are left out. Counted are sites, not values, for one host brings
 * an address, a network and a certificate at once.
 * Null: given the sites of B, those of A are drawn at random among all. A site is tied to B with the share of all other sites that are,
 * one added to each: whatever is common among sites, is common there, too. p = P(at least so many of the n_A), binomial; or the same the
 * other way round, the smaller of the two counting twice. At least two tied sites on either side, and three times as many as expected.
 * `expected` is told in values, as `objects` are: those in common, were each on sites at random. q is Benjamini-Hochberg over all pairs of
 * groups that serve two sites or more.
 *
 * The authors served do not become part of the groups by this: who is answered by a crew may be its victim.
 * Cost: O(touches + values x pairs of groups that serve anybody).
 * Does not show: one hand. Local papers of one publisher, each with a circle of commenters that acts as one, look the same; two crews that
 * attack such papers, and are most of their public, do, too.
 */
export function servedAlike(
  groups: readonly (readonly number[])[],
  authors: Touches,
  sites: OwnSites,
): Omit<Alike, "kind">[] {
  const served = servedSites(groups, authors, sites);
  const able = [...served.keys()].filter((group) => served[group]!.size >= LEAST_SITES);
  const sitesOf: number[][] = Array.from({ length: sites.valueCount }, () => []);
  for (let i = 0; i < sites.site.length; i++) sitesOf[sites.value[i]!]!.push(sites.site[i]!);
  const found: Omit<Alike, "kind" | "q">[] = [];
  for (const [i, a] of able.entries()) {
    for (const b of able.slice(i + 1)) {
      const one = common([served[a]!, served[b]!], sitesOf, sites.siteCount);
      if (one !== null) found.push({ a, b, ...one });
    }
  }
  const q = benjaminiHochberg(
    Float64Array.from(found, ({ p }) => p),
    (able.length * (able.length - 1)) / 2,
  );
  return found.map((one, i) => ({ ...one, q: q[i]! }));
}

/** By group, the sites of the authors it serves. */
function servedSites(groups: readonly (readonly number[])[], authors: Touches, sites: OwnSites): Set<number>[] {
  const { account, object, accountCount, accountOf } = authors;
  const served = groups.map(() => new Set<number>());
  if (accountOf === undefined) return served;
  const groupOf = groupsByAccount(groups, accountCount);
  const publics = new Map<number, Set<number>>();
  for (let i = 0; i < account.length; i++) {
    const author = accountOf[object[i]!]!;
    if (author < 0 || sites.siteOf[author]! < 0) continue;
    const own = groupOf[author]!;
    if (account[i] === author || (own >= 0 && groupOf[account[i]!] === own)) continue;
    publics.set(author, (publics.get(author) ?? new Set()).add(account[i]!));
  }
  const serving = groups.map(() => new Set<number>());
  for (const [author, takers] of publics) {
    const of = new Map<number, number[]>();
    for (const taker of takers) of.set(groupOf[taker]!, [...(of.get(groupOf[taker]!) ?? []), taker]);
    for (const [group, members] of of) {
      if (group < 0 || members.length < LEAST_PUBLIC || members.length < PUBLIC_SHARE * takers.size) continue;
      served[group]!.add(sites.siteOf[author]!);
      for (const member of members) serving[group]!.add(member);
    }
  }
  return served.map((own, group) =>
    serving[group]!.size >= SERVING_SHARE * groups[group]!.length ? own : new Set<number>(),
  );
}

/** null: too little. */
function common(
  sides: readonly [ReadonlySet<number>, ReadonlySet<number>],
  sitesOf: readonly (readonly number[])[],
  siteCount: number,
): Pick<Alike, "objects" | "expected" | "p"> | null {
  const [left, right] = sides.map((side, s) => new Set([...side].filter((site) => !sides[1 - s]!.has(site)))) as [
    Set<number>,
    Set<number>,
  ];
  const objects: number[] = [];
  let expected = 0;
  /** Sites with a rare value that one of the left has, and of the right. */
  const tied = [new Set<number>(), new Set<number>()] as const;
  for (const [value, having] of sitesOf.entries()) {
    const ofLeft = having.some((site) => left.has(site));
    const ofRight = having.some((site) => right.has(site));
    const others = having.reduce((count, site) => (left.has(site) || right.has(site) ? count : count + 1), 0);
    if (others + 1 > RARE * siteCount) continue;
    const rate = (others + 1) / siteCount;
    expected += (1 - (1 - rate) ** left.size) * (1 - (1 - rate) ** right.size);
    if (ofLeft && ofRight) objects.push(value);
    if (ofLeft) for (const site of having) tied[0].add(site);
    if (ofRight) for (const site of having) tied[1].add(site);
  }
  const rest = siteCount - left.size - right.size;
  const ask = (own: ReadonlySet<number>, other: ReadonlySet<number>, toOther: ReadonlySet<number>) => {
    const observed = [...own].filter((site) => toOther.has(site)).length;
    const background = [...toOther].filter((site) => !own.has(site) && !other.has(site)).length;
    const rate = Math.min(1, (1 + background) / (1 + rest));
    const p = poissonBinomialTail(new Float64Array(own.size).fill(rate), own.size, observed);
    return { observed, expected: rate * own.size, p };
  };
  const [one, two] = [ask(left, right, tied[1]), ask(right, left, tied[0])];
  if (Math.min(one.observed, two.observed) < LEAST_SITES) return null;
  const surer = one.p <= two.p ? one : two;
  if (surer.observed < LEAST_LIFT * surer.expected) return null;
  return { objects, expected, p: Math.min(1, 2 * surer.p) };
}
