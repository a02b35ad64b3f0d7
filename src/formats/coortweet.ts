import { plainId } from "./cells.ts";
import type { Format } from "./format.ts";
import { anyTime, secondsTime } from "./times.ts";

/**
 * The four columns of CooRTweet (`prep_data.R`): who shared which object, when. The object is opaque (a post, a link, a hash of a
 * text), so it is kept apart from reposts: only the trace co-share may read it.
 */
export const coortweet: Format = {
  name: "coortweet",
  title: "CooRTweet shares",
  containers: ["table", "parquet", "json"],
  required: ["object_id", "account_id", "content_id", "timestamp_share"],
  known: [],
  zone: "utc",
  map: (cell) => {
    const time = cell("timestamp_share");
    return {
      postId: plainId(cell("content_id")),
      accountId: plainId(cell("account_id")),
      // Seconds as a rule; CooRTweet itself also takes times as text, in UTC.
      timeMs: `coalesce(${secondsTime(time)}, ${anyTime(time)})`,
      timeText: time,
      kind: "'post'",
      objectId: plainId(cell("object_id")),
    };
  },
};
