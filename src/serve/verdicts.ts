import { appendVerdicts, readOnlyReason, readVerdicts } from "../case/verdicts.ts";
import { type Draft, type DraftSubject, readDraft } from "../clusters/verdicts/draft.ts";
import {
  type AccountSubject,
  lineId,
  pairOf,
  type Subject,
  subjectKey,
  type VerdictLine,
} from "../clusters/verdicts/line.ts";
import { readLine } from "../clusters/verdicts/parse.ts";
import type { VerdictsAnswer, VerdictsWritten } from "../exports/verdicts.ts";
import { type AccountName, accountByNumber, accountsById } from "../store/verdict-subjects.ts";
import type { CaseSource } from "./case-source.ts";
import type { RouteAnswer } from "./reply.ts";

/** A clock that runs a little ahead on a colleague's desk is no fault. */
const AHEAD_MS = 300_000;

/** `GET api/verdicts` */
export async function answerVerdicts(source: CaseSource): Promise<VerdictsAnswer> {
  const { lines, issues } = readVerdicts(source.folder);
  const speaksOfCluster = lines.some((line) => line.subject.kind === "cluster");
  return {
    lines,
    issues,
    readOnly: readOnlyOf(source),
    compositions: speaksOfCluster ? await source.compositions() : [],
    accounts: await accountNumbers(source, lines),
  };
}

/** `POST api/verdicts`: one entry of this desk, or lines of a colleague. All of them are taken or none. */
export async function writeVerdicts(source: CaseSource, body: unknown): Promise<RouteAnswer> {
  const whyNot = readOnlyOf(source);
  if (whyNot !== null || source.nowMs === null) return { status: 403, error: whyNot ?? NO_CLOCK };
  const nowMs = source.nowMs();
  const { lines } = readVerdicts(source.folder);
  const read = await readRequest(source, body, lines, nowMs);
  if (!Array.isArray(read)) return read;
  const known = new Set(lines.map(lineId));
  const fresh = new Map<string, VerdictLine>();
  for (const line of read) if (!known.has(lineId(line))) fresh.set(lineId(line), line);
  appendVerdicts(source.folder, [...fresh.values()]);
  const written: VerdictsWritten = {
    ...(await answerVerdicts(source)),
    added: fresh.size,
    known: read.length - fresh.size,
  };
  return { status: 200, body: written };
}

const NO_CLOCK = "This copy of the case is only for reading: open the case itself with npm run explore to write.";

function readOnlyOf(source: CaseSource): string | null {
  return source.nowMs === null ? NO_CLOCK : readOnlyReason(source.folder);
}

async function readRequest(
  source: CaseSource,
  body: unknown,
  lines: readonly VerdictLine[],
  nowMs: number,
): Promise<VerdictLine[] | RouteAnswer> {
  const isObject = body !== null && typeof body === "object" && !Array.isArray(body);
  const names = isObject ? Object.keys(body) : [];
  if (names.length === 1 && names[0] === "write") {
    return lineOf(source, (body as { write: unknown }).write, lines, nowMs);
  }
  const list = names.length === 1 && names[0] === "import" ? (body as { import: unknown }).import : null;
  if (!Array.isArray(list)) return refused("An entry is sent as write, lines of a colleague as import.");
  const read: VerdictLine[] = [];
  for (const [index, value] of list.entries()) {
    const parsed = readLine(value);
    if ("why" in parsed) return refused(`Line ${index + 1} is not taken: ${parsed.why}.`);
    if (Date.parse(parsed.value.at) > nowMs + AHEAD_MS)
      return refused(`Line ${index + 1} is not taken: its time lies in the future.`);
    read.push(parsed.value);
  }
  return read;
}

async function lineOf(
  source: CaseSource,
  value: unknown,
  lines: readonly VerdictLine[],
  nowMs: number,
): Promise<VerdictLine[] | RouteAnswer> {
  const parsed = readDraft(value);
  if ("why" in parsed) return refused(`This entry is not taken: ${parsed.why}.`);
  const { on, ...rest }: Draft = parsed.value;
  const subject = await subjectOf(source, on);
  if (subject === undefined) return { status: 404, error: "This case has no such cluster or account." };
  if (rest.act === "withdraw") {
    const target = lines.find((line) => lineId(line) === rest.withdraws);
    if (target === undefined) return { status: 404, error: "There is no such entry to withdraw." };
    if (target.who !== rest.who)
      return refused(`Only ${target.who} can withdraw this entry; write your own beside it.`);
    // Under the subject as it stood when the entry was made, so that the two stay together whatever clusters become.
    return [{ schema: 1, at: new Date(nowMs).toISOString(), ...rest, subject: target.subject }];
  }
  return [{ schema: 1, at: new Date(nowMs).toISOString(), ...rest, subject }];
}

async function subjectOf(source: CaseSource, on: DraftSubject): Promise<Subject | undefined> {
  if ("cluster" in on) {
    const cluster = source.overview.clusters.find((entry) => entry.clusterId === on.cluster);
    const made = (await source.compositions()).find((entry) => entry.clusterId === on.cluster);
    if (cluster === undefined || made === undefined) return undefined;
    return { kind: "cluster", key: made.key, name: cluster.name, accounts: made.accounts, sketch: made.sketch };
  }
  if ("account" in on) return accountOf(await accountByNumber(source.store, on.account));
  const left = accountOf(await accountByNumber(source.store, on.pair[0]));
  const right = accountOf(await accountByNumber(source.store, on.pair[1]));
  return left === undefined || right === undefined ? undefined : pairOf(left, right);
}

function accountOf(found: AccountName | undefined): AccountSubject | undefined {
  if (found === undefined) return undefined;
  const { platform, accountId, handle } = found;
  return { kind: "account", platform, accountId, name: handle === "" ? null : handle };
}

async function accountNumbers(
  source: CaseSource,
  lines: readonly VerdictLine[],
): Promise<Readonly<Record<string, number>>> {
  const wanted = new Map<string, string>();
  for (const { subject } of lines) {
    const accounts =
      subject.kind === "pair" ? [subject.left, subject.right] : subject.kind === "account" ? [subject] : [];
    for (const account of accounts) wanted.set(subjectKey(account), account.accountId);
  }
  const numbers: Record<string, number> = {};
  for (const found of await accountsById(source.store, [...new Set(wanted.values())])) {
    const subject = accountOf(found);
    if (subject !== undefined && wanted.has(subjectKey(subject))) numbers[subjectKey(subject)] = found.account;
  }
  return numbers;
}

function refused(error: string): RouteAnswer {
  return { status: 400, error };
}
