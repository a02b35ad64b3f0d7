import { expect, test } from "vitest";
import { creditsOriginal, namesMachine, namesSource } from "../../../src/clusters/measures/source-mark.ts";

test.each([
  "PARIS (AFP) - Ministers met on Tuesday",
  "BERLIN, Nov 3 (Reuters) - Orders rose in March",
  "LONDON (AP) — Trains stopped",
  "Port workers end strike (Union Wire)",
  "Port workers end strike (Union Wire) https://www.selby.example/wire/1",
  "Streik beendet - dpa",
  "Kabinett tagt (dpa/AFP)",
  "Cena gazu rośnie (PAP)",
  "МОСКВА, 3 ноя - РИА Новости. Суд",
  "Xinhua: trade grew last year",
])("a source stands where sources stand: %s", (text) => {
  expect(namesSource(text)).toBe(true);
});

test.each([
  "I read it on Reuters and could not believe my eyes, what do you think",
  "Who pays the AP reporters when they sit in the pub all day long?",
  "ap (ap) well then, map",
  "By Karin Otto",
  "Great goal (again)",
  "We wired the house (finally)",
  "",
])("and nowhere else: %s", (text) => {
  expect(namesSource(text)).toBe(false);
});

test("programs and originals are named in words of their own", () => {
  expect(namesMachine("Council votes (via RSS, Selby)")).toBe(true);
  expect(namesMachine("My rss reader broke")).toBe(false);
  expect(creditsOriginal("Tres erizos. Original: @field_notes, en inglés")).toBe(true);
  expect(creditsOriginal("Drei Igel. Via @field_notes")).toBe(true);
  expect(creditsOriginal("An original idea, and nobody is named")).toBe(false);
});
