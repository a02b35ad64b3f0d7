import {
  between,
  chance,
  cumulative,
  drawIndex,
  logNormal,
  normal,
  pareto,
  pick,
  type Random,
} from "../math/random.ts";
import type { Community } from "./communities.ts";
import { assumed } from "./parameters.ts";
import { DAY_MS, type Span } from "./rhythm.ts";
import { expand, tidy } from "./text/grammar.ts";
import { LANGUAGES } from "./text/languages.ts";

export const POPULATION_PARAMETERS = {
  activityMin: assumed(
    2,
    "posts in 14 days of the least active; median 3.6, as in topical collections with few posts an account",
  ),
  activityTail: assumed(1.2, "counts fall with exponent about 2.2 in social media at large, so their tail with 1.2"),
  activityCap: assumed(220, "posts in 14 days; beyond it accounts are throttled by platforms"),
  secondCommunity: assumed(0.22, "share of an account's own posts outside its home community: homophily of 78 %"),
};

/** Accounts as columns. Strings are few enough to keep. */
export interface Population {
  readonly count: number;
  /** Index into PLATFORMS. */
  readonly platform: Uint8Array;
  readonly community: Uint16Array;
  readonly second: Uint16Array;
  readonly language: Uint8Array;
  /** Hours ahead of UTC; early (negative) or late riser. */
  readonly zone: Float32Array;
  readonly shift: Float32Array;
  /** Posts of ordinary life expected in the whole span; stories lower it for those they engage. */
  readonly rate: Float32Array;
  readonly followers: Uint32Array;
  readonly following: Uint32Array;
  readonly lifetimePosts: Uint32Array;
  readonly createdMs: Float64Array;
  readonly verified: Uint8Array;
  /** Hashes of pictures that stories gave; all others have one of their own. */
  readonly avatars: Map<number, string>;
  readonly client: string[];
  readonly name: string[];
  readonly handle: string[];
  readonly bio: string[];
  readonly location: string[];
  /** Truth: index into `labels` and `roles`; 0 is organic and regular. */
  readonly label: Uint16Array;
  readonly role: Uint16Array;
  readonly labels: string[];
  readonly roles: string[];
}

const CLIENTS = ["phone-a", "phone-a", "phone-a", "phone-b", "phone-b", "web", "web", "tablet"];

/**
 * @param platforms share of the accounts on each of PLATFORMS, adding up to one
 * @param languages share of the accounts in each of LANGUAGES; null as at large
 */
export function makePopulation(
  random: Random,
  count: number,
  communities: readonly Community[],
  platforms: Float64Array,
  span: Span,
  parameters: typeof POPULATION_PARAMETERS,
  languages: readonly number[] | null = null,
): Population {
  const people: Population = {
    count,
    platform: new Uint8Array(count),
    community: new Uint16Array(count),
    second: new Uint16Array(count),
    language: new Uint8Array(count),
    zone: new Float32Array(count),
    shift: new Float32Array(count),
    rate: new Float32Array(count),
    followers: new Uint32Array(count),
    following: new Uint32Array(count),
    lifetimePosts: new Uint32Array(count),
    createdMs: new Float64Array(count),
    verified: new Uint8Array(count),
    avatars: new Map(),
    client: [],
    name: [],
    handle: [],
    bio: [],
    location: [],
    label: new Uint16Array(count),
    role: new Uint16Array(count),
    labels: ["organic"],
    roles: ["regular"],
  };
  const sameLanguage = LANGUAGES.map((_, language) =>
    [...communities.keys()].filter((index) => communities[index]!.language === language),
  );
  const size = cumulative(
    communities.map(({ language }) => {
      // A language with more communities has not more people for it.
      const share = (languages?.[language] ?? LANGUAGES[language]!.share) / sameLanguage[language]!.length;
      return share * (0.4 + random());
    }),
  );
  const taken = new Set<string>();
  const platformSums = cumulative(platforms);
  for (let i = 0; i < count; i++) {
    people.platform[i] = drawIndex(random, platformSums);
    const home = drawIndex(random, size);
    people.community[i] = home;
    people.second[i] = secondCommunity(random, sameLanguage[communities[home]!.language]!, home);
    people.language[i] = communities[home]!.language;
    const language = LANGUAGES[people.language[i]!]!;
    people.zone[i] = pick(random, language.zones);
    people.shift[i] = 1.5 * normal(random);
    const activity = pareto(
      random,
      parameters.activityMin.value,
      parameters.activityTail.value,
      parameters.activityCap.value,
    );
    people.rate[i] = (activity * span.days) / 14;
    people.createdMs[i] = span.startMs - 1000 * Math.floor(DAY_MS * 0.001 * (20 + random() * random() * 5500));
    const years = (span.startMs - people.createdMs[i]!) / (365 * DAY_MS);
    people.followers[i] = Math.round(logNormal(random, 25 + 40 * years, 1.5));
    people.following[i] = Math.round(logNormal(random, 90 + 30 * years, 0.9));
    people.lifetimePosts[i] = Math.round(people.rate[i]! * (1 + 26 * years * random()));
    people.verified[i] = chance(random, 0.03) ? 1 : 0;
    people.client.push(pick(random, CLIENTS));
    const first = pick(random, language.firstNames);
    const last = pick(random, language.lastNames);
    people.name.push(language.gap === "" ? last + first : `${first}${chance(random, 0.7) ? ` ${last}` : ""}`);
    people.handle.push(freeHandle(random, taken));
    people.bio.push(
      chance(random, 0.75) ? tidy(expand(pick(random, language.bios), communities[home]!.lexicons, random)) : "",
    );
    people.location.push(chance(random, 0.6) ? pick(random, language.places) : "");
  }
  return people;
}

/** Another community of the same language, or the same one where it is alone. */
function secondCommunity(random: Random, sameLanguage: readonly number[], home: number): number {
  if (sameLanguage.length < 2) return home;
  const other = pick(random, sameLanguage);
  return other === home ? sameLanguage[(sameLanguage.indexOf(home) + 1) % sameLanguage.length]! : other;
}

const HANDLE_PARTS = [
  "sunny",
  "river",
  "old",
  "kiwi",
  "blue",
  "mister",
  "la",
  "el",
  "der",
  "pixel",
  "north",
  "tea",
  "rook",
  "moss",
  "echo",
  "lucky",
  "plain",
  "hazel",
  "tiny",
  "real",
  "via",
  "luna",
  "otto",
  "mango",
];

/** Handles of the same make for everyone; a digit or two, as on any crowded platform. */
export function freeHandle(random: Random, taken: Set<string>): string {
  for (;;) {
    const digits = chance(random, 0.6) ? String(between(random, 1, 9999)) : "";
    const handle = `${pick(random, HANDLE_PARTS)}_${pick(random, HANDLE_PARTS)}${between(random, 0, 99).toString(36)}${digits}`;
    if (taken.has(handle)) continue;
    taken.add(handle);
    return handle;
  }
}
