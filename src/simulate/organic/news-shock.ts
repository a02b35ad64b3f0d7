import { chance, cumulative, drawIndex, logNormal, pick, type Random, seeded } from "../../math/random.ts";
import { inventName } from "../communities.ts";
import { articleAt } from "../links.ts";
import { assumed } from "../parameters.ts";
import { PLATFORMS } from "../platforms.ts";
import { DAY_MS, HOUR_MS } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type Content, type NewsEvent, type World } from "../world.ts";

const PARAMETERS = {
  shocks: assumed(2, "events in 14 days that many accounts react to at once"),
  share: assumed(0.07, "of all accounts post about one within hours"),
  medianMin: assumed(14, "half of them within so many minutes, log-normal"),
  sigma: assumed(1.1, "standard deviation of the logarithm of that delay"),
  reposts: assumed(0.4, "of those reacting repost one of the first reports and write nothing"),
  links: assumed(0.45, "of those writing link one of five reports"),
  tagged: assumed(0.6, "of those writing use the event's hashtag"),
};

/** Made-up incidents only, in places of that name or not: nothing here happened. */
const INCIDENT = words(
  "Ferry runs aground off <town>|Power cut hits <town> and # districts|Warehouse fire in <town>, roads closed|Rail line blocked near <town> after landslide|Water main bursts in central <town>|Bridge in <town> closed after lorry crash|Strong quake felt in <town>",
);
const REACTION = words(
  "<lead> hope everyone near <town> is safe|{just saw|only now saw|my <kin> sent me|reading} the news: <event>[, <view>]|<event>. {Unreal|Awful|Oh no|Not again}|anyone in <town> know more about this?|my <kin> lives {there|near there}, {waiting for a message|all fine, thankfully|phone lines are busy}|so <event> and <who> <reacts>|{thinking of|love to} everyone in <town>|{watching|following} this since {it began|a few minutes}, <view>|# minutes ago I was <doing>, now this: <event>|can confirm {the sirens|helicopters|long queues} near <town>, <view>|{stay safe|take care} <town>, and {check on your neighbours|don't drive there|thanks to the crews}",
);
const EXTRA: Lexicon = {
  kin: words("sister|uncle|old flatmate|best friend|grandma|colleague|cousin|brother-in-law|nephew"),
  reacts: words(
    "did not even look up|is already on the phone|says it was on the radio first|can see the smoke|wants to drive there|keeps refreshing|went quiet",
  ),
};

/** Everyone hears the same news in the same minutes: the innocent look-alike of a tightly timed crew. */
export const NEWS_SHOCK: Story<typeof PARAMETERS> = {
  name: "news-shock",
  label: "organic",
  about: [
    "An incident that every fourteenth account reacts to within minutes: own words, one hashtag, five reports to link.",
    "Timing alone looks coordinated here; the participants have nothing else in common.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    // Events are fixed before anyone performs, so that alert services can know them.
    const random = seeded(world.seed, "news-events");
    const count = Math.max(1, Math.round((parameters.shocks.value * world.span.days) / 14));
    for (let i = 0; i < count; i++) world.events.push(makeEvent(world, random));
  },
  perform: (world, parameters, random) => {
    for (const event of [...world.events]) react(world, event, parameters, random);
  },
};

function makeEvent(world: World, random: Random): NewsEvent {
  const { span, seed } = world;
  const town = pick(random, ENGLISH.places);
  const headline = expand(pick(random, INCIDENT), [{ town: [town] }], random);
  const timeMs = span.startMs + Math.floor(random() * (span.days * DAY_MS - 8 * HOUR_MS));
  const number = Math.floor(random() * 900);
  const urls = Array.from({ length: 5 }, (_, i) => articleAt(seed, 900 + number, Math.floor(timeMs / DAY_MS), i));
  return {
    timeMs,
    headline,
    hashtag: town.toLowerCase() + pick(random, ["news", "alert", inventName(random).toLowerCase()]),
    urls,
  };
}

function react(world: World, event: NewsEvent, parameters: typeof PARAMETERS, random: Random): void {
  const { people } = world;
  const town = ENGLISH.places.find((place) => event.headline.includes(place))!;
  const spread = cumulative([5, 3, 2, 1, 1]);
  const voice = addVoice(world, (number, own): Content => {
    const account = world.posts.account[number]!;
    const language = LANGUAGES[people.language[account]!]!;
    const topic = world.communities[people.community[account]!]!;
    const english = language.code === "en";
    const lexicons: Lexicon[] = [
      { town: [town], event: [event.headline.slice(0, 1).toLowerCase() + event.headline.slice(1)] },
      EXTRA,
      ...topic.lexicons,
    ];
    const pattern = english
      ? pick(own, REACTION)
      : `${pick(own, language.words.lead!)} ${town}: ${pick(own, language.words.view!)}${chance(own, 0.5) ? ` ${pick(own, language.words.mood!)}` : ""}, <when>`;
    const hashtags = chance(own, parameters.tagged.value) ? [event.hashtag] : [];
    const urls = chance(own, parameters.links.value) ? [event.urls[drawIndex(own, spread)]!] : [];
    const text = tidy(expand(pattern, lexicons, own)) + hashtags.map((tag) => ` #${tag}`).join("");
    return { text, language: language.code, urls, hashtags, mentions: [], media: [] };
  });
  const active = cumulative(people.rate);
  const reacting = new Set<number>();
  const wanted = Math.round(parameters.share.value * people.count);
  for (let tries = 0; reacting.size < wanted && tries < 50 * wanted; tries++) reacting.add(drawIndex(random, active));
  const times = [...reacting]
    .map((account) => ({
      account,
      at: event.timeMs + 60_000 * logNormal(random, parameters.medianMin.value, parameters.sigma.value),
    }))
    .sort((a, b) => a.at - b.at);
  const reports: number[][] = PLATFORMS.map(() => []);
  for (const { account, at } of times) {
    const first = reports[people.platform[account]!]!;
    const repost = first.length >= 5 && chance(random, parameters.reposts.value);
    const post = repost
      ? addPost(world, { timeMs: at, account, kind: "repost", target: first[drawIndex(random, spread)]!, voice })
      : addPost(world, { timeMs: at, account, kind: "post", voice, appeal: 3 });
    if (!repost && post >= 0 && first.length < 5) first.push(post);
  }
}
