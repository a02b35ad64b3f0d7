import { lineId, type Subject, subjectKey, type VerdictLine } from "./line.ts";
import { type Composition, type Fit, fitOf } from "./overlap.ts";

/**
 * What the lines of a case come to: of each subject what each analyst says now, and all that was ever said. Two analysts who differ are
 * put side by side; nobody's word is weighed against another's.
 */
export interface Entry {
  readonly id: string;
  readonly line: VerdictLine;
  /** `replaced`: the same analyst said something newer; `withdrawn`: they took it back. */
  readonly state: "stands" | "replaced" | "withdrawn";
  /** Of clusters: the one of this run that is meant, and how much of it is the same. Null where none is. */
  readonly fit: Fit | null;
}

/** What one analyst says of one subject now. */
export interface Opinion {
  readonly who: string;
  readonly verdict: (VerdictLine & { readonly act: "verdict" }) | null;
  readonly label: (VerdictLine & { readonly act: "label" }) | null;
}

export interface Page {
  /** `placeKey` of a cluster of this run, or the key of the subject. */
  readonly key: string;
  /** As the newest line names it. */
  readonly subject: Subject;
  /** Null: no cluster of this run is meant, or the subject is none. */
  readonly clusterId: string | null;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Analysts with a verdict or label that stands, in the order of their names. */
  readonly opinions: readonly Opinion[];
  /** Two analysts say different things: verdict or one of the axes. */
  readonly isConflict: boolean;
}

export type Book = ReadonlyMap<string, Page>;

/** Key of a cluster of this run, whatever older compositions lines speak of. */
export function placeKey(clusterId: string): string {
  return `place:${clusterId}`;
}

/**
 * All lines by subject. Order of time decides, not order in the file, so that two files put together in either way come to the same;
 * copies count once. A line that withdraws somebody else's has no effect and stays in the history.
 */
export function bookOf(lines: readonly VerdictLine[], now: readonly Composition[]): Book {
  const byId = new Map(lines.map((line) => [lineId(line), line]));
  const ordered = [...byId].sort(([a, x], [b, y]) => (x.at !== y.at ? (x.at < y.at ? -1 : 1) : a < b ? -1 : 1));
  const withdrawn = new Set<string>();
  for (const [, line] of ordered) {
    if (line.act === "withdraw" && byId.get(line.withdraws)?.who === line.who) withdrawn.add(line.withdraws);
  }
  const pages = new Map<string, { id: string; line: VerdictLine; fit: Fit | null }[]>();
  const fits = new Map<string, Fit | null>();
  for (const [id, line] of ordered) {
    const fit = line.subject.kind === "cluster" ? cached(fits, JSON.stringify(line.subject), line.subject, now) : null;
    const key = fit === null ? subjectKey(line.subject) : placeKey(fit.clusterId);
    const page = pages.get(key);
    if (page === undefined) pages.set(key, [{ id, line, fit }]);
    else page.push({ id, line, fit });
  }
  return new Map([...pages].map(([key, entries]) => [key, pageOf(key, entries, withdrawn)]));
}

function cached(
  fits: Map<string, Fit | null>,
  key: string,
  subject: Parameters<typeof fitOf>[0],
  now: readonly Composition[],
): Fit | null {
  const known = fits.get(key);
  if (known !== undefined) return known;
  const fit = fitOf(subject, now);
  fits.set(key, fit);
  return fit;
}

function pageOf(
  key: string,
  list: readonly { readonly id: string; readonly line: VerdictLine; readonly fit: Fit | null }[],
  withdrawn: ReadonlySet<string>,
): Page {
  const latest = new Map<string, string>();
  for (const { id, line } of list) {
    if (line.act === "verdict" || line.act === "label") latest.set(`${line.act} ${line.who}`, id);
  }
  const entries = list
    .map(({ id, line, fit }): Entry => {
      const isOld = (line.act === "verdict" || line.act === "label") && latest.get(`${line.act} ${line.who}`) !== id;
      return { id, line, fit, state: withdrawn.has(id) ? "withdrawn" : isOld ? "replaced" : "stands" };
    })
    .reverse();
  const standing = entries.filter((entry) => entry.state === "stands").map((entry) => entry.line);
  const opinions = [...new Set(standing.map((line) => line.who))]
    .sort()
    .map(
      (who): Opinion => ({
        who,
        verdict: (standing.find((line) => line.act === "verdict" && line.who === who) as Opinion["verdict"]) ?? null,
        label: (standing.find((line) => line.act === "label" && line.who === who) as Opinion["label"]) ?? null,
      }),
    )
    .filter((opinion) => opinion.verdict !== null || opinion.label !== null);
  const said = new Set(
    opinions.flatMap(({ verdict }) =>
      verdict === null ? [] : [`${verdict.verdict} ${verdict.coordination} ${verdict.inauthenticity}`],
    ),
  );
  const newest = list[list.length - 1];
  if (newest === undefined) throw new Error(`verdicts: a page without lines, ${key}`);
  return {
    key,
    subject: newest.line.subject,
    clusterId: newest.fit?.clusterId ?? null,
    entries,
    opinions,
    isConflict: said.size > 1,
  };
}
