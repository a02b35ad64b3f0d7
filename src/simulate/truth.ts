import type { BuiltWorld } from "./build.ts";
import { OPERATIONS, operationsOf } from "./catalogue.ts";
import { type Habits, type Leaks, leaksOf } from "./leaks.ts";
import type { ParameterTable } from "./parameters.ts";
import { idOrder } from "./rows.ts";
import { type Statistics, statisticsOf } from "./statistics.ts";
import type { WorldOptions } from "./world.ts";

/** `truth.json`: how the world was made, and what is in it. */
export interface Truth {
  readonly simulated: true;
  readonly scenario: string;
  readonly difficulty: string;
  readonly seed: number;
  readonly start: string;
  readonly days: number;
  readonly accounts: number;
  readonly posts: number;
  readonly groups: readonly {
    readonly operation: string;
    readonly role: string;
    readonly accounts: number;
    readonly posts: number;
  }[];
  /** Sites of which indicators are known. */
  readonly sites: readonly { readonly operation: string; readonly role: string; readonly sites: number }[];
  readonly events: readonly { readonly time: string; readonly headline: string }[];
  readonly organic: Statistics;
  /** How well trivial figures tell the operation from organic accounts (AUC); null without operation. */
  readonly leaks: Leaks | null;
  /** The same for what accounts do; see `Habits`. */
  readonly habits: Habits | null;
  /** Next to nothing of the operation can be seen here: a detector that says nothing is right. */
  readonly abstain: boolean;
  readonly parameters: Readonly<Record<string, ParameterTable>>;
}

export function truthOf(scenario: string, options: WorldOptions, { world, parameters }: BuiltWorld): Truth {
  const { people, posts, span } = world;
  const groups = new Map<string, { operation: string; role: string; accounts: number; posts: number }>();
  const groupOf = (account: number) => {
    const operation = people.labels[people.label[account]!]!;
    const role = people.roles[people.role[account]!]!;
    const key = `${operation} ${role}`;
    const known = groups.get(key) ?? { operation, role, accounts: 0, posts: 0 };
    groups.set(key, known);
    return known;
  };
  for (let i = 0; i < people.count; i++) groupOf(i).accounts++;
  for (let i = 0; i < posts.count; i++) groupOf(posts.account[i]!).posts++;
  const rank = new Uint32Array(people.count);
  idOrder(world).forEach((account, position) => {
    rank[account] = position;
  });
  const told = leaksOf(world, rank);
  const operations = operationsOf(scenario).filter((story) => OPERATIONS.includes(story));
  const sites = new Map<string, { operation: string; role: string; sites: number }>();
  for (const { label, role } of world.sites) {
    const known = sites.get(`${label} ${role}`) ?? { operation: label, role, sites: 0 };
    sites.set(`${label} ${role}`, { ...known, sites: known.sites + 1 });
  }
  return {
    simulated: true,
    scenario,
    difficulty: options.difficulty,
    seed: options.seed,
    start: new Date(span.startMs).toISOString(),
    days: span.days,
    accounts: people.count,
    posts: posts.count,
    groups: [...groups.values()].sort((a, b) => (`${a.operation} ${a.role}` < `${b.operation} ${b.role}` ? -1 : 1)),
    events: world.events.map(({ timeMs, headline }) => ({
      time: new Date(Math.floor(timeMs)).toISOString(),
      headline,
    })),
    organic: statisticsOf(world),
    leaks: told?.leaks ?? null,
    habits: told?.habits ?? null,
    abstain: operations.length > 0 && operations.every((story) => story.abstains?.(options.difficulty) === true),
    sites: [...sites.values()].sort((a, b) => (`${a.operation} ${a.role}` < `${b.operation} ${b.role}` ? -1 : 1)),
    parameters,
  };
}
