import fc from "fast-check";
import { NONE, type Shares } from "../../src/corpus/shares.ts";

/** A row of CooRTweet's table; null: missing. */
export interface ShareRow {
  readonly account: string;
  readonly object: string | null;
  readonly content: string;
  readonly time: number | null;
}

/** Few names, so that ties, duplicates, loops and posts that are objects of others are common. Times also below 0 and between seconds. */
export const shareRows = fc.array(
  fc.record({
    account: fc.constantFrom("a", "b", "B", "\u{1f600}", "\uff5e"),
    object: fc.option(fc.constantFrom("x", "y", "p1", "z,w"), { freq: 8 }),
    content: fc.constantFrom("p1", "p2", "p3", "p4", "p5", "p6", "x"),
    time: fc.option(
      fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -6, max: 6 }) }, fc.double({ min: -6, max: 6, noNaN: true })),
      { freq: 8 },
    ),
  }),
  { maxLength: 24 },
);

export function sharesOf(rows: readonly ShareRow[]): Shares {
  const [accounts, objects, contents] = [new Names(), new Names(), new Names()];
  return {
    count: rows.length,
    account: Uint32Array.from(rows, ({ account }) => accounts.number(account)),
    object: Uint32Array.from(rows, ({ object }) => (object === null ? NONE : objects.number(object))),
    content: Uint32Array.from(rows, ({ content }) => contents.number(content)),
    timeS: Float64Array.from(rows, ({ time }) => time ?? Number.NaN),
    ...{ accountIds: accounts.names, objectIds: objects.names, contentIds: contents.names },
    contentOfObject: Uint32Array.from(objects.names, (name) => {
      const found = contents.names.indexOf(name);
      return found < 0 ? NONE : found;
    }),
  };
}

/** Numbers names in order of first appearance. */
export class Names {
  readonly names: string[] = [];
  number(name: string): number {
    const known = this.names.indexOf(name);
    return known >= 0 ? known : this.names.push(name) - 1;
  }
}
