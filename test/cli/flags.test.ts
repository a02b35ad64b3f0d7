import { describe, expect, test } from "vitest";
import { analysisFlags } from "../../scripts/analyze.ts";
import { callOf, readMap, readShare, readWhole, readWindow, unknownName } from "../../scripts/flags.ts";
import { UserError } from "../../src/corpus/issue.ts";

describe("lengths of time", () => {
  test.each([
    ["60s", 60_000],
    ["5min", 300_000],
    ["6h", 21_600_000],
    ["1d", 86_400_000],
    ["1.5h", 5_400_000],
    ["250ms", 250],
    [" 2 s ", 2000],
  ])("%s", (text, ms) => {
    expect(readWindow("--window", text)).toBe(ms);
  });

  test.each(["", "60", "5m", "0s", "-1s", "1e3s", "0.1ms", "1w", "s", "NaNs", "99999999999999999d"])(
    "not %j",
    (text) => {
      expect(() => readWindow("--window", text)).toThrow(
        `--window is a length of time such as 60s, 5min, 6h or 1d, not "${text}".`,
      );
    },
  );
});

test("whole numbers keep their bounds", () => {
  expect(readWhole("--seed", "0", 0, 10)).toBe(0);
  expect(readWhole("--seed", "10", 0, 10)).toBe(10);
  for (const text of ["11", "-1", "1.5", "", "x", "1e1"]) {
    expect(() => readWhole("--seed", text, 0, 10)).toThrow(`--seed is a whole number, 0 to 10, not "${text}".`);
  }
  expect(() => readWhole("--n", "1", 2)).toThrow("2 or more");
});

test("a share is above 0 and up to 1", () => {
  expect(readShare("--q", "1")).toBe(1);
  expect(readShare("--q", "1e-3")).toBe(0.001);
  for (const text of ["0", "-0.1", "1.01", "", " ", "x", "NaN"])
    expect(() => readShare("--q", text)).toThrow(UserError);
});

test("columns are mapped by name, commas and equals signs in a column included", () => {
  expect(readMap("--map", "post_id=ID, created_at = Zeit")).toEqual({ post_id: "ID", created_at: "Zeit" });
  expect(readMap("--map", "text=Text\\, voll,url=a=b")).toEqual({ text: "Text, voll", url: "a=b" });
  for (const text of ["", "a", "=b", "a=", "a=b,"]) expect(() => readMap("--map", text)).toThrow(UserError);
  expect(() => readMap("--map", "a=b,a=c")).toThrow("--map names a twice");
});

test("a misspelt command is answered with the nearest, a strange one with all", () => {
  expect(unknownName("anlyze", ["analyze", "explore"]).message).toBe(
    "There is no command anlyze; did you mean analyze?",
  );
  expect(unknownName("qqqqqqq", ["analyze", "explore"]).message).toBe(
    "There is no command qqqqqqq; the commands are analyze, explore.",
  );
});

describe("flags of analyze", () => {
  const options = (args: string, key?: string) => analysisFlags(args.split(" "), key)!;

  test("the defaults are those of the design", () => {
    expect(options("a.csv b.csv --out c")).toEqual({
      options: {
        files: ["a.csv", "b.csv"],
        out: "c",
        minObjects: 2,
        q: 0.05,
        allPairs: false,
        seed: 1,
        pseudonymise: false,
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      },
      json: false,
      freshKey: false,
      parity: null,
    });
  });

  test("every flag arrives", () => {
    const all =
      "a.csv --out c --accounts u.csv --sites i.csv --format ira --map time=t --window 60s --min-objects 1 --q 0.1 --all-pairs --seed 7 --reruns 0 --pseudonymise --json";
    expect(options(all, "secret")).toEqual({
      options: {
        files: ["a.csv"],
        out: "c",
        accounts: "u.csv",
        sites: "i.csv",
        format: "ira",
        map: { time: "t" },
        windowMs: 60_000,
        minObjects: 1,
        q: 0.1,
        allPairs: true,
        seed: 7,
        reruns: 0,
        pseudonymise: true,
        key: "secret",
        version: expect.any(String),
      },
      json: true,
      freshKey: false,
      parity: null,
    });
  });

  test("the key is used for pseudonyms only, and drawn when it is missing", () => {
    expect(options("a.csv --out c", "secret").options).not.toHaveProperty("key");
    const drawn = [options("a.csv --out c --pseudonymise"), options("a.csv --out c --pseudonymise", "")];
    expect(drawn.every(({ freshKey, options }) => freshKey && /^[0-9a-f]{64}$/.test(options.key ?? ""))).toBe(true);
    expect(drawn[0]!.options.key).not.toBe(drawn[1]!.options.key);
  });

  test.each([
    ["a.csv --out c --windw 3s", "There is no flag --windw; did you mean --window?"],
    ["a.csv --windw 3s", "There is no flag --windw; did you mean --window?"],
    ["a.csv --out c --qqqqqq", "There is no flag --qqqqqq."],
    ["a.csv", "The flag --out is needed."],
    ["--out c", "What to work on is missing: give file."],
    ["a.csv --out", "The flag --out <case> needs a value."],
    ["a.csv --out c --q 5", '--q is a number above 0 and up to 1, such as 0.05, not "5".'],
    ["a.csv --out c --reruns -1", "--reruns"],
    ["a.csv --out c --reruns 10000", "--reruns is a whole number, 0 to 9999"],
    ["a.csv --out c --seed 4294967296", "--seed is a whole number, 0 to 4294967295"],
  ])("%s", (args, sentence) => {
    expect(() => options(args)).toThrow(UserError);
    expect(() => options(args)).toThrow(sentence);
  });
});

test("help names the command as it was called", () => {
  expect(callOf("analyze", "analyze")).toBe("npm run -s analyze --");
  expect(callOf("start", "start")).toBe("npm start --");
  expect(callOf("analyze", "test")).toBe("marionet analyze");
});
