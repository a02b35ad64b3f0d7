import {
  between,
  chance,
  cumulative,
  drawIndex,
  logNormal,
  type Random,
  sample,
  shuffle,
  stream,
} from "../../math/random.ts";
import { divideActivity } from "../casting.ts";
import { nextWaking } from "../rhythm.ts";
import { LANGUAGES } from "../text/languages.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { praise } from "./newsroom-comments.ts";
import type { NewsroomParameters } from "./newsroom-parameters.ts";

/** Where comments are free some posts are favourites of the whole crew: the n-th has a weight of n to the power of minus this. */
const FAVOURITES = 0.6;

/**
 * Praise under the posts of the pages, by commenters of the same platform and language. Where the crew is as busy as anybody, each
 * comments as often as its activity allows; otherwise each post gets a few. What is not used stays with ordinary life.
 */
export function commentOnPages(
  world: World,
  published: readonly number[],
  crew: readonly number[],
  table: NewsroomParameters,
  random: Random,
): void {
  const { people, posts } = world;
  const voice = praiseVoice(world, table);
  const sameCircle = (a: number, b: number) =>
    people.language[a] === people.language[b] && people.platform[a] === people.platform[b];
  const say = (account: number, target: number) => {
    const delay = logNormal(random, table.jitter.value * table.delayMin.value, table.delaySigma.value);
    const at = posts.timeMs[target]! + 60_000 * delay;
    const timeMs =
      table.localHours.value === 1 ? nextWaking(random, at, people.zone[account]!, people.shift[account]!) : at;
    const argument = chance(random, table.paraphrase.value) ? REWORDED : between(random, 0, table.lines.value - 1);
    return addPost(world, { timeMs, account, kind: "reply", target, voice, argument });
  };
  if (table.typical.value === 1) {
    const favourites = shuffle(random, [...published]);
    divideActivity(world, crew, table.decoy.value).forEach((acts, i) => {
      const account = crew[i]!;
      const near = favourites.filter((post) => sameCircle(account, posts.account[post]!));
      const targets = drawDistinct(near, Math.min(acts, table.shared.value), random);
      for (const target of targets) say(account, target);
      people.rate[account]! += acts - targets.length;
    });
    return;
  }
  const counts = new Map(crew.map((account) => [account, 0]));
  for (const target of published) {
    const near = crew.filter(
      (account) => sameCircle(account, posts.account[target]!) && counts.get(account)! < table.shared.value,
    );
    for (const account of sample(random, near, between(random, 0, table.commentsMax.value))) {
      if (say(account, target) >= 0) counts.set(account, counts.get(account)! + 1);
    }
  }
  for (const [account, count] of counts) {
    // Whoever finds no page of its language leads an ordinary life.
    if (count > 0) people.rate[account] = (count * table.decoy.value) / (1 - table.decoy.value);
  }
}

/** Distinct entries, the first more likely. */
function drawDistinct(list: readonly number[], count: number, random: Random): number[] {
  if (list.length === 0) return [];
  const sums = cumulative(list.map((_, rank) => Math.exp(-FAVOURITES * Math.log(rank + 1))));
  const drawn = new Set<number>();
  for (let tries = 0; drawn.size < Math.min(count, list.length) && tries < 40 * count; tries++) {
    drawn.add(list[drawIndex(random, sums)]!);
  }
  return [...drawn];
}

const REWORDED = 0xffffffff;

function praiseVoice(world: World, table: NewsroomParameters): number {
  const { posts, people, seed } = world;
  const scripts = LANGUAGES.map(({ code }, language) =>
    Array.from({ length: table.lines.value }, (_, line) => praise(code, stream(seed ^ 0x9a15, language * 1000 + line))),
  );
  return addVoice(world, (number, random): Content => {
    const language = people.language[posts.account[number]!]!;
    const line = posts.argument[number]!;
    const code = LANGUAGES[language]!.code;
    const text = line === REWORDED ? praise(code, random) : scripts[language]![line]!;
    return { text, language: code, urls: [], hashtags: [], mentions: [], media: [] };
  });
}
