import { expect, test } from "vitest";
import { options, readWorld, timeOf } from "../rows.ts";

const world = readWorld("organic", options(4, "easy", 3000));
const calls = world.by("benign:giveaway", "host").filter(({ kind, text }) => kind === "post" && /repost/.test(text!));
const entriesOf = (id: string) => world.posts.filter(({ target_post_id }) => target_post_id === id);

test("a call with prize and rules draws repost and then reply, from hunters and from others", () => {
  expect(calls.length).toBe(6);
  for (const call of calls) {
    expect(call.text).toMatch(/win|giveaway/i);
    const entries = entriesOf(call.post_id!);
    const isHunter = (id: string) => world.labelOf.get(id)!.role === "hunter";
    const replies = entries.filter(({ kind }) => kind === "reply");
    const repostMs = new Map(
      entries.filter(({ kind }) => kind === "repost").map((row) => [row.account_id!, timeOf(row)]),
    );
    const hunters = replies.filter(({ account_id }) => isHunter(account_id!));
    expect(hunters.length).toBeGreaterThan(10);
    const after = hunters.filter((row) => timeOf(row) > (repostMs.get(row.account_id!) ?? 0));
    expect(after.length / hunters.length).toBeGreaterThan(0.9);
    expect(hunters.filter(({ account_id }) => repostMs.has(account_id!)).length / hunters.length).toBeGreaterThan(0.95);
    expect(replies.length - hunters.length).toBeGreaterThan(10);
  }
});

test("hunters come back for draw after draw of the same hosts", () => {
  const drawsOf = new Map<string, number>();
  for (const call of calls) {
    for (const row of entriesOf(call.post_id!)) {
      const { role } = world.labelOf.get(row.account_id!)!;
      if (row.kind === "reply" && role === "hunter")
        drawsOf.set(row.account_id!, (drawsOf.get(row.account_id!) ?? 0) + 1);
    }
  }
  const counts = [...drawsOf.values()];
  expect(counts.length).toBe(30);
  expect(counts.filter((count) => count >= 3).length / counts.length).toBeGreaterThan(0.85);
});
