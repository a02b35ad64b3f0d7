import { expect, test } from "vitest";
import { ownSites } from "../../src/clusters/own-sites.ts";
import { openStore } from "../../src/store/database.ts";

test("a site is its own of whom posts more than half of its links; values of one site alone, or of too many, tell nothing", async () => {
  const store = await openStore(":memory:");
  try {
    await store.run("create table if not exists domains (post uinteger, account uinteger, domain varchar)");
    await store.run(
      "create table if not exists indicators (domain varchar, indicator_type varchar, indicator_value varchar)",
    );
    // Account 0 owns a.example and, less, b.example; c.example is shared half and half; 3 owns a site of which nothing is known.
    const links = [
      [0, "a.example", 3],
      [1, "a.example", 1],
      [0, "b.example", 1],
      [2, "d.example", 2],
      [1, "c.example", 1],
      [2, "c.example", 1],
      [3, "unknown.example", 4],
    ] as const;
    let post = 0;
    for (const [account, domain, posts] of links) {
      for (let i = 0; i < posts; i++)
        await store.run(`insert into domains (post, account, domain) values (${post++}, ${account}, '${domain}')`);
    }
    const known = [
      ["a.example", "ip", "1"],
      ["d.example", "ip", "1"],
      ["a.example", "ip", "1"],
      ["a.example", "theme", "x"],
      ["b.example", "theme", "x"],
      ["c.example", "theme", "x"],
      ["d.example", "theme", "x"],
      ["b.example", "tag", "alone"],
    ] as const;
    for (const [domain, type, value] of known)
      await store.run(
        `insert into indicators (domain, indicator_type, indicator_value) values ('${domain}', '${type}', '${value}')`,
      );
    const sites = await ownSites(store, 5, 3);
    expect([...sites.siteOf]).toEqual([0, -1, 3, -1, -1]);
    expect(sites.siteCount).toBe(4);
    expect(sites.labels).toEqual(["ip=1"]);
    expect(Array.from(sites.site, (site, i) => [site, sites.value[i]])).toEqual([
      [0, 0],
      [3, 0],
    ]);
  } finally {
    store.close();
  }
});
