import { mix32, type Random, sample } from "../math/random.ts";

/**
 * Ids that say nothing: neither who was made first, nor by which part of the simulator. A Feistel network maps the running number
 * one to one onto 40 bits, so ids never collide and no table of them is kept.
 */
export function opaqueNumber(seed: number, number: number): number {
  let left = Math.floor(number / 1048576) & 0xfffff;
  let right = number & 0xfffff;
  for (let round = 0; round < 4; round++) {
    const mixed = mix32(seed + round, right) & 0xfffff;
    const next = left ^ mixed;
    left = right;
    right = next;
  }
  return left * 1048576 + right;
}

/** The same as text of fixed length, in the same order. */
export const opaqueId = (prefix: string, seed: number, number: number): string =>
  prefix + opaqueNumber(seed, number).toString(36).padStart(8, "0");

/** 16 hexadecimal digits, for the hash of a picture. */
export function pictureHash(seed: number, number: number): string {
  const half = (salt: number) =>
    mix32(seed ^ salt, number)
      .toString(16)
      .padStart(8, "0");
  return half(0x51) + half(0xa7);
}

/** The hash of the same picture after a crop, a new caption or a slogan: so many of its 64 bits are flipped (Hamming distance). */
export function retouched(random: Random, hash: string, bits: number): string {
  const places = sample(random, [...Array(64).keys()], bits);
  const digits = [...hash].map((digit) => Number.parseInt(digit, 16));
  for (const place of places) digits[place >> 2]! ^= 1 << (place & 3);
  return digits.map((digit) => digit.toString(16)).join("");
}
