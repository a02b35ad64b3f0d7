import { UserError } from "../corpus/issue.ts";
import { mix32, seeded, shuffle } from "../math/random.ts";
import { opaqueNumber } from "./identity.ts";
import { PLATFORM_NUMBER, PLATFORMS, type Platform } from "./platforms.ts";
import { meanHourUtc } from "./rhythm.ts";
import type { World } from "./world.ts";

/** Which accounts a role can be given to. */
export type Suits = (account: number) => boolean;

/**
 * Take `count` accounts that belong to no story yet and give them a label and a role.
 *
 * @throws UserError when the population is too small for it
 */
export function enlist(world: World, count: number, label: string, role: string, suits: Suits = () => true): number[] {
  const free = freeAccounts(world, count, label, role, suits);
  const chosen = shuffle(seeded(world.seed, "enlist", label, role), free).slice(0, count);
  return assign(world, chosen, label, role);
}

/** Casts tried by `enlistTypical`. */
const DEALS = 600;
/** Accounts that stand for the population when a cast is compared with it. */
const YARDSTICK = 4096;

/**
 * The same, for accounts that must not be told from everybody else by what they are: of many possible casts the one whose mean rank
 * in activity, age, followers, accounts followed, place in the world's day, language and id comes closest to the middle.
 *
 * The mean rank of a cast among the others is its AUC, so this keeps every such AUC near one half even for a crew of nine, where luck
 * alone would often give 0.65. Cost: casts tried times count times log of the yardstick.
 */
export function enlistTypical(
  world: World,
  count: number,
  label: string,
  role: string,
  suits: Suits = () => true,
): number[] {
  return enlistTypicalParts(world, label, [{ count, role, suits }])[0]!;
}

/** One role of a cast, and who can play it. */
export interface Part {
  readonly count: number;
  readonly role: string;
  readonly suits: Suits;
}

/**
 * The same for a cast of several roles, typical taken together: some may be busier than most if others are quieter.
 *
 * @returns the accounts of each part
 * @throws UserError when the population is too small for it
 */
export function enlistTypicalParts(world: World, label: string, parts: readonly Part[]): number[][] {
  const free = parts.map(({ count, role, suits }) => freeAccounts(world, count, label, role, suits));
  const anyone = free.flat();
  // A figure in which all that suit are alike (a language, say) is as far from the middle in every cast: it must not decide.
  const figures = figuresOf(world).filter((figure) => anyone.some((account) => figure(account) !== figure(anyone[0]!)));
  const everybody: number[] = [];
  for (let i = 0; i < world.people.count; i++) if (world.people.label[i] === 0) everybody.push(i);
  const random = seeded(world.seed, "enlist-typical", label, parts[0]!.role);
  const yardstick = shuffle(random, [...everybody]).slice(0, YARDSTICK);
  const sorted = figures.map((figure) => Float64Array.from(yardstick, figure).sort());
  let best: number[][] = [];
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let deal = 0; deal < DEALS; deal++) {
    const taken = new Set<number>();
    const dealt = parts.map(({ count }, part) => {
      const cast: number[] = [];
      // One who can play two roles may have been dealt the other already; with too few left the deal is void.
      for (let tries = 0; cast.length < count && tries < 50 * count + 50 * free[part]!.length; tries++) {
        const account = free[part]![Math.floor(random() * free[part]!.length)]!;
        if (!taken.has(account)) cast.push(account);
        taken.add(account);
      }
      return cast;
    });
    if (dealt.some((cast, part) => cast.length < parts[part]!.count)) continue;
    const together = dealt.flat();
    let distance = 0;
    figures.forEach((figure, f) => {
      const mean = together.reduce((sum, account) => sum + midRank(sorted[f]!, figure(account)), 0) / together.length;
      distance = Math.max(distance, Math.abs(mean - 0.5));
    });
    if (distance < bestDistance) {
      bestDistance = distance;
      best = dealt;
    }
  }
  if (best.length === 0) {
    throw new UserError("world-small", `${label} has too few accounts to choose from; ask for more with --accounts.`);
  }
  return best.map((cast, part) => assign(world, cast, label, parts[part]!.role));
}

/**
 * How often each account acts for its story, when all in all it is to be as busy as it would have been anyway: the rate of its
 * ordinary life is lowered to the share `decoy`, the rest, at least one act, is for the story. Of acts beyond `most` the account makes
 * ordinary life again, so that nobody need be left out for being busy.
 */
export function divideActivity(
  world: World,
  cast: readonly number[],
  decoy: number,
  most = Number.POSITIVE_INFINITY,
): number[] {
  const { rate } = world.people;
  return cast.map((account) => {
    const wanted = Math.max(1, Math.round(rate[account]! * (1 - decoy)));
    const acts = Math.min(most, wanted);
    rate[account] = rate[account]! * decoy + wanted - acts;
    return acts;
  });
}

/** Another role for an account that the story has already. */
export function giveRole({ people }: World, account: number, role: string): void {
  people.role[account] = indexIn(people.roles, role);
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

/** Is the account on this platform? For `suits`. */
export const isOn = ({ people }: World, platform: Platform): Suits => {
  const number = PLATFORM_NUMBER[platform];
  return (account) => people.platform[account] === number;
};

/** The platform most accounts of the world are on: where its fans, papers and parties are. */
export function mainPlatform({ people }: World): Platform {
  const sizes = new Array<number>(PLATFORMS.length).fill(0);
  for (const platform of people.platform) sizes[platform]!++;
  return PLATFORMS[sizes.indexOf(Math.max(...sizes))]!;
}

function freeAccounts(world: World, count: number, label: string, role: string, suits: Suits): number[] {
  const { people } = world;
  const free: number[] = [];
  for (let i = 0; i < people.count; i++) if (people.label[i] === 0 && people.role[i] === 0 && suits(i)) free.push(i);
  if (free.length >= count) return free;
  throw new UserError(
    "world-small",
    `${label} needs ${count} accounts as ${role} and only ${free.length} of ${people.count} are free and suit; ask for more with --accounts.`,
  );
}

function assign({ people }: World, chosen: readonly number[], label: string, role: string): number[] {
  const labelNumber = indexIn(people.labels, label);
  const roleNumber = indexIn(people.roles, role);
  for (const account of chosen) {
    people.label[account] = labelNumber;
    people.role[account] = roleNumber;
  }
  return [...chosen];
}

/** What the leak checks look at, as far as it is known before anybody has posted. */
function figuresOf({ people, seed }: World): ((account: number) => number)[] {
  const ids = mix32(seed, 1);
  return [
    (account) => people.rate[account]!,
    (account) => people.createdMs[account]!,
    (account) => people.followers[account]!,
    (account) => people.following[account]!,
    (account) => meanHourUtc(people.zone[account]!, people.shift[account]!),
    (account) => opaqueNumber(ids, account),
    (account) => (people.language[account] === 0 ? 1 : 0),
  ];
}

/** Share of sorted values below `value`, ties half. */
export function midRank(sorted: Float64Array, value: number): number {
  const bound = (after: boolean) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value || (after && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (bound(false) + bound(true)) / (2 * sorted.length);
}

function indexIn(list: string[], name: string): number {
  const known = list.indexOf(name);
  return known >= 0 ? known : list.push(name) - 1;
}
