/** Where a text stands: the name of its field (of the list it is in), and the object that has the field. */
export interface Place {
  readonly key: string;
  readonly parent: Readonly<Record<string, unknown>>;
}

/** The same value with every text in it, however deep, put through `change`; numbers and names of fields stay. */
export function mapStrings<T>(value: T, change: (text: string, place: Place) => string | null): T {
  return walk(value, { key: "", parent: {} }, change) as T;
}

function walk(value: unknown, place: Place, change: (text: string, place: Place) => string | null): unknown {
  if (typeof value === "string") return change(value, place);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => walk(one, place, change));
  const parent = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(parent).map(([key, one]) => [key, walk(one, { key, parent }, change)]));
}

/** The trace whose object a label names, where it can be told from beside it. */
export function traceAt({ parent }: Place): string {
  const tie = parent.tie as { readonly trace?: string } | undefined;
  return String(parent.trace ?? tie?.trace ?? parent.kind ?? "");
}

/** Stands where something was left out. */
export const LEFT_OUT = "left out";

/** Fields whose texts are words of our own, of which none comes from a post or a profile. */
export const OWN_WORDS: ReadonlySet<string> = new Set([
  "trace",
  "layer",
  "family",
  "families",
  "forgery",
  "cost",
  "reading",
  "topRival",
  "role",
  "under",
  "kind",
  "format",
  "code",
  "clusterId",
  "version",
  "sha256",
  "points",
  "id",
  "a",
  "b",
  "cells",
]);

/** "name" is the name of a rival or sign, that is, a word of our own, where a sentence or nothing but a score stands beside it. */
export function isOwnWord({ key, parent }: Place): boolean {
  if (OWN_WORDS.has(key)) return true;
  return key === "name" && ("sentence" in parent || ("score" in parent && Object.keys(parent).length === 2));
}
