import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { TargetCrew } from "../../../src/clusters/crews/crew.ts";
import { findCrews } from "../../../src/clusters/crews/find-crews.ts";
import { SILENT } from "../../../src/corpus/progress.ts";
import { readInputs } from "../../../src/formats/intake.ts";
import { openStore, type Store } from "../../../src/store/database.ts";
import { writePosts } from "../../support/analysis.ts";
import { keptFolder } from "../../support/folder.ts";

const START = Date.UTC(2024, 0, 3);
const MINUTE = 60_000;

/**
 * Ten posts of "main", one a day. Eight of a crew answer six of them each within five minutes and write nothing else, but for crew0,
 * who answers one other, and three who answer a famous author whom all the others answer. Six neighbours answer two posts of main after three hours, six other authors, and post themselves. The author
 * answers itself.
 */
function world(): Record<string, string>[] {
  const posts: Record<string, string>[] = [];
  const post = (account: string, timeMs: number, text: string, change: Record<string, string> = {}) => {
    const id = `p${posts.length}`;
    posts.push({
      post_id: id,
      account_id: account,
      created_at: new Date(timeMs).toISOString(),
      kind: "post",
      text,
      ...change,
    });
    return id;
  };
  const answer = (account: string, timeMs: number, text: string, parent: string, author: string) =>
    post(account, timeMs, text, { kind: "reply", target_post_id: parent, target_account_id: author });
  for (let day = 0; day < 10; day++) {
    const at = START + day * 1440 * MINUTE;
    const parent = post("main", at, `news of day ${day}`);
    answer("main", at + MINUTE, "more to come", parent, "main");
    for (let crew = 0; crew < 8; crew++) {
      if ((crew + day) % 5 < 2) continue;
      answer(`crew${crew}`, at + 5 * MINUTE, `well said main number ${crew} we are with you`, parent, "main");
    }
    for (let i = 0; i < 6; i++) {
      const away = ["harbour lights", "cold ferry", "a bridge", "storm tickets", "paper street", "nobody"][i]!;
      if (day % 5 === i % 5) answer(`other${i}`, at + 180 * MINUTE, `${away} ${day * 7 + i}`, parent, "main");
      if (day < 6) answer(`other${i}`, at + 200 * MINUTE, `elsewhere ${day} ${i}`, `q${i}-${day}`, `author${day}`);
      if (day === 0) post(`other${i}`, at, `my own post ${i}`);
    }
  }
  for (let i = 0; i < 3; i++) post(`quiet${i}`, START, `nothing ${i}`);
  for (const who of ["crew0", "crew1", "crew2", "other0", "other1", "other2", "other3", "other4", "other5"]) {
    answer(who, START + 500 * MINUTE, "so do I", "f0", "famous");
  }
  answer("crew0", START + 999 * MINUTE, "hm", "q0-0", "author0");
  return posts;
}

describe("a crew around one author", () => {
  let store: Store;
  let crew: TargetCrew;
  let numberOf: (id: string) => number;

  beforeAll(async () => {
    store = await openStore(":memory:");
    await readInputs(store, [writePosts(join(keptFolder(), "posts.csv"), world())], {}, SILENT);
    const rows = await store.rows<{ account: number; id: string }>("select account, account_id as id from accounts");
    const numbers = new Map(rows.map(({ account, id }) => [id, account]));
    numberOf = (id) => numbers.get(id)!;
    const members = [...Array(8).keys()].map((i) => numberOf(`crew${i}`));
    crew = (await findCrews(store, [members], 1))[0]!;
    return () => store.close();
  });

  test("is told by whom it answers, how often, and what else it does", () => {
    expect(crew).toMatchObject({
      authorId: "main",
      authors: [{ authorId: "main", members: 8, isMember: false }],
      authorPosts: 10,
      answeredByCrew: 10,
      crew: 8,
      repeats: 6,
      repeatsOthers: 2,
      delayMin: 5,
      delayOthersMin: 180,
      withoutOwnPosts: 1,
      withoutOwnPostsOthers: 0,
      ageDays: null,
      followers: null,
      batch: null,
    });
    expect(crew.exclusivity).toBeCloseTo(48 / 52);
    expect(crew.exclusivityOthers).toBeCloseTo(12 / 54);
    expect(crew.closedLoop).toBeCloseTo(48 / 60);
    expect(crew.closedLoopExpected).toBeCloseTo(52 / 106);
  });

  test("its texts are closer than those of others under the same posts", () => {
    // Only day 0 and day 5 have two others.
    expect(crew.tightness).toBeGreaterThan(0.3);
    expect(crew.tightnessP).toBeLessThan(0.05);
  });

  test("says each thing with its numbers", () => {
    const all = crew.sentences.join("\n");
    expect(all).toContain("8 members answered two or more of the 10 answered posts of this author");
    expect(all).toContain("48 of 60 answers to these posts come from the group");
    expect(all).toContain(
      "48 of 52 answers of the group go to this author; among others who answer this author and anybody else it is 12 of 54.",
    );
    expect(all).toContain("within 5 minutes of the post, half of the others' within 3 hours");
    expect(all).toContain(
      "8 of 8 in the group published nothing of their own in this export; of the others who answer this author, 0 of 6.",
    );
    expect(all).not.toContain("batches");
  });

  test("says of an author inside the cluster that it is a member, and does not take it for one of the crew", async () => {
    const members = ["main", ...[...Array(8).keys()].map((i) => `crew${i}`)].map(numberOf);
    const [one] = await findCrews(store, [members], 1);
    expect(one).toMatchObject({ crew: 8, authors: [{ authorId: "main", members: 8, isMember: true }] });
  });

  test("what some of the group answer like everybody else is not what the group is about", async () => {
    // Three of the crew answer a famous author, whom all the others answer: 3 of 8 is a quarter, but less than half of the 8.
    const [one] = await findCrews(store, [[...Array(8).keys()].map((i) => numberOf(`crew${i}`))], 1);
    const famous = await store.rows<{ n: number }>(
      "select count(distinct account)::integer as n from posts where target_account_id = 'famous' and kind = 'reply'",
    );
    expect(famous[0]!.n).toBe(9);
    expect(one!.authors.map(({ authorId }) => authorId)).toEqual(["main"]);
  });

  test("two who answer one author, or a group in which most answer nobody twice, are no crew", async () => {
    const of = (...ids: string[]) => ids.map(numberOf);
    const groups = [
      of("crew0", "crew1"),
      of("main"),
      of("crew0", "crew1", "crew2", "main", "quiet0", "quiet1", "quiet2"),
      of("crew0", "crew1", "crew2", "main", "quiet0", "quiet1"),
      [],
    ];
    const crews = await findCrews(store, groups, 1);
    expect(crews.map((one) => one?.crew ?? null)).toEqual([null, null, null, 3, null]);
  });
});
