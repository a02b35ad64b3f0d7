import { idOf } from "./cells.ts";
import type { Format } from "./format.ts";
import { isoTime, secondsTime } from "./times.ts";

/**
 * `result.json` of Telegram Desktop ("export chat history"): `messages` of one chat. `date` is local time without a zone, so
 * `date_unixtime` is taken where it is there (older exports lack it). `text` is a string, or an array of strings and of objects
 * with a `text`. Service messages (joins, pinned) are no posts.
 */
export const telegramDesktop: Format = {
  name: "telegram-desktop",
  title: "Telegram Desktop export",
  containers: ["json"],
  required: ["id", "type", "date", "from_id", "text"],
  known: [
    "date_unixtime",
    "from",
    "text_entities",
    "forwarded_from",
    "reply_to_message_id",
    "edited",
    "via_bot",
    "author",
  ],
  page: "messages",
  pageContext: { "^chat_id": "id" },
  zone: "written",
  map: (cell) => {
    const unix = cell("date_unixtime");
    const local = cell("date");
    const chat = idOf(cell("^chat_id"));
    const prefix = chat === undefined ? "" : `coalesce(${chat} || '/', '') || `;
    const message = idOf(cell("id"));
    const answered = idOf(cell("reply_to_message_id"));
    const forwarded = cell("forwarded_from_id", "forwarded_from");
    const text = cell("text") ?? "null";
    const pieces = `json_extract(${text}, '$[*]')`;
    const piece = `case when json_type(p) = 'OBJECT' then p->>'$.text' else p->>'$' end`;
    const entities = cell("text_entities");
    const links = (type: string, key: string) =>
      `list_transform(list_filter(json_extract(${entities}, '$[*]'), lambda e: e->>'$.type' = '${type}'), lambda e: e->>'$.${key}')`;
    return {
      postId: `(case when ${message} is not null then ${prefix}${message} end)`,
      accountId: idOf(cell("from_id")),
      timeMs: unix === undefined ? isoTime(local) : `coalesce(${secondsTime(unix)}, ${isoTime(local)})`,
      timeText: unix === undefined ? local : `coalesce(${unix}, ${local})`,
      kind: forwarded === undefined ? undefined : `(case when ${forwarded} is not null then 'repost' end)`,
      text: `(case when ${text}[1] = '[' and json_valid(${text}) then list_aggregate(list_transform(${pieces}, lambda p: ${piece}), 'string_agg', '') else ${text} end)`,
      targetPostId: answered === undefined ? undefined : `(${prefix}${answered})`,
      targetAccountId: cell("forwarded_from_id"),
      urls: entities === undefined ? undefined : `list_concat(${links("link", "text")}, ${links("text_link", "href")})`,
      account: { name: cell("from"), platform: "'telegram'" },
      junk: [
        {
          code: "service-message",
          reason: "A service message (someone joined, a title changed) is no post.",
          when: `${cell("type")} = 'service'`,
        },
      ],
    };
  },
};
