import type { Container } from "../store/inspect.ts";

/**
 * One input format: how it is recognised, and how its columns become the normal form. A format is data; the store runs it.
 */
export interface Format {
  /** What `--format` takes and the manifest records. */
  readonly name: string;
  /** What a person calls it. */
  readonly title: string;
  readonly containers: readonly Container[];
  /** Every one must be there; of a list of synonyms, one. Lower case; JSON paths with dots. */
  readonly required: readonly (string | readonly string[])[];
  /** Further names that speak for this format. */
  readonly known: readonly string[];
  /** Names that speak against it. */
  readonly conflicts?: readonly string[];
  /** JSON: key of the array that holds the records of a page. */
  readonly page?: string;
  /** JSON: values of the page that each of its records needs, by column name (begun with ^, which no key of a record is) and path in the page. */
  readonly pageContext?: Readonly<Record<string, string>>;
  /** JSON: authors that the page lists apart from its records. */
  readonly pageAccounts?: {
    /** Path of the array in the page. */
    readonly path: string;
    /** Key of the account id in each. */
    readonly id: string;
    map(cell: Cell): AccountMapping;
  };
  /** How times stand in the file; `assumed` and `written` without a zone are told to the user as read as UTC. */
  readonly zone: "utc" | "assumed" | "written";
  /** Something the user should know, seen in the first records (cells by column name); null: nothing. */
  doubt?(sample: readonly Readonly<Record<string, string>>[]): string | null;
  /** `intact` passes over columns whose ids a spreadsheet or a float destroyed. */
  map(cell: Cell, intact: Cell): PostMapping;
}

/**
 * SQL for a column of the file, or undefined when the file lacks it: text, null where empty. The first of several names that the file has.
 * Asking for a column is what has it read.
 */
export type Cell = (...names: readonly string[]) => string | undefined;

/** SQL expressions, one for each column of the normal form that the format can fill. */
export interface PostMapping {
  readonly postId?: string | undefined;
  readonly accountId: string | undefined;
  /** Milliseconds since 1970, UTC; null where it cannot be read. */
  readonly timeMs: string | undefined;
  /** The time as written, to tell a missing from an unreadable one. */
  readonly timeText: string | undefined;
  /** One of POST_KINDS; null: told from the text and the target. */
  readonly kind?: string | undefined;
  readonly text?: string | undefined;
  readonly language?: string | undefined;
  readonly targetPostId?: string | undefined;
  readonly targetAccountId?: string | undefined;
  readonly objectId?: string | undefined;
  readonly urls?: string | undefined;
  readonly hashtags?: string | undefined;
  readonly mentions?: string | undefined;
  readonly mediaHashes?: string | undefined;
  readonly client?: string | undefined;
  readonly views?: string | undefined;
  readonly likes?: string | undefined;
  readonly reposts?: string | undefined;
  readonly replies?: string | undefined;
  readonly account?: AccountMapping;
  /** Rows that are no posts at all, told before any other check. */
  readonly junk?: readonly { readonly code: string; readonly reason: string; readonly when: string }[];
}

/** Facts about the author that ride along in a post's row. */
export interface AccountMapping {
  readonly handle?: string | undefined;
  readonly name?: string | undefined;
  readonly platform?: string | undefined;
  readonly createdMs?: string | undefined;
  readonly followers?: string | undefined;
  readonly following?: string | undefined;
  readonly declaredPosts?: string | undefined;
  readonly bio?: string | undefined;
  readonly location?: string | undefined;
  readonly avatarHash?: string | undefined;
  readonly verified?: string | undefined;
}
