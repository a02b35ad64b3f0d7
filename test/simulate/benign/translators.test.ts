import { expect, test } from "vitest";
import { options, readWorld, timeOf } from "../rows.ts";

const world = readWorld("organic", options(8, "easy", 3000));
const sources = world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.role === "source");
const notes = world.by("benign:translators", "source").filter(({ urls }) => /\/notes\/\d+$/.test(urls!));
const translations = world
  .by("benign:translators", "translator")
  .filter(({ kind, mentions }) => kind !== "repost" && sources.some(({ handle }) => handle === mentions));

/** Figures stay what they are in every language. */
const figures = (text: string) => text.replace(/@\S+/g, "").match(/\d+/g) ?? [];
const noteOf = (row: (typeof translations)[number]) =>
  notes.find(({ post_id, urls }) => post_id === row.target_post_id || (row.urls !== "" && urls === row.urls));

test("every translation names its source and says that it is one", () => {
  expect(translations.length).toBeGreaterThan(30);
  expect(new Set(translations.map(({ language }) => language))).toEqual(new Set(["es", "de", "fr"]));
  for (const { text, mentions } of translations) expect(text).toContain(`@${mentions}`);
  const translators = world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.role === "translator");
  expect(translators.filter(({ bio }) => /tradu|übersetz/i.test(bio!)).length / translators.length).toBeGreaterThan(
    0.4,
  );
});

test("comes hours or days after the note, and carries its figures", () => {
  const pairs = translations.flatMap((row) => (noteOf(row) === undefined ? [] : [[row, noteOf(row)!] as const]));
  expect(pairs.length).toBeGreaterThan(20);
  const hours = pairs.map(([row, note]) => (timeOf(row) - timeOf(note)) / 3_600_000).sort((a, b) => a - b);
  expect(hours[0]).toBeGreaterThanOrEqual(2);
  expect(hours[hours.length >> 1]).toBeGreaterThan(8);
  expect(hours.at(-1)).toBeGreaterThan(24);
  for (const [row, note] of pairs) expect(figures(row.text!)).toEqual(figures(note.text!));
});
