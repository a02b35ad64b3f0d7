import { between, chance, logNormal, pick, type Random, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { inventName } from "../communities.ts";
import { enterSite } from "../organic/site-facts.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { HOUR_MS, humanTime, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { LANGUAGES, languageIndex } from "../text/languages.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { groupSize, said } from "./crowd.ts";
import { attributionLine, noteLine, TRANSLATED, TRANSLATOR_BIOS, type Translated } from "./translations.ts";

const LABEL = "benign:translators";
const PARAMETERS = {
  share: assumed(0.004, "of all accounts translate"),
  least: assumed(6, "translators at least"),
  most: assumed(60, "translators at most"),
  spanish: assumed(0.45, "of the translators write Spanish"),
  german: assumed(0.3, "of them write German, the rest French"),
  perSource: assumed(8, "translators for each source, of which there are three at least"),
  notes: assumed(8, "notes of each source in 14 days"),
  translated: assumed(0.75, "chance that a note is translated into one of the languages"),
  medianH: assumed(15, "median hours from a note to its translation, log-normal: hours to days"),
  leastH: assumed(2, "no translation sooner"),
  sigma: assumed(0.8, "standard deviation of the logarithm of that delay"),
  quotes: assumed(0.25, "translations that quote the note; the others link it and name its author"),
  passesOn: assumed(0.3, "chance that another translator of the language reposts a translation"),
  declared: assumed(0.7, "translators who say so in the bio"),
} satisfies ParameterTable;

/** A community that carries a few sources into other languages: slowly, and with the source named. */
export const TRANSLATORS: Story<typeof PARAMETERS> = {
  name: "translators",
  label: LABEL,
  about: [
    "Volunteers translate the notes of a few nature writers into Spanish, German and French, hours or days later.",
    "The same content in four languages by a fixed circle; every translation names its source, and nobody hurries.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const { people } = world;
    const here = isOn(world, mainPlatform(world));
    const speaks = (code: string) => (account: number) =>
      here(account) && people.language[account] === languageIndex(code);
    const count = groupSize(world, parameters);
    const sources = enlist(
      world,
      Math.max(3, Math.round(count / parameters.perSource.value)),
      LABEL,
      "source",
      speaks("en"),
    );
    sources.forEach((account, i) => {
      const random = stream(world.seed ^ 0x7a25, i);
      people.name[account] = `${inventName(random)} Field Notes`;
      people.handle[account] = `${people.name[account]!.split(" ")[0]!.toLowerCase()}_notes${i}`;
      people.bio[account] = "Field notes on animals near towns. Translations welcome, please name us";
      people.followers[account] = 3000 + 3 * people.followers[account]!;
      people.rate[account] = Math.min(people.rate[account]!, 4);
      enterSite(world, siteOf(world, account), LABEL, "source");
    });
    const spanish = Math.max(1, Math.round(count * parameters.spanish.value));
    const german = Math.max(1, Math.round(count * parameters.german.value));
    const sizes = { es: spanish, de: german, fr: Math.max(1, count - spanish - german) };
    const random = stream(world.seed, 471);
    for (const code of TRANSLATED) {
      for (const account of enlist(world, sizes[code], LABEL, "translator", speaks(code))) {
        const source = people.handle[pick(random, sources)]!;
        if (chance(random, parameters.declared.value))
          people.bio[account] = pick(random, TRANSLATOR_BIOS[code]).replace("<source>", source);
      }
    }
  },
  perform: (world, parameters, random) => {
    const { span, people } = world;
    const count = Math.max(1, Math.round((parameters.notes.value * span.days) / 14));
    const voices = makeVoices(world);
    castOf(world, LABEL, "source").forEach((source, s) => {
      for (let i = 0; i < count; i++) {
        const timeMs = humanTime(random, span, people.zone[source]!, people.shift[source]!);
        const argument = s * NOTES + i;
        const note = addPost(world, {
          timeMs,
          account: source,
          kind: "post",
          voice: voices.note,
          argument,
          appeal: 60,
        });
        for (const code of TRANSLATED)
          if (note >= 0 && chance(random, parameters.translated.value))
            translate(world, note, code, voices.translation, parameters, random);
      }
    });
  },
};

const siteOf = ({ people }: World, source: number): string => `${people.handle[source]!.replaceAll("_", "-")}.example`;

/** Arguments of the voices: source times NOTES plus note. */
const NOTES = 1000;

function translate(
  world: World,
  note: number,
  code: Translated,
  voice: number,
  parameters: typeof PARAMETERS,
  random: Random,
): void {
  const { people, posts } = world;
  const circle = castOf(world, LABEL, "translator").filter((i) => people.language[i] === languageIndex(code));
  const account = pick(random, circle);
  const hours = Math.max(
    parameters.leastH.value * (1 + random()),
    logNormal(random, parameters.medianH.value, parameters.sigma.value),
  );
  const wakingMs = (from: number, who: number) => nextWaking(random, from, people.zone[who]!, people.shift[who]!);
  const timeMs = wakingMs(posts.timeMs[note]! + hours * HOUR_MS, account);
  const own = { timeMs, account, voice, argument: posts.argument[note]!, appeal: 10 };
  const isQuote = chance(random, parameters.quotes.value);
  const post = addPost(world, isQuote ? { ...own, kind: "quote", target: note } : { ...own, kind: "post" });
  if (post < 0) return;
  for (const other of circle) {
    if (other === account || !chance(random, parameters.passesOn.value)) continue;
    const at = wakingMs(timeMs + between(random, 10, 600) * 60_000, other);
    addPost(world, { timeMs: at, account: other, kind: "repost", target: post, voice });
  }
}

function makeVoices(world: World): { note: number; translation: number } {
  const { people, posts, seed } = world;
  const sources = castOf(world, LABEL, "source");
  const read = (number: number, code: "en" | Translated) => {
    const argument = posts.argument[number]!;
    const source = sources[Math.floor(argument / NOTES)]!;
    const handle = people.handle[source]!;
    const text = noteLine(stream(seed ^ 0x40e5, argument), code, ENGLISH.places);
    const url = `https://www.${siteOf(world, source)}/notes/${1000 + (argument % NOTES)}`;
    return { text, handle, url };
  };
  const note = addVoice(world, (number): Content => {
    const { text, url } = read(number, "en");
    return said(text, "en", { urls: [url] });
  });
  const translation = addVoice(world, (number, random): Content => {
    const code = LANGUAGES[people.language[posts.account[number]!]!]!.code as Translated;
    const { text, handle, url } = read(number, code);
    const urls = chance(random, 0.7) ? [url] : [];
    const credit = attributionLine(random, code, handle);
    const stop = credit.startsWith("(") || /[.?!]$/.test(text) ? "" : ".";
    return said(`${text}${stop} ${credit}`, code, { urls, mentions: [handle] });
  });
  return { note, translation };
}
