import { type Random, seeded } from "../math/random.ts";
import { type Community, makeCommunities } from "./communities.ts";
import type { Difficulty } from "./difficulty.ts";
import type { Overrides } from "./parameters.ts";
import { withOverrides } from "./parameters.ts";
import { type PlatformShares, sharesOf } from "./platforms.ts";
import { makePopulation, POPULATION_PARAMETERS, type Population } from "./population.ts";
import { appendPost, emptyPosts, type NewPost, type Posts } from "./posts.ts";
import { type Span, spanOf } from "./rhythm.ts";
import type { Site } from "./sites.ts";

/** What a post says, in the columns of the plain CSV. Hashtags and mentions without their sign. */
export interface Content {
  readonly text: string;
  readonly language: string;
  readonly urls: readonly string[];
  readonly hashtags: readonly string[];
  readonly mentions: readonly string[];
  readonly media: readonly string[];
}

/** Number of the voice of ordinary life, the first that every world gets: stories whose accounts speak like anybody use it. */
export const ORGANIC_VOICE = 0;

/** Writes the content of post `number`, always the same for the same number. Never asked for reposts. */
export type Voice = (number: number, random: Random) => Content;

/** Something that happened outside, which many heard of at once. */
export interface NewsEvent {
  readonly timeMs: number;
  readonly headline: string;
  readonly hashtag: string;
  readonly urls: readonly string[];
}

export interface World {
  readonly seed: number;
  readonly difficulty: Difficulty;
  readonly span: Span;
  readonly communities: readonly Community[];
  readonly people: Population;
  readonly posts: Posts;
  readonly voices: Voice[];
  readonly events: NewsEvent[];
  /** What a story knows about the public of one of its posts; for all other posts it is drawn from followers and reposts. */
  readonly audience: Map<number, Audience>;
  /** What a post was sent with, where it is not what its account uses otherwise. */
  readonly clients: Map<number, string>;
  /** Sites of which indicators are known; stories add theirs, ordinary ones are always there. */
  readonly sites: Site[];
}

export interface Audience {
  readonly views: number;
  readonly likes: number;
}

export interface WorldOptions {
  readonly seed: number;
  readonly difficulty: Difficulty;
  readonly accounts: number;
  readonly days: number;
  /** Midnight UTC. */
  readonly startMs: number;
  readonly overrides: Overrides;
}

/** What a world needs to know of its stories before there are any people. */
export interface WorldPlan {
  readonly platforms: readonly PlatformShares[];
  /** Share of the accounts in each of LANGUAGES; null as at large. */
  readonly languages?: readonly number[] | null;
}

export function emptyWorld(options: WorldOptions, plan: WorldPlan = { platforms: [] }): World {
  const { seed, difficulty, accounts, days, startMs } = options;
  const span = spanOf(startMs, days);
  const languages = plan.languages ?? null;
  const communities = makeCommunities(seeded(seed, "communities"), accounts, languages ?? undefined);
  const parameters = withOverrides("population", POPULATION_PARAMETERS, options.overrides);
  const people = makePopulation(
    seeded(seed, "population"),
    accounts,
    communities,
    sharesOf(plan.platforms),
    span,
    parameters,
    languages,
  );
  return {
    seed,
    difficulty,
    span,
    communities,
    people,
    posts: emptyPosts(),
    voices: [],
    events: [],
    audience: new Map(),
    clients: new Map(),
    sites: [],
  };
}

/** Number of the new post, or -1 when it falls outside the world's time. */
export const addPost = (world: World, post: NewPost): number =>
  appendPost(world.posts, world.span.startMs, world.span.endMs, post);

export function addVoice(world: World, voice: Voice): number {
  world.voices.push(voice);
  return world.voices.length - 1;
}
