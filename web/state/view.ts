import type { LayerLetter } from "../../src/corpus/trace.ts";
import { decodeSet, encodeSet } from "./number-set.ts";

/** Everything that decides what is on screen. It lives in the URL, so that a view can be kept, sent and gone back to. */
export interface View {
  readonly page: Page;
  /** Cluster page: the one shown. Overview: the row that is marked. Elsewhere: where the reader came from. */
  readonly cluster: string | null;
  readonly tab: Tab;
  /** Evidence line that is open, "E1"; null: the first. */
  readonly evidence: string | null;
  readonly trace: string | null;
  readonly left: number | null;
  readonly right: number | null;
  readonly object: number | null;
  readonly account: number | null;
  readonly domain: string | null;
  readonly offset: number;
  readonly question: string;
  /** Layers switched off. */
  readonly off: readonly LayerLetter[];
  /** Brush, milliseconds since 1970, UTC; null: all of the time. */
  readonly range: readonly [fromMs: number, toMs: number] | null;
  readonly reading: ReadingFilter;
  /** How bars of the timeline grow; "auto" takes the logarithm when one bar would dwarf all others. */
  readonly scale: TimeScale;
  /** Column of the table in sight, "-" in front for descending; "" is the order of the case. */
  readonly sort: string;
  /** Threshold: largest false discovery rate of a pair; null: the case's own. */
  readonly level: number | null;
  /** Threshold: least number of objects that a pair met on; null: as in the case, and the slider is that of q. */
  readonly least: number | null;
  /** Charts as the tables they are drawn from. */
  readonly isTable: boolean;
  /** What the table in sight is narrowed to by typing. */
  readonly find: string;
  /** Which accounts the table of all accounts lists. */
  readonly who: Who;
  /** Ego view: neighbours alone, or theirs as well. */
  readonly depth: Depth;
  /** What of a cluster's content is shown. */
  readonly part: Part;
  /** Posts page: the distinguishing term whose posts are listed. */
  readonly term: string;
  /** Compare: the cluster on the right; null: random accounts matched to the left one. */
  readonly other: string | null;
  /** Pair page: position of the match that is marked. */
  readonly match: number;
  /** Rivals: the one that is open; null: the first. */
  readonly rival: string | null;
  /** Hours of the heat maps: minutes ahead of UTC, in half hours. */
  readonly zoneMinutes: number;
  /** Accounts picked on the graph: positions in the cluster's list, ascending. */
  readonly picked: readonly number[];
  /** Ties drawn beyond what stays readable, each step twice as many. */
  readonly tieSteps: number;
}

export const PAGES = [
  "overview",
  "cluster",
  "pair",
  "object",
  "posts",
  "search",
  "threshold",
  "accounts",
  "account",
  "sites",
  "compare",
  "notes",
] as const;
export type Page = (typeof PAGES)[number];
export const TABS = ["evidence", "rivals", "checks", "accounts", "time", "content", "notes"] as const;
export type Tab = (typeof TABS)[number];
export const READING_FILTERS = ["all", "unexplained", "explained", "weak"] as const;
export type ReadingFilter = (typeof READING_FILTERS)[number];
export const TIME_SCALES = ["auto", "linear", "log"] as const;
export type TimeScale = (typeof TIME_SCALES)[number];
export const WHO = ["all", "members", "unexplained", "explained", "weak", "none"] as const;
export type Who = (typeof WHO)[number];
export const DEPTHS = [1, 2] as const;
type Depth = (typeof DEPTHS)[number];
export const PARTS = ["objects", "words", "texts"] as const;
export type Part = (typeof PARTS)[number];
export const LETTERS: readonly LayerLetter[] = ["R", "L", "T", "H", "P", "I", "S", "W", "A"];

export const START: View = {
  page: "overview",
  cluster: null,
  tab: "evidence",
  evidence: null,
  trace: null,
  left: null,
  right: null,
  object: null,
  account: null,
  domain: null,
  offset: 0,
  question: "",
  off: [],
  range: null,
  reading: "all",
  scale: "auto",
  sort: "",
  level: null,
  least: null,
  isTable: false,
  find: "",
  who: "all",
  depth: 1,
  part: "objects",
  term: "",
  other: null,
  match: 0,
  rival: null,
  zoneMinutes: 0,
  picked: [],
  tieSteps: 0,
};

export const ZONE_MINUTES = { least: -720, most: 840, step: 30 } as const;

/** Longest address of a view, so that it survives mailers and chats. */
export const HASH_LIMIT = 2000;
/** Longest written form of one value; a longer one is nobody's id, and falls back to the start. The question has what is left. */
const VALUE_LIMIT = 300;

/** `#/cluster?c=C01&tab=time`: the page, then only what differs from the start. Times in whole seconds. */
export function encodeView(view: View): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | null, start: string | number | null) => {
    if (value === null || value === start || !isShort(name, String(value))) return;
    query.set(name, String(value));
    if (lengthOf(view.page, query) > HASH_LIMIT) query.delete(name);
    // Nobody's view; what does not fit is as at the start.
    if (lengthOf(view.page, query) > HASH_LIMIT) query.delete(name);
  };
  put("c", view.cluster, null);
  put("tab", view.tab, START.tab);
  put("e", view.evidence, null);
  put("trace", view.trace, null);
  put("a", view.left, null);
  put("b", view.right, null);
  put("o", view.object, null);
  put("account", view.account, null);
  put("domain", view.domain, null);
  put("skip", view.offset, 0);
  put("off", view.off.join(""), "");
  put("t", view.range === null ? null : view.range.map((ms) => Math.round(ms / 1000)).join("~"), null);
  put("reading", view.reading, START.reading);
  put("scale", view.scale, START.scale);
  put("sort", view.sort, "");
  put("fdr", view.level, null);
  put("min", view.least, null);
  put("tbl", view.isTable ? 1 : 0, 0);
  put("find", view.find, "");
  put("who", view.who, START.who);
  put("depth", view.depth, START.depth);
  put("part", view.part, START.part);
  put("term", view.term, "");
  put("other", view.other, null);
  put("m", view.match, 0);
  put("rival", view.rival, null);
  put("zone", view.zoneMinutes, 0);
  put("more", view.tieSteps, 0);
  putPicked(view, query);
  if (view.question !== "") query.set("q", fitting(view.question, HASH_LIMIT - lengthOf(view.page, query)));
  if (query.get("q") === "") query.delete("q");
  const text = query.toString();
  return `#/${view.page}${text === "" ? "" : `?${text}`}`;
}

/** The view of a hash. Whatever is unknown or malformed falls back to the start: a hash is typed by people and cut by mailers. */
export function decodeView(hash: string): View {
  const [path = "", ...rest] = hash.replace(/^#\/?/, "").split("?");
  const query = new URLSearchParams(rest.join("?"));
  for (const [name, value] of [...query]) if (!isShort(name, value)) query.delete(name);
  return {
    page: PAGES.find((page) => page === path) ?? START.page,
    cluster: query.get("c"),
    tab: TABS.find((tab) => tab === query.get("tab")) ?? START.tab,
    evidence: query.get("e"),
    trace: query.get("trace"),
    left: whole(query.get("a")),
    right: whole(query.get("b")),
    object: whole(query.get("o")),
    account: whole(query.get("account")),
    domain: query.get("domain"),
    offset: whole(query.get("skip")) ?? 0,
    question: fitting(query.get("q") ?? "", HASH_LIMIT),
    off: LETTERS.filter((letter) => (query.get("off") ?? "").includes(letter)),
    range: rangeOf(query.get("t")),
    reading: READING_FILTERS.find((reading) => reading === query.get("reading")) ?? START.reading,
    scale: TIME_SCALES.find((scale) => scale === query.get("scale")) ?? START.scale,
    sort: query.get("sort") ?? "",
    level: rateOf(query.get("fdr")),
    least: whole(query.get("min")),
    isTable: query.get("tbl") === "1",
    find: query.get("find") ?? "",
    who: WHO.find((who) => who === query.get("who")) ?? START.who,
    depth: query.get("depth") === "2" ? 2 : START.depth,
    part: PARTS.find((part) => part === query.get("part")) ?? START.part,
    term: query.get("term") ?? "",
    other: query.get("other"),
    match: whole(query.get("m")) ?? 0,
    rival: query.get("rival"),
    zoneMinutes: zoneOf(query.get("zone")),
    picked: decodeSet(query.get("pick") ?? ""),
    tieSteps: Math.min(8, whole(query.get("more")) ?? 0),
  };
}

/** Of many accounts picked the address is long; they are in it where it stays one. */
function putPicked({ page, picked }: View, query: URLSearchParams): void {
  if (picked.length === 0) return;
  query.set("pick", encodeSet(picked));
  if (lengthOf(page, query) > HASH_LIMIT) query.delete("pick");
}

function zoneOf(text: string | null): number {
  const minutes = /^-?\d{1,3}$/.test(text ?? "") ? Number(text) : 0;
  const { least, most, step } = ZONE_MINUTES;
  return minutes >= least && minutes <= most && minutes % step === 0 ? minutes : 0;
}

function isShort(name: string, value: string): boolean {
  return name === "q" || name === "pick" || writtenLength(name, value) <= VALUE_LIMIT;
}

/** The beginning of a question that fits into so many characters of an address. */
function fitting(question: string, room: number): string {
  let points = [...question];
  for (let excess = 1; points.length > 0; points = points.slice(0, -Math.ceil(excess / 12))) {
    // An escaped character takes at most twelve: this cuts little more than it must.
    excess = writtenLength("q", points.join("")) + 1 - room;
    if (excess <= 0) break;
  }
  return points.join("");
}

function lengthOf(page: Page, query: URLSearchParams): number {
  return `#/${page}?${query.toString()}`.length;
}

function writtenLength(name: string, value: string): number {
  return new URLSearchParams({ [name]: value }).toString().length;
}

function whole(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** A rate above 0, up to 1, as JavaScript writes it: 0.05, 1.5e-7. */
function rateOf(text: string | null): number | null {
  if (text === null || !/^\d(\.\d{1,24})?(e-\d{1,3})?$/.test(text)) return null;
  const rate = Number(text);
  return rate > 0 && rate <= 1 ? rate : null;
}

function rangeOf(text: string | null): readonly [number, number] | null {
  const match = /^(-?\d{1,12})~(-?\d{1,12})$/.exec(text ?? "");
  if (match === null) return null;
  const from = Number(match[1]) * 1000;
  const to = Number(match[2]) * 1000;
  return from < to ? [from, to] : null;
}
