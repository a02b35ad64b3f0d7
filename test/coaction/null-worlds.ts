import { exponential, type Random, sample, seeded } from "../../src/math/random.ts";
import type { Act } from "./worlds.ts";

/**
 * The toy worlds of the null experiment: 150 accounts and 250 objects, popularity heavy-tailed on both sides; in some, ten accounts act
 * within 45 seconds of each other on eight objects, besides being accounts like others.
 */
export interface ToyWorld {
  readonly acts: readonly Act[];
  readonly accounts: number;
  readonly objects: number;
  /** Author of each object. */
  readonly authorOf: Uint32Array;
}

export interface ToyOptions {
  readonly crew: "none" | "among-others" | "alone";
  /** Share of objects on which everybody is fast. */
  readonly newsShare: number;
  /** One of ten authors is answered at once, and fifteen accounts answer most of what that author writes: fans, and no crew. */
  readonly fans?: boolean;
}

export const TOY_ACCOUNTS = 150;
export const TOY_CREW = 10;
const OBJECTS = 250;
const CREW_OBJECTS = 8;
export const TOY_WINDOW_MS = 60_000;
const CREW_SPREAD_MS = 45_000;
/** Two innocents meet within the window with chance 1 - exp(-60 / 3600), two readers of breaking news with 1 - exp(-1). */
const USUAL_DELAY_MS = 3_600_000;
const NEWS_DELAY_MS = 60_000;
const AUTHORS = 10;
const FANS = 15;
const FAN_SHARE = 0.6;

export function toyWorld(
  { crew, newsShare, fans = false }: ToyOptions,
  ...seed: readonly (string | number)[]
): ToyWorld {
  const random = seeded("toy", ...seed);
  const crowds = Array.from({ length: OBJECTS }, () => Math.min(60, Math.floor(6 / Math.sqrt(1 - random()))));
  const loud = Array.from({ length: TOY_ACCOUNTS }, () => 0.5 + 1 / Math.sqrt(1 - random()));
  const acts: Act[] = [];
  const bornMs = crowds.map(() => random() * 14 * 86_400_000);
  for (let object = 0; object < OBJECTS; object++) {
    const isNews = random() < newsShare;
    const isFast = fans && object % AUTHORS === 0;
    const meanMs = isNews || isFast ? NEWS_DELAY_MS : USUAL_DELAY_MS;
    if (isFast) {
      for (let account = TOY_ACCOUNTS - FANS; account < TOY_ACCOUNTS; account++) {
        if (random() < FAN_SHARE) acts.push([account, object, bornMs[object]! + exponential(random, meanMs)]);
      }
    }
    for (const account of drawAccounts(random, loud, crowds[object]!)) {
      acts.push([account, object, bornMs[object]! + exponential(random, meanMs)]);
    }
  }
  let objects = OBJECTS;
  if (crew !== "none") {
    const busy = Array.from({ length: OBJECTS }, (_, object) => object);
    const chosen =
      crew === "alone" ? Array.from({ length: CREW_OBJECTS }, () => objects++) : sample(random, busy, CREW_OBJECTS);
    for (const object of chosen) {
      const startMs = (bornMs[object] ?? random() * 14 * 86_400_000) + exponential(random, USUAL_DELAY_MS);
      for (let account = 0; account < TOY_CREW; account++) {
        acts.push([account, object, startMs + random() * CREW_SPREAD_MS]);
      }
      if (crew === "alone") {
        // One or two passers-by.
        for (const account of drawAccounts(
          random,
          loud.map((one, i) => (i < TOY_CREW ? 0 : one)),
          random() < 0.5 ? 1 : 2,
        )) {
          acts.push([account, object, startMs + exponential(random, USUAL_DELAY_MS)]);
        }
      }
    }
  }
  return {
    acts,
    accounts: TOY_ACCOUNTS,
    objects,
    authorOf: Uint32Array.from({ length: objects }, (_, o) => o % AUTHORS),
  };
}

/** So many different accounts, louder ones first by chance (Efraimidis and Spirakis 2006). */
function drawAccounts(random: Random, loud: readonly number[], count: number): number[] {
  return loud
    .map((one, account) => ({ account, key: one === 0 ? Number.POSITIVE_INFINITY : exponential(random, 1) / one }))
    .sort((left, right) => left.key - right.key)
    .slice(0, count)
    .map(({ account }) => account);
}
