import type { Random } from "../math/random.ts";
import type { Difficulty } from "./difficulty.ts";
import type { ParameterTable } from "./parameters.ts";
import type { PlatformShares } from "./platforms.ts";
import type { LanguageShares } from "./text/languages.ts";
import type { World } from "./world.ts";

/**
 * One thing that happens in a world: an operation, a benign group, a viral post. One file each; `catalogue.ts` lists them.
 *
 * First every story casts its accounts from the population, then every story performs, then ordinary life fills in the rest: all
 * accounts, those of an operation too, lead the same kind of life beside their part, at the rate their story leaves them.
 */
export interface Story<P extends ParameterTable = ParameterTable> {
  readonly name: string;
  /** What `labels.csv` calls its accounts: an operation's name, `benign:<type>`, or `organic` when it has none of its own. */
  readonly label: string;
  /** Two lines for `--list`. */
  readonly about: readonly [string, string];
  /** How the accounts of a world with this operation are split over platforms; X alone when not given. */
  readonly platforms?: PlatformShares;
  /** Languages of the export around it, when it is not of the platform at large (operations only). */
  readonly languages?: LanguageShares;
  /** Stories that come along (operations only): ordinary accounts that do the same kind of thing and are in no other world. */
  readonly company?: readonly Story[];
  /** Is next to nothing of it to be seen in public posts, so that the right answer is none? */
  readonly abstains?: (difficulty: Difficulty) => boolean;
  parameters(difficulty: Difficulty): P;
  /** Take accounts with `enlist`; must not add posts. */
  cast(world: World, parameters: P): void;
  perform(world: World, parameters: P, random: Random): void;
}
