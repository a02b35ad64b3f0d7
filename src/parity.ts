import { beginCase } from "./case/folder.ts";
import type { ParityManifest } from "./case/parity-manifest.ts";
import { paritySummary } from "./case/parity-summary.ts";
import { writePeerTable } from "./case/peer-table-file.ts";
import { timed } from "./case/stages.ts";
import { writePlainTexts } from "./case/write.ts";
import { type Issue, UserError } from "./corpus/issue.ts";
import type { Progress } from "./corpus/progress.ts";
import { type PeerInput, readPeerInput } from "./formats/peer-input.ts";
import {
  type EmptyLinks,
  marksSelect,
  OBJECT_CHOICES,
  type ObjectChoice,
  sharesSelect,
  usersSelect,
} from "./formats/peer-selection.ts";
import { type Like, networkOf, PEERS, peerOf } from "./peers/catalogue.ts";
import { coSharing } from "./peers/coordinated-activity/co-sharing.ts";
import { similarAccountsTable } from "./peers/coordinated-activity/table.ts";
import { runCoortweet } from "./peers/coortweet/run.ts";
import type { CoortweetOptions, ToolkitOptions } from "./peers/options.ts";
import type { Table } from "./peers/table.ts";
import { comparedText, tokenSet } from "./peers/toolkit/message-text.ts";
import { runToolkit, userPairsTable, usersTable } from "./peers/toolkit/run.ts";
import { writeRejects } from "./store/csv-files.ts";
import { openStore, type Store } from "./store/database.ts";
import { readMessageMarks } from "./store/message-marks.ts";
import { readShares } from "./store/shares.ts";

export interface ParityOptions {
  readonly files: readonly string[];
  /** Folder to write; an earlier parity run there is replaced, a case is not. */
  readonly out: string;
  readonly like: Like;
  readonly format?: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly coortweet: CoortweetOptions;
  readonly toolkit: ToolkitOptions;
  /** What counts as an object, where the export does not say. */
  readonly objects?: ObjectChoice;
  /** Left out: as the toolkit does with such a file. */
  readonly emptyLinks?: EmptyLinks;
  readonly version: string;
  /** Of the store; no figure depends on it. */
  readonly threads?: number;
}

/** What one peer makes of the input. */
interface Made extends Pick<ParityManifest, "parameters" | "counts" | "thresholds"> {
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
}

/**
 * A parity run: the same files in, what CooRTweet, the Coordination Network Toolkit or coSharing would have made of them out, defects
 * included. No test, no cluster, no claim.
 *
 * @param clock milliseconds from any origin; only timings in case.json depend on it
 * @throws UserError when input, options or place do not allow it; what stood at `out` is then untouched
 */
export async function repeatPeer(
  options: ParityOptions,
  progress: Progress,
  clock: () => number,
): Promise<ParityManifest> {
  const stages = timed(progress, clock);
  const folder = beginCase(options.out, "parity");
  const store = await openStore(":memory:", {
    tempDirectory: `${folder.path}/spill`,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  try {
    const peer = peerOf(options.like);
    const own = peer === "cnt" ? (["toolkit", "coortweet"] as const) : (["coortweet"] as const);
    const { format, map } = options;
    const chosen = { ...(format === undefined ? {} : { format }), ...(map === undefined ? {} : { map }) };
    const input = await readPeerInput(store, options.files, own, chosen, stages);
    stages.stage(`repeating ${PEERS[peer].title}`, input.rowsKept);
    const made = peer === "cnt" ? await likeToolkit(store, input, options) : await likeSharing(store, input, options);
    stages.stage("writing tables");
    const tables = made.tables.map((table) => ({ path: table.path, rows: writePeerTable(folder.path, table) }));
    await writeRejects(store, folder.path);
    store.close();
    const manifest: ParityManifest = {
      ...{ schema: 1, version: options.version, like: { name: options.like, ...PEERS[peer] }, claims: "none" },
      ...{ parameters: made.parameters, layout: input.layout, inputs: inputsOf(input) },
      rows: {
        ...{ read: input.rowsRead, kept: input.rowsKept, rejected: input.rowsRejected },
        rejectedByReason: input.rejectedByReason,
      },
      issues: [...input.issues, ...made.issues].map(({ code, severity, message }) => ({ code, severity, message })),
      ...{ counts: made.counts, thresholds: made.thresholds, tables, timings: stages.timings() },
    };
    writePlainTexts(folder.path, [
      { path: "summary.md", text: paritySummary(manifest) },
      { path: "case.json", text: `${JSON.stringify(manifest, null, 2)}\n` },
    ]);
    folder.commit();
    return manifest;
  } catch (error) {
    store.close();
    folder.discard();
    throw error;
  }
}

async function likeSharing(store: Store, input: PeerInput, options: ParityOptions): Promise<Made> {
  const objects = await objectsOf(store, input, options.objects);
  const shares = await readShares(store, sharesSelect(input.layout, objects));
  const issues: Issue[] = [];
  if (shares.count === 0) {
    throw new UserError(
      "objects-none",
      `No post has what --objects ${objects} asks for; choose another: ${OBJECT_CHOICES.join(", ")}.`,
    );
  }
  const mapped = input.layout === "posts" ? { objects } : {};
  if (options.like === "coordinatedactivity") {
    const pairs = coSharing(shares);
    return {
      ...{ tables: [similarAccountsTable(shares.accountIds, pairs)], parameters: mapped, thresholds: {}, issues },
      counts: { shares: shares.count, accounts: shares.accountIds.length, pairs: pairs.count },
    };
  }
  const { windowS, minParticipation, keepLoops, edgeWeight, subgraph, fastS } = options.coortweet;
  return {
    ...runCoortweet(shares, options.coortweet),
    parameters: { windowS, minParticipation, keepLoops, edgeWeight, subgraph, fastS, ...mapped },
    issues,
  };
}

async function likeToolkit(store: Store, input: PeerInput, options: ParityOptions): Promise<Made> {
  const network = networkOf(options.like);
  const emptyLinks = options.emptyLinks ?? (input.layout === "posts" ? "skip" : "match");
  const texts: string[] = [];
  const { marks, repeated } = await readMessageMarks(store, marksSelect(input.layout, network, emptyLinks), {
    firstRowOnly: network !== "co_link",
    ...(network === "co_tweet" ? { keyOf: comparedText } : {}),
    ...(network === "co_similar_tweet" ? { texts } : {}),
  });
  const pairs = runToolkit(network, marks, texts.map(tokenSet), options.toolkit);
  const users = await store.rows<{ id: string; username: string }>(usersSelect(input.layout));
  const { windowS, minEdgeWeight, keepLoops, similarity, minTokens } = options.toolkit;
  const issues: Issue[] = [];
  if (repeated > 0) {
    const message = `${repeated.toLocaleString("en")} rows repeat a message id; as in the toolkit only its first row counts.`;
    issues.push({ code: "message-id-duplicate", severity: "note", message });
  }
  const empty = network === "co_link" && emptyLinks === "match" ? await emptyLinkUsers(store, input, network) : 0;
  if (empty > 0) {
    const message = `${empty.toLocaleString("en")} messages without a link have the empty link in common, as in the toolkit (its issue 46); --empty-links skip leaves them out.`;
    issues.push({ code: "empty-links", severity: "warning", message });
  }
  return {
    tables: [userPairsTable(network, marks.userIds, pairs), usersTable(users)],
    parameters: {
      ...{ windowS, minEdgeWeight, keepLoops },
      ...(network === "co_similar_tweet" ? { similarity, minTokens } : {}),
      ...(network === "co_link" ? { emptyLinks } : {}),
    },
    counts: { messages: marks.messageCount, marks: marks.count, users: users.length, pairs: pairs.count },
    ...{ thresholds: {}, issues },
  };
}

/** What counts as an object: the table's own, or what the user named. */
async function objectsOf(store: Store, input: PeerInput, named: ObjectChoice | undefined): Promise<ObjectChoice> {
  if (input.layout !== "posts") {
    if (named !== undefined && named !== "shares") {
      throw new UserError(
        "objects-given",
        `The file names its objects itself, in object_id: leave --objects ${named} out.`,
      );
    }
    return "shares";
  }
  if (named !== undefined) return named;
  const [given] = await store.rows<{ n: number }>("select count(object_id) as n from posts");
  if (given!.n > 0) return "shares";
  const choices = OBJECT_CHOICES.filter((one) => one !== "shares").join(", ");
  throw new UserError(
    "objects-needed",
    `These posts do not say what counts as a shared object: name it with --objects ${choices}.`,
  );
}

async function emptyLinkUsers(store: Store, input: PeerInput, network: "co_link"): Promise<number> {
  const [found] = await store.rows<{ n: number }>(
    `select count(distinct message) as n from (${marksSelect(input.layout, network, "match")}) where key = ''`,
  );
  return found!.n;
}

function inputsOf(input: PeerInput): ParityManifest["inputs"] {
  return input.files.map(({ path, sha256, bytes, format, role, rowsRead, rowsKept, rowsRejected }) => ({
    ...{ path, sha256, bytes, format, role },
    ...{ rows: rowsRead, kept: rowsKept, rejected: rowsRejected },
  }));
}
