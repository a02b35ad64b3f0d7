/** A crew that answers the same authors' posts again and again (methods: target-conditioned detection). Null fields: not measured. */
export interface TargetCrew {
  /** Id of the author answered most, as the export gives it. */
  readonly authorId: string;
  /** All authors whom many of the members answer, most members first: `authorPosts` and what follows is about all of them. */
  readonly authors: readonly CrewAuthor[];
  /** Posts of these authors that anybody answered, and those that two or more of the crew did. */
  readonly authorPosts: number;
  readonly answeredByCrew: number;
  /** Members who came back: two or more of these posts answered. */
  readonly crew: number;
  /** Median number of these posts that one of the crew answered, and one of the others who answer these authors. */
  readonly repeats: number;
  readonly repeatsOthers: number | null;
  /** Share of the members' answers that go to this author, and the same for everybody who answers it. */
  readonly exclusivity: number;
  readonly exclusivityOthers: number | null;
  /** Share of all answers to this author that come from the crew, and that expected if all answers were dealt out anew. */
  readonly closedLoop: number;
  readonly closedLoopExpected: number;
  /** Median minutes from post to answer, crew and others. */
  readonly delayMin: number | null;
  readonly delayOthersMin: number | null;
  /** Median age of the account in days when it answered, median followers, share without posts of their own. */
  readonly ageDays: number | null;
  readonly ageOthersDays: number | null;
  readonly followers: number | null;
  readonly followersOthers: number | null;
  readonly withoutOwnPosts: number;
  readonly withoutOwnPostsOthers: number | null;
  /** Likeness of the crew's answers to one post less that of other repliers to it, and the chance of it under relabelling. */
  readonly tightness: number | null;
  readonly tightnessP: number | null;
  /** Number of answers that posts pile up at, when they do, and the chance. */
  readonly batch: number | null;
  readonly batchP: number | null;
  /** One sentence with numbers for each that was measured. */
  readonly sentences: readonly string[];
}

export interface CrewAuthor {
  readonly authorId: string;
  /** Members of the cluster that answered this author. */
  readonly members: number;
  /** Whether the author is itself a member: then originators and repliers stand in one cluster. */
  readonly isMember: boolean;
}
