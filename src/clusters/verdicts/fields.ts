import { type Act, ANSWERS, type Axes, isConsistent, VERDICTS } from "./line.ts";

/** What a value must be to stand in a line; errors are half sentences, `reason is missing`, thrown as `NotALine` and caught where a line ends. */
export class NotALine extends Error {
  override readonly name = "NotALine";
}

export const WHO_LIMIT = 60;
export const REASON_LIMIT = 4000;
export const LABEL_LIMIT = 80;

export type Fields = Readonly<Record<string, unknown>>;

/** An object with these fields and no others. */
export function fieldsOf(value: unknown, what: string, names: readonly string[]): Fields {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new NotALine(`${what} is no object`);
  const extra = Object.keys(value).find((name) => !names.includes(name));
  if (extra !== undefined) throw new NotALine(`${what} has an unknown field ${JSON.stringify(extra.slice(0, 40))}`);
  return value as Fields;
}

/** A text with something in it, not longer than `limit`. */
export function textOf(value: unknown, name: string, limit: number): string {
  if (typeof value !== "string" || value.trim() === "") throw new NotALine(`${name} is missing`);
  if (value.length > limit) throw new NotALine(`${name} is longer than ${limit} characters`);
  return value;
}

export function oneOf<T extends string>(value: unknown, name: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new NotALine(`${name} must be one of: ${known.join(", ")}`);
  return found;
}

/** A name on one line, without space at its ends. */
export function whoOf(value: unknown): string {
  const who = textOf(value, "who", WHO_LIMIT);
  if (who !== who.trim() || /\p{Cc}/u.test(who)) throw new NotALine("who must be a name on one line");
  return who;
}

/** The names of the fields that say what was done. */
export const ACT_FIELDS = ["act", "verdict", "coordination", "inauthenticity", "label", "withdraws"] as const;

/** What was done; a field that belongs to another act is refused. */
export function actOf(fields: Fields): Act {
  const act = oneOf(fields.act, "act", ["verdict", "label", "note", "withdraw"]);
  const own: Readonly<Record<typeof act, readonly string[]>> = {
    verdict: ["verdict", "coordination", "inauthenticity"],
    label: ["label"],
    note: [],
    withdraw: ["withdraws"],
  };
  const foreign = ACT_FIELDS.find((name) => name !== "act" && name in fields && !own[act].includes(name));
  if (foreign !== undefined) throw new NotALine(`a ${act} has no field ${foreign}`);
  if (act === "note") return { act };
  if (act === "label") return { act, label: textOf(fields.label, "label", LABEL_LIMIT) };
  if (act === "withdraw") {
    const withdraws = textOf(fields.withdraws, "withdraws", 16);
    if (!/^[0-9a-f]{16}$/.test(withdraws)) throw new NotALine("withdraws must be the id of a line");
    return { act, withdraws };
  }
  const verdict = oneOf(fields.verdict, "verdict", VERDICTS);
  const axes: Axes = {
    coordination: oneOf(fields.coordination, "coordination", ANSWERS),
    inauthenticity: oneOf(fields.inauthenticity, "inauthenticity", ANSWERS),
  };
  if (!isConsistent(verdict, axes)) {
    throw new NotALine(
      `"${verdict}" cannot stand with coordination "${axes.coordination}" and inauthenticity "${axes.inauthenticity}"`,
    );
  }
  return { act, verdict, ...axes };
}
