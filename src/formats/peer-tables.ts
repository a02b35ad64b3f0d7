import type { Issue } from "../corpus/issue.ts";
import type { Store } from "../store/database.ts";
import type { Cell } from "./format.ts";
import { anyTime } from "./times.ts";

/** The table that a peer reads, taken as the peer takes it; the format of the same name reads it Marionet's way. */
export interface PeerTable {
  readonly name: "coortweet" | "toolkit";
  /** Columns of the stage and their types. */
  readonly columns: Readonly<Record<string, string>>;
  /** SQL of each column, and what makes a row unusable. */
  read(cell: Cell): { cells: Readonly<Record<string, string>>; faults: readonly { code: string; when: string }[] };
  readonly reasons: Readonly<Record<string, string>>;
  /** What the user should know of the rows taken. */
  remarks(store: Store): Promise<Issue[]>;
}

const coortweet: PeerTable = {
  name: "coortweet",
  columns: { account: "varchar", object: "varchar", content: "varchar", time: "double" },
  read: (cell) => {
    // R takes the letters NA for a missing value.
    const id = (name: string) => `nullif(${cell(name)}, 'NA')`;
    const time = cell("timestamp_share")!;
    const seconds = `coalesce(try_cast(${time} as double), ${anyTime(time)} / 1000.0)`;
    return {
      cells: {
        ...{ account: id("account_id"), object: id("object_id"), content: id("content_id") },
        time: `case when isfinite(${seconds}) then ${seconds} end`,
      },
      faults: [{ code: "account-missing", when: "account is null" }],
    };
  },
  reasons: { "account-missing": "The row names no account." },
  remarks: async (store) => {
    const missing = "count(*) filter";
    const [n] = await store.rows<{ objects: number; contents: number; times: number }>(
      `select ${missing} (object is null) as objects, ${missing} (content is null) as contents, ${missing} ("time" is null) as times from stage where code is null`,
    );
    return [
      ...missingRemark(n!.objects, "object_id", "objects-missing"),
      ...missingRemark(n!.contents, "content_id", "contents-missing"),
      ...missingRemark(n!.times, "readable timestamp_share", "times-missing"),
    ];
  },
};

function missingRemark(rows: number, column: string, code: string): Issue[] {
  if (rows === 0) return [];
  const message = `${rows.toLocaleString("en")} rows have no ${column}: as in CooRTweet they count as rows of their accounts, and meet nothing.`;
  return [{ code, severity: "warning", message }];
}

const toolkit: PeerTable = {
  name: "toolkit",
  columns: {
    ...{
      message: "varchar",
      user: "varchar",
      username: "varchar",
      repost: "varchar",
      reply: "varchar",
      text: "varchar",
      time: "double",
      urls: "varchar",
    },
    "time-written": "varchar",
  },
  read: (cell) => {
    // An empty cell is an empty text, and an empty text is an id like any other.
    const text = (name: string) => `coalesce(${cell(name) ?? "null"}, '')`;
    const time = cell("timestamp")!;
    return {
      cells: {
        ...{
          message: text("message_id"),
          user: text("user_id"),
          username: text("username"),
          repost: text("repost_id"),
          reply: text("reply_id"),
        },
        ...{ text: text("message"), urls: text("urls") },
        time: `case when isfinite(try_cast(trim(${time}) as double)) then try_cast(trim(${time}) as double) end`,
        "time-written": time,
      },
      faults: [
        { code: "time-missing", when: `coalesce(trim("time-written"), '') = ''` },
        { code: "time-unreadable", when: `"time" is null` },
      ],
    };
  },
  reasons: {
    "time-missing": "The row has no time; the toolkit itself would stop here.",
    "time-unreadable": "The time is not a number of seconds; the toolkit itself would stop here.",
  },
  remarks: async (store) => {
    const [n] = await store.rows<{ users: number; messages: number }>(
      `select count(*) filter ("user" = '') as users, count(*) filter (message = '') as messages from stage where code is null`,
    );
    const issues: Issue[] = [];
    if (n!.users > 0) {
      const message = `${n!.users.toLocaleString("en")} rows have no user_id: as in the toolkit they are one user without a name.`;
      issues.push({ code: "users-missing", severity: "warning", message });
    }
    if (n!.messages > 0) {
      const message = `${n!.messages.toLocaleString("en")} rows have no message_id: as in the toolkit they are one message, its first row.`;
      issues.push({ code: "messages-missing", severity: "warning", message });
    }
    return issues;
  },
};

export const PEER_TABLES: readonly PeerTable[] = [coortweet, toolkit];
