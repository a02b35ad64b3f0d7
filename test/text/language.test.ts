import { expect, it } from "vitest";
import { languageOf } from "../../src/text/language.ts";

const german = "Der Hafenrat hat am Dienstag beschlossen, beide Fähren zu verkaufen";
const english = "The harbour council decided on Tuesday to sell both of its ferries";

it("is that of most texts, with its share of those long enough to vote", () => {
  expect(languageOf([german, english, german, "kurz", "😀"])).toEqual({ language: "de", share: 2 / 3 });
  expect(languageOf(["В среду губернатор тайно продал оба парома неизвестной компании"])).toEqual({
    language: "ru",
    share: 1,
  });
});

it("is not guessed from links, mentions and a word or two", () => {
  expect(languageOf(["@someone_with_a_long_name https://example.org/der/und/die/das/nicht ja"])).toBeNull();
  expect(languageOf([])).toBeNull();
});
