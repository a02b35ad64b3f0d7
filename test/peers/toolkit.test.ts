import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MessageMarks } from "../../src/corpus/message-marks.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { repeatPeer } from "../../src/parity.ts";
import { COORTWEET_DEFAULTS, TOOLKIT_DEFAULTS, type ToolkitOptions } from "../../src/peers/options.ts";
import { comparedText, tokenSet } from "../../src/peers/toolkit/message-text.ts";
import { TOOLKIT_NETWORKS, type ToolkitNetwork } from "../../src/peers/toolkit/networks.ts";
import { sameKeyPairs } from "../../src/peers/toolkit/same-key.ts";
import { similarPairs } from "../../src/peers/toolkit/similar-text.ts";
import { keptFolder } from "../support/folder.ts";
import { csvRows } from "./golden.ts";
import { Names } from "./sharing.ts";
import { type MessageRow, oracleNetwork, wordSimilarity } from "./toolkit-oracle.ts";

const times = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -5, max: 5, noNaN: true, noDefaultInfinity: true }),
);
const messages = fc.array(
  fc.record({
    id: fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "01"),
    user: fc.constantFrom("u", "v", "U", "", "\uff5e", "\u{1f600}"),
    repost: fc.constantFrom("", "", "r1", "r2"),
    reply: fc.constantFrom("", "q1", "q2"),
    text: fc.constantFrom("", "a b", "A  b", "@x a b", "a b c", "a b c d e", "b c", "c", "@x", "a b c d"),
    time: times,
    urls: fc.constantFrom("", "l1", "l2", "l1 l2", "l1  l2", "l1 l1"),
  }),
  { minLength: 1, maxLength: 22 },
);
const options = fc.record<ToolkitOptions>({
  windowS: fc.constantFrom(0, 1, 2.5, 100),
  minEdgeWeight: fc.constantFrom(1, 2, 3),
  keepLoops: fc.boolean(),
  similarity: fc.constantFrom(0, 0.2, 0.5, 2 / 3, 0.8, 1),
  minTokens: fc.constantFrom(1, 2, 3),
});

describe("the toolkit against its SQL, row by row, from the file on", () => {
  const folder = keptFolder();
  let runs = 0;

  test.each(Object.keys(TOOLKIT_NETWORKS) as ToolkitNetwork[])("%s", { timeout: 120_000 }, async (network) => {
    const check = fc.asyncProperty(messages, options, fc.boolean(), async (rows, toolkit, skip) => {
      const path = join(folder, `${runs++}.csv`);
      const cells = rows.map(({ id, user, repost, reply, text, time, urls }) =>
        [id, user, user, repost, reply, text, time, urls].join(","),
      );
      writeFileSync(
        path,
        `message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n${cells.join("\n")}\n`,
      );
      const out = join(folder, "out");
      const like = `cnt-${network}` as const;
      const emptyLinks = skip ? "skip" : "match";
      await repeatPeer(
        {
          ...{ files: [path], out, like, version: "0.1.0", emptyLinks, toolkit },
          coortweet: COORTWEET_DEFAULTS,
          threads: 1,
        },
        SILENT,
        () => 0,
      );
      const [, ...found] = csvRows(readFileSync(join(out, "pairs.csv"), "utf8"));
      const wanted = oracleNetwork(rows, network, toolkit, skip, wordSimilarity(toolkit.minTokens));
      expect(found).toEqual(wanted.map(([a, b, weight]) => [a, b, String(weight), network]));
    });
    await fc.assert(check, { numRuns: 40 });
  });
});

describe("the kernels against row by row, on many more", () => {
  const marksOf = (rows: readonly MessageRow[]): MessageMarks => {
    const [ids, users, keys] = [new Names(), new Names(), new Names()];
    return {
      ...{ count: rows.length, messageCount: rows.length, keyCount: 3 },
      message: Uint32Array.from(rows, (_, i) => ids.number(String(i))),
      user: Uint32Array.from(rows, ({ user }) => users.number(user)),
      key: Uint32Array.from(rows, ({ repost }) => keys.number(repost)),
      timeS: Float64Array.from(rows, ({ time }) => time),
      userIds: users.names,
    };
  };
  const distinct = messages.map((rows) => rows.map((row, i) => ({ ...row, id: String(i) })));
  const named = ({ userIds }: MessageMarks, pairs: ReturnType<typeof sameKeyPairs>) =>
    Array.from(pairs.weight, (weight, i) => [userIds[pairs.source[i]!]!, userIds[pairs.target[i]!]!, weight]);

  test("same key", () => {
    const check = fc.property(distinct, options, (rows, toolkit) => {
      const marks = marksOf(rows);
      // Every row a repost, of "" as of any other.
      const reposts = rows.map((row) => ({ ...row, repost: `r${row.repost}` }));
      expect(named(marks, sameKeyPairs(marks, toolkit))).toEqual(
        oracleNetwork(reposts, "co_retweet", toolkit, true, () => 0),
      );
    });
    fc.assert(check, { numRuns: 2000 });
  });

  test("similar texts: the candidates leave nobody out", () => {
    const words = fc.array(fc.constantFrom(..."abcdefgh"), { maxLength: 9 }).map((list) => list.join(" "));
    const check = fc.property(
      distinct,
      fc.array(words, { minLength: 22, maxLength: 22 }),
      options,
      (rows, texts, toolkit) => {
        const said = rows.map((row, i) => ({ ...row, repost: "", text: texts[i]! }));
        const marks = marksOf(said);
        const pairs = similarPairs(
          marks,
          said.map(({ text }) => tokenSet(text)),
          { ...toolkit, threshold: toolkit.similarity },
        );
        expect(named(marks, pairs)).toEqual(
          oracleNetwork(said, "co_similar_tweet", toolkit, true, wordSimilarity(toolkit.minTokens)),
        );
      },
    );
    fc.assert(check, { numRuns: 2000 });
  });

  test("the order of the rows decides nothing", () => {
    const shuffled = distinct.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
    );
    const run = (rows: readonly MessageRow[], toolkit: ToolkitOptions) => {
      const key = new Map([
        ["", 0],
        ["r1", 1],
        ["r2", 2],
      ]);
      const marks = { ...marksOf(rows), key: Uint32Array.from(rows, ({ repost }) => key.get(repost)!) };
      return named(marks, sameKeyPairs(marks, toolkit));
    };
    fc.assert(
      fc.property(shuffled, options, ([rows, other], toolkit) => {
        expect(run(other, toolkit)).toEqual(run(rows, toolkit));
      }),
    );
  });
});

describe("texts as the toolkit's own functions give them", () => {
  const cases = JSON.parse(readFileSync(new URL("toolkit-texts.json", import.meta.url), "utf8")) as {
    text: string;
    tokens: string[];
    compared: string;
  }[];

  test.each(cases)("$text", ({ text, tokens, compared }) => {
    expect(tokenSet(text).sort()).toEqual(tokens.toSorted());
    expect(comparedText(text)).toBe(compared);
  });
});

test("the defaults are those of its command line", () => {
  expect(TOOLKIT_DEFAULTS).toEqual({ windowS: 1, minEdgeWeight: 2, keepLoops: false, similarity: 0.8, minTokens: 1 });
});
