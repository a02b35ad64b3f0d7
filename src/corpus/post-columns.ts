/** What is known of each post besides what it acts on, by number of the post: who, what kind, in which language, where and when. */
export interface PostColumns {
  readonly count: number;
  readonly accountCount: number;
  readonly account: Uint32Array;
  /** Position in POST_KINDS. */
  readonly kind: Uint8Array;
  /** Dense numbers of the languages and platforms as exported; posts without one share a number. */
  readonly language: Uint16Array;
  readonly platform: Uint16Array;
  /** Milliseconds since 1970, UTC. */
  readonly timeMs: Float64Array;
}
