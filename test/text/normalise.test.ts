import { describe, expect, it } from "vitest";
import { decodeEntities, normaliseText, repostedHandle } from "../../src/text/normalise.ts";

describe("the text as it is compared", () => {
  it.each([
    ["case and punctuation", "Hello, WORLD!!! — it's (me)…", "hello world it s me"],
    ["spaces and lines", "  one\n\ttwo\u00a0three \r\n", "one two three"],
    ["digits stay", "12 dead", "12 dead"],
    ["hashtags stay as words", "#Vote_Now #2020", "vote now 2020"],
    ["mentions go, full-width ones too", "hi @Bob_1 and ＠carol.example you", "hi and you"],
    ["a mention ends where another script begins", "@bobさんありがとう", "さんありがとう"],
    ["mentions at the front of a reply", "@a @b @c no", "no"],
    ["a repost mark", "RT @News: Breaking", "breaking"],
    ["a repost mark without colon", "RT @News Breaking", "breaking"],
    ["nested repost marks", "RT @a: RT @b: words", "words"],
    ["a repost mark after quotes", '“RT @a: words"', "words"],
    ["RT in the middle is a word", "please RT @a now", "please rt now"],
    ["RT at the front without a name is a word", "RT if you agree", "rt if you agree"],
    ["words that begin like the mark", "RTs @a", "rts"],
    ["links", "see https://t.co/AbC123 and http://x.org/?a=1&b=2#c now", "see and now"],
    ["links without a scheme", "see www.example.org/page and pic.twitter.com/Ab1 now", "see and now"],
    ["a link cut off after its scheme", "read this https://t…", "read this"],
    ["a link cut off in its scheme", "read this htt…", "read this"],
    ["a link cut off in its scheme, dots", "read this http...", "read this"],
    ["a link cut off after its host", "read this https://t.co…", "read this"],
    ["a short link ends where Latin letters end", "看这里https://t.co/AbC123很好", "看这里 很好"],
    ["entities", "Tom &amp; Jerry &lt;3 &quot;x&quot; it&#39;s&nbsp;on", "tom jerry 3 x it s on"],
    ["entities are decoded once", "&amp;lt;b", "lt b"],
    ["compatibility forms", "Ｆｕｌｌ ﬁne ① 𝐛𝐨𝐥𝐝", "full fine 1 bold"],
    ["composed and decomposed letters", "cafe\u0301", "caf\u00e9"],
    ["emoji", "so good 😀👍🏽👨‍👩‍👧 yes 🇩🇪", "so good yes"],
    ["a heart with and without its variation mark", "love ❤\ufe0f you ❤", "love you"],
    ["a keycap is its digit", "step 1\ufe0f\u20e3", "step 1"],
    ["marks of direction", "\u200fשלום \u202eעולם\u202c\u2069", "שלום עולם"],
    ["a mark of direction before a repost mark", "\u200fRT @a: שלום", "שלום"],
    ["a byte-order mark inside a word", "propa\ufeffganda", "propaganda"],
    ["zero-width marks inside a word", "pro\u200bpa\u00adgan\u2060da \ufeffnow", "propaganda now"],
    ["control characters", "a\u0000b\u0007 c", "a b c"],
    ["Arabic with its vowel marks", "مَرحبا، بالعالم؟", "مَرحبا بالعالم"],
    ["Devanagari keeps its signs", "नमस्ते दुनिया।", "नमस्ते दुनिया"],
    ["Cyrillic", "Слава РОССИИ!", "слава россии"],
    ["Chinese", "今天，天气很好。", "今天 天气很好"],
    ["nothing but decoration", "😀 ❤\ufe0f @a https://t.co/x !!!", ""],
    ["nothing", "", ""],
  ])("%s", (_, text, wanted) => {
    expect(normaliseText(text)).toBe(wanted);
  });

  it("is the same when normalised again", () => {
    for (const text of [
      "RT @a: Hello, #World ＠b https://t.co/a ❤\ufe0f",
      "مَرحبا \u200fبالعالم 12",
      "今天，天气很好。",
    ]) {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
    }
  });

  it("keeps apart what differs by a word, a number or the order of words", () => {
    const texts = ["12 dead in fire", "13 dead in fire", "dead in fire 12", "12 dead in a fire"];
    expect(new Set(texts.map(normaliseText)).size).toBe(texts.length);
  });

  it("takes hostile input in its stride", () => {
    const start = performance.now();
    for (const text of ["RT @".repeat(20_000), `${"'".repeat(50_000)}x`, "@".repeat(50_000), "&".repeat(50_000)]) {
      expect(typeof normaliseText(text)).toBe("string");
    }
    expect(normaliseText("\ud800 lone")).toBe("lone");
    // A pattern that backtracks would take minutes.
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("who is reposted", () => {
  it.each([
    ["RT @News: words", "news"],
    ["rt @News words", "news"],
    ["“RT @a_b.c: words”", "a_b.c"],
    ["RT @outer: RT @inner: words", "outer"],
    ["\u200fRT @a: שלום", "a"],
    ["&quot;RT @a: words&quot;", "a"],
    ["RT ＠a: words", "a"],
    ["words RT @a: words", null],
    ["RT if you agree", null],
    ["@a RT", null],
    ["", null],
  ])("%j", (text, wanted) => {
    expect(repostedHandle(text)).toBe(wanted);
  });
});

describe("entities", () => {
  it("other than the handful stay as they are", () => {
    expect(decodeEntities("&amp;&copy;&;&lt;")).toBe("&&copy;&;<");
  });
});
