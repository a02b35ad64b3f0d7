import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { labelsOf } from "../../src/traces/labels.ts";
import { testFolder } from "../support/folder.ts";
import { actionsByTrace, observed } from "./observed.ts";

const POSTS = "test/fixtures/traces/posts.csv";
const FERRIES =
  "The harbour council voted on Tuesday to sell both ferries to a company nobody here had ever heard of " +
  "https://news.example.org/ferries?utm_source=x&id=7#top https://news.example.org/ #Ferry #Harbour #Vote";
const OWN_WORDS =
  "Words passed on as if they were his own by an account whose export names no original and no author at all today";

describe("the traces of twenty-one posts", () => {
  it("are these, and no others", async () => {
    expect(await observed(POSTS, actionsByTrace)).toEqual({
      // By number where the export names the original, by author and words where it does not; a quote passes on, too.
      "co-repost": [
        "p3 cleo | p1",
        "p4 dora | p1",
        "p5 emil | @paper ferries sold in secret ferry secret sale",
        "p6 fred | @paper ferries sold in secret ferry secret sale",
        "p10 dora | p2",
        "p13 gina | @paper t.co/Link1",
        "p14 gina | p1",
        "p15 gina | p1",
        "p16 hans | p1",
        "p17 hans | p1",
        "p21 cleo | p2",
      ],
      // Sixty seconds are fast; sixty-one, a day and five seconds, and a minute before the original are not.
      "fast-repost": ["p3 cleo | anna", "p14 gina | anna"],
      // Without tracking parameters; the first page of a post, not the bare host before it.
      "co-url": [
        "p1 anna | news.example.org/ferries?id=7",
        "p2 bert | news.example.org/ferries?id=7",
        "p10 dora | blog.example.co.uk/x",
        "p11 emil | t.co/AbC123",
      ],
      // The first of a post, and none for the shortener.
      "co-domain": [
        "p1 anna | example.org",
        "p2 bert | example.org",
        "p10 dora | example.co.uk",
        "p11 emil | example.co.uk",
      ],
      // "Good morning" of p8 and p19 says too little.
      "same-text": [`p1 anna | ${FERRIES}`, `p2 bert | ${FERRIES}`, `p12 fred | ${OWN_WORDS}`],
      "hashtag-sequence": [
        "p1 anna | ferry harbour vote",
        "p2 bert | ferry harbour vote",
        "p20 dora | vote ferry vote harbour",
      ],
      "hashtag-set": [
        "p1 anna | ferry harbour vote",
        "p2 bert | ferry harbour vote",
        "p11 emil | one two",
        "p20 dora | ferry harbour vote",
        // What a quote says is its own.
        "p21 cleo | told you",
      ],
      // The set in alphabetical order, from the text or, without one, from the export; answers to a known post are left to co-reply.
      "co-hashtag": [
        "p1 anna | ferry 2026-03-01",
        "p2 bert | ferry 2026-03-01",
        "p10 dora | one 2026-03-01",
        "p11 emil | two 2026-03-01",
        "p20 dora | vote 2026-03-01",
        "p21 cleo | told 2026-03-01",
      ],
      "co-mention": ["p9 cleo | council mayor", "p11 emil | council mayor"],
      "co-reply": ["p7 anna | q1", "p8 bert | q1", "p19 hans | p2"],
      // The author of p2 is looked up where the row does not name him.
      "co-target": ["p7 anna | mayor", "p8 bert | mayor", "p9 cleo | mayor", "p19 hans | bert"],
      // All of a post, whatever their order.
      "co-media": ["p1 anna | aa bb", "p2 bert | aa bb"],
    });
  });

  it("leave a declared repost to co-repost: its words, links, tags, mentions and pictures are not its own", async () => {
    const found = await observed(POSTS, actionsByTrace);
    const declared = /^(p3|p4|p5|p6|p13|p14|p15|p16|p17|p18) /;
    for (const [trace, actions] of Object.entries(found)) {
      if (trace !== "co-repost" && trace !== "fast-repost") {
        expect(actions.filter((action) => declared.test(action))).toEqual([]);
      }
    }
    // A bare "RT @paper" passes on nothing.
    expect(Object.values(found).flat().join()).not.toContain("p18 ");
  });

  it("carry the time of the post, every account of the case, and the first post of each object", async () => {
    await observed(POSTS, async ({ traces, backgroundPosts }, store) => {
      const posts = await store.rows<{ time: number; account: number }>(
        "select time_ms::double as time, account from posts order by post",
      );
      for (const { actions, examplePost } of traces) {
        expect(actions.accountCount).toBe(8);
        for (let i = 0; i < actions.count; i++) {
          const post = actions.post[i]!;
          expect(actions.timeMs[i]).toBe(posts[post]!.time);
          expect(actions.account[i]).toBe(posts[post]!.account);
          const first = actions.object.indexOf(actions.object[i]!);
          expect(examplePost[actions.object[i]!]).toBe(actions.post[first]);
        }
      }
      // All posts with a text.
      expect(backgroundPosts).toBe(15);
    });
  });

  it("find an object again by its key, and name any choice of objects in the order asked for", async () => {
    await observed(POSTS, async ({ traces }, store) => {
      const urls = traces.find(({ trace }) => trace.name === "co-url")!;
      const [ferries, blog] = ["news.example.org/ferries?id=7", "blog.example.co.uk/x"].map(urls.objectOf);
      expect([ferries, blog, urls.objectOf("news.example.org/other")]).toEqual([0, 1, -1]);
      expect(await labelsOf(store, urls, [blog!, ferries!, blog!])).toEqual([
        "blog.example.co.uk/x",
        "news.example.org/ferries?id=7",
        "blog.example.co.uk/x",
      ]);
      expect(await labelsOf(store, urls, [])).toEqual([]);
    });
  });
});

describe("other exports", () => {
  it("with opaque shared objects leave co-shares alone", async () => {
    const file = join(testFolder(), "shares.csv");
    writeFileSync(
      file,
      "object_id,account_id,content_id,timestamp_share\nhttps://a.org/x,u1,c1,1700000000\no2,u2,c2,1700000030\no2,u1,c3,1700000031\n",
    );
    expect(await observed(file, actionsByTrace)).toEqual({
      "co-share": ["c1 u1 | https://a.org/x", "c2 u2 | o2", "c3 u1 | o2"],
    });
  });

  it("larger than one chunk keep every action with its account, post and object", async () => {
    const file = join(testFolder(), "many.csv");
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `p${i},u${i % 700},${1_700_000_000 + i},https://example.org/story/${(i * 7) % 1300}`,
    );
    writeFileSync(file, `post_id,account_id,created_at,urls\n${rows.join("\n")}\n`);
    const found = await observed(file, actionsByTrace);
    expect(found["co-url"]).toEqual(
      Array.from({ length: 5000 }, (_, i) => `p${i} u${i % 700} | example.org/story/${(i * 7) % 1300}`),
    );
    expect(new Set(found["co-domain"]?.map((action) => action.split(" | ")[1]))).toEqual(new Set(["example.org"]));
    expect(Object.keys(found)).toEqual(["co-url", "co-domain"]);
  });
});
