/** Sites, what is known of them, and whose they are. */
export interface OwnSites {
  /** By account: the site that it links oftener than all others together, -1 for none. */
  readonly siteOf: Int32Array;
  readonly siteCount: number;
  readonly valueCount: number;
  /** Each site with each of its values, once. */
  readonly site: Uint32Array;
  readonly value: Uint32Array;
  /** What a person reads for each value. */
  readonly labels: readonly string[];
}
