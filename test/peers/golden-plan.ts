import type { ParityOptions } from "../../src/parity.ts";
import type { Like } from "../../src/peers/catalogue.ts";
import { COORTWEET_DEFAULTS, type CoortweetOptions, TOOLKIT_DEFAULTS } from "../../src/peers/options.ts";

/** Where the input of a run lies; the last two are made of the russian file by the test. */
export type Input = "russian" | "german" | "german-toolkit" | "sample" | "russian-empty-links" | "russian-replies";

/** One golden file: which run makes it, and which table of that run it is. */
export interface GoldenCase {
  readonly name: string;
  readonly input: Input;
  readonly options: Pick<ParityOptions, "like" | "coortweet" | "toolkit">;
  readonly table: string;
}

/** Every golden file of CooRTweet, of the toolkit and of coSharing, by name: what is not there is reported as skipped. */
export function goldenPlan(): GoldenCase[] {
  return [
    ...coortweetCases("russian", "russian"),
    ...coortweetCases("german_url", "german"),
    ...extraCases(),
    ...toolkitCases(),
  ];
}

function coortweetCases(set: string, input: Input): GoldenCase[] {
  const cases: GoldenCase[] = [];
  for (const windowS of [10, 60]) {
    const stem = `coortweet_${set}_tw${windowS}_mp2`;
    const plain = coortweet({ windowS });
    cases.push({ name: `${stem}_detect_groups`, input, options: plain, table: "peer/detect_groups.csv" });
    cases.push({ name: `${stem}_network_ew0.5`, input, options: plain, table: "pairs.csv" });
    const heavy = coortweet({ windowS, edgeWeight: 0.9, subgraph: 1 });
    cases.push({ name: `${stem}_network_ew0.9_subgraph1`, input, options: heavy, table: "pairs.csv" });
    cases.push(...statsCases(stem, input, plain, ["none", "full"]));
  }
  const stem = `coortweet_${set}_tw60_fast10_mp2`;
  const fast = coortweet({ windowS: 60, fastS: 10 });
  cases.push({ name: `${stem}_flag_speed_share`, input, options: fast, table: "peer/flag_speed_share.csv" });
  for (const subgraph of [0, 2, 3] as const) {
    const options = coortweet({ windowS: 60, fastS: 10, subgraph });
    cases.push({ name: `${stem}_network_subgraph${subgraph}`, input, options, table: "pairs.csv" });
    if (subgraph === 3) cases.push({ name: `${stem}_subgraph3_nodes`, input, options, table: "peer/nodes.csv" });
  }
  return [...cases, ...statsCases(stem, input, fast, ["none", "full", "fast"])];
}

function statsCases(
  stem: string,
  input: Input,
  options: GoldenCase["options"],
  filters: readonly string[],
): GoldenCase[] {
  return filters.flatMap((filter) =>
    ["group_stats", "account_stats"].map((stats) => ({
      ...{ name: `${stem}_${stats}_${filter}`, input, options, table: `peer/${stats}_${filter}.csv` },
    })),
  );
}

function extraCases(): GoldenCase[] {
  const groups = "peer/detect_groups.csv";
  const loops = coortweet({ windowS: 10, keepLoops: true });
  const of = (name: string, options: GoldenCase["options"], table: string): GoldenCase => ({
    ...{ name: `coortweet_russian_tw10_${name}`, input: "russian", options, table },
  });
  return [
    of("mp1_detect_groups", coortweet({ windowS: 10, minParticipation: 1 }), groups),
    of("mp5_detect_groups", coortweet({ windowS: 10, minParticipation: 5 }), groups),
    of("mp2_loops_detect_groups", loops, groups),
    of("mp2_loops_network", loops, "pairs.csv"),
    {
      ...{ name: "coordinatedActivity_german_url_coSharing", input: "german", table: "pairs.csv" },
      options: { like: "coordinatedactivity", coortweet: COORTWEET_DEFAULTS, toolkit: TOOLKIT_DEFAULTS },
    },
  ];
}

const NETWORKS = ["co_retweet", "co_reply", "co_tweet", "co_link", "co_similar_tweet", "co_post"] as const;

function toolkitCases(): GoldenCase[] {
  const cases: GoldenCase[] = [];
  const add = (
    name: string,
    input: Input,
    network: (typeof NETWORKS)[number],
    windows: readonly number[],
    weights: readonly number[],
  ) => {
    for (const windowS of windows) {
      for (const minEdgeWeight of weights) {
        cases.push({
          ...{ name: `cnt_${name}_tw${windowS}_mw${minEdgeWeight}`, input, table: "pairs.csv" },
          options: toolkit(`cnt-${network}`, windowS, minEdgeWeight),
        });
      }
    }
  };
  for (const network of NETWORKS) add(`sample_${network}`, "sample", network, [0, 1, 60], [1, 2]);
  add("german_url_co_link", "german-toolkit", "co_link", [10, 60], [1, 2]);
  for (const network of ["co_retweet", "co_post"] as const)
    add(`russian_${network}`, "russian", network, [10, 60], [1, 2]);
  for (const [column, network] of [
    ["reply", "co_reply"],
    ["text", "co_tweet"],
    ["link", "co_link"],
  ] as const) {
    add(`russian_${column}_${network}`, "russian", network, [10, 60], [1, 2]);
  }
  add("russian_emptyurl_co_link", "russian-empty-links", "co_link", [10, 60], [2]);
  add("russian_emptyurl_co_reply", "russian-replies", "co_reply", [10, 60], [2]);
  return cases;
}

function coortweet(options: Partial<CoortweetOptions>): GoldenCase["options"] {
  return { like: "coortweet", coortweet: { ...COORTWEET_DEFAULTS, ...options }, toolkit: TOOLKIT_DEFAULTS };
}

function toolkit(like: Like, windowS: number, minEdgeWeight: number): GoldenCase["options"] {
  return {
    like,
    coortweet: COORTWEET_DEFAULTS,
    toolkit: { ...TOOLKIT_DEFAULTS, windowS, minEdgeWeight, keepLoops: true },
  };
}
