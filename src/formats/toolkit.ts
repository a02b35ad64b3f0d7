import { handleOf, idOf } from "./cells.ts";
import type { Format } from "./format.ts";
import { anyTime, secondsTime } from "./times.ts";

/**
 * The Coordination Network Toolkit's eight columns. Times are seconds since 1970, with a fraction in its own sample. Links are
 * separated by spaces according to its documentation, and Python lists in its sample: both are read.
 */
export const toolkit: Format = {
  name: "toolkit",
  title: "Coordination Network Toolkit",
  containers: ["table", "parquet"],
  required: ["message_id", "user_id", "repost_id", "reply_id", "message", "timestamp"],
  known: ["username", "urls"],
  zone: "utc",
  map: (cell, intact) => {
    const time = cell("timestamp");
    const repost = idOf(intact("repost_id"));
    const reply = idOf(intact("reply_id"));
    const urls = cell("urls");
    return {
      postId: idOf(intact("message_id")),
      accountId: idOf(intact("user_id")),
      timeMs: `coalesce(${secondsTime(time)}, ${anyTime(time)})`,
      timeText: time,
      kind: `(case when ${repost} is not null then 'repost' when ${reply} is not null then 'reply' end)`,
      text: cell("message"),
      targetPostId: `coalesce(${repost}, ${reply})`,
      urls: urls === undefined ? undefined : linkList(urls),
      account: { handle: handleOf(cell("username")) },
    };
  },
};

function linkList(urls: string): string {
  const list = `trim(${urls})`;
  const split = `list_filter(string_split_regex(${list}, '\\s+'), lambda item: item <> '')`;
  return `(case when ${list} = '' then null when ${list}[1] = '[' then try_cast(${list} as varchar[]) else ${split} end)`;
}
