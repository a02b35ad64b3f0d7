import { between, chance, type Random } from "../../math/random.ts";
import { castOf, enlist } from "../casting.ts";
import { articleLink } from "../links.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { HOUR_MS, humanTime } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { groupSize, isPerson } from "./crowd.ts";

const LABEL = "benign:scheduler";
const CLIENT = "postqueue";
const PARAMETERS = {
  share: assumed(0.01, "of all accounts use the tool; all who do are labelled"),
  least: assumed(8, "users at least"),
  most: assumed(250, "users at most"),
  leastRate: assumed(4, "posts in 14 days below which nobody needs a tool"),
  queued: assumed(0.6, "share of a user's activity that goes through the tool; the rest is ordinary life by phone"),
  fullHour: assumed(0.7, "queued posts at the full hour, the others at the half"),
  lagS: assumed(2, "most seconds after the minute mark at which the tool sends"),
  links: assumed(0.35, "queued posts that would have no link and get one to an article of the day"),
} satisfies ParameterTable;

/** Strangers who write what they like and let one tool send it at :00 and :30. */
export const SCHEDULER: Story<typeof PARAMETERS> = {
  name: "scheduler",
  label: LABEL,
  about: [
    "Users of one scheduling tool in all communities: own content, sent within two seconds of the full or half hour.",
    "Many are exactly simultaneous again and again; the tool is named in the client column and everybody with it does it.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const { people, span } = world;
    const least = (parameters.leastRate.value * span.days) / 14;
    enlist(world, groupSize(world, parameters), LABEL, "user", (i) => isPerson(world)(i) && people.rate[i]! >= least);
  },
  perform: (world, parameters, random) => {
    const voice = queuedVoice(world, parameters);
    for (const account of castOf(world, LABEL, "user")) fillQueue(world, account, voice, parameters, random);
  },
};

function fillQueue(world: World, account: number, voice: number, parameters: typeof PARAMETERS, random: Random): void {
  const { people, span } = world;
  const count = Math.max(1, Math.round(people.rate[account]! * parameters.queued.value));
  people.rate[account] = people.rate[account]! * (1 - parameters.queued.value);
  const taken = new Set<number>();
  for (let i = 0; i < count; i++) {
    const wanted = humanTime(random, span, people.zone[account]!, people.shift[account]!);
    const half = chance(random, parameters.fullHour.value) ? 0 : 0.5;
    const mark = (Math.floor(wanted / HOUR_MS) + half) * HOUR_MS;
    // A queue has one post in a slot.
    if (taken.has(mark)) continue;
    taken.add(mark);
    const post = addPost(world, {
      timeMs: mark + 1000 * between(random, 0, parameters.lagS.value),
      account,
      kind: "post",
      voice,
      argument: chance(random, 0.78) ? people.community[account]! : people.second[account]!,
      appeal: 15,
    });
    if (post >= 0) world.clients.set(post, CLIENT);
  }
}

/** As anybody writes, with more links: what is queued is often something read. */
function queuedVoice(world: World, parameters: typeof PARAMETERS): number {
  const { posts, communities, seed } = world;
  const ordinary = world.voices[ORGANIC_VOICE]!;
  return addVoice(world, (number, random): Content => {
    const content = ordinary(number, random);
    if (content.urls.length > 0 || !chance(random, parameters.links.value)) return content;
    const { topicNumber } = communities[posts.argument[number]!]!;
    return { ...content, urls: [articleLink(random, seed, topicNumber, posts.timeMs[number]!)] };
  });
}
