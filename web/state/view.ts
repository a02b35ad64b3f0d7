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
  /** Hours of the heat maps: minutes ahead of UTC, in half hours. */
  readonly zoneMinutes: number;
  /** Charts as the tables they are drawn from. */
  readonly isTable: boolean;
  /** Accounts picked on the graph: positions in the cluster's list, ascending. */
  readonly picked: readonly number[];
  /** Ties drawn beyond what stays readable, each step twice as many. */
  readonly tieSteps: number;
}

export const PAGES = ["overview", "cluster", "pair", "object", "posts", "search"] as const;
export type Page = (typeof PAGES)[number];
export const TABS = ["evidence", "rivals", "checks", "accounts", "time", "content"] as const;
export type Tab = (typeof TABS)[number];
export const READING_FILTERS = ["all", "unexplained", "explained", "weak"] as const;
export type ReadingFilter = (typeof READING_FILTERS)[number];
export const TIME_SCALES = ["auto", "linear", "log"] as const;
export type TimeScale = (typeof TIME_SCALES)[number];
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
  zoneMinutes: 0,
  isTable: false,
  picked: [],
  tieSteps: 0,
};

export const ZONE_MINUTES = { least: -720, most: 840, step: 30 } as const;

/** `#/cluster?c=C01&tab=time`: the page, then only what differs from the start. Times in whole seconds. */
export function encodeView(view: View): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | number | null, start: string | number | null) => {
    if (value !== null && value !== start) query.set(name, String(value));
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
  put("q", view.question, "");
  put("off", view.off.join(""), "");
  put("t", view.range === null ? null : view.range.map((ms) => Math.round(ms / 1000)).join("~"), null);
  put("reading", view.reading, START.reading);
  put("scale", view.scale, START.scale);
  put("sort", view.sort, "");
  put("zone", view.zoneMinutes, 0);
  put("tbl", view.isTable ? 1 : 0, 0);
  put("pick", view.picked.length === 0 ? "" : encodeSet(view.picked), "");
  put("more", view.tieSteps, 0);
  const text = query.toString();
  return `#/${view.page}${text === "" ? "" : `?${text}`}`;
}

/** The view of a hash. Whatever is unknown or malformed falls back to the start: a hash is typed by people and cut by mailers. */
export function decodeView(hash: string): View {
  const [path = "", text = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const query = new URLSearchParams(text);
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
    question: query.get("q") ?? "",
    off: LETTERS.filter((letter) => (query.get("off") ?? "").includes(letter)),
    range: rangeOf(query.get("t")),
    reading: READING_FILTERS.find((reading) => reading === query.get("reading")) ?? START.reading,
    scale: TIME_SCALES.find((scale) => scale === query.get("scale")) ?? START.scale,
    sort: query.get("sort") ?? "",
    zoneMinutes: zoneOf(query.get("zone")),
    isTable: query.get("tbl") === "1",
    picked: decodeSet(query.get("pick") ?? ""),
    tieSteps: Math.min(8, whole(query.get("more")) ?? 0),
  };
}

function zoneOf(text: string | null): number {
  const minutes = /^-?\d{1,3}$/.test(text ?? "") ? Number(text) : 0;
  const { least, most, step } = ZONE_MINUTES;
  return minutes >= least && minutes <= most && minutes % step === 0 ? minutes : 0;
}

function whole(text: string | null): number | null {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function rangeOf(text: string | null): readonly [number, number] | null {
  const match = /^(-?\d{1,12})~(-?\d{1,12})$/.exec(text ?? "");
  if (match === null) return null;
  const from = Number(match[1]) * 1000;
  const to = Number(match[2]) * 1000;
  return from < to ? [from, to] : null;
}
