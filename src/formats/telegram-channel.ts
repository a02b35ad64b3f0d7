import { countOf, handleOf, idOf, listOf } from "./cells.ts";
import type { Format } from "./format.ts";
import { isoTime } from "./times.ts";

/**
 * Messages of public Telegram channels as scrapers write them, one array a channel. Message numbers count within a channel, so the
 * post id is channel and message. A channel that posts under its own name is the account.
 */
export const telegramChannel: Format = {
  name: "telegram-channel",
  title: "Telegram channel messages",
  containers: ["json", "table"],
  required: ["message_id", "date", ["text", "message_text"], ["sender_id", "channel_id"]],
  known: ["channel", "channel_name", "views", "forwards", "post_author"],
  zone: "written",
  map: (cell) => {
    const time = cell("date");
    const channel = idOf(cell("channel_id", "sender_id"));
    const message = idOf(cell("message_id"));
    const forwarded = idOf(cell("forwarded_from_id", "fwd_from_id", "forward_from_id"));
    const answered = idOf(cell("reply_to_message_id", "reply_to_msg_id"));
    return {
      postId: `(case when ${message} is not null then ${channel} || '/' || ${message} end)`,
      accountId: idOf(cell("sender_id", "channel_id")),
      timeMs: isoTime(time),
      timeText: time,
      kind: forwarded === undefined ? undefined : `(case when ${forwarded} is not null then 'repost' end)`,
      text: cell("text", "message_text"),
      targetPostId: answered === undefined ? undefined : `(${channel} || '/' || ${answered})`,
      targetAccountId: forwarded,
      urls: listOf(cell("urls", "links")),
      views: countOf(cell("views")),
      reposts: countOf(cell("forwards")),
      replies: countOf(cell("replies")),
      account: {
        handle: handleOf(cell("channel_username", "username")),
        name: cell("channel", "channel_name", "channel_title"),
        platform: "'telegram'",
      },
    };
  },
};
