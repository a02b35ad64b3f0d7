import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bookOf, type Page, placeKey } from "../../../src/clusters/verdicts/book.ts";
import { lineId, pairOf, type Subject, subjectKey, type VerdictLine } from "../../../src/clusters/verdicts/line.ts";
import { sketchOf } from "../../../src/clusters/verdicts/overlap.ts";
import { accountOf, clusterOf, instant, LINES, MEMBERS, verdictLine } from "../../fixtures/verdict-lines.ts";

const HERE = [{ clusterId: "C07", key: "k", accounts: 12, sketch: sketchOf(MEMBERS) }];
const ORGANIC = { coordination: "yes", inauthenticity: "no" } as const;
const FALSE = { coordination: "yes", inauthenticity: "yes" } as const;
const OPEN = { coordination: "yes", inauthenticity: "cannot tell" } as const;

function withdrawal(of: VerdictLine, who: string, minute: number): VerdictLine {
  const { subject } = of;
  return {
    schema: 1,
    at: instant(minute),
    who,
    subject,
    reason: "changed my mind",
    act: "withdraw",
    withdraws: lineId(of),
  };
}

function pageOf(lines: readonly VerdictLine[], subject: Subject = clusterOf("k")): Page {
  const book = bookOf(lines, HERE);
  const page = book.get(subject.kind === "cluster" ? placeKey("C07") : subjectKey(subject));
  if (page === undefined) throw new Error("no page");
  return page;
}

describe("what the lines come to", () => {
  const first = verdictLine("Ana", "coordinated-organic", ORGANIC, 1);
  const second = verdictLine("Ana", "coordinated-inauthentic", FALSE, 2);
  const other = verdictLine("Bo", "cannot tell", OPEN, 3);

  test("of each analyst the newest counts, and everything stays in the history", () => {
    const page = pageOf([second, first]);
    expect(page.opinions.map(({ verdict }) => verdict?.verdict)).toEqual(["coordinated-inauthentic"]);
    expect(page.entries.map(({ state }) => state)).toEqual(["stands", "replaced"]);
    expect(page.isConflict).toBe(false);
    expect(page.clusterId).toBe("C07");
  });

  test("two who differ stand side by side; two who agree are no conflict, and one axis is enough to differ", () => {
    const page = pageOf([first, second, other]);
    expect(page.opinions.map(({ who }) => who)).toEqual(["Ana", "Bo"]);
    expect(page.isConflict).toBe(true);
    expect(pageOf([second, verdictLine("Bo", "coordinated-inauthentic", FALSE, 9)]).isConflict).toBe(false);
    const unsure = { coordination: "cannot tell", inauthenticity: "cannot tell" } as const;
    expect(pageOf([other, verdictLine("Chi", "cannot tell", unsure, 9)]).isConflict).toBe(true);
  });

  test("a withdrawn verdict is gone and brings no older one back; nobody withdraws another's", () => {
    const gone = pageOf([first, second, withdrawal(second, "Ana", 5)]);
    expect(gone.opinions).toEqual([]);
    expect(gone.entries.map(({ state }) => state)).toEqual(["stands", "withdrawn", "replaced"]);
    const kept = pageOf([second, withdrawal(second, "Bo", 5)]);
    expect(kept.opinions.map(({ verdict }) => verdict?.verdict)).toEqual(["coordinated-inauthentic"]);
    const again = pageOf([second, withdrawal(second, "Ana", 5), verdictLine("Ana", "cannot tell", OPEN, 6)]);
    expect(again.opinions[0]?.verdict?.verdict).toBe("cannot tell");
  });

  test("labels and verdicts do not replace each other; notes replace nothing", () => {
    const base = { schema: 1, who: "Ana", subject: clusterOf("k"), reason: "r" } as const;
    const page = pageOf([
      first,
      { ...base, at: instant(2), act: "label", label: "water crew" },
      { ...base, at: instant(3), act: "note" },
      { ...base, at: instant(4), act: "note" },
      { ...base, at: instant(5), act: "label", label: "canal crew" },
    ]);
    expect(page.opinions[0]).toMatchObject({
      verdict: { verdict: "coordinated-organic" },
      label: { label: "canal crew" },
    });
    expect(page.entries.map(({ state }) => state)).toEqual(["stands", "stands", "stands", "replaced", "stands"]);
  });

  test("verdicts follow a cluster whose key and rim have changed, and say how much is the same", () => {
    const older = verdictLine(
      "Ana",
      "coordinated-organic",
      ORGANIC,
      1,
      clusterOf("old", [...MEMBERS.slice(1), "gone"]),
    );
    const page = pageOf([older, other]);
    expect(page.entries.map(({ fit }) => fit?.share)).toEqual([1, 11 / 13]);
    expect(page.isConflict).toBe(true);
    const strange = verdictLine("Ana", "coordinated-organic", ORGANIC, 1, clusterOf("none", ["a", "b"]));
    const lost = bookOf([strange], HERE).get("cluster:none");
    expect(lost).toMatchObject({ clusterId: null, opinions: [{ who: "Ana" }] });
  });

  test("a pair is the same from either side; an account is another on another platform", () => {
    const [a, b] = [accountOf("1"), accountOf("2", null)];
    const lines = [pairOf(a, b), pairOf(b, a)].map((subject, i) => verdictLine("Ana", "cannot tell", OPEN, i, subject));
    expect(pageOf(lines, pairOf(a, b)).entries).toHaveLength(2);
    expect(subjectKey(accountOf("1", "x"))).not.toBe(subjectKey(accountOf("1", "y")));
    expect(subjectKey(accountOf("1,2", null))).not.toBe(subjectKey(accountOf("2", "1")));
  });

  test("comes to the same however files are put together: in any order, with copies", () => {
    fc.assert(
      fc.property(fc.array(LINES, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (lines, order) => {
        const mixed = [...lines, ...lines.slice(0, 3)]
          .map((line) => ({ line, at: order.next().value ?? 0 }))
          .sort((x, y) => x.at - y.at)
          .map(({ line }) => line);
        const there = [...bookOf(lines, HERE)];
        expect([...bookOf(mixed, HERE)]).toEqual(there);
        const entries = there.flatMap(([, page]) => page.entries);
        expect(entries).toHaveLength(new Set(lines.map(lineId)).size);
      }),
    );
  });
});
