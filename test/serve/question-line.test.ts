import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { questionLine } from "../../src/serve/question-line.ts";
import { openStore, type Store } from "../../src/store/database.ts";

const ENDLESS = "select count(*) from range(100000000) a, range(1000000) b where a.range % 7 = b.range % 5";
const never = () => new AbortController().signal;

describe("questions in line", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(":memory:", { threads: 1 });
  });
  afterAll(() => store.close());
  const lineOf = (turnMs: number, waiting = 100) => questionLine(() => store.interrupt(), { turnMs, waiting });
  const quick = () => store.rows<{ n: number }>("select 42 as n");

  test("are answered one after the other", async () => {
    const line = lineOf(5000);
    let running = 0;
    const turns = Array.from({ length: 20 }, (_, i) =>
      line.ask(async () => {
        running += 1;
        expect(running).toBe(1);
        await quick();
        running -= 1;
        return i;
      }, never()),
    );
    expect((await Promise.all(turns)).map((turn) => turn.state === "answered" && turn.value)).toEqual([
      ...turns.keys(),
    ]);
  });

  test("one that takes too long is broken off, and the next is answered", async () => {
    const line = lineOf(200);
    const began = performance.now();
    const slow = line.ask(() => store.rows(ENDLESS), never());
    const next = line.ask(quick, never());
    expect(await slow).toEqual({ state: "late" });
    expect(await next).toEqual({ state: "answered", value: [{ n: 42 }] });
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test("so is one of many small queries, between which an interruption would be lost", async () => {
    const line = lineOf(100);
    const small = async () => {
      for (;;) await store.rows("select sum(range) from range(300000)");
    };
    expect(await line.ask(small, never())).toEqual({ state: "late" });
    expect((await line.ask(quick, never())).state).toBe("answered");
  });

  test("nobody waits: what runs is broken off, what waits is not begun", async () => {
    const line = lineOf(60_000);
    const gone = new AbortController();
    const running = line.ask(() => store.rows(ENDLESS), gone.signal);
    let isBegun = false;
    const waiting = line.ask(() => {
      isBegun = true;
    }, gone.signal);
    setTimeout(() => gone.abort(), 100);
    expect(await running).toEqual({ state: "gone" });
    expect(await waiting).toEqual({ state: "gone" });
    expect(isBegun).toBe(false);
    expect((await line.ask(quick, never())).state).toBe("answered");
  });

  test("is settled when all that was asked is over, however it ended", async () => {
    const line = lineOf(5000);
    const ended: string[] = [];
    const broken = line.ask(() => store.rows("select nonsense"), never()).catch(() => ended.push("broken"));
    const asked = line.ask(() => store.rows("select sum(range) from range(3000000)"), never());
    void asked.then(() => ended.push("answered"));
    await line.settled();
    expect(ended).toEqual(["broken", "answered"]);
    await broken;
  });

  test("too many are turned away, and there is room again when they are done", async () => {
    const line = lineOf(5000, 3);
    const turns = await Promise.all(Array.from({ length: 10 }, () => line.ask(quick, never())));
    expect(turns.map(({ state }) => state)).toEqual([...new Array(3).fill("answered"), ...new Array(7).fill("busy")]);
    expect((await line.ask(quick, never())).state).toBe("answered");
  });

  test("a fault of ours stays one, and holds up nobody", async () => {
    const line = lineOf(5000);
    await expect(line.ask(() => store.rows("select nonsense"), never())).rejects.toThrow(/nonsense/);
    expect((await line.ask(quick, never())).state).toBe("answered");
  });
});
