import { describe, expect, it } from "vitest";
import { seeded } from "../../src/math/random.ts";
import { makeCommunities } from "../../src/simulate/communities.ts";
import { expand, sentenceCase, tidy, words } from "../../src/simulate/text/grammar.ts";
import { LANGUAGES } from "../../src/simulate/text/languages.ts";

const many = (pattern: string, lexicon: Record<string, string[]> = {}) => {
  const random = seeded("grammar", pattern);
  return new Set(Array.from({ length: 200 }, () => expand(pattern, [lexicon], random)));
};

describe("the grammar of simulated texts", () => {
  it("puts capitals after full stops when asked to, in every alphabet that has them", () => {
    expect(sentenceCase("one. two? été! écoute, no. 3 d. 你好")).toBe("one. Two? Été! Écoute, no. 3 d. 你好");
  });

  it("takes one of braces, half of brackets, words of lists, also nested", () => {
    expect(many("{a|b}")).toEqual(new Set(["a", "b"]));
    expect(many("x[y]")).toEqual(new Set(["x", "xy"]));
    expect(many("{a|{b|c}d}")).toEqual(new Set(["a", "bd", "cd"]));
    expect(many("<n>!", { n: ["{cat|dog}", "<m>"], m: ["cow"] })).toEqual(new Set(["cat!", "dog!", "cow!"]));
    for (const text of many("#")) expect(Number(text)).toBeGreaterThanOrEqual(2);
  });

  it("lets the first lexicon that knows a list answer", () => {
    expect(expand("<n>", [{ n: ["own"] }, { n: ["general"] }], seeded(1))).toBe("own");
  });

  it("refuses a list nobody has and a bracket left open", () => {
    expect(() => expand("<nothing>", [], seeded(1))).toThrow("<nothing>");
    expect(() => expand("{a|b", [], seeded(1))).toThrow("unclosed");
  });

  it("keeps bars within braces when a list is cut", () => {
    expect(words("a {b|c} | d")).toEqual(["a {b|c}", "d"]);
  });

  it("tidies blanks and the first letter", () => {
    expect(tidy(" so   good , really ! ")).toBe("So good, really!");
  });

  it("can write every sentence of every language", () => {
    const communities = makeCommunities(seeded("all"), 5000);
    expect(new Set(communities.map((community) => community.language)).size).toBe(LANGUAGES.length);
    for (const community of communities) {
      const language = LANGUAGES[community.language]!;
      const patterns = [language.statements, language.additions, language.replies, language.comments, language.bios];
      for (const pattern of patterns.flat()) {
        expect(expand(pattern, community.lexicons, seeded(pattern))).not.toMatch(/[<>{}[\]|]/);
      }
    }
  });
});
