import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, type Parameter } from "../parameters.ts";
import type { World } from "../world.ts";

/** What every operation lets the caller turn, under the same names, so that curves can be drawn over any of them. */
export interface Dials {
  /** Accounts of the crew: those that act together, without fronts, channels or paid helpers of another role. */
  readonly size: Parameter<number>;
  /** When above 0 it sets the crew's size, as a share of all accounts. */
  readonly prevalence: Parameter<number>;
  /** Stretches every delay of the crew. */
  readonly jitter: Parameter<number>;
  /** Share of the crew's texts written anew by grammar; the others repeat a script word for word. */
  readonly paraphrase: Parameter<number>;
  /** Share of a crew account's activity that is ordinary life. */
  readonly decoy: Parameter<number>;
  /** Most of the operation's objects (targets, links, texts, tags) that one account takes part in: bounds what two of them share. */
  readonly shared: Parameter<number>;
}

const BY_DIFFICULTY: Readonly<
  Record<Difficulty, { jitter: number; paraphrase: number; decoy: number; shared: number }>
> = {
  easy: { jitter: 1, paraphrase: 0, decoy: 0.1, shared: 99 },
  hard: { jitter: 10, paraphrase: 0.6, decoy: 0.3, shared: 99 },
  evasive: { jitter: 10, paraphrase: 1, decoy: 0.5, shared: 3 },
};

/**
 * The dials at a difficulty, as the project's methods define it: hard is ten times slower, 60 % reworded, 30 % ordinary life; evasive
 * shares three objects at most.
 */
export function dials(difficulty: Difficulty, size: Parameter<number>): Dials {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    size,
    prevalence: assumed(0, "0: the size decides"),
    jitter: assumed(set.jitter, `every delay of the crew times this, ${why}`),
    paraphrase: assumed(set.paraphrase, `share of texts reworded by grammar, ${why}`),
    decoy: assumed(set.decoy, `share of a crew account's activity that is ordinary life, ${why}`),
    shared: assumed(set.shared, `most objects one account takes part in, ${why}`),
  };
}

/** Accounts of the crew in this world. */
export const crewSize = (world: World, { size, prevalence }: Pick<Dials, "size" | "prevalence">): number =>
  prevalence.value > 0 ? Math.max(1, Math.round(prevalence.value * world.people.count)) : size.value;

/**
 * The same for a crew that makes no sense below a number of accounts, and whose members do something for the operation.
 *
 * @throws UserError on a smaller crew, or a share of ordinary life of one and more; only a caller's own numbers can be such
 */
export function checkedCrewSize(
  world: World,
  label: string,
  dials: Pick<Dials, "size" | "prevalence" | "decoy">,
  least: number,
): number {
  const size = Math.round(crewSize(world, dials));
  if (size >= least && dials.decoy.value < 1) return size;
  throw new UserError(
    "parameter-senseless",
    `${label} needs a crew of at least ${least} and decoy below 1; look at what was given with --set.`,
  );
}
