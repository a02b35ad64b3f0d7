import { coAct } from "../../src/coaction/kernel.ts";
import { assess } from "../../src/coaction/significance.ts";
import { benjaminiHochberg } from "../../src/math/fdr.ts";
import { TOY_CREW, TOY_WINDOW_MS, type ToyOptions, toyWorld } from "./null-worlds.ts";
import { actionsOf } from "./worlds.ts";

export const NULLS = ["within", "outside", "outside by author", "both", "either", "joint"] as const;
export type NullName = (typeof NULLS)[number];

export const CELLS: Readonly<Record<string, ToyOptions>> = {
  noise: { crew: "none", newsShare: 0 },
  "noise with news": { crew: "none", newsShare: 0.1 },
  "fans of a fast author": { crew: "none", newsShare: 0, fans: true },
  "crew among others": { crew: "among-others", newsShare: 0 },
  "crew alone": { crew: "alone", newsShare: 0 },
  "crew among others, news": { crew: "among-others", newsShare: 0.1 },
  "crew alone, news": { crew: "alone", newsShare: 0.1 },
};

export interface CellResult {
  /** Mean share of the 45 pairs of the crew that were found; of a run false edges on average, and runs with any. */
  readonly recall: number;
  readonly falseEdges: number;
  readonly alarms: number;
}

const LEVEL = 0.05;

/** One column of the table for all nulls: each decides by itself, Benjamini-Hochberg over all pairs of accounts that could have met. */
export function runCell(name: string, runs: number): Record<NullName, CellResult> {
  const options = CELLS[name]!;
  const sums = Object.fromEntries(NULLS.map((one) => [one, { recall: 0, falseEdges: 0, alarms: 0 }])) as Record<
    NullName,
    { recall: number; falseEdges: number; alarms: number }
  >;
  for (let run = 0; run < runs; run++) {
    const world = toyWorld(options, name, run);
    const actions = actionsOf(world.acts, world.accounts, world.objects);
    const { pairs, timeline } = coAct(actions, { windowMs: TOY_WINDOW_MS, minObjects: 2 });
    const authored = { ...timeline, matchKey: world.authorOf };
    const byAuthor = assess(pairs, authored, 2).significance.pOutside;
    const { p, pTime, pOutside, tested } = assess(pairs, timeline, 2).significance;
    const known = (column: Float64Array, i: number): number => (Number.isNaN(column[i]!) ? 1 : column[i]!);
    const combined: Record<NullName, (i: number) => number> = {
      within: (i) => known(pTime, i),
      outside: (i) => known(pOutside, i),
      "outside by author": (i) => known(byAuthor, i),
      both: (i) => Math.max(known(pTime, i), known(pOutside, i)),
      // Two chances to be fooled: Bonferroni.
      either: (i) => Math.min(1, 2 * Math.min(known(pTime, i), known(pOutside, i))),
      joint: (i) => p[i]!,
    };
    for (const one of NULLS) {
      const q = benjaminiHochberg(Float64Array.from(p.keys(), combined[one]), tested);
      let [found, wrong] = [0, 0];
      for (let i = 0; i < pairs.count; i++) {
        if (q[i]! > LEVEL) continue;
        if (options.crew !== "none" && pairs.a[i]! < TOY_CREW && pairs.b[i]! < TOY_CREW) found++;
        else wrong++;
      }
      sums[one].recall += found / ((TOY_CREW * (TOY_CREW - 1)) / 2) / runs;
      sums[one].falseEdges += wrong / runs;
      sums[one].alarms += wrong > 0 ? 1 : 0;
    }
  }
  return sums;
}
