import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ANSWERS,
  formatLine,
  isConsistent,
  lineId,
  presetAxes,
  VERDICTS,
} from "../../../src/clusters/verdicts/line.ts";
import { parseLine } from "../../../src/clusters/verdicts/parse.ts";
import { accountOf, clusterOf, LINES, verdictLine } from "../../fixtures/verdict-lines.ts";

const GOOD = verdictLine("Ana", "coordinated-organic", { coordination: "yes", inauthenticity: "no" }, 1);

describe("one line of verdicts.jsonl", () => {
  test("comes back as it was written, on one line, and knows its copies", () => {
    fc.assert(
      fc.property(LINES, (line) => {
        const text = formatLine(line);
        expect(text).not.toMatch(/[\n\r]/);
        const back = parseLine(text);
        expect(back).toEqual({ value: line });
        // Whoever wrote it, and in whatever order the fields stand.
        const shuffled = JSON.stringify(Object.fromEntries(Object.entries(line).reverse()));
        const copy = parseLine(shuffled);
        expect("value" in copy && lineId(copy.value)).toBe(lineId(line));
      }),
    );
  });

  test("coordination is never taken for inauthenticity: what a verdict allows on the two axes", () => {
    const allowed = VERDICTS.map((verdict) => [
      verdict,
      ANSWERS.flatMap((coordination) =>
        ANSWERS.filter((inauthenticity) => isConsistent(verdict, { coordination, inauthenticity })).map(
          (inauthenticity) => `${coordination}/${inauthenticity}`,
        ),
      ),
    ]);
    expect(Object.fromEntries(allowed)).toEqual({
      "coordinated-inauthentic": ["yes/yes"],
      "coordinated-organic": ["yes/no"],
      "commercial spam": ANSWERS.flatMap((one) => ANSWERS.map((other) => `${one}/${other}`)),
      "cannot tell": [
        "yes/cannot tell",
        "no/cannot tell",
        "cannot tell/yes",
        "cannot tell/no",
        "cannot tell/cannot tell",
      ],
      "not coordinated": ["no/yes", "no/no", "no/cannot tell"],
    });
    for (const verdict of VERDICTS) expect(isConsistent(verdict, presetAxes(verdict))).toBe(true);
  });

  const changed = (change: object) => JSON.stringify({ ...GOOD, ...change });
  test.each([
    ["", "no JSON"],
    ["{", "no JSON"],
    ["[]", "no object"],
    ["null", "no object"],
    [changed({ schema: 2 }), "schema 2"],
    [changed({ who: "" }), "who is missing"],
    [changed({ who: " Ana" }), "one line"],
    [changed({ who: "A\nB" }), "one line"],
    [changed({ who: "a".repeat(61) }), "longer than 60"],
    [changed({ reason: "  " }), "reason is missing"],
    [changed({ reason: undefined }), "reason is missing"],
    [changed({ reason: "a".repeat(4001) }), "longer than 4000"],
    [changed({ at: "2026-02-30T00:00:00.000Z" }), "a time like"],
    [changed({ at: "2026-01-01T00:00:00+01:00" }), "a time like"],
    [changed({ at: 5 }), "a time like"],
    [changed({ act: "praise" }), "act must be one of"],
    [changed({ verdict: "guilty" }), "verdict must be one of"],
    [changed({ inauthenticity: "yes" }), "cannot stand with"],
    [changed({ coordination: undefined }), "coordination must be one of"],
    [changed({ label: "x" }), "a verdict has no field label"],
    [changed({ colour: "red" }), "unknown field"],
    [changed({ subject: null }), "kind must be one of"],
    [changed({ subject: { ...clusterOf("k"), accounts: 0 } }), "must be a count"],
    [changed({ subject: { ...clusterOf("k"), key: "../.." } }), "letters and digits"],
    [changed({ subject: { ...clusterOf("k"), sketch: ["zz"] } }), "sketch is damaged"],
    [changed({ subject: { ...clusterOf("k"), sketch: clusterOf("k").sketch.slice().reverse() } }), "sketch is damaged"],
    [changed({ subject: { kind: "pair", left: accountOf("a"), right: accountOf("a") } }), "two accounts"],
    [changed({ subject: { ...accountOf("a"), x: 1 } }), "unknown field"],
    [changed({ act: "withdraw", verdict: undefined, withdraws: "me" }), "no field"],
    [`{"x":"${"y".repeat(40_000)}"}`, "longer than 32000"],
  ])("%.60s is none", (text, why) => {
    const parsed = parseLine(text);
    expect("why" in parsed ? parsed.why : "taken").toContain(why);
  });

  test("nothing that is typed or cut makes the reader fall over", () => {
    const damaged = fc.tuple(LINES, fc.nat(), fc.string({ unit: "binary", maxLength: 4 })).map(([line, at, put]) => {
      const text = formatLine(line);
      return text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1);
    });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string(), fc.json()), (text) => {
        const parsed = parseLine(text);
        if ("value" in parsed) expect(parseLine(formatLine(parsed.value))).toEqual(parsed);
        else expect(parsed.why).toMatch(/^\S.*[^.]$/s);
      }),
    );
  });
});
