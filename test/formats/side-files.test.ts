import { expect, test } from "vitest";
import { scratchFolder } from "./scratch.ts";
import { readToTables } from "./tables.ts";

const scratch = scratchFolder();
const posts = () =>
  scratch.write(
    "posts.csv",
    "post_id,account_id,account_handle,created_at,text\n1,77,zoe,2026-01-01T00:00:00Z,a\n2,ann,ann,2026-01-01T00:00:01Z,b\n",
  );

test("a list of accounts beats facts in posts, and its silent accounts come behind the others", async () => {
  const list = scratch.write(
    "accounts.csv",
    "account_id,handle,name,platform,created_at,followers,following,posts,bio,location,avatar_hash,verified\n" +
      "silent,quiet,Quiet,x,2020-01-01T00:00:00Z,5,6,7,bio,here,ff00,true\n" +
      "77,ZOE,Zoe Z,x,,1e3,,,,,,no\n" +
      ",nobody,,,,,,,,,,\n" +
      "77,again,,,,,,,,,,\n",
  );
  const { accounts, intake, rejects } = await readToTables([posts()], { accounts: list });
  expect(accounts).toMatchObject([
    { account: 0, account_id: "77", handle: "ZOE", name: "Zoe Z", followers: 1000, verified: false, posts: 1 },
    { account: 1, account_id: "ann", handle: "ann", posts: 1 },
    {
      account: 2,
      account_id: "silent",
      created_ms: Date.UTC(2020, 0, 1),
      declared_posts: 7,
      avatar_hash: "ff00",
      posts: 0,
    },
    { account: 3, account_id: "nobody", posts: 0 },
  ]);
  expect(rejects).toEqual([{ file: 1, row: 5, code: "account-duplicate" }]);
  expect(intake.files[1]).toMatchObject({
    role: "accounts",
    format: "marionet-accounts",
    rowsRead: 4,
    rowsKept: 3,
    rowsRejected: 1,
  });
  expect(intake).toMatchObject({ accounts: 4, rowsRead: 2, rowsRejected: 0, rejectedByReason: [] });
});

test("a list keyed by number finds accounts keyed by handle; labels of others are not read", async () => {
  const nbc = scratch.write(
    "users.csv",
    '"id","screen_name","name","followers_count","statuses_count","created_at","verified"\n' +
      '"18710816","Ann","Ann A","304","11484","Wed Jan 07 04:38:02 +0000 2009","false"\n',
  );
  const found = await readToTables([posts()], { accounts: nbc });
  expect(found.intake.files[1]?.format).toBe("nbc-users");
  expect(found.accounts[1]).toMatchObject({
    account_id: "ann",
    handle: "Ann",
    followers: 304,
    created_ms: 1231303082000,
  });
  expect(found.accounts).toHaveLength(2);

  const authors = scratch.write(
    "authors.csv",
    "author_id,author,external_author_id,account_type,account_category\nann,ann,9.06E+17,Right,RightTroll\n",
  );
  const ira = await readToTables([posts()], { accounts: authors });
  expect(ira.intake.files[1]?.format).toBe("ira-authors");
  expect(JSON.stringify(ira)).not.toContain("Troll");
});

test("indicators in Marionet's layout and the laundromat's, hosts taken from addresses", async () => {
  const own = scratch.write(
    "indicators.csv",
    "domain,indicator_type,indicator_value,first_seen,last_seen,source\n" +
      "HTTPS://User@Example.org:443/a?b,GA_ID,UA-1,2024-01-01,,scan\n,ip,1.2.3.4,,,\nexample.net.,ip,,,,\n",
  );
  const found = await readToTables([posts()], { indicators: own });
  expect(found.indicators).toEqual([
    {
      domain: "example.org",
      indicator_type: "ga_id",
      indicator_value: "UA-1",
      first_seen_ms: Date.UTC(2024, 0, 1),
      source: "scan",
    },
  ]);
  expect(found.rejects.map(({ row, code }) => [row, code])).toEqual([
    [3, "domain-missing"],
    [4, "indicator-missing"],
  ]);
  const triples = scratch.write(
    "triples.csv",
    "indicator_type,indicator_content,domain_name\r\r\nip,1.2.3.4,example.org\r\r\n",
  );
  const laundromat = await readToTables([posts()], { indicators: triples });
  expect(laundromat.intake.files.at(-1)?.format).toBe("laundromat-indicators");
  expect(laundromat.indicators).toEqual([{ domain: "example.org", indicator_type: "ip", indicator_value: "1.2.3.4" }]);
});

test("--map names columns no format knows, and beats the format's choice", async () => {
  const odd = scratch.write("odd.csv", "wer,wann,was\nu1,2026-01-01T00:00:00Z,hallo\n");
  const found = await readToTables([odd], { map: { account_id: "WER", time: "wann", text: "was" } });
  expect(found.posts).toMatchObject([{ text: "hallo", time_ms: Date.UTC(2026, 0, 1) }]);
  const swapped = await readToTables([posts()], { map: { text: "account_handle" } });
  expect(swapped.posts.map(({ text }) => text)).toEqual(["zoe", "ann"]);
});

test("several files share accounts, targets and ids", async () => {
  const first = scratch.write("a.csv", "post_id,account_id,created_at,text\n1,u1,2026-01-01T00:00:00Z,a\n");
  const second = scratch.write(
    "b.csv",
    "post_id,account_id,created_at,text,target_post_id,kind\n2,u2,2026-01-01T00:01:00Z,b,1,reply\n1,u9,2026-01-01T00:02:00Z,c,,\n",
  );
  const { posts: found, rejects } = await readToTables([first, second]);
  expect(found[1]).toMatchObject({ file: 1, row: 2, target_account_id: "u1", target_time_ms: Date.UTC(2026, 0, 1) });
  expect(rejects).toEqual([{ file: 1, row: 3, code: "post-id-duplicate" }]);
});
