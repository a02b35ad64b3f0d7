import type { DuckDBVector } from "@duckdb/node-api";
import { GrowableUint32 } from "../math/growable.ts";
import { HashIndex } from "../math/hash.ts";

/**
 * Texts of a column numbered in order of first appearance, told apart by DuckDB's 64-bit hash; a text becomes a string once, when it is
 * first seen.
 */
export class Interned {
  readonly texts: string[] = [];
  private readonly index = new HashIndex(1 << 12);
  private readonly lows = new GrowableUint32();
  private readonly highs = new GrowableUint32();

  /** @param row within the two vectors: hashes as 32-bit halves, and texts */
  number(hashes: Uint32Array, texts: DuckDBVector, row: number): number {
    const low = hashes[2 * row]!;
    const high = hashes[2 * row + 1]!;
    const number = this.index.intern(low, high);
    if (number === this.texts.length) {
      this.texts.push(texts.getItem(row) as string);
      this.lows.push(low);
      this.highs.push(high);
    }
    return number;
  }

  /** Numbers that this column's texts have in another, by number; `none` where the other lacks the text. */
  numbersIn(other: Interned, none: number): Uint32Array {
    return Uint32Array.from(this.texts, (_, i) => {
      const found = other.index.find(this.lows.at(i), this.highs.at(i));
      return found < 0 ? none : found;
    });
  }
}

/** The two 32-bit halves of each 64-bit number, without making a bigint. */
export function halves(vector: DuckDBVector): Uint32Array {
  const { items } = vector as DuckDBVector & { items: BigUint64Array };
  return new Uint32Array(items.buffer, items.byteOffset, items.length * 2);
}
