/** Shapes of account names, from the most to the least telling; the first that fits counts. */
const SHAPES: readonly (readonly [shape: string, pattern: RegExp])[] = [
  ["ends in eight or more digits", /\d{8,}$/],
  ["ends in four to seven digits", /\d{4,7}$/],
  ["ends in one to three digits", /\d{1,3}$/],
  ["digits within", /\d/],
  ["letters and marks (_ . -)", /^[\p{L}_.-]*[_.-][\p{L}_.-]*$/u],
  ["letters alone", /^\p{L}+$/u],
];

export const NAME_SHAPES: readonly string[] = [...SHAPES.map(([shape]) => shape), "anything else"];

/**
 * Of what shape is a name? Many platforms propose names that end in digits, so a shape tells batches of accounts apart from a crowd at
 * best, never one account from another.
 */
export function nameShape(name: string): string {
  return SHAPES.find(([, pattern]) => pattern.test(name))?.[0] ?? "anything else";
}
