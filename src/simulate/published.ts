import type { Statistics } from "./statistics.ts";

/** A figure that others have measured on real platforms, to be held beside ours. */
export interface PublishedFigure {
  readonly figure: keyof Statistics;
  readonly label: string;
  readonly published: string;
  readonly source: string;
  /** Why ours need not be equal. */
  readonly remark: string;
}

/** No source measures fortnights of topical exports, which is what a world imitates; hence a remark at each. */
export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  {
    figure: "activityGini",
    label: "Gini of activity",
    published: "0.82 or more",
    source:
      "Pew Research Center 2019 and 2021: a tenth of users writes 80 %, a quarter 97 % (lower bound from the two points)",
    remark: "there over all holders of accounts and a year; here over those who posted within the span",
  },
  {
    figure: "topTenthShare",
    label: "posts of the most active tenth",
    published: "0.80",
    source: "Pew Research Center 2019",
    remark: "as above",
  },
  {
    figure: "repostShare",
    label: "share of reposts",
    published: "0.49 (most active quarter), 0.26 (less active)",
    source: "Pew Research Center 2021 and 2022",
    remark: "between the two",
  },
  {
    figure: "replyShare",
    label: "share of replies",
    published: "0.33 (most active quarter), 0.51 (less active)",
    source: "Pew Research Center 2021 and 2022",
    remark: "topical exports hold fewer replies, which seldom carry the keyword",
  },
  {
    figure: "repostsWithinHour",
    label: "reposts within an hour",
    published: "0.55 to 0.92",
    source: "Kwak et al. 2010, doi 10.1145/1772690.1772751; Sysomos 2010 (1.2 billion tweets)",
    remark: "the two differ in what they count",
  },
  {
    figure: "repliesWithinHour",
    label: "replies within an hour",
    published: "0.97",
    source: "Sysomos 2010",
    remark: "of a time without ranked feeds",
  },
  {
    figure: "medianRepostDelayMin",
    label: "median minutes to a repost",
    published: "under 60",
    source: "Kwak et al. 2010: 55 % within an hour",
    remark: "",
  },
  {
    figure: "medianReplyDelayMin",
    label: "median minutes to a reply",
    published: "well under 60",
    source: "Sysomos 2010: 97 % within an hour",
    remark: "",
  },
  {
    figure: "largestCascade",
    label: "largest cascade",
    published: "thousands in large collections, one in several thousand posts passes 100",
    source: "Goel et al. 2016, doi 10.1287/mnsc.2015.2158, quoted from memory",
    remark: "set by the viral posts, a share of the accounts",
  },
];
