import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../src/store/database.ts";
import { nameClusterAccounts } from "../../src/store/evidence-tables.ts";
import {
  clientsOfOthers,
  evidencePosts,
  memberOutput,
  memberProfiles,
  memberSites,
  namesakes,
  ownTexts,
  publicLinks,
  tellsSeconds,
} from "../../src/store/member-facts.ts";
import { nameEvidencePosts } from "../../src/store/rival-facts.ts";
import { EVIDENCE_TABLES, INPUT_TABLES } from "../../src/store/schema.ts";

const DAY = 86_400_000;
let store: Store;

beforeAll(async () => {
  store = await openStore(":memory:");
  await store.run(INPUT_TABLES);
  await store.run(EVIDENCE_TABLES);
  // Accounts 0 and 1 are the cluster; 2 to 4 are others, of whom 4 has no followers on record.
  await store.run(`insert into accounts (account, account_id, handle, name, created_ms, followers, bio, verified, posts, first_ms) values
    (0, 'a0', 'north_desk', 'North Desk', 0, 900, 'News', true, 4, ${10 * DAY}),
    (1, 'a1', 'reader', 'Ann', null, 50, null, null, 2, ${10 * DAY}),
    (2, 'a2', 'x', 'X', 0, 10, 'x', false, 1, 0), (3, 'a3', 'y', 'Y', 0, 60, 'y', false, 1, 0),
    (4, 'a4', 'z', 'north-DESK', 0, null, 'z', false, 1, 0)`);
  const post = (number: number, account: number, timeMs: number, rest: string) =>
    `(${number}, 'p${number}', ${account}, ${timeMs}, ${rest}, 0, 2)`;
  await store.run(`insert into posts
    (post, post_id, account, time_ms, kind, text, target_account_id, urls, client, file, row) values
    ${[
      post(0, 0, 10 * DAY, "'post', 'one', null, ['https://n.example/1'], 'desk'"),
      post(1, 0, 11 * DAY, "'post', 'two', null, null, 'desk'"),
      post(2, 0, 11 * DAY + 60_000, "'post', 'three https://n.example/2', null, null, 'desk'"),
      post(3, 0, 12 * DAY, "'reply', 'thanks', 'a0', null, 'desk'"),
      post(4, 1, 10 * DAY, "'repost', null, 'a0', null, 'phone'"),
      post(5, 1, 10 * DAY + 60_000, "'reply', 'hm', 'a2', null, 'phone'"),
      post(6, 2, 0, "'post', 'x', null, null, 'phone'"),
      post(7, 3, 0, "'post', 'y', null, null, 'desk'"),
      post(8, 4, 0, "'post', 'z', null, null, 'phone'"),
    ].join(", ")}`);
  await store.run(`insert into domains values (0, 0, 'n.example'), (2, 0, 'n.example'), (1, 0, 'o.example'), (4, 1, 'o.example'),
    (6, 2, 'o.example'), (7, 3, 'o.example'), (8, 4, 'o.example')`);
  await nameClusterAccounts(store, [
    { account: 0, clusterId: "C01" },
    { account: 1, clusterId: "C01" },
  ]);
  await nameEvidencePosts(
    store,
    [0, 1, 4].map((post) => ({ post, clusterId: "C01" })),
  );
});
afterAll(() => {
  store.close();
});

describe("facts about members", () => {
  test("ranks of followers are among all accounts that have any on record; age is at the first post", async () => {
    const [desk, reader] = await memberProfiles(store);
    expect(desk).toMatchObject({
      clusterId: "C01",
      handle: "north_desk",
      bio: "News",
      verified: true,
      followersRank: 1,
      ageDays: 10,
    });
    expect(reader!.followersRank).toBeCloseTo(1 / 3);
    expect(reader).toMatchObject({ ageDays: null, bio: null, verified: null });
  });

  test("output counts own posts, links in cells and in texts, and who boosts whom, but not oneself", async () => {
    const [desk, reader] = await memberOutput(store);
    expect(desk).toEqual({
      clusterId: "C01",
      account: 0,
      posts: 4,
      own: 3,
      linked: 2,
      boosts: 0,
      days: 3,
      gapVariation: null,
    });
    expect(reader).toMatchObject({ posts: 2, own: 0, linked: 0, boosts: 1, days: 1 });
  });

  test("sites, links that are public, and clients of everybody else", async () => {
    expect(await memberSites(store)).toEqual([
      { clusterId: "C01", account: 0, site: "n.example", share: 2 / 3, posts: 3 },
      { clusterId: "C01", account: 1, site: "o.example", share: 1, posts: 1 },
    ]);
    // Of three links on the evidence two lead to the site that three outsiders link, too.
    expect((await publicLinks(store)).get("C01")).toBeCloseTo(2 / 3);
    expect(await clientsOfOthers(store)).toEqual(
      new Map([
        ["desk", 1 / 3],
        ["phone", 2 / 3],
      ]),
    );
  });

  test("posts on the evidence come with their sites and with who is reposted", async () => {
    const posts = await evidencePosts(store, "C01");
    expect(posts.map(({ post }) => post)).toEqual([0, 4, 1]);
    expect(posts[0]).toMatchObject({ domains: ["n.example"], urls: ["https://n.example/1"], targetName: null });
    expect(posts[1]).toMatchObject({ kind: "repost", targetHandle: "north_desk", targetName: "North Desk" });
  });

  test("texts are the account's own, in order of time and no more than asked for", async () => {
    expect((await ownTexts(store, "C01", 10)).map(({ text }) => text)).toEqual([
      "one",
      "two",
      "three https://n.example/2",
    ]);
    expect(await ownTexts(store, "C01", 2)).toHaveLength(2);
  });

  test("namesakes are found by letters alone, and the largest counts", async () => {
    const found = await namesakes(store, ["northdesk", "nobody's"]);
    expect([...found]).toEqual([["northdesk", { followersRank: 1, verified: true }]]);
    expect(await namesakes(store, [])).toEqual(new Map());
  });

  test("times to the minute tell no seconds", async () => {
    expect(await tellsSeconds(store)).toBe(false);
    await store.run("update posts set time_ms = time_ms + 1000 where post = 8");
    expect(await tellsSeconds(store)).toBe(true);
  });
});

test("where no target is named, nobody is said to boost or not to boost", async () => {
  const bare = await openStore(":memory:");
  try {
    await bare.run(INPUT_TABLES);
    await bare.run(
      "insert into posts (post, post_id, account, time_ms, kind, file, row) select i, 'p', 0, i * i * 1000, 'post', 0, 2 from range(12) r(i)",
    );
    await nameClusterAccounts(bare, [{ account: 0, clusterId: "C01" }]);
    const [output] = await memberOutput(bare);
    expect(output!.boosts).toBeNull();
    // Eleven gaps of 1, 3, 5, ... seconds: mean 11, standard deviation sqrt(40).
    expect(output!.gapVariation).toBeCloseTo(Math.sqrt(40) / 11);
  } finally {
    bare.close();
  }
});
