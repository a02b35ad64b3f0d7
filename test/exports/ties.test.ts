import { expect, test } from "vitest";
import { decodeTies, encodeTies } from "../../src/exports/ties.ts";
import { clique, tiesOf } from "../support/ties.ts";

const ties = tiesOf(
  [...clique([0, 1, 2], { standsAt: 5e-324 }), ...clique([2, 3, 4], { trace: "same-text" })],
  [1, 1, 1, 0, 2],
);
const bytesOf = (): ArrayBuffer => encodeTies(ties).slice().buffer as ArrayBuffer;

test("pairs come back as they were sent, a bit of header and columns of fixed width", () => {
  expect(decodeTies(bytesOf())).toEqual(ties);
  expect(new TextDecoder().decode(bytesOf().slice(0, 4))).toBe("MTI1");
  const empty = tiesOf([], []);
  expect(decodeTies(encodeTies(empty).slice().buffer as ArrayBuffer)).toEqual(empty);
});

test("whatever is cut, too long or something else is refused, not read as pairs", () => {
  expect(() => decodeTies(bytesOf().slice(0, -1))).toThrow(/bytes of pairs, not/);
  expect(() => decodeTies(new Uint8Array([...new Uint8Array(bytesOf()), 0]).buffer)).toThrow(/bytes of pairs, not/);
  expect(() => decodeTies(new TextEncoder().encode('{"error":1}').buffer as ArrayBuffer)).toThrow(/no list of pairs/);
  expect(() => decodeTies(new ArrayBuffer(3))).toThrow(/no list of pairs/);
});
