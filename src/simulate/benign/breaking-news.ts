import { between, logNormal, pick, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { articleAt } from "../links.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";
import { addPost, addVoice, type Content, type NewsEvent, type World } from "../world.ts";

const LABEL = "benign:breaking-news";
const PARAMETERS = {
  services: assumed(5, "alert accounts that all read the same agencies"),
  small: assumed(2, "lesser alerts a day beside the great events"),
  delayS: assumed(50, "median seconds from the agency to an alert, log-normal"),
  sigma: assumed(0.8, "standard deviation of the logarithm of that delay"),
  misses: assumed(0.3, "alerts that a service leaves out"),
} satisfies ParameterTable;

const SMALL = words(
  "{Central bank|Cabinet|Airline|Cup organiser|Grid operator} {confirms|denies|postpones} <matter>|{Minister|Mayor|Coach|Chief executive} of <town> {resigns|wins vote|apologises} over <matter>|# {flights|trains|events} cancelled in <town> {after|amid} <matter>",
);
const MATTER: Lexicon = {
  matter: words(
    "rate decision|merger talks|pitch damage|software fault|fuel shortage|ticket errors|budget gap|strike vote|fog|power dip",
  ),
  town: ENGLISH.places,
};
const MARKS = ["BREAKING: ", "🚨 ", "JUST IN: ", "Alert: ", "NEWS: "];

/** Alert accounts that are seconds apart because they read the same agencies, each under its own mark. */
export const BREAKING_NEWS: Story<typeof PARAMETERS> = {
  name: "breaking-news",
  label: LABEL,
  about: [
    "A handful of alert accounts post every headline of the agencies within a minute or two of each other, day and night.",
    "Timing and wording as tight as any crew's; the clock is outside, and anybody can follow it.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const here = isOn(world, mainPlatform(world));
    const speaks = (account: number) => here(account) && world.people.language[account] === 0;
    const services = enlist(world, parameters.services.value, LABEL, "alert", speaks);
    services.forEach((account, i) => {
      world.people.bio[account] = pick(stream(world.seed, 41 + i), [
        "Headlines as they come",
        "Breaking news, automated",
        "Alerts from the agencies",
        "All the news, fast",
      ]);
      world.people.rate[account] = 0;
      world.people.client[account] = "newsdesk";
    });
  },
  perform: (world, parameters, random) => {
    const events: NewsEvent[] = [...world.events];
    for (let day = 0; day < world.span.days; day++) {
      for (let i = 0; i < parameters.small.value; i++) events.push(smallEvent(world, day, i));
    }
    const services = castOf(world, LABEL, "alert");
    const voice = alertVoice(world, events, services);
    events.forEach((event, argument) => {
      for (const account of services) {
        if (random() < parameters.misses.value) continue;
        const at = event.timeMs + 1000 * logNormal(random, parameters.delayS.value, parameters.sigma.value);
        addPost(world, { timeMs: at, account, kind: "post", voice, argument, appeal: 15 });
      }
    });
  },
};

function smallEvent(world: World, day: number, index: number): NewsEvent {
  const random = stream(world.seed ^ 0xb4e, day * 50 + index);
  const timeMs = world.span.startMs + (day + random()) * DAY_MS;
  const url = articleAt(world.seed, 800, Math.floor(timeMs / DAY_MS), between(random, 0, 9));
  return { timeMs, headline: expand(pick(random, SMALL), [MATTER], random), hashtag: "news", urls: [url] };
}

function alertVoice(world: World, events: readonly NewsEvent[], services: readonly number[]) {
  return addVoice(world, (number): Content => {
    const event = events[world.posts.argument[number]!]!;
    const mark = MARKS[services.indexOf(world.posts.account[number]!) % MARKS.length]!;
    return {
      text: `${mark}${tidy(event.headline)}`,
      language: "en",
      urls: [event.urls[0]!],
      hashtags: [],
      mentions: [],
      media: [],
    };
  });
}
