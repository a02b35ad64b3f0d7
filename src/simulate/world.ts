import { UserError } from "../corpus/issue.ts";
import { type Random, seeded, shuffle } from "../math/random.ts";
import { type Community, makeCommunities } from "./communities.ts";
import type { Difficulty } from "./difficulty.ts";
import type { Overrides } from "./parameters.ts";
import { withOverrides } from "./parameters.ts";
import { makePopulation, POPULATION_PARAMETERS, type Population } from "./population.ts";
import { appendPost, emptyPosts, type NewPost, type Posts } from "./posts.ts";
import { type Span, spanOf } from "./rhythm.ts";

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

export function emptyWorld(options: WorldOptions): World {
  const { seed, difficulty, accounts, days, startMs } = options;
  const span = spanOf(startMs, days);
  const communities = makeCommunities(seeded(seed, "communities"), accounts);
  const parameters = withOverrides("population", POPULATION_PARAMETERS, options.overrides);
  const people = makePopulation(seeded(seed, "population"), accounts, communities, span, parameters);
  return { seed, difficulty, span, communities, people, posts: emptyPosts(), voices: [], events: [] };
}

/** Number of the new post, or -1 when it falls outside the world's time. */
export const addPost = (world: World, post: NewPost): number =>
  appendPost(world.posts, world.span.startMs, world.span.endMs, post);

export function addVoice(world: World, voice: Voice): number {
  world.voices.push(voice);
  return world.voices.length - 1;
}

/**
 * Take `count` accounts that belong to no story yet and give them a label and a role.
 *
 * @throws UserError when the population is too small for it
 */
export function enlist(
  world: World,
  count: number,
  label: string,
  role: string,
  suits: (account: number) => boolean = () => true,
): number[] {
  const { people } = world;
  const free: number[] = [];
  for (let i = 0; i < people.count; i++) if (people.label[i] === 0 && suits(i)) free.push(i);
  if (free.length < count) {
    throw new UserError(
      "world-small",
      `${label} needs ${count} accounts as ${role} and only ${free.length} of ${people.count} are free and suit; ask for more with --accounts.`,
    );
  }
  const labelNumber = indexIn(people.labels, label);
  const roleNumber = indexIn(people.roles, role);
  const chosen = shuffle(seeded(world.seed, "enlist", label, role), free).slice(0, count);
  for (const account of chosen) {
    people.label[account] = labelNumber;
    people.role[account] = roleNumber;
  }
  return chosen;
}

/** Accounts with this label and role, in order of number. */
export function castOf(world: World, label: string, role: string): number[] {
  const labelNumber = world.people.labels.indexOf(label);
  const roleNumber = world.people.roles.indexOf(role);
  const found: number[] = [];
  for (let i = 0; i < world.people.count; i++) {
    if (world.people.label[i] === labelNumber && world.people.role[i] === roleNumber) found.push(i);
  }
  return found;
}

function indexIn(list: string[], name: string): number {
  const known = list.indexOf(name);
  return known >= 0 ? known : list.push(name) - 1;
}
