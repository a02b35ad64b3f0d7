import type { Outcome } from "./outcome.ts";
import type { SiteOutcome } from "./sites.ts";

/** A row of the case's `accounts.csv`, as far as it is needed. */
export interface CaseAccount {
  readonly accountId: string;
  readonly clusterId: string | null;
  readonly reading: string | null;
  readonly score: number;
  readonly posts: number;
}

export interface Joined {
  readonly outcomes: readonly Outcome[];
  /** Accounts of the case without a label: left out of every figure. */
  readonly unlabelled: number;
  /** Labelled accounts that the case has never seen: left out as well. */
  readonly unseen: number;
}

/**
 * Put the truth beside what the case says, by account id. An empty label counts as none.
 *
 * A case guards its CSV against spreadsheet formulas by an apostrophe before `=`, `+`, `-` or `@`; it is taken off again here, when
 * the label file knows the bare id.
 */
export function joinLabels(accounts: readonly CaseAccount[], labels: ReadonlyMap<string, string>): Joined {
  const outcomes: Outcome[] = [];
  const seen = new Set<string>();
  for (const account of accounts) {
    const bare = /^'[\s=+@＝＋＠－-]/.test(account.accountId) ? account.accountId.slice(1) : account.accountId;
    const accountId = labels.has(account.accountId) ? account.accountId : bare;
    const label = labels.get(accountId) ?? "";
    if (label === "") continue;
    seen.add(accountId);
    outcomes.push({ ...account, accountId, label });
  }
  let labelled = 0;
  for (const label of labels.values()) if (label !== "") labelled++;
  return { outcomes, unlabelled: accounts.length - outcomes.length, unseen: labelled - seen.size };
}

/** A row of the case's `sites.csv`, as far as it is needed. */
export interface CaseSite {
  readonly domain: string;
  readonly group: string | null;
}

export interface JoinedSites {
  readonly outcomes: readonly SiteOutcome[];
  /** Sites of the case without a label: left out of every figure. */
  readonly unlabelled: number;
  /** Labelled sites that the case does not list: counted as found in no group, since missing them is missing them. */
  readonly unseen: number;
}

/** Put the truth beside the groups of sites. Domains are compared in small letters, `name[.]example` as `name.example`. */
export function joinSites(sites: readonly CaseSite[], labels: ReadonlyMap<string, string>): JoinedSites {
  const truth = new Map<string, string>();
  for (const [domain, label] of labels) if (label !== "") truth.set(plainDomain(domain), label);
  const groups = new Map(sites.map(({ domain, group }) => [plainDomain(domain), group]));
  const outcomes = [...truth].map(([domain, label]) => ({ domain, group: groups.get(domain) ?? null, label }));
  const seen = outcomes.filter(({ domain }) => groups.has(domain)).length;
  return { outcomes, unlabelled: groups.size - seen, unseen: outcomes.length - seen };
}

const plainDomain = (domain: string): string => domain.trim().toLowerCase().replaceAll("[.]", ".");
