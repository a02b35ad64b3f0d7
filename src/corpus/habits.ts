/** Who posts how much in which stratum: what a dealing of the posts (`coaction/shuffle.ts`) keeps, so that all dealings of a case share it. */
export interface Habits {
  readonly strata: number;
  /** Stratum of each post, and how many posts those of each stratum are dealt among. */
  readonly stratumOf: Uint32Array;
  readonly size: Float64Array;
  /** Account u wrote `posts[i]` posts of stratum `stratum[i]`, i from `starts[u]` up to `starts[u + 1]`. */
  readonly starts: Uint32Array;
  readonly stratum: Uint32Array;
  readonly posts: Uint32Array;
  /** So many posts one would expect of it there: a handful of posts makes no rhythm, see `coaction/habits.ts`. */
  readonly usual: Float64Array;
}
