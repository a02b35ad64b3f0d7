import { between, mix32, pick, type Random, seeded, stream } from "../../math/random.ts";
import { pictureHash } from "../identity.ts";
import { DAY_MS } from "../rhythm.ts";
import { strangers } from "../strangers.ts";
import type { World } from "../world.ts";
import { seekerBio } from "./employment-lines.ts";
import { type EmploymentParameters, LABEL } from "./employment-parameters.ts";

/** Places that personas claim, with hours ahead of UTC in winter. */
export const PLACES: readonly (readonly [place: string, zone: number])[] = [
  ["Seattle", -8],
  ["Denver", -7],
  ["Austin", -6],
  ["Boston", -5],
  ["Toronto", -5],
  ["Halifax", -4],
  ["Leeds", 0],
  ["Dublin", 0],
  ["Lagos", 1],
  ["Mumbai", 5],
  ["Manila", 8],
  ["Perth", 8],
  ["Hobart", 10],
];

/** Half a year old, hardly followed, and awake by the clock of the place where the work is really done. */
export function forgetHistories({ people, span, seed }: World, crew: readonly number[], table: EmploymentParameters) {
  const random = seeded(seed, LABEL, "histories");
  for (const account of crew) {
    people.createdMs[account] = span.startMs - 1000 * Math.floor((DAY_MS / 1000) * (60 + 120 * random()));
    people.followers[account] = between(random, 2, 60);
    people.following[account] = between(random, 80, 400);
    people.lifetimePosts[account] = between(random, 4, 40);
    people.zone[account] = table.workZone.value;
  }
}

/** Bio, picture and place claimed. Two fragments of the same résumés for each, pictures from few photographs. */
export function dress(world: World, crew: readonly number[], table: EmploymentParameters): void {
  const { people, seed } = world;
  const random = seeded(seed, LABEL, "personas");
  const all = Math.max(1, table.fragments.value);
  crew.forEach((account, k) => {
    const own = (number: number) => (random() < table.paraphrase.value ? -1 : number % all);
    const second = k + 1 + ((k + Math.floor(k / all)) % Math.max(1, all - 1));
    people.bio[account] = seekerBio(seed, [own(k), own(second)], contactOf(world, k, table), random);
    const apart = (zone: number) => circular(zone - people.zone[account]!);
    const wanted = PLACES.filter(([, zone]) => (table.honestPlace.value === 1 ? apart(zone) <= 2 : apart(zone) >= 6));
    people.location[account] = pick(random, wanted.length > 0 ? wanted : PLACES)[0];
    const each = Math.max(1, table.personasPerPhoto.value);
    if (each === 1) return;
    const photo = pictureHash(mix32(seed, 0xface), Math.floor(k / each));
    people.avatars.set(account, (k % each) % 2 === 1 ? mirrored(photo) : photo);
  });
}

/** Hours between two places on the clock, 0 to 12. */
const circular = (hours: number): number => {
  const apart = Math.abs(hours) % 24;
  return Math.min(apart, 24 - apart);
};

/** Mail box and name on the code page; several personas can share one. */
export function contactOf({ seed }: World, member: number, table: EmploymentParameters): string {
  const group = Math.floor(member / Math.max(1, table.personasPerContact.value));
  return contactName(stream(mix32(seed, 0xc0de), group));
}

export const contactName = (random: Random): string =>
  `${pick(random, ["dev", "code", "byte", "stack", "hello", "build", "soft", "web"])}${pick(random, ["falcon", "maple", "orbit", "cedar", "delta", "ember", "lynx", "pine"])}${between(random, 10, 999)}`;

/**
 * The hash of a picture's mirror image, as a difference hash sees it: eight bits a row, each telling whether brightness rises to the
 * next column. Mirrored, a row is read backwards and every rise is a fall.
 */
export function mirrored(hash: string): string {
  return hash.replace(/../g, (row) => {
    const bits = Number.parseInt(row, 16).toString(2).padStart(8, "0");
    const turned = [...bits].reverse().map((bit) => (bit === "1" ? "0" : "1"));
    return Number.parseInt(turned.join(""), 2).toString(16).padStart(2, "0");
  });
}

/** Strangers show a stock picture, too: one picture on several accounts is nothing rare. */
export function showStockPictures(world: World, table: EmploymentParameters, random: Random): void {
  const count = Math.max(8, Math.round(table.stockPictures.value * world.people.count));
  strangers(world, count, random).forEach((account, i) => {
    world.people.avatars.set(account, pictureHash(mix32(world.seed, 0x570c), Math.floor(i / 4)));
  });
}
