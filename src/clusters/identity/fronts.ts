import type { Indicator } from "../../graphs/shared-indicators.ts";
import { siteGraph } from "../../graphs/site.ts";
import type { ProfileRow } from "../../store/profile-rows.ts";
import { contactsOf } from "../../text/contacts.ts";
import { siteOf } from "../../text/links.ts";
import type { ObservedTrace } from "../../traces/observe.ts";
import { ProfileMarks } from "../../traces/profile-marks.ts";
import { sharedFront } from "../../traces/shared-front.ts";
import { siteGroups } from "../site-groups.ts";

export interface FrontFacts {
  readonly profiles: readonly ProfileRow[];
  readonly accountCount: number;
  /** The trace of sites linked in posts, and the name of each of its objects. */
  readonly sites: ObservedTrace | undefined;
  readonly siteNames: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** A site that more accounts name in their descriptions is a service or a movement, not the front of a few. */
const MOST_NAMING = 20;
/** Fewer accounts are a pair, as everywhere. */
const LEAST_NAMING = 3;

/**
 * Question: which accounts present themselves as of different organisations whose sites are run together?
 *
 * Sites named in descriptions are grouped by what ties sites beyond chance (rare indicators, common pushers, common texts:
 * `site-groups.ts`). Of a group of two sites or more, named by three accounts or more, two marks are taken: that the description names
 * one of its sites, and that an own post links one of them. A pair needs both: readers who link an article and owners who name their
 * own site have one. Every other site that an account names or links is a mark of its own that nobody shares: by these the null of
 * pairs knows who links much and who little.
 * Pattern: three invented organisations on one desk, each quoting the others ("VAGue Focus", OpenAI, June 2025).
 *
 * Cost: that of the site graph on the sites named. Does not show: a desk whose sites share nothing that was crawled and whose accounts
 * never link each other; nor that the fronts are false, for a firm with two brands does the same.
 */
export function observeFronts(
  facts: FrontFacts,
  options: { readonly seed: number; readonly q: number },
): ObservedTrace {
  const marks = new ProfileMarks(sharedFront, facts.accountCount);
  const naming = accountsNaming(facts.profiles);
  const grouped = new Set<string>();
  for (const domains of frontGroups(facts, naming, options)) {
    const named = domains.flatMap((domain) => naming.get(domain)!);
    const accounts = new Set(named.map(({ account }) => account));
    if (accounts.size < LEAST_NAMING || !isCommon(domains, naming, facts)) continue;
    for (const domain of domains) grouped.add(domain);
    const list = domains.join(", ");
    const seen = new Set<number>();
    for (const row of named) {
      if (!seen.has(row.account)) marks.add(row, "link", `named in the description: ${list}`);
      seen.add(row.account);
    }
    for (const at of firstLinks(facts, new Set(domains))) marks.add(at, "pushed", `linked in posts: ${list}`);
  }
  if (grouped.size > 0) markTheRest(marks, facts, naming, grouped);
  return marks.finish();
}

/**
 * Does anybody in the group stand for more than a site of his own: a second account that names the same site, or one that links another
 * site of the group? Owners of one site each, whose sites share an address or an agency, do not.
 */
function isCommon(
  domains: readonly string[],
  naming: ReadonlyMap<string, readonly ProfileRow[]>,
  { sites, siteNames }: FrontFacts,
): boolean {
  if (domains.some((domain) => naming.get(domain)!.length > 1)) return true;
  if (sites === undefined) return false;
  const own = new Map<number, Set<string>>();
  for (const domain of domains) {
    for (const { account } of naming.get(domain)!) own.set(account, (own.get(account) ?? new Set()).add(domain));
  }
  const group = new Set(domains);
  const { account, object } = sites.actions;
  return account.some((one, i) => {
    const site = siteNames[object[i]!]!;
    return group.has(site) && own.has(one) && !own.get(one)!.has(site);
  });
}

/** What is nobody's in common: without it the null would take the few who have a front for everybody. */
function markTheRest(
  marks: ProfileMarks,
  facts: FrontFacts,
  naming: ReadonlyMap<string, readonly ProfileRow[]>,
  grouped: ReadonlySet<string>,
): void {
  for (const [domain, rows] of naming) {
    if (grouped.has(domain)) continue;
    for (const row of rows) marks.add(row, "link", `${row.account} names ${domain}`);
  }
  if (facts.sites === undefined) return;
  const { account, timeMs, post, object, count } = facts.sites.actions;
  const seen = new Set<string>();
  for (let i = 0; i < count; i++) {
    const label = `${account[i]} links ${facts.siteNames[object[i]!]}`;
    if (grouped.has(facts.siteNames[object[i]!]!) || seen.has(label)) continue;
    seen.add(label);
    marks.add({ account: account[i]!, timeMs: timeMs[i]!, post: post[i]! }, "pushed", label);
  }
}

/** Sites by the accounts whose descriptions name them; services, where each account has a page of its own, are none of theirs. */
function accountsNaming(profiles: readonly ProfileRow[]): Map<string, ProfileRow[]> {
  const found = new Map<string, { readonly rows: ProfileRow[]; readonly pages: Set<string> }>();
  for (const row of profiles) {
    const sites = new Set<string>();
    for (const contact of row.bio === null ? [] : contactsOf(row.bio)) {
      if (contact.includes("@")) continue;
      const site = siteOf(contact.split(/[/?:]/, 1)[0]!);
      if (site === null) continue;
      const known = found.get(site) ?? { rows: [], pages: new Set() };
      found.set(site, known);
      known.pages.add(contact);
      if (!sites.has(site)) known.rows.push(row);
      sites.add(site);
    }
  }
  const isFront = ({ rows, pages }: { rows: readonly ProfileRow[]; pages: ReadonlySet<string> }): boolean =>
    rows.length <= MOST_NAMING && (rows.length === 1 || pages.size < rows.length);
  return new Map([...found].filter(([, one]) => isFront(one)).map(([site, { rows }]) => [site, rows]));
}

/** Groups of two sites or more among those named. */
function frontGroups(
  facts: FrontFacts,
  naming: ReadonlyMap<string, readonly ProfileRow[]>,
  options: { readonly seed: number; readonly q: number },
): string[][] {
  const domains = [...naming.keys()].sort();
  if (domains.length < 2) return [];
  const numberOf = new Map(domains.map((domain, i) => [domain, i]));
  const site: number[] = [];
  const account: number[] = [];
  if (facts.sites !== undefined) {
    const { actions } = facts.sites;
    for (let i = 0; i < actions.count; i++) {
      const number = numberOf.get(facts.siteNames[actions.object[i]!]!);
      if (number === undefined) continue;
      site.push(number);
      account.push(actions.account[i]!);
    }
  }
  const { graph } = siteGraph(
    {
      domains,
      site: Uint32Array.from(site),
      account: Uint32Array.from(account),
      // Who wrote the same words is a trace of its own.
      text: new Int32Array(site.length).fill(-1),
      accountCount: facts.accountCount,
      textCount: 0,
      indicators: facts.indicators,
    },
    options.q,
  );
  const groups = new Map<string, string[]>();
  for (const { domain, group } of siteGroups(graph, options)) {
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), domain]);
  }
  return [...groups.values()];
}

/** The first post of each account that links one of these sites. */
function firstLinks(
  { sites, siteNames }: FrontFacts,
  domains: ReadonlySet<string>,
): { account: number; timeMs: number; post: number }[] {
  const first = new Map<number, { account: number; timeMs: number; post: number }>();
  if (sites === undefined) return [];
  const { account, timeMs, post, object, count } = sites.actions;
  for (let i = 0; i < count; i++) {
    if (!domains.has(siteNames[object[i]!]!)) continue;
    const known = first.get(account[i]!);
    if (known !== undefined && known.timeMs <= timeMs[i]!) continue;
    first.set(account[i]!, { account: account[i]!, timeMs: timeMs[i]!, post: post[i]! });
  }
  return [...first.values()].sort((left, right) => left.account - right.account);
}
