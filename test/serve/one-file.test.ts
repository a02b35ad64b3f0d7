import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readClusters, readFront, readRows, type SharedCase } from "../../src/exports/shared-case.ts";
import { hideNames } from "../../src/exports/shared-names.ts";
import { leaveOutTexts } from "../../src/exports/shared-without-texts.ts";
import { type CaseSource, openCase } from "../../src/serve/case-source.ts";
import { LIMIT_BYTES, type OneFile, oneFile } from "../../src/serve/one-file.ts";
import { keyedHash } from "../../src/serve/shared-case.ts";
import { openStore } from "../../src/store/database.ts";
import { pseudonymise } from "../../src/store/pseudonyms.ts";
import { INPUT_TABLES } from "../../src/store/schema.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { HOSTILE } from "../fixtures/explorer-world.ts";
import { type MadeCase, makeCase, writePosts } from "../support/analysis.ts";
import { keptFolder, testFolder } from "../support/folder.ts";

const OPTIONS = {
  madeMs: Date.UTC(2026, 0, 2, 3, 4, 5),
  version: "0.1.0",
  key: null,
  withTexts: true,
  isPseudonymised: false,
  limitBytes: LIMIT_BYTES,
};

/** What a built page looks like, with all that could break out of a script. */
function writePage(
  root: string,
  script = `const evil = "</script><!-- <script>", script = 1; /<\\/script>/u.test(evil), 0<script;\r\n`,
): string {
  mkdirSync(join(root, "assets"), { recursive: true });
  writeFileSync(join(root, "index.html"), "<!doctype html>");
  writeFileSync(join(root, "assets", "index-1.js"), script);
  writeFileSync(join(root, "assets", "index-1.css"), "p{fill:url(#hatch)}");
  return root;
}

function dataOf({ html }: OneFile): readonly [front: string, clusters: string, rows: string] {
  const unpack = (id: string) => {
    const packed = new RegExp(`<script type="application/octet-stream" id="${id}">([A-Za-z0-9+/=]+)</script>`).exec(
      html,
    );
    return gunzipSync(Buffer.from(packed?.[1] ?? "", "base64")).toString();
  };
  return [unpack("case"), unpack("case-clusters"), unpack("case-rows")];
}

function sharedOf(file: OneFile): SharedCase {
  const [front, clusters, rows] = dataOf(file);
  return { ...readFront(front), clusters: readClusters(clusters), rows: readRows(rows) };
}

describe("the file itself", () => {
  const folder = keptFolder();
  const root = writePage(join(folder, "page"));
  let source: CaseSource;
  beforeAll(async () => {
    source = await openCase(await buildCase(join(folder, "case")));
  });
  afterAll(() => source.close());

  test("allows by hash what it brings, and nothing else", async () => {
    const { html } = await oneFile(source, root, OPTIONS);
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|'self'|connect-src|blob:/);
    const script = /<script type="module">([\s\S]*)<\/script>\n<\/body>/.exec(html)?.[1] ?? "";
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? "";
    for (const [kind, text] of [
      ["script-src", script],
      ["style-src", style],
    ] as const) {
      expect(policy).toContain(`${kind} 'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
    // Before the policy nothing is read but the letters' code.
    expect(html.indexOf("content-security-policy")).toBeLessThan(html.indexOf("<style"));
    expect(html).not.toMatch(/(?:src|href)="(?!data:,)/);
  });

  test("no end tag, comment or line end of the program survives in it, and it still means the same", async () => {
    const { html } = await oneFile(source, root, OPTIONS);
    const script = /<script type="module">([\s\S]*)<\/script>\n<\/body>/.exec(html)?.[1] ?? "";
    expect(script).not.toMatch(/<\/script|<!--|\r/i);
    expect(new Function(`${script}; return evil;`)()).toBe("</script><!-- <script>");
  });

  test("what adversaries wrote never stands in it as it is, and comes out whole", async () => {
    const made = await oneFile(source, root, OPTIONS);
    for (const text of Object.values(HOSTILE)) {
      expect(made.html).not.toContain(text);
      expect(sharedOf(made).rows.posts.some((post) => post.text?.includes(text)) || text === HOSTILE.handle).toBe(true);
    }
    expect(/[\u2028\u2029\uFEFF\u202E]/.test(made.html)).toBe(false);
  });

  test("same case, same clock: same bytes; the hash is of the data", async () => {
    const [one, two] = [await oneFile(source, root, OPTIONS), await oneFile(source, root, OPTIONS)];
    expect(one.html).toBe(two.html);
    const later = await oneFile(source, root, { ...OPTIONS, madeMs: 1 });
    expect(later.about.dataHash).toBe(one.about.dataHash);
    expect(later.html).not.toBe(one.html);
    const bare = await oneFile(source, root, { ...OPTIONS, withTexts: false });
    expect(bare.about.dataHash).not.toBe(one.about.dataHash);
  });

  test("carries the events that the analyst laid beside the data, hidden as all else", async () => {
    const event = { timeMs: Date.UTC(2015, 10, 3), label: "march of @bob" };
    const events = { name: "marches.csv", events: [event], skipped: [] };
    const withEvents = await openCase(join(folder, "case"), { events });
    const eventsIn = async (change: object) =>
      sharedOf(await oneFile(withEvents, root, { ...OPTIONS, ...change })).overview.events;
    expect(await eventsIn({})).toEqual(events);
    const label = `march of @${keyedHash("k")("bob")}`;
    expect((await eventsIn({ key: "k" }))!.events).toEqual([{ ...event, label }]);
    expect((await eventsIn({ withTexts: false }))!.events).toEqual([{ ...event, label: "left out" }]);
    withEvents.close();
  });

  test("grows smaller bound by bound, says so, and refuses at last", async () => {
    const whole = await oneFile(source, root, OPTIONS);
    const less = await oneFile(source, root, { ...OPTIONS, limitBytes: whole.bytes - 1 });
    expect(less.bytes).toBeLessThan(whole.bytes);
    expect(less.scope.join(" ")).not.toBe(whole.scope.join(" "));
    await expect(oneFile(source, root, { ...OPTIONS, limitBytes: 1000 })).rejects.toThrow(/--max-mb/);
  });

  test("a page that is not built, or that would ask for more files, is refused", async () => {
    await expect(oneFile(source, testFolder(), OPTIONS)).rejects.toThrow(/not built/);
    const more = writePage(join(testFolder(), "more"));
    writeFileSync(join(more, "assets", "worker.js"), "");
    await expect(oneFile(source, more, OPTIONS)).rejects.toThrow(/not one .js/);
    const font = writePage(join(testFolder(), "font"));
    writeFileSync(join(font, "assets", "index-1.css"), "@font-face{src:url(a.woff2)}");
    await expect(oneFile(source, font, OPTIONS)).rejects.toThrow(/asks for another file/);
  });
});

const DAY = 86_400_000;
/** Made of letters that occur in nothing else. */
const name = (i: number) => `Qz${"jxvwkhgb"[i % 8]}qz${i}`;

function namedPosts(): Record<string, string>[] {
  const posts: Record<string, string>[] = [];
  const post = (account: number, day: number, minute: number, text: string, change: Record<string, string> = {}) =>
    posts.push({
      post_id: `77${account}00${posts.length}`,
      account_id: `idqz${account}qz`,
      account_handle: name(account),
      account_name: `Mx ${name(account)} Surnameqz`,
      platform: "x",
      created_at: new Date(Date.UTC(2024, 0, 1) + day * DAY + minute * 60_000 + account * 1000).toISOString(),
      kind: "post",
      text,
      mentions: name(0),
      ...change,
    });
  for (let day = 0; day < 14; day += 1) {
    for (let account = 0; account < 12; account += 1) {
      if ((day * 7 + account * 11) % 5 < 2) continue;
      const text = `Wordqz ${day} of the seven rivers, says @${name(20)} and ${name(3)}, Mx ${name(4)} Surnameqz and idqz5qz #tagqz${day} x.com/${name(6)}/status/998877665541`;
      post(account, day, 60 * day, text, {
        urls: `http://rivers${day}.example/pathqz/story|https://twitter.com/${name(account)}/status/99887766554${account}`,
      });
    }
  }
  for (let account = 12; account < 212; account += 1) {
    for (let i = 0; i < 12; i += 1) {
      const word = (account * 31 + i * i * 17 + i) % 600;
      post(
        account,
        i,
        (account * 37 + i * 211) % 1400,
        `common saying ${word} of the market and their cousin ${word}`,
        {
          urls: `http://stock${word}.example/story`,
        },
      );
    }
  }
  return posts;
}

describe("a copy for others to see", () => {
  const folder = keptFolder();
  const root = writePage(join(folder, "page"));
  let made: MadeCase;
  let source: CaseSource;
  beforeAll(async () => {
    made = await makeCase(folder, { files: [writePosts(join(folder, `${name(9)}.csv`), namedPosts())] });
    source = await openCase(made.path);
  });
  afterAll(() => source.close());

  const NAMES = [
    "qzjqz",
    "qzxqz",
    "qzvqz",
    "qzwqz",
    "qzkqz",
    "qzhqz",
    "qzgqz",
    "qzbqz",
    "idqz",
    "surnameqz",
    "99887766554",
  ];
  const WORDS = ["wordqz", "tagqz", "pathqz", "rivers,", "seven"];
  /** In the page, and in what it packs. */
  const left = (file: OneFile, secrets: readonly string[]) => {
    const bytes = [file.html, ...dataOf(file)].join("").toLowerCase();
    return secrets.filter((secret) => bytes.includes(secret));
  };
  const postIds = () => namedPosts().map((row) => row.post_id!);

  test("the case does hold all this", async () => {
    const whole = await oneFile(source, root, OPTIONS);
    expect(sharedOf(whole).clusters.map(({ members }) => members.length)).toEqual([12]);
    expect(left(whole, [...NAMES, ...WORDS]).sort()).toEqual([...NAMES, ...WORDS].sort());
  });

  test("with pseudonyms no handle, id, name or profile is in any byte; texts are", async () => {
    const file = await oneFile(source, root, { ...OPTIONS, key: "it's a key" });
    expect(left(file, [...NAMES, "it's a key"])).toEqual([]);
    const shared = sharedOf(file);
    const ids = new Set(shared.rows.posts.map(({ postId }) => postId));
    expect(postIds().filter((id) => ids.has(id))).toEqual([]);
    expect(shared.rows.posts.some(({ text }) => text?.startsWith("Wordqz 3 of the seven rivers, says @p_"))).toBe(true);
    expect(file.about.isPseudonymised).toBe(true);
    expect(file.scope.join(" ")).toContain("pseudonyms");
    // The path of the export on the maker's machine is nobody's business.
    expect(left(file, [folder.toLowerCase()])).toEqual([]);
  });

  test("pseudonyms agree with each other, with the case's own, and differ by key", async () => {
    const file = await oneFile(source, root, { ...OPTIONS, key: "it's a key" });
    const { clusters, rows } = sharedOf(file);
    const account = new Map(rows.accounts.map((row) => [row.account, row]));
    for (const member of clusters[0]!.members) expect(account.get(member.account)?.accountId).toBe(member.accountId);
    const store = await openStore(":memory:");
    await store.run(INPUT_TABLES);
    await store.run(`insert into accounts (account, account_id, handle, posts) values (0, 'idqz3qz', '${name(3)}', 1);
      insert into posts (post, post_id, account, time_ms, kind, file, row, urls) values (0, 'p', 0, 0, 'post', 0, 1,
        ['http://x.com/bob', 'netflix.com/title', 'https://www.facebook.com/profile.php?id=1000123'])`);
    await pseudonymise(store, "it's a key");
    const [own] = await store.rows<{ account_id: string; handle: string }>("select account_id, handle from accounts");
    const [post] = await store.rows<{ urls: string }>("select array_to_string(urls, ' ') as urls from posts");
    store.close();
    expect(post!.urls).toBe("http://x.com/p_profile netflix.com/title https://www.facebook.com/p_profile");
    expect(rows.accounts.find(({ accountId }) => accountId === own!.account_id)?.handle).toBe(own!.handle);
    const other = sharedOf(await oneFile(source, root, { ...OPTIONS, key: "another" }));
    expect(
      other.rows.accounts.filter(({ accountId }) => rows.accounts.some((row) => row.accountId === accountId)),
    ).toEqual([]);
  });

  test("without texts no word of a post, tag or path of a link is in any byte; hosts and times are", async () => {
    const file = await oneFile(source, root, { ...OPTIONS, withTexts: false });
    expect(left(file, WORDS)).toEqual([]);
    const shared = sharedOf(file);
    expect(shared.rows.posts.every(({ text, textLength }) => text === null && textLength === 0)).toBe(true);
    expect(shared.rows.posts.every(({ timeMs }) => timeMs > 0)).toBe(true);
    expect(shared.rows.domains.some(({ domain }) => domain === "rivers3.example")).toBe(true);
    const labels = shared.rows.objects.map(({ label }) => label);
    expect(labels.some((label) => /rivers\d+\.example\/…$/.test(label))).toBe(true);
    expect(shared.clusters[0]!.rivals[0]!.name).toBe(source.cluster("C01")!.rivals[0]!.name);
    expect(file.scope.join(" ")).toContain("Texts, tags");
  });

  test("both at once", async () => {
    const file = await oneFile(source, root, { ...OPTIONS, withTexts: false, key: "k" });
    expect(left(file, [...NAMES, ...WORDS])).toEqual([]);
  });
});

test("a field that nobody has thought of is hidden, not shown", () => {
  const shared = {
    overview: {
      caseName: "x",
      brandNew: { phrase: "meet @bobby_tables and bobby_tables さん @bobさん at bobby_tables.example" },
    },
    clusters: [],
    rows: {},
  } as unknown as Parameters<typeof hideNames>[0];
  const known = { ids: [], handles: ["Bobby_Tables", '"><svg onload=x>', "é"], names: ["Ann Lee"] };
  const hidden = JSON.stringify(hideNames(shared, known, keyedHash("k")));
  expect(hidden).not.toMatch(/bobby|@bob/i);
  expect(hidden).toContain("さん at p_");
});

test("labels are hidden as what they are: ids, mentions, traits of profiles, texts", () => {
  const hide = keyedHash("k");
  const objects = [
    ["co-reply", "12345"],
    ["co-mention", "Bob anna"],
    ["shared-profile", "bio: mother of Ann"],
    ["co-url", "twitter.com/bob/status/1234567"],
    ["co-url", "news.example/story"],
  ].map(([trace, label]) => ({ trace, label }));
  const shared = { overview: {}, clusters: [], rows: { objects } } as unknown as Parameters<typeof hideNames>[0];
  const { rows } = hideNames(shared, { ids: [], handles: [], names: [] }, hide);
  expect(rows.objects.map(({ label }) => label)).toEqual([
    hide("12345"),
    `${hide("bob")} ${hide("anna")}`,
    `bio: ${hide("bio: mother of Ann")}`,
    `twitter.com/p_profile/status/${hide("1234567")}`,
    "news.example/story",
  ]);
});

test("clusters are named by what is hidden, not by words of a profile or the beginning of a long id", () => {
  const id = "averyveryverylongidofsomebodywhowasansweredalot";
  const object = { members: 5, accounts: 5, coactions: 9, object: 1 };
  const clusters = [
    {
      clusterId: "C01",
      name: "shared profile mother of Ann",
      objects: [{ ...object, trace: "shared-profile", label: "bio: mother of Ann" }],
    },
    {
      clusterId: "C02",
      name: `replies to ${id.slice(0, 20)}…`,
      objects: [{ ...object, trace: "co-target", label: id }],
    },
    { clusterId: "C03", name: "replies to bob", objects: [{ ...object, trace: "co-target", label: "bob" }] },
  ];
  const shared = {
    overview: { clusters: clusters.map(({ clusterId, name }) => ({ clusterId, name })) },
    clusters,
    rows: { posts: [], accounts: [{ accountId: "a1", name: "Bob", clusterId: "C01", clusterName: clusters[0]!.name }] },
  } as unknown as Parameters<typeof hideNames>[0];
  const hide = keyedHash("k");
  const hidden = hideNames(shared, { ids: [], handles: [], names: [] }, hide);
  const names = [`shared profile ${hide("bio: mother of Ann")}`, `replies to ${hide(id)}`, `replies to ${hide("bob")}`];
  expect(hidden.overview.clusters.map(({ name }) => name)).toEqual(names);
  expect(hidden.clusters.map(({ name }) => name)).toEqual(names);
  expect(hidden.rows.accounts[0]).toMatchObject({ name: null, clusterName: names[0] });
  expect(JSON.stringify(hidden)).not.toMatch(/ann|bob|averyvery/i);
  // Without texts as well, a name of nothing but a pseudonym stays, and one of a profile goes.
  const bare = leaveOutTexts({ ...hidden, clusters: hidden.clusters.map((one) => ({ ...one, domains: [] })) });
  expect(bare.clusters.map(({ name }) => name)).toEqual(["Cluster C01", names[1], names[2]]);
});

test("links to persons are hidden on the platforms they are of, and on no other site whose name ends alike", () => {
  const texts = [
    ["https://www.x.com/bob/with_replies", "https://www.x.com/p_profile/with_replies"],
    [
      "see x.com/bob, (t.me/bob) and https://fb.com/bob?ref=1",
      "see x.com/p_profile, (t.me/p_profile) and https://fb.com/p_profile?ref=1",
    ],
    ["facebook.com/profile.php?id=100012345678", "facebook.com/p_profile"],
    ["https://bsky.app/profile/bob.example/post/1", "https://bsky.app/profile/p_profile/post/1"],
    ["https://netflix.com/title and fox.com/story, at.me/x", "https://netflix.com/title and fox.com/story, at.me/x"],
  ];
  const shared = { overview: {}, clusters: [], rows: { posts: texts.map(([text]) => ({ text })) } };
  const { rows } = hideNames(
    shared as unknown as Parameters<typeof hideNames>[0],
    { ids: [], handles: [], names: [] },
    keyedHash("k"),
  );
  expect(rows.posts.map(({ text }) => text)).toEqual(texts.map(([, hidden]) => hidden));
});
