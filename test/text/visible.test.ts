import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defangHost, defangLink, splitLink } from "../../src/text/defang.ts";
import { hitRuns } from "../../src/text/hits.ts";
import { hiddenCount, visibleLine, visibleParts } from "../../src/text/visible.ts";

const STEERING = /[\u202A-\u202E\u2066-\u2069]/u;

describe("links are shown defanged", () => {
  test.each([
    ["https://agua.example/a.b?c=d.e", "hxxps://agua[.]example/a.b?c=d.e"],
    ["HTTP://x.example", "hxxp://x[.]example"],
    ["www.x.example/a", "www[.]x[.]example/a"],
    ["javascript:alert(1)", "javascript[:]alert(1)"],
    ["data:text/html,x", "data[:]text/html,x"],
  ])("%s", (link, shown) => expect(defangLink(link)).toBe(shown));

  test("inside a text, with and without a scheme, and nothing else is taken for one", () => {
    expect(visibleLine("see pic.twitter.com/abc now")).toBe("see pic[.]twitter[.]com/abc now");
    expect(visibleLine("The end.Next sentence, 3.5 or 4/5")).toBe("The end.Next sentence, 3.5 or 4/5");
    expect(defangHost("a.b.example")).toBe("a[.]b[.]example");
  });

  test("a narrow place keeps the end of the path", () => {
    expect(splitLink("https://agua.example/2015/11/nota-14")).toEqual({ host: "agua[.]example", end: "/…/nota-14" });
    expect(splitLink("https://agua.example")).toEqual({ host: "agua[.]example", end: "" });
  });

  test("a text made to be slow is not", () => {
    const began = performance.now();
    visibleParts("a.".repeat(20_000));
    visibleParts("a-".repeat(20_000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe("hidden characters are named", () => {
  test.each([
    ["\u202E", "U+202E"],
    ["\u200B", "U+200B"],
    ["\u2066", "U+2066"],
    ["\u0000", "U+0000"],
    ["\u001B", "U+001B"],
    ["\uFEFF", "U+FEFF"],
    ["\u00AD", "U+00AD"],
    ["\u3164", "U+3164"],
    ["\u{E0041}", "U+E0041"],
    ["\uD800", "U+D800"],
  ])("%j", (character, shown) => {
    expect(visibleParts(`a${character}b`)).toEqual([
      { kind: "plain", text: "a" },
      { kind: "hidden", text: shown, name: expect.any(String) },
      { kind: "plain", text: "b" },
    ]);
  });

  test("but what people need to write is left alone", () => {
    const innocent = "قیمت می‌خواهم 👩‍👩‍👧 ❤️\tयह\nfine";
    expect(hiddenCount(innocent)).toBe(0);
    expect(hiddenCount("a\u200Db")).toBe(1);
  });

  test("also within a link", () => {
    expect(visibleLine("https://a.example/\u202Egpj.exe")).toBe("hxxps://a[.]example/[U+202E]gpj.exe");
  });

  test("no character is lost and none that steers comes through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const parts = visibleParts(text);
        expect(parts.every((part) => part.kind === "hidden" || !STEERING.test(part.text))).toBe(true);
        const count = (whole: string) => [...whole.replaceAll(/[[\].:]/g, "")].length;
        const shown = parts.reduce((sum, part) => sum + (part.kind === "hidden" ? 1 : count(part.text)), 0);
        expect(shown).toBe(count(text));
      }),
    );
  });
});

test("search hits are marked whatever their case, and the text stays whole", () => {
  expect(hitRuns("Agua y agua", "AGUA")).toEqual([
    { text: "Agua", differs: true },
    { text: " y ", differs: false },
    { text: "agua", differs: true },
  ]);
  expect(hitRuns("İ agua", "agua")).toEqual([{ text: "İ agua", differs: false }]);
});
