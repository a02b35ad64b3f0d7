import { controlFindings } from "./controls.ts";
import { coortweetFindings } from "./coortweet.ts";
import { iraFindings } from "./ira.ts";
import { mixedFindings } from "./mixed.ts";
import type { Runs } from "./runs.ts";
import { sampleFindings } from "./sample.ts";
import { sensitivityFindings } from "./sensitivity.ts";

export interface Section {
  /** For the command line. */
  readonly name: string;
  readonly title: string;
  /** What the figures show and what they do not. */
  readonly meaning: string;
  readonly write: (runs: Runs) => Promise<string>;
}

export const SECTIONS: readonly Section[] = [
  {
    name: "ira",
    title: "Do clusters follow the categories of a known operation?",
    meaning:
      "Every account here was run by the Internet Research Agency, so nothing can be flagged wrongly: the question is whether the clusters cut the accounts as people did who sorted them by the theme of their posts (Linvill and Warren). NMI, ARI and purity are taken over the accounts with 20 posts or more that are in a cluster at all; those in none count neither for nor against, here as in the plain baselines, whose numbers come from the README of the data set. Compare them together with the accounts clustered: a method that leaves out the hard ones scores higher. The categories are a proxy: one team can write in two of them, and `NonEnglish` is one bucket of several languages, which is why the core (without `NonEnglish` and `Unknown`) stands beside the whole. The seeds show how much hangs on the random draws of the grouping; they say nothing about other data.",
    write: iraFindings,
  },
  {
    name: "mixed",
    title: "Is an operation told from ordinary people on the same hashtag?",
    meaning:
      "87 accounts of the operation at the debate of December 2015 among 5,900 ordinary ones from the debate of August, moved in time. The two evenings differ in more than coordination. Reposts of ordinary accounts carry `RT @name:`, those of the operation carry nothing, so that the tool takes the first for reposts (together within a minute) and the second for texts of their own (together within a day): the figures as published partly rest on that mark. And hashtags of the December debate (`#VegasGOPDebate`) cannot occur in August. Hence four copies, written on the fly: every repost gets a mark; no post has one, nor a kind; and both once more without the hashtags that only one of the origins uses (their words gone, so that true evidence goes with them: an operation may invent its own tag). Read the rows together: precision that is lost when the marks are removed rested on knowing which posts are reposts (ordinary fans who repeat the same popular lines then look like one group with one text), and recall that is lost with the hashtags rested on the tags of the evening. No row of the published set alone says how good the tool is. None of the rows shows how the tool does where an operation hides among people of the very same evening, and in real data, where it is a far smaller share, precision would be lower at the same rate of false alarms. The plain baseline is from the README of the data set.",
    write: mixedFindings,
  },
  {
    name: "controls",
    title: "What is reported where there is no operation?",
    meaning:
      "Nobody is known to run an operation in these sets, so every cluster is either a false alarm or coordination of another kind. The last column is what one person saw who read the posts, nothing more: no account was asked, and nothing outside the data was looked at. `unexplained` here does not mean covert; it means that the nulls do not account for it, and rivals (fans, syndication, giveaways, spam) are not yet measured. The sets are small and short: few clusters here does not promise few in a month of posts.",
    write: controlFindings,
  },
  {
    name: "coortweet",
    title: "Are the pairs the right ones?",
    meaning:
      "`coortweet-russia` comes with all pairs of accounts that reposted the same post within 60 seconds, found by brute force with a program of its own. Equality shows that the kernel counts correctly; it says nothing about what the pairs mean.",
    write: coortweetFindings,
  },
  {
    name: "sample",
    title: "Where do the groups of the bundled world end?",
    meaning:
      "`data/sample` is simulated, by the same people who wrote the detector, at its easiest difficulty: it shows how Marionet works, not how well. Groups named `benign:` act together in the open; that they form clusters is right, and that they read `unexplained` only says that rivals are not yet measured.",
    write: sampleFindings,
  },
  {
    name: "sensitivity",
    title: "How much hangs on q and on the window?",
    meaning:
      "One number changed at a time, seed 1. `q` sets two things: how sure a pair must be, and how dense the links between two groups must be for them to count as one; the rows cannot tell the two apart. Both sets are known to the minute only, so a window of 60 s means the same minute or the next. A wider window lets more pairs meet and more innocent ones too, which the nulls must then absorb. The rows show how far the results move on these two sets; they are no guide to the best setting on others, and choosing the row with the best figure would be fitting to the labels.",
    write: sensitivityFindings,
  },
];
