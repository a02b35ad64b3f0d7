import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Profile } from "../../src/clusters/profile.ts";
import { makeCase, writePosts } from "../support/analysis.ts";
import { keptFolder } from "../support/folder.ts";

const HOUR = 3_600_000;
/** A Wednesday. */
const START = Date.UTC(2024, 0, 3);

/**
 * Nine accounts link the same pages within minutes, on some of sixteen days at 7 in the morning; account 0 is always first, account 8
 * answers one author besides. Two hundred others link pages from a common stock.
 */
function world(): Record<string, string>[] {
  const posts: Record<string, string>[] = [];
  const post = (account: string, timeMs: number, text: string, change: Record<string, string>) =>
    posts.push({
      post_id: `p${posts.length}`,
      account_id: account,
      created_at: new Date(timeMs).toISOString(),
      kind: "post",
      text,
      ...change,
    });
  for (let day = 0; day < 16; day++) {
    for (let crew = 0; crew < 9; crew++) {
      if (crew > 0 && (day * 7 + crew * 11) % 5 < 2) continue;
      const timeMs = START + day * 24 * HOUR + 7 * HOUR + crew * 20_000;
      post(`crew${crew}`, timeMs, `a${crew} b${day}`, { urls: `http://push.example/story-${day}`, language: "fr" });
    }
    for (let i = 0; i < 2; i++) {
      const change = { kind: "reply", target_post_id: `t${day}`, target_account_id: "victim", language: "fr" };
      post(`crew${7 + i}`, START + day * 24 * HOUR + 9 * HOUR + i, `c${i} d${day}`, change);
    }
  }
  for (let account = 0; account < 200; account++) {
    for (let i = 0; i < 15; i++) {
      const page = (account * 31 + i * i * 17 + i) % 600;
      const timeMs = START + i * 24 * HOUR + ((account * 37 + i * 211) % 1400) * 60_000;
      post(`person${account}`, timeMs, `e${account} f${i}`, {
        urls: `http://stock${page}.example/story`,
        language: "en",
      });
    }
  }
  return posts;
}

describe("a profile, filled in from rows", () => {
  const folder = keptFolder();
  let profile: Profile;
  let count: number;

  beforeAll(async () => {
    const made = await makeCase(folder, { files: [writePosts(join(folder, "posts.csv"), world())] });
    count = made.profiles.length;
    profile = made.profiles[0]!;
  });

  test("who: all of the crew and nobody else, with posts and span from the rows", () => {
    expect(count).toBe(1);
    expect(profile.members.map(({ accountId }) => accountId).sort()).toEqual(
      [...Array(9).keys()].map((i) => `crew${i}`),
    );
    const own = world().filter(({ account_id }) => account_id!.startsWith("crew"));
    expect(profile.posts).toBe(own.length);
    expect(profile.members.map(({ posts }) => posts)).toEqual(
      profile.members.map(({ accountId }) => own.filter(({ account_id }) => account_id === accountId).length),
    );
    const times = own.map(({ created_at }) => Date.parse(created_at!));
    expect([profile.firstMs, profile.lastMs]).toEqual([Math.min(...times), Math.max(...times)]);
  });

  test("roles: the one that is first brings up, those that mostly answer comment", () => {
    const roles = Object.fromEntries(profile.members.map(({ accountId, role }) => [accountId, role]));
    expect(roles.crew0).toBe("originator");
    expect(roles.crew6).toBe("amplifier");
    expect([roles.crew7, roles.crew8]).toEqual(["commenter", "commenter"]);
  });

  test("when: the crew's hours, Monday 00 first, apart from everybody else's", () => {
    // Sixteen days from a Wednesday: three Wednesdays, Thursdays and so on, but two Fridays to Tuesdays.
    expect(profile.rhythm).toHaveLength(168);
    expect(profile.rhythm.reduce((sum, posts) => sum + posts, 0)).toBe(profile.posts);
    const busy = profile.rhythm.flatMap((posts, hour) => (posts > 0 ? [hour % 24] : []));
    expect(new Set(busy)).toEqual(new Set([7, 9]));
    expect(profile.rhythm[2 * 24 + 9]).toBe(3 * 2);
    expect(profile.rhythm[4 * 24 + 9]).toBe(2 * 2);
    expect(profile.rhythmOthers.reduce((sum, posts) => sum + posts, 0)).toBe(3000);
  });

  test("what: links and the site they push, with members and everyone who touched them", () => {
    const first = profile.objects.find(({ label }) => label === "push.example/story-0")!;
    const there = world().filter(({ urls }) => urls === "http://push.example/story-0").length;
    expect(first).toMatchObject({
      trace: "co-url",
      members: there,
      accounts: there,
      coactions: (there * (there - 1)) / 2,
    });
    expect(profile.domains[0]).toMatchObject({ domain: "push.example", members: 9 });
    expect(profile.domains.map(({ domain }) => domain)).toEqual(["push.example"]);
    expect([profile.domainsTotal, profile.targetsTotal]).toEqual([1, 1]);
  });

  test("whom they answered, and in which language, as exported", () => {
    expect(profile.targets).toEqual([{ accountId: "victim", posts: 16, members: 2 }]);
    expect(profile.languages).toEqual([{ language: "fr", posts: profile.posts, guessed: false }]);
  });

  test("time line and evidence count the same co-actions", () => {
    for (const line of profile.evidence) {
      const cells = profile.timeline.filter(({ trace }) => trace === line.trace);
      // The time line counts whatever members did together, the evidence what significant pairs did.
      expect(cells.reduce((sum, { coactions }) => sum + coactions, 0)).toBeGreaterThanOrEqual(line.coactions);
    }
  });

  test("examples show six accounts before any twice", () => {
    const shown = profile.surprising.flatMap(({ tie }) => [tie.a, tie.b]);
    expect(profile.surprising).toHaveLength(3);
    expect(new Set(shown).size).toBe(6);
  });
});
