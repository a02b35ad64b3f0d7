/**
 * When the accounts of one cluster acted, in columns small enough to be filtered within a frame: what the brush of the timeline needs
 * to say "12 of 37 in this time" for every pair, account, object and hour, without a question to the store for each move.
 *
 * Times are bins of the case's timeline, the same for everything on screen, so that all counts agree. All columns are sorted by bin
 * (slots by slot): a brush is one stretch of each.
 */
export interface Moments {
  /** Ties of the profile that are followed: all of them, or the strongest first ones. */
  readonly tiesFollowed: number;
  /** Objects that a tie (its position in the profile) met on, by the bin of the later of the two actions. */
  readonly ties: Marks;
  /** Members (positions in the profile) that acted on an object (position in the profile). */
  readonly objects: Marks;
  /** Members that linked to a site (position in the profile). */
  readonly domains: Marks;
  readonly domainPosts: Counts;
  /** Posts of each member. */
  readonly posts: Counts;
  /** Length of a slot: half an hour, or one bin where bins are shorter. */
  readonly slotMs: number;
  /** Posts of the cluster, and of all accounts in no cluster, by slot since the start of the timeline. */
  readonly slots: Slots;
  readonly otherSlots: Slots;
}

/**
 * One mark a key, thing and bin. How many different things has a key within a stretch of bins? Those marks whose thing was not there
 * already: `previous` is 1 + the bin in which the same thing was last seen with the same key, 0 where never, so that a mark counts when
 * `previous` lies before the stretch. O(marks in the stretch), with no set to be filled.
 */
export interface Marks {
  readonly key: Uint32Array;
  readonly bin: Uint16Array;
  readonly previous: Uint16Array;
}

export interface Counts {
  readonly key: Uint32Array;
  readonly bin: Uint16Array;
  readonly count: Uint32Array;
}

export interface Slots {
  readonly slot: Uint32Array;
  readonly count: Uint32Array;
}

/** The same as it travels: each column as base64 of its bytes, smallest byte first. */
export type Packed<T> = {
  readonly [K in keyof T]: T[K] extends Uint32Array | Uint16Array
    ? string
    : T[K] extends number
      ? number
      : Packed<T[K]>;
};
export type MomentsAnswer = Packed<Moments>;

/** Length of a slot for bins of this length. Bins are whole parts of half an hour, or whole multiples of it. */
export function slotLength(binMs: number): number {
  return Math.min(binMs, 1_800_000);
}
