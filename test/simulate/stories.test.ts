import { describe, expect, it } from "vitest";
import { truthOf } from "../../src/simulate/truth.ts";
import { options, type Row, readWorld, timeOf } from "./rows.ts";

const easy = readWorld("sneer-review", options(1));
const hard = readWorld("sneer-review", options(1, "hard"));
const evasive = readWorld("sneer-review", options(1, "evasive"));

/** For each main post: what the crew answered, and what others did. */
function discussions(world: typeof easy) {
  const mains = world
    .by("sneer-review", "main")
    .filter((post) => post.kind === "post" && /Tidewall|Ninefold/.test(post.text!));
  return mains.map((main) => {
    const answers = world.posts.filter((post) => post.kind === "reply" && post.target_post_id === main.post_id);
    const isCrew = (post: Row) => world.labelOf.get(post.account_id!)!.role === "replier";
    const minutes = (post: Row) => (timeOf(post) - timeOf(main)) / 60_000;
    const crew = answers.filter(isCrew);
    return { crew, others: answers.length - crew.length, minutes: crew.map(minutes) };
  });
}

describe("sneer-review", () => {
  it("is answered by its crew within 1 to 40 minutes, one post by 220 replies, and by few others", () => {
    const found = discussions(easy);
    expect(found.length).toBe(8);
    const sizes = found.map(({ crew }) => crew.length).sort((a, b) => a - b);
    expect(sizes.at(-1)).toBe(220);
    expect(sizes[0]).toBeGreaterThanOrEqual(8);
    expect(sizes.at(-2)).toBeLessThanOrEqual(30);
    for (const { crew, others, minutes } of found) {
      expect(others).toBeLessThanOrEqual(4);
      expect(Math.min(...minutes)).toBeGreaterThanOrEqual(1 - 1 / 60);
      if (crew.length <= 30) expect(Math.max(...minutes)).toBeLessThanOrEqual(40);
    }
  });

  it("answers ten times slower on hard, most of it reworded", () => {
    const found = discussions(hard);
    const minutes = found.flatMap((discussion) => discussion.minutes).sort((a, b) => a - b);
    expect(minutes[0]).toBeGreaterThanOrEqual(9.9);
    expect(minutes[minutes.length >> 1]).toBeGreaterThan(50);
    const repeated = (world: typeof easy) => {
      const texts = discussions(world).flatMap(({ crew }) => crew.map(({ text }) => text!));
      return texts.filter((text) => texts.indexOf(text) !== texts.lastIndexOf(text)).length / texts.length;
    };
    expect(repeated(easy)).toBeGreaterThan(0.9);
    expect(repeated(hard)).toBeLessThan(0.6);
    expect(repeated(evasive)).toBeLessThan(0.15);
  });

  it("lets two of its crew share at most three posts on evasive", () => {
    const answered = new Map<string, Set<number>>();
    discussions(evasive).forEach(({ crew }, i) => {
      for (const { account_id } of crew) answered.set(account_id!, (answered.get(account_id!) ?? new Set()).add(i));
    });
    expect(Math.max(...[...answered.values()].map((set) => set.size))).toBeLessThanOrEqual(3);
    expect(discussions(evasive).every(({ crew }) => crew.length >= 6)).toBe(true);
  });

  it("leads an ordinary life beside: about the share of decoys asked for", () => {
    const decoys = (world: typeof easy) => {
      const all = world.by("sneer-review", "replier").length;
      return 1 - discussions(world).flatMap(({ crew }) => crew).length / all;
    };
    expect(decoys(easy)).toBeLessThan(0.25);
    expect(decoys(hard)).toBeGreaterThan(0.25);
    expect(decoys(evasive)).toBeGreaterThan(decoys(hard));
  });
});

describe("leaks", () => {
  it.each([1, 2, 3])("stay below an AUC of 0.65 on hard, seed %i", (seed) => {
    const world = seed === 1 ? hard : readWorld("sneer-review", options(seed, "hard"));
    const leaks = truthOf("sneer-review", world.settings, world).leaks!;
    for (const [figure, auc] of Object.entries(leaks)) expect(auc, figure).toBeLessThan(0.65);
  });

  it("leave no column filled for one side alone", () => {
    const filled = (rows: readonly Row[]) => {
      const heads = Object.keys(rows[0]!);
      const share = (head: string) => rows.filter((row) => row[head] !== "").length / rows.length;
      return new Map(heads.map((head) => [head, share(head)]));
    };
    const replies = (operation: string) => hard.by(operation).filter(({ kind }) => kind === "reply");
    const isCovert = (row: Row) => hard.labelOf.get(row.account_id!)!.operation === "sneer-review";
    const pairs = [
      [filled(replies("organic")), filled(replies("sneer-review"))],
      [filled(hard.accounts.filter((row) => !isCovert(row))), filled(hard.accounts.filter(isCovert))],
    ] as const;
    for (const [organic, covert] of pairs) {
      for (const [head, share] of organic) expect(Math.abs(share - covert.get(head)!), head).toBeLessThan(0.2);
    }
  });
});

describe("benign company", () => {
  it("carries wire items word for word on several sites within the hour", () => {
    const items = new Map<string, Row[]>();
    for (const post of easy.by("benign:syndication")) {
      if (post.text!.endsWith("(Union Wire)")) items.set(post.text!, [...(items.get(post.text!) ?? []), post]);
    }
    const carried = [...items.values()].filter((posts) => posts.length >= 4);
    expect(carried.length).toBeGreaterThan(20);
    const quick = carried.filter(
      (posts) => Math.max(...posts.map(timeOf)) - Math.min(...posts.map(timeOf)) < 3_600_000,
    );
    expect(quick.length / carried.length).toBeGreaterThan(0.7);
    for (const posts of carried)
      expect(new Set(posts.map(({ urls }) => new URL(urls!).hostname)).size).toBeGreaterThanOrEqual(4);
  });

  it("alerts on the same headline seconds apart", () => {
    const alerts = easy.by("benign:breaking-news");
    const byUrl = new Map<string, Row[]>();
    for (const post of alerts) byUrl.set(post.urls!, [...(byUrl.get(post.urls!) ?? []), post]);
    const gaps = [...byUrl.values()].map((posts) => Math.max(...posts.map(timeOf)) - Math.min(...posts.map(timeOf)));
    expect(gaps.filter((gap) => gap < 180_000).length / gaps.length).toBeGreaterThan(0.6);
  });

  it("holds streaming parties with copied templates and one order of hashtags, and says so", () => {
    const party = easy
      .by("benign:fan-campaign")
      .filter(({ hashtags }) => /Party1$/.test(hashtags!) && hashtags!.split("|").length === 3);
    expect(party.length).toBeGreaterThan(15);
    expect(new Set(party.map(({ hashtags }) => hashtags)).size).toBe(1);
    expect(new Set(party.map(({ text }) => text)).size).toBeLessThan(party.length);
    const fans = easy.accounts.filter((row) => easy.labelOf.get(row.account_id!)!.role === "fan");
    const artist = easy.accounts.find((row) => easy.labelOf.get(row.account_id!)!.role === "artist")!;
    expect(fans.filter(({ bio }) => bio!.includes(artist.name!)).length / fans.length).toBeGreaterThan(0.5);
  });

  it("reacts to news within minutes, in own words", () => {
    const truth = truthOf("sneer-review", easy.settings, easy);
    expect(truth.events.length).toBe(2);
    for (const { time } of truth.events) {
      const since = (post: Row) => (timeOf(post) - Date.parse(time)) / 60_000;
      const rate = (from: number, to: number) =>
        easy.by("organic").filter((post) => since(post) >= from && since(post) < to).length;
      // A quiet half hour before, a loud one after.
      expect(rate(0, 30)).toBeGreaterThan(2 * rate(-30, 0) + 15);
    }
  });
});
