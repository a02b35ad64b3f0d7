import { UserError } from "../corpus/issue.ts";

/**
 * A number or word that shapes a world, with the reason to believe it. `published`: read in a source that the world imitates.
 * `assumed`: our choice, because nobody has published it.
 */
export interface Parameter<T = number | string | boolean> {
  readonly value: T;
  readonly basis: "published" | "assumed";
  /** Where it is published, or why it was chosen. */
  readonly source: string;
}

export type ParameterTable = Readonly<Record<string, Parameter>>;

export const published = <T>(value: T, source: string): Parameter<T> => ({ value, basis: "published", source });
export const assumed = <T>(value: T, source: string): Parameter<T> => ({ value, basis: "assumed", source });

/** OpenAI, "Disrupting malicious uses of AI: June 2025", as condensed in the methods notes of this project. */
export const OPENAI_2025 = "OpenAI, Disrupting malicious uses of AI, June 2025";

/** `name` is "story.parameter"; what the caller sets is marked as such in the truth. */
export type Overrides = ReadonlyMap<string, number>;

/**
 * The table with the caller's numbers in it.
 *
 * @throws UserError when an override names a parameter that the table has not, or one that is no number
 */
export function withOverrides<P extends ParameterTable>(story: string, table: P, overrides: Overrides): P {
  const changed: Record<string, Parameter> = { ...table };
  for (const [path, value] of overrides) {
    const dot = path.indexOf(".");
    if (path.slice(0, dot) !== story) continue;
    const name = path.slice(dot + 1);
    const old = table[name];
    if (old === undefined || typeof old.value !== "number") {
      const known = Object.keys(table).filter((key) => typeof table[key]!.value === "number");
      throw new UserError("parameter-unknown", `${story} has no number called ${name}; it has ${known.join(", ")}.`);
    }
    if (value < 0) throw new UserError("parameter-negative", `${path} cannot be below 0.`);
    changed[name] = assumed(value, "set by the caller");
  }
  return changed as P;
}
