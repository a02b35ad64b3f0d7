import { between, chance, exponential, logNormal, pick, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS, HOUR_MS, nextWaking } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { expand, tidy } from "../text/grammar.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { groupSize, isPerson, isUp, passersBy, said, spend } from "./crowd.ts";
import { BEFORE, drawPetition, KIN, OWN_WORDS, type Petition } from "./petition-causes.ts";

const LABEL = "benign:petition";
const PARAMETERS = {
  share: assumed(0.018, "of all accounts press the share button"),
  least: assumed(12, "of them at least"),
  most: assumed(400, "of them at most"),
  ageYears: assumed(2, "least age of a sharer's account: signers are no newcomers"),
  atStart: assumed(0.6, "of those awake share at the announced hour of the joint start"),
  startMin: assumed(15, "median minutes from that hour to such a share, log-normal"),
  sigma: assumed(1, "standard deviation of the logarithm of that delay"),
  laterDays: assumed(1.5, "mean days to the other shares, exponential, at the sharer's waking hours"),
  again: assumed(0.1, "share a second time, days later; nobody a third time"),
  unchanged: assumed(0.75, "shares that are the button's text and nothing else; the others put a sentence before it"),
  others: assumed(0.008, "of all accounts share the link in own words and stay labelled as they are"),
} satisfies ParameterTable;

/** Strangers of every community press the same share button: one text, one link, once each. */
export const PETITION: Story<typeof PARAMETERS> = {
  name: "petition",
  label: LABEL,
  about: [
    "An open letter with a public toolkit and a share button: hundreds post the same text and link, many at the announced hour.",
    "One share each, by old accounts of all communities and platforms; the text is the one the page gives out.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const { people, span } = world;
    const here = isOn(world, mainPlatform(world));
    const [organiser] = enlist(world, 1, LABEL, "organiser", (i) => here(i) && people.language[i] === 0);
    people.bio[organiser!] = "Volunteers for open letters. Toolkits and share texts are public, see our page";
    people.rate[organiser!] = 2;
    const latest = span.startMs - parameters.ageYears.value * 365 * DAY_MS;
    enlist(
      world,
      groupSize(world, parameters),
      LABEL,
      "sharer",
      (i) => isPerson(world)(i) && people.createdMs[i]! < latest,
    );
  },
  perform: (world, parameters, random) => {
    const { people, span } = world;
    const petition = drawPetition(stream(world.seed, 420));
    const callMs = span.startMs + Math.floor(0.3 * span.days) * DAY_MS + between(random, 8, 11) * HOUR_MS;
    const startMs = callMs + DAY_MS - (callMs % DAY_MS) + 17 * HOUR_MS;
    const voices = makeVoices(world, petition, parameters);
    const [organiser] = castOf(world, LABEL, "organiser");
    addPost(world, { timeMs: callMs, account: organiser!, kind: "post", voice: voices.call, appeal: 60 });
    addPost(world, { timeMs: startMs, account: organiser!, kind: "post", voice: voices.button, appeal: 60 });
    const laterMs = (account: number) =>
      nextWaking(
        random,
        startMs + exponential(random, parameters.laterDays.value * DAY_MS),
        people.zone[account]!,
        people.shift[account]!,
      );
    for (const account of castOf(world, LABEL, "sharer")) {
      const atStart = startMs + 60_000 * logNormal(random, parameters.startMin.value, parameters.sigma.value);
      const joins = isUp(world, account, startMs) && chance(random, parameters.atStart.value);
      const timeMs = joins ? atStart : laterMs(account);
      const share = { account, kind: "post", voice: voices.button, appeal: 2 } as const;
      // Who would come after the end of the world came at the start.
      if (addPost(world, { ...share, timeMs }) < 0) addPost(world, { ...share, timeMs: atStart });
      if (chance(random, parameters.again.value)) addPost(world, { ...share, timeMs: laterMs(account) + DAY_MS });
      spend(world, account);
    }
    const label = people.labels.indexOf(LABEL);
    const count = Math.round(parameters.others.value * people.count);
    for (const account of passersBy(world, random, count, (i) => isPerson(world)(i) && people.label[i] !== label)) {
      addPost(world, { timeMs: laterMs(account), account, kind: "post", voice: voices.own, appeal: 2 });
      spend(world, account);
    }
  },
};

function makeVoices(world: World, petition: Petition, parameters: typeof PARAMETERS) {
  const { people, posts, communities } = world;
  const { url, toolkit, hashtag, share } = petition;
  const languageOf = (number: number) => LANGUAGES[people.language[posts.account[number]!]!]!;
  const lexiconsOf = (number: number) => [
    { kin: KIN, town: ENGLISH.places },
    ...communities[people.community[posts.account[number]!]!]!.lexicons,
  ];
  const columns = { urls: [url], hashtags: [hashtag] };
  const call = addVoice(world, (): Content => said(petition.call, "en", { urls: [toolkit], hashtags: [hashtag] }));
  const button = addVoice(world, (number, random): Content => {
    const { code } = languageOf(number);
    const known = code === "es" || code === "de" || code === "fr" ? code : "en";
    if (known !== code || code !== "en" || chance(random, parameters.unchanged.value))
      return said(share[known], known, columns);
    return said(`${tidy(expand(pick(random, BEFORE), lexiconsOf(number), random))} ${share.en}`, "en", columns);
  });
  const own = addVoice(world, (number, random): Content => {
    const language = languageOf(number);
    const text =
      language.code === "en"
        ? pick(random, OWN_WORDS)
        : `${pick(random, language.words.lead!)}${language.gap}${pick(random, language.words.view!)}`;
    return said(tidy(expand(text, lexiconsOf(number), random)), language.code, { urls: [url] });
  });
  return { call, button, own };
}
