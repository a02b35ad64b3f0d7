/**
 * The list of views that undo and redo walk: each step is the hash of a view, so the list is as small as a few addresses. Positions
 * count on when the oldest steps leave the list, because entries of the browser's history carry them.
 */
export interface Steps {
  /** Position of the oldest step still kept. */
  readonly first: number;
  readonly hashes: readonly string[];
  /** Position of the step on screen. */
  readonly at: number;
}

/** Steps kept; what undo has left is written on its button. */
export const STEPS_KEPT = 200;

export function beginSteps(hash: string, at = 0): Steps {
  return { first: at, hashes: [hash], at };
}

/** A new step after the one on screen; what had been undone is gone, as in every editor. */
export function takeStep(steps: Steps, hash: string): Steps {
  const hashes = [...steps.hashes.slice(0, steps.at - steps.first + 1), hash];
  const gone = Math.max(0, hashes.length - STEPS_KEPT);
  return { first: steps.first + gone, hashes: hashes.slice(gone), at: steps.at + 1 };
}

/** The step on screen becomes another one, as while a brush is being drawn. */
export function amendStep(steps: Steps, hash: string): Steps {
  return { ...steps, hashes: steps.hashes.with(steps.at - steps.first, hash) };
}

export function moveTo(steps: Steps, at: number): Steps {
  return { ...steps, at };
}

export function hashAt(steps: Steps, position: number): string | undefined {
  return steps.hashes[position - steps.first];
}

export function undoCount(steps: Steps): number {
  return steps.at - steps.first;
}

export function redoCount(steps: Steps): number {
  return steps.first + steps.hashes.length - 1 - steps.at;
}

/** The list that was kept over a reload, moved to where the browser stands; null when it does not tell of that place. */
export function restoreSteps(kept: string | null, hash: string, at: number): Steps | null {
  let read: unknown;
  try {
    read = JSON.parse(kept ?? "null");
  } catch {
    return null;
  }
  const { first, hashes } = (read ?? {}) as { first?: unknown; hashes?: unknown };
  const isList = Array.isArray(hashes) && hashes.length <= STEPS_KEPT && hashes.every((one) => typeof one === "string");
  if (!isList || !Number.isSafeInteger(first)) return null;
  const steps: Steps = { first: first as number, hashes: hashes as string[], at };
  return hashAt(steps, at) === hash ? steps : null;
}
