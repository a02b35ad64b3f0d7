/**
 * What follows an "@", as the source of a pattern. A name in Latin letters ends where another script begins: "@bobさん" names bob, and
 * what is said to him goes on. Dots and hyphens only inside.
 */
export const HANDLE = String.raw`(?:[\p{Script=Latin}\p{N}_]+(?:[.-][\p{Script=Latin}\p{N}_]+)*|[\p{L}\p{N}\p{M}_]+)`;
