import { between, chance, logNormal, mix32, pick, type Random, sample, seeded, stream } from "../../math/random.ts";
import { enlist, enlistTypical, isOn } from "../casting.ts";
import { pictureHash, retouched } from "../identity.ts";
import { DAY_MS } from "../rhythm.ts";
import { ENGLISH } from "../text/english.ts";
import type { World } from "../world.ts";
import { crewSize } from "./dials.ts";
import { personaBio } from "./uncle-spam-lines.ts";
import { LABEL, type UncleSpamParameters } from "./uncle-spam-parameters.ts";

/** A service where anybody puts a page of links, and the page of the campaign there. */
const LINK_SERVICE = "allmylinks.example";
const CAMPAIGN_PAGE = `${LINK_SERVICE}/homefront`;
/** Invented fronts, two for each camp; the words also begin their handles. */
const FRONTS = { pro: ["Standfast", "Ironwood"], contra: ["Homefront", "Openharbor"] } as const;

/** Both camps on both platforms, and what they share: logo, page of links, and on easy also age, audience and shape of handle. */
export function castUncleSpam(world: World, table: UncleSpamParameters): void {
  const { people } = world;
  const isMadeUp = table.madeUp.value === 1;
  const recruit = isMadeUp ? enlist : enlistTypical;
  const size = crewSize(world, table);
  const crew: number[] = [];
  for (const camp of ["pro", "contra"] as const) {
    const contra = Math.round(size * table.contra.value);
    const all = camp === "contra" ? contra : size - contra;
    const bluesky = Math.round(all * table.bluesky.value);
    const members = [
      ...take(world, recruit, all - bluesky, camp, "x", isMadeUp),
      ...take(world, recruit, bluesky, camp, "bluesky", isMadeUp),
    ];
    const random = seeded(world.seed, LABEL, "identity", camp);
    if (isMadeUp) for (const account of members) makeUp(world, account, camp, table, random);
    crew.push(...members);
  }
  shareTraits(world, crew, table);
  // The service is everybody's, and a few strangers fell for page and logo.
  const random = seeded(world.seed, LABEL, "strangers");
  for (let i = 0; i < people.count; i++) {
    if (people.label[i] === 0 && people.bio[i] !== "" && chance(random, table.linkedOthers.value))
      people.bio[i] += ` · ${LINK_SERVICE}/${people.handle[i]!}`;
  }
  const ordinary = [...people.bio.keys()].filter(
    (account) => people.label[account] === 0 && people.bio[account] !== "",
  );
  const strangers = sample(random, ordinary, 2 * table.lookalikes.value);
  for (const account of strangers.slice(0, table.lookalikes.value))
    people.bio[account] = `${people.bio[account]!.split(" · ")[0]!} · ${CAMPAIGN_PAGE}`;
  for (const account of strangers.slice(table.lookalikes.value))
    people.avatars.set(account, retouched(random, logoOf(world), table.logoBits.value + 2));
}

function take(
  world: World,
  recruit: typeof enlist,
  count: number,
  camp: string,
  platform: "x" | "bluesky",
  isEnglish: boolean,
): number[] {
  const here = isOn(world, platform);
  if (count === 0) return [];
  return recruit(
    world,
    count,
    LABEL,
    camp,
    (account) => here(account) && (!isEnglish || world.people.language[account] === 0),
  );
}

const logoOf = ({ seed }: World): string => pictureHash(mix32(seed, 0x1060), 0);

/** Logo and page go to a share of the whole crew, drawn over both camps alike. */
function shareTraits(world: World, crew: readonly number[], table: UncleSpamParameters): void {
  const { people, seed } = world;
  const random = seeded(seed, LABEL, "traits");
  for (const account of sample(random, crew, Math.round(table.logos.value * crew.length)))
    people.avatars.set(account, retouched(random, logoOf(world), between(random, 0, table.logoBits.value)));
  for (const account of sample(random, crew, Math.round(table.linked.value * crew.length)))
    people.bio[account] =
      `${people.bio[account] === "" ? personaBio(random) : people.bio[account]!} · ${CAMPAIGN_PAGE}`;
}

/** A veteran as reported: a made-up name, followers in the thousands, one of two batches in which the accounts were registered. */
function makeUp(
  world: World,
  account: number,
  camp: keyof typeof FRONTS,
  table: UncleSpamParameters,
  random: Random,
): void {
  const { people, span } = world;
  const front = pick(random, FRONTS[camp]);
  const town = pick(random, ENGLISH.places);
  // The account's own number keeps handles apart.
  people.handle[account] = `${front.toLowerCase()}_${town.toLowerCase()}${100 + account}`;
  people.name[account] = chance(random, 0.4)
    ? `${front} Veterans ${town}`
    : `${pick(random, ENGLISH.firstNames)} ${pick(random, ENGLISH.lastNames)}, ${pick(random, ["USN", "Sgt", "CPO", "Cpl", "vet"])} (ret.)`;
  people.bio[account] = personaBio(stream(world.seed ^ 0xb10, account));
  people.location[account] = town;
  people.verified[account] = 0;
  const batch = chance(random, 0.5) ? 210 : 95;
  people.createdMs[account] = span.startMs - DAY_MS * batch - 1000 * Math.floor(random() * 12 * 86_400);
  people.followers[account] = Math.round(Math.max(1000, logNormal(random, table.followers.value, 0.4)));
  people.following[account] = Math.round(logNormal(random, 900, 0.5));
  people.lifetimePosts[account] = between(random, 80, 600);
}
