import { buildWorld } from "../../src/simulate/build.ts";
import type { Difficulty } from "../../src/simulate/difficulty.ts";
import { accountLines, labelLines, postLines } from "../../src/simulate/rows.ts";
import type { WorldOptions } from "../../src/simulate/world.ts";

export type Row = Readonly<Record<string, string>>;

export function options(seed: number, difficulty: Difficulty = "easy", accounts = 1500): WorldOptions {
  return { seed, difficulty, accounts, days: 14, startMs: Date.UTC(2025, 2, 3), overrides: new Map() };
}

/** A world as its reader sees it: rows of the three files, and the label of each account. */
export function readWorld(scenario: string, settings: WorldOptions) {
  const built = buildWorld(scenario, settings);
  const posts = parse([...postLines(built.world)].join(""));
  const accounts = parse([...accountLines(built.world)].join(""));
  const labels = parse([...labelLines(built.world)].join(""));
  const labelOf = new Map(labels.map((row) => [row.account_id!, row]));
  const by = (operation: string, role?: string) =>
    posts.filter((post) => {
      const label = labelOf.get(post.account_id!)!;
      return label.operation === operation && (role === undefined || label.role === role);
    });
  return { ...built, settings, posts, accounts, labels, labelOf, by };
}

/** CSV with quoted cells, as the simulator writes it. */
function parse(text: string): Row[] {
  const [heads = [], ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)!.slice(0, -1);
      // A line that ends without a comma closes with its last cell and then an empty match.
      const all = line.endsWith(",") ? [...cells, ""] : cells;
      return all.map((cell) =>
        cell
          .replace(/,$/, "")
          .replace(/^"([\s\S]*)"$/, "$1")
          .replaceAll('""', '"'),
      );
    });
  return lines.map((cells) => {
    if (cells.length !== heads.length) throw new Error(`test: ${cells.length} cells under ${heads.length} heads`);
    return Object.fromEntries(heads.map((head, i) => [head, cells[i]!]));
  });
}

export const timeOf = (row: Row): number => Date.parse(row.created_at!);
