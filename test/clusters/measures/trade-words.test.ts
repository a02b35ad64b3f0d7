import { describe, expect, test } from "vitest";
import {
  disclaims,
  ownerIn,
  saysMachine,
  saysNews,
  saysTranslation,
  statesWork,
} from "../../../src/clusters/measures/trade-words.ts";

describe("who says that a program writes", () => {
  test.each([
    ["quakebot", null, null],
    ["tram_bot_7", null, null],
    [null, "Wetterbot", "Wetter für Kiel"],
    [null, "Harbour Alerts", null],
    [null, "WeatherBot", null],
    ["harbour", "Harbour", "Automated account. Data from the city"],
    ["h", "H", "Cuenta automática del tiempo"],
    ["h", "H", "🤖 Oslo"],
    ["h", "H", "Автоматические сводки погоды"],
  ])("%s, %s, %s", (handle, name, bio) => {
    expect(saysMachine(handle, name, bio)).toBe(true);
  });

  test.each([
    ["talbot", "Ann Talbot", "Botany and bottles"],
    ["abbott_j", "J. Abbott", null],
    ["kim", "Kim", "I am not a bot!"],
    ["kim", "Kim", "No bots please"],
    ["kim", "Kim", null],
    [null, null, null],
  ])("but not %s, %s, %s", (handle, name, bio) => {
    expect(saysMachine(handle, name, bio)).toBe(false);
  });
});

describe("who is a news outlet by name or description", () => {
  test.each([
    ["Selby Gazette", null],
    ["Kieler Zeitung", "Aus der Stadt"],
    ["A", "Headlines as they come"],
    ["Diario de Lugo", null],
    ["Ноябрьск", "Новости города"],
    ["東京", "ニュース速報"],
  ])("%s, %s", (name, bio) => {
    expect(saysNews(name, bio)).toBe(true);
  });

  test.each([
    ["Kim", "news junkie and cyclist"],
    ["Kim", "Newsome family, newspaperless"],
    ["Kim", "Against fake news"],
    [null, null],
  ])("but not %s, %s", (name, bio) => {
    expect(saysNews(name, bio)).toBe(false);
  });
});

test("translators say so in their own language", () => {
  for (const bio of [
    "Translations from Danish",
    "Übersetze Notizen",
    "Traduzco notas",
    "Je traduis",
    "Перевожу с английского",
    "翻译爱好者",
  ])
    expect(saysTranslation(bio), bio).toBe(true);
  for (const bio of ["Transport and trains", "Tradition matters", "I love tradespeople"])
    expect(saysTranslation(bio), bio).toBe(false);
});

test("a name in a sentence is an employer by a preposition of place or a word for work, and never a fan's club", () => {
  const states = (sentence: string): boolean => statesWork(sentence.slice(0, sentence.indexOf("Loreto")), sentence);
  expect(states("Sales at Loreto")).toBe(true);
  expect(states("Loreto press officer")).toBe(true);
  expect(states("spokesperson for Loreto")).toBe(true);
  expect(states("Head of @Loreto")).toBe(true);
  expect(states("Home and away with Loreto")).toBe(false);
  expect(states("Loreto till the end")).toBe(false);
  expect(states("Engineer, fan of Loreto")).toBe(false);
  expect(states("Huge supporter of @Loreto")).toBe(false);
  expect(disclaims("Views my own")).toBe(true);
  expect(disclaims("Opinions mine, reposts no endorsement")).toBe(true);
  expect(disclaims("What a view")).toBe(false);
});

test("an owner is the first two words after a word of belonging", () => {
  expect(ownerIn("Local news. A paper of the Union Local Media group")).toBe("union local");
  expect(ownerIn("Owned by Harbour Press Ltd")).toBe("harbour press");
  expect(ownerIn("Local news from the harbour")).toBeNull();
});
