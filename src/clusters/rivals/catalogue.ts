import type { Rival } from "./hypothesis.ts";

/** Every explanation that a cluster is weighed against; equal scores keep this order. */
export const RIVALS: readonly Rival[] = [];
