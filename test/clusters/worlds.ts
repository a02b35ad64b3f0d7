import type { RerunInput } from "../../src/clusters/rerun.ts";
import type { TraceActions } from "../../src/clusters/trace-actions.ts";
import { strataOf } from "../../src/coaction/strata.ts";
import type { PostColumns } from "../../src/corpus/post-columns.ts";
import { between, cumulative, drawIndex, exponential, pareto, seeded } from "../../src/math/random.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ACCOUNTS = 180;
const OBJECTS = 250;
const DAYS = 28;

export interface SmallWorld {
  readonly posts: PostColumns;
  readonly traces: readonly TraceActions[];
  /** Numbers of the planted accounts. */
  readonly crew: readonly number[];
}

export interface WorldPlan {
  readonly crew?: number;
  /** Posts that the crew answers. */
  readonly met?: number;
  /** Accounts and posts fall apart into so many languages; nobody answers in another. */
  readonly languages?: number;
  readonly windowMs?: number;
  /** Answers to an ordinary post. */
  readonly answers?: number;
}

/**
 * Answers to posts: 180 accounts, 250 posts answered within hours, heavy-tailed both. A crew answers posts of its own within 45 seconds
 * and is nearly all of their audience, as in Sneer Review; its members also live like everybody else.
 */
export function smallWorld(seed: number, plan: WorldPlan = {}): SmallWorld {
  const { crew: crewSize = 0, met = 8, languages = 1, windowMs = 60_000, answers = 2 } = plan;
  const random = seeded(seed, "small world");
  const acts: Act[] = [];
  const speakers = Array.from({ length: languages }, (_, language) => {
    const accounts = Array.from({ length: ACCOUNTS }, (_, u) => u).filter((u) => u % languages === language);
    return { accounts, busy: cumulative(accounts.map(() => pareto(random, 1, 1.5, 20))) };
  });
  const somebody = (language: number) => {
    const { accounts, busy } = speakers[language]!;
    return accounts[drawIndex(random, busy)]!;
  };
  for (let object = 0; object < OBJECTS; object++) {
    const bornMs = random() * DAYS * DAY_MS;
    const crowd = Math.round(pareto(random, 1, 1.2, 60) * answers);
    const language = object % languages;
    for (let i = 0; i < crowd; i++) {
      acts.push({
        account: somebody(language),
        object,
        language,
        timeMs: Math.round(bornMs + exponential(random, 4 * HOUR_MS)),
      });
    }
  }
  const crew = Array.from({ length: crewSize }, (_, i) => i * languages * 11);
  for (let k = 0; k < met && crewSize > 0; k++) {
    const object = OBJECTS + k;
    const atMs = between(random, 0, DAYS - 1) * DAY_MS + between(random, 8, 18) * HOUR_MS;
    for (const account of crew) acts.push({ account, object, language: 0, timeMs: atMs + between(random, 0, 45_000) });
    acts.push({ account: somebody(0), object, language: 0, timeMs: atMs + HOUR_MS });
  }
  return { ...columnsOf(acts, windowMs), crew };
}

interface Act {
  readonly account: number;
  readonly object: number;
  readonly language: number;
  readonly timeMs: number;
}

function columnsOf(acts: readonly Act[], windowMs: number): Omit<SmallWorld, "crew"> {
  const account = Uint32Array.from(acts, (act) => act.account);
  const timeMs = Float64Array.from(acts, (act) => act.timeMs);
  const posts: PostColumns = {
    count: acts.length,
    accountCount: ACCOUNTS,
    account,
    kind: new Uint8Array(acts.length).fill(2),
    language: Uint16Array.from(acts, (act) => act.language),
    platform: new Uint16Array(acts.length),
    timeMs,
  };
  const actions = {
    trace: "co-reply" as const,
    count: acts.length,
    accountCount: ACCOUNTS,
    objectCount: 1 + Math.max(...acts.map(({ object }) => object)),
    account,
    object: Uint32Array.from(acts, ({ object }) => object),
    timeMs,
    post: Uint32Array.from(acts.keys()),
  };
  const traces: TraceActions[] = [{ actions, windowMs, family: "target", forgery: "cheap" }];
  return { posts, traces };
}

export const OPTIONS = { minObjects: 2, q: 0.05, seed: 1 };

/** @param leastAccounts of a stratum */
export function rerunInput({ posts, traces }: SmallWorld, leastAccounts?: number): RerunInput {
  return { traces, author: posts.account, strata: strataOf(posts, leastAccounts), options: OPTIONS, taken: [] };
}
