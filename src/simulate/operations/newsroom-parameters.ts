import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, type Parameter, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "fake-newsroom";
const ANTHROPIC_2026 =
  "Anthropic, report of September 2026 on a network of cheap sites, as condensed in the project's methods";

/** What a difficulty changes beyond the common dials. */
interface Setting {
  readonly typical: number;
  readonly scattered: number;
  readonly local: number;
  readonly samePath: number;
  readonly samePicture: number;
  readonly personas: number;
  readonly families: number;
  readonly subset: number;
  readonly groups: number;
  readonly window: Parameter<number>;
}
const TEN_WEEKS = published(70, `${ANTHROPIC_2026}: all sites registered within ten weeks`);
const BY_DIFFICULTY: Readonly<Record<Difficulty, Setting>> = {
  easy: {
    typical: 0,
    scattered: 0,
    local: 0,
    samePath: 1,
    samePicture: 1,
    personas: 0.5,
    families: 6,
    subset: 1,
    groups: 24,
    window: TEN_WEEKS,
  },
  hard: {
    typical: 1,
    scattered: 0,
    local: 0,
    samePath: 0,
    samePicture: 1,
    personas: 1,
    families: 4,
    subset: 0.5,
    groups: 8,
    window: TEN_WEEKS,
  },
  evasive: {
    typical: 1,
    scattered: 1,
    local: 1,
    samePath: 0,
    samePicture: 0,
    personas: 2,
    families: 1,
    subset: 1,
    groups: 7,
    window: assumed(500, "days over which the sites were registered: one by one, unlike the published ten weeks"),
  },
};

export function newsroomParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(difficulty, published(250, `${ANTHROPIC_2026}: more than 250 accounts that comment`)),
    largestShare: assumed(0.06, "most of all accounts that comment, unless the prevalence is set"),
    sites: published(70, `${ANTHROPIC_2026}: 70 sites, each with an account of its own`),
    sitesShare: assumed(0.035, "most of all accounts that are pages of the sites: a small world has fewer sites"),
    languages: assumed(
      "en, es, de, fr, zh, ur",
      "languages of the sites, all that the simulator can write; about 20 are published",
    ),
    articles: assumed(20, "articles in 14 days; 8,913 over the whole life of the network are published"),
    carries: assumed(0.6, "chance that a site carries an article"),
    withinMin: published(3, `${ANTHROPIC_2026}: near-identical articles within three minutes; times the jitter`),
    samePath: assumed(set.samePath, `1: an article has the same path on every site, ${why}`),
    pictures: assumed(0.12, "articles with a picture, as many as of anybody's posts"),
    samePicture: assumed(set.samePicture, `1: the picture goes along with the article; 0: each its own, ${why}`),
    personas: assumed(set.personas, `invented authors for each site; below two they write for several sites, ${why}`),
    commentsMax: assumed(4, "most comments of the crew on a page's post where their number is free"),
    delayMin: assumed(9, "median minutes from a page's post to a comment, log-normal, times the jitter"),
    delaySigma: assumed(1, "standard deviation of the logarithm of that delay"),
    lines: assumed(20, "comments in each language that are used word for word"),
    sharers: assumed(0.004, "of all accounts share an article of one of the sites once"),
    windowDays: set.window,
    closedDays: assumed(28, "days between the last registration and the start of the world"),
    families: assumed(set.families, `kinds of indicators that sites share, ${why}`),
    subset: assumed(set.subset, `share of the sites that carry a shared value of each such kind, ${why}`),
    groupSize: assumed(set.groups, `most sites with the same value, ${why}`),
    typical: assumed(set.typical, `1: accounts like anybody's, as busy as anybody; 0: made for it, ${why}`),
    scattered: assumed(set.scattered, `1: sites carry articles at random; 0: the same ones as far as they go, ${why}`),
    localHours: assumed(set.local, `1: pages and commenters wait until their place is awake, ${why}`),
  };
}
export type NewsroomParameters = ReturnType<typeof newsroomParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkNewsroom(table: NewsroomParameters): void {
  const { sites, articles, lines, groupSize, decoy, personas } = table;
  if (
    Math.min(sites.value, articles.value, lines.value) < 1 ||
    groupSize.value < 2 ||
    decoy.value >= 1 ||
    personas.value <= 0
  ) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs at least one of sites, articles and lines, groups of at least two, some personas, and decoy below 1; look at what was given with --set.`,
    );
  }
}
