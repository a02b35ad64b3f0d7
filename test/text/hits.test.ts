import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitRuns } from "../../src/text/hits.ts";
import { visibleParts } from "../../src/text/visible.ts";

const marked = (text: string, question: string) =>
  hitRuns(text, question)
    .map((run) => (run.differs ? `<${run.text}>` : run.text))
    .join("");

/** As the page shows it: run by run. */
const shown = (text: string, question: string) =>
  hitRuns(text, question)
    .flatMap((run) => visibleParts(run.text))
    .map((part) => part.text)
    .join("");

describe("hits of a search", () => {
  it("marks every hit, whatever its case", () => {
    expect(marked("Kitchen, kitchen and cellar", "KITCHEN")).toBe("<Kitchen>, <kitchen> and cellar");
    expect(marked("no such word", "cellar")).toBe("no such word");
    expect(marked("anything", "")).toBe("anything");
  });

  it("marks a link whole, so that it stays defanged", () => {
    expect(marked("see https://evil.example/3 now", "evil")).toBe("see <https://evil.example/3> now");
    expect(marked("see https://evil.example/evil now", "evil")).toBe("see <https://evil.example/evil> now");
    expect(marked("see https://evil.example/3 now", "now")).toBe("see https://evil.example/3 <now>");
    expect(shown("see https://evil.example/3 now", "evil")).toBe("see hxxps://evil[.]example/3 now");
    expect(shown("see https://evil.example/3 now", "e https")).toBe("see hxxps://evil[.]example/3 now");
  });

  it("loses no character and shows no live link, whatever is asked", () => {
    const text = "at HTTPS://a.example/x and http://b.example, or c";
    fc.assert(
      fc.property(fc.nat(text.length), fc.integer({ min: 1, max: 12 }), (at, length) => {
        const question = text.slice(at, at + length);
        const runs = hitRuns(text, question);
        expect(runs.map((run) => run.text).join("")).toBe(text);
        expect(shown(text, question)).not.toMatch(/https?:/i);
      }),
    );
  });
});
