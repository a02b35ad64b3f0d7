import { openStore, type Store } from "../../src/store/database.ts";
import { canonicalLink } from "../../src/text/links.ts";
import { dataset } from "../datasets.ts";

/** A published host: its registrable domain is what Marionet calls a site. */
export interface PublishedHost {
  readonly site: string;
  /** As published, refanged. */
  readonly host: string;
  readonly label: string;
  /** Day of registration as published; empty where not told. */
  readonly created: string;
}

export interface ViginumSets {
  /** Portal Kombat and RRN, by operation. */
  readonly hosts: readonly PublishedHost[];
  readonly addresses: readonly { readonly site: string; readonly address: string }[];
  /** Sites that VIGINUM put into an ecosystem. */
  readonly groupings: ReadonlyMap<string, string>;
}

/** null where the data set is not on this machine. */
export async function viginumSets(): Promise<ViginumSets | null> {
  const folder = dataset("viginum-stix");
  if (folder === null) return null;
  return reading(async (read) => {
    const hosts = await read<{ domain: string; operation: string; created_dmy: string | null }>(`${folder}/labels.csv`);
    const addresses = await read<{ domain: string; ipv4: string }>(`${folder}/portal-kombat_domain_ip.csv`);
    const groupings = await read<{ domain: string; grouping: string }>(`${folder}/portal-kombat_groups.csv`);
    return {
      hosts: hosts.flatMap((row) => published(row.domain, row.operation, row.created_dmy ?? "")),
      addresses: addresses.flatMap(({ domain, ipv4 }) =>
        published(domain, "", "").map(({ site }) => ({ site, address: ipv4 })),
      ),
      groupings: new Map(
        groupings.flatMap(({ domain, grouping }) =>
          published(domain, grouping, "").map(({ site }) => [site, grouping]),
        ),
      ),
    };
  });
}

/** Meta's lists by operation; null where they are not on this machine. */
export async function metaSites(): Promise<readonly PublishedHost[] | null> {
  const file = dataset("meta-cib-domains", "domains.csv");
  if (file === null) return null;
  return reading(async (read) =>
    (await read<{ domain: string; operation: string }>(file)).flatMap((row) =>
      published(row.domain, row.operation, ""),
    ),
  );
}

/** French media of 2019, run by nobody in common as far as is known: names of ordinary sites. */
export async function ordinarySites(): Promise<readonly PublishedHost[] | null> {
  const file = dataset("french-media-hyphe", "labels.csv");
  if (file === null) return null;
  return reading(async (read) =>
    (await read<{ home_page: string }>(file)).flatMap((row) => published(row.home_page, "organic", "")),
  );
}

/** Nothing for what is no host with a registrable domain. */
function published(raw: string, label: string, created: string): PublishedHost[] {
  const link = canonicalLink(raw.includes("://") ? raw : `http://${raw}`);
  return link === null || link.site === null ? [] : [{ site: link.site, host: link.host, label, created }];
}

async function reading<T>(work: (read: <R extends object>(file: string) => Promise<R[]>) => Promise<T>): Promise<T> {
  const store: Store = await openStore(":memory:");
  try {
    return await work((file) =>
      store.rows(`select * from read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true)`),
    );
  } finally {
    store.close();
  }
}
