import { expect, test } from "vitest";
import { domainCounts, targetCounts } from "../../src/store/cluster-facts.ts";
import { openStore } from "../../src/store/database.ts";
import { nameClusterAccounts } from "../../src/store/evidence-tables.ts";
import { EVIDENCE_TABLES, INPUT_TABLES } from "../../src/store/schema.ts";

test("sites and targets are cut to the first ones, and say of each cluster how many there are", async () => {
  const store = await openStore(":memory:");
  try {
    await store.run(INPUT_TABLES);
    await store.run(EVIDENCE_TABLES);
    await nameClusterAccounts(store, [
      { account: 0, clusterId: "C01" },
      { account: 1, clusterId: "C01" },
      { account: 2, clusterId: "C02" },
    ]);
    // Site 0 stands in one post, site 22 in twenty-three; cluster C02 links one of them.
    await store.run(`insert into domains
      select s * 100 + i, 0, 'site' || s || '.example' from range(23) a(s), range(23) b(i) where i <= s`);
    await store.run(`insert into domains values (90000, 2, 'site0.example')`);
    // Seven authors, each answered by both accounts of C01.
    await store.run(`insert into posts (post, post_id, account, time_ms, kind, target_post_id, target_account_id, file, row)
      select 10 * t + a, 'p', a, 0, 'reply', 't' || t, 'author' || t, 0, 2 from range(7) x(t), range(2) y(a)`);
    const domains = await domainCounts(store);
    expect(domains.filter(({ clusterId }) => clusterId === "C01")).toHaveLength(20);
    expect(domains[0]).toEqual({ clusterId: "C01", domain: "site22.example", posts: 23, members: 1, total: 23 });
    expect(domains.at(-1)).toEqual({ clusterId: "C02", domain: "site0.example", posts: 1, members: 1, total: 1 });
    const targets = await targetCounts(store);
    expect(targets).toHaveLength(5);
    expect(targets[0]).toEqual({ clusterId: "C01", accountId: "author0", posts: 1, members: 2, total: 7 });
  } finally {
    store.close();
  }
});
