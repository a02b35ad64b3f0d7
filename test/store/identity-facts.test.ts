import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { SILENT } from "../../src/corpus/progress.ts";
import { readInputs } from "../../src/formats/intake.ts";
import { openStore } from "../../src/store/database.ts";
import { identityFacts } from "../../src/store/identity-facts.ts";
import { profileRows } from "../../src/store/profile-rows.ts";
import { testFolder } from "../support/folder.ts";

it("gives each account its own dates, counts, silences and hours, and its first post by time", async () => {
  const folder = testFolder();
  const posts = join(folder, "posts.csv");
  const accounts = join(folder, "accounts.csv");
  // Rows out of order; anna is silent for ten months and comes back in another language; 3 March 2025 is a Monday.
  writeFileSync(
    posts,
    [
      "post_id,account_id,created_at,text,language",
      "p1,anna,2025-03-03T01:10:00Z,novi tekst ovde,sr",
      "p2,anna,2025-03-03T01:50:00Z,jos jedan tekst,sr",
      "p3,anna,2024-05-01T00:00:00Z,an old text of hers,en",
      "p4,bert,2025-03-09T23:59:59Z,hello you all there,en",
    ].join("\n"),
  );
  writeFileSync(
    accounts,
    [
      "account_id,handle,name,created_at,followers,following,posts,bio,avatar_hash",
      "anna,Anna_1,Anna,2014-11-01T00:00:00Z,17,0,40,Some words,00ff00ff00ff00ff",
      "bert,bert,,,,,,,",
      "carl,carl,Carl,2020-01-01T00:00:00Z,1,2,3,No post here,",
    ].join("\n"),
  );
  const store = await openStore(":memory:");
  try {
    await readInputs(store, [posts], { accounts }, SILENT);
    const ids = await store.rows<{ id: string }>("select account_id as id from accounts order by account");
    const of = (id: string) => ids.findIndex((row) => row.id === id);
    const facts = await identityFacts(store);
    const [anna, bert, carl] = [of("anna"), of("bert"), of("carl")];
    const day = (iso: string) => Date.parse(iso);
    expect([facts.createdMs[anna], facts.followers[anna], facts.following[anna], facts.declaredPosts[anna]]).toEqual([
      day("2014-11-01T00:00:00Z"),
      17,
      0,
      40,
    ]);
    expect(facts.handle[anna]).toBe("Anna_1");
    expect([facts.posts[anna], facts.posts[bert], facts.posts[carl]]).toEqual([3, 1, 0]);
    expect([facts.firstMs[anna], facts.lastMs[anna]]).toEqual([
      day("2024-05-01T00:00:00Z"),
      day("2025-03-03T01:50:00Z"),
    ]);
    expect(facts.silenceMs[anna]).toBe(day("2025-03-03T01:10:00Z") - day("2024-05-01T00:00:00Z"));
    expect([facts.changedLanguage[anna], facts.changedLanguage[bert], facts.silenceMs[bert]]).toEqual([1, 0, 0]);
    expect(facts.createdMs[bert]).toBeNaN();
    const { starts, hour, count } = facts.hours;
    const week = (account: number) =>
      Array.from({ length: starts[account + 1]! - starts[account]! }, (_, i) => [
        hour[starts[account]! + i],
        count[starts[account]! + i],
      ]);
    // 1 May 2024 was a Wednesday.
    expect(week(anna)).toEqual([
      [1, 2],
      [48, 1],
    ]);
    expect(week(bert)).toEqual([[167, 1]]);
    expect(week(carl)).toEqual([]);
    const rows = await profileRows(store);
    expect(rows.map((row) => row.account)).toEqual([anna]);
    expect(rows[0]).toMatchObject({ bio: "Some words", avatarHash: "00ff00ff00ff00ff", timeMs: facts.firstMs[anna] });
    const [first] = await store.rows<{ post: number }>("select post from posts where post_id = 'p3'");
    expect(rows[0]!.post).toBe(first!.post);
  } finally {
    store.close();
  }
});
