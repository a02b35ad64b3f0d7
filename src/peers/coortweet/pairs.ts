/** Pairs of rows that share an object within the window: what `detect_groups` returns, in its order. */
export interface SharedPairs {
  readonly count: number;
  readonly object: Uint32Array;
  /** Row of the older share, and of the newer; of two at the same second the older is the one whose account stands first in the file. */
  readonly older: Uint32Array;
  readonly newer: Uint32Array;
  /** Seconds between them, never negative. */
  readonly deltaS: Float64Array;
}

/** The rows of `pairs` at these places, in that order. */
export function pickPairs(pairs: SharedPairs, places: Uint32Array): SharedPairs {
  const object = new Uint32Array(places.length);
  const older = new Uint32Array(places.length);
  const newer = new Uint32Array(places.length);
  const deltaS = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    object[i] = pairs.object[place]!;
    older[i] = pairs.older[place]!;
    newer[i] = pairs.newer[place]!;
    deltaS[i] = pairs.deltaS[place]!;
  }
  return { count: places.length, object, older, newer, deltaS };
}
