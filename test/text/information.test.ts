import { beforeAll, describe, expect, it } from "vitest";
import { pick, seeded } from "../../src/math/random.ts";
import { Background, wordsOf } from "../../src/text/information.ts";
import { normaliseText } from "../../src/text/normalise.ts";

describe("words", () => {
  it("are what stands between spaces; scripts without spaces give pairs of characters", () => {
    expect(wordsOf("the cat  sat")).toEqual(["the", "cat", "sat"]);
    expect(wordsOf("天气很好")).toEqual(["天气", "气很", "很好"]);
    expect(wordsOf("好 ok")).toEqual(["好", "ok"]);
    expect(wordsOf("สวัสดี").length).toBeGreaterThan(3);
    expect(wordsOf("안녕 세계")).toEqual(["안녕", "세계"]);
    // Characters beyond 16 bits are whole.
    expect(wordsOf("𠮷野家")).toEqual(["𠮷野", "野家"]);
    expect(wordsOf("")).toEqual([]);
  });
});

describe("information", () => {
  it("is the sum over distinct words of how rare they are among the posts", () => {
    const background = new Background();
    for (const text of ["a b", "a c", "a a a"]) background.add(text);
    // Three posts: a in all, b in one, x in none; one added on top, two below.
    expect(background.bits("a")).toBeCloseTo(-Math.log2(4 / 5), 12);
    expect(background.bits("b")).toBeCloseTo(-Math.log2(2 / 5), 12);
    expect(background.bits("x")).toBeCloseTo(-Math.log2(1 / 5), 12);
    expect(background.bits("b a b x")).toBeCloseTo(-Math.log2((4 * 2 * 1) / 125), 12);
    expect(background.bits("")).toBe(0);
  });

  it("counts a word once a post, also a pair of characters", () => {
    const background = new Background();
    for (const text of ["天气天气", "x x x", "x"]) background.add(text);
    expect(background.bits("x")).toBeCloseTo(-Math.log2(3 / 5), 12);
    expect(background.bits("天气")).toBeCloseTo(-Math.log2(2 / 5), 12);
  });

  it("is reached or not, however little of the text is read", () => {
    const random = seeded("reaches");
    const words = ["a", "b", "c", "ab", "天气", "好", "𠮷野家", ""];
    const text = () => Array.from({ length: 1 + Math.floor(6 * random()) }, () => pick(random, words)).join(" ");
    const background = new Background();
    for (let i = 0; i < 40; i++) background.add(text());
    for (let i = 0; i < 300; i++) {
      const asked = text();
      const bits = background.bits(asked);
      expect(background.reaches(asked, bits)).toBe(true);
      expect(background.reaches(asked, bits + 1e-9)).toBe(false);
    }
  });

  it("is without end while nothing was learnt", () => {
    expect(new Background().bits("happy birthday")).toBe(Number.POSITIVE_INFINITY);
    expect(new Background().reaches("happy birthday", 40)).toBe(true);
  });
});

describe("forty bits", () => {
  const background = new Background();
  const stock = [
    "Happy birthday!",
    "Happy new year to all",
    "Good morning",
    "RIP",
    "Thank you so much",
    "Breaking news",
    "I love you",
  ];
  const chinese = ["生日快乐", "早上好", "谢谢你", "新年快乐"];

  beforeAll(() => {
    // A feed: everyday words, Zipf-like, and stock phrases again and again with a word or two of their own.
    const random = seeded("feed");
    const letters = "abcdefghijklmnopqrstuvwxyz";
    const vocabulary = Array.from(
      { length: 4000 },
      (_, i) => `${letters[i % 26]}${letters[(i * 7) % 26]}${i.toString(36)}`,
    );
    const word = () => vocabulary[Math.floor(4000 ** random()) - 1]!;
    const signs = Array.from({ length: 1500 }, (_, i) => String.fromCodePoint(0x4e00 + i * 3));
    const sign = () => signs[Math.floor(1500 ** random()) - 1]!;
    for (let i = 0; i < 10_000; i++) {
      const latin = random() < 0.7;
      const own = Array.from({ length: 12 }, latin ? word : sign).join(latin ? " " : "");
      const opening = random() < 0.2 ? `${pick(random, latin ? stock : chinese)} ` : "";
      background.add(normaliseText(opening + own));
    }
  });

  it.each([...stock, ...chinese])("are not reached by %s", (text) => {
    expect(background.bits(normaliseText(text))).toBeLessThan(40);
  });

  it.each([
    "The harbour council voted on Tuesday to sell both ferries to a company nobody had heard of",
    "В среду губернатор тайно продал оба парома неизвестной компании",
    "星期二港务委员会投票决定把两艘渡轮卖给一家无人听说过的公司",
  ])("are reached by an ordinary sentence: %s", (text) => {
    expect(background.bits(normaliseText(text))).toBeGreaterThan(40);
  });

  it("are not reached by saying one thing again and again", () => {
    const once = background.bits(normaliseText("vote now"));
    expect(background.bits(normaliseText("vote now ".repeat(50)))).toBe(once);
  });
});
