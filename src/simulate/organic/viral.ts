import { cumulative, drawIndex, logNormal, type Random } from "../../math/random.ts";
import { assumed } from "../parameters.ts";
import { HOUR_MS, humanTime } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { addPost, ORGANIC_VOICE, type World } from "../world.ts";

const PARAMETERS = {
  posts: assumed(2, "viral posts in 14 days; every collection of any size has some"),
  share: assumed(0.12, "of all accounts of its platform repost it: 1,500 in a world of 12,500"),
  medianMin: assumed(50, "half of the reposts come within so many minutes, log-normal"),
  sigma: assumed(1.2, "standard deviation of the logarithm of that delay"),
  replies: assumed(0.1, "replies for each repost"),
};

/** Many strangers repost one post within hours: the innocent look-alike of a repost crew. */
export const VIRAL: Story<typeof PARAMETERS> = {
  name: "viral-posts",
  label: "organic",
  about: [
    "One or more ordinary posts that a tenth of all accounts repost, half of them within the hour.",
    "No coordination at all: what shares a viral post and nothing else must not be linked.",
  ],
  parameters: () => PARAMETERS,
  cast: () => {},
  perform: (world, parameters, random) => {
    const count = Math.max(1, Math.round((parameters.posts.value * world.span.days) / 14));
    for (let i = 0; i < count; i++) goViral(world, parameters, random);
  },
};

function goViral(world: World, parameters: typeof PARAMETERS, random: Random): void {
  const { people, span } = world;
  const author = drawIndex(random, cumulative(people.rate));
  const active = cumulative(people.rate.map((rate, i) => (people.platform[i] === people.platform[author] ? rate : 0)));
  const voice = ORGANIC_VOICE;
  const latest = span.endMs - 12 * HOUR_MS;
  const timeMs = Math.min(latest, humanTime(random, span, people.zone[author]!, people.shift[author]!));
  const argument = people.community[author]!;
  const post = addPost(world, { timeMs, account: author, kind: "post", voice, argument });
  const reposters = new Set<number>();
  const platform = people.platform.reduce((sum, number) => sum + (number === people.platform[author] ? 1 : 0), 0);
  const wanted = Math.round(parameters.share.value * platform);
  for (let tries = 0; reposters.size < wanted && tries < 50 * wanted; tries++) {
    const account = drawIndex(random, active);
    if (account !== author) reposters.add(account);
  }
  for (const account of reposters) {
    const at = timeMs + 60_000 * logNormal(random, parameters.medianMin.value, parameters.sigma.value);
    addPost(world, { timeMs: at, account, kind: "repost", target: post, voice, argument });
    if (random() < parameters.replies.value) {
      addPost(world, { timeMs: at + 30_000, account, kind: "reply", target: post, voice, argument, appeal: 0.5 });
    }
  }
}
