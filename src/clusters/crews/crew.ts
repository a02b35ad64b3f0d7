/** A crew that answers the same authors' posts again and again (methods: target-conditioned detection). Null fields: not measured. */
export interface TargetCrew {
  /** Id of the author answered most, as the export gives it. */
  readonly authorId: string;
  readonly authorPosts: number;
  readonly answeredByCrew: number;
  readonly crew: number;
  /** Share of the members' answers that go to this author, and the same for everybody who answers it. */
  readonly exclusivity: number;
  readonly exclusivityOthers: number | null;
  /** Share of all answers to this author that come from the crew. */
  readonly closedLoop: number;
  /** Median minutes from post to answer, crew and others. */
  readonly delayMin: number | null;
  readonly delayOthersMin: number | null;
  /** Median age of the account in days when it answered, median followers, share without posts of their own. */
  readonly ageDays: number | null;
  readonly followers: number | null;
  readonly withoutOwnPosts: number;
  /** Likeness of the crew's answers to one post less that of other repliers to it, and the chance of it under relabelling. */
  readonly tightness: number | null;
  readonly tightnessP: number | null;
  /** Number of answers that posts pile up at, when they do, and the chance. */
  readonly batch: number | null;
  readonly batchP: number | null;
  /** One sentence with numbers for each that was measured. */
  readonly sentences: readonly string[];
}
