import type { ToolkitOptions } from "../../src/peers/options.ts";
import type { ToolkitNetwork } from "../../src/peers/toolkit/networks.ts";

/** One row of the toolkit's CSV; cells as texts, the time as a number. */
export interface MessageRow {
  readonly id: string;
  readonly user: string;
  readonly repost: string;
  readonly reply: string;
  readonly text: string;
  readonly time: number;
  readonly urls: string;
}

/** The toolkit's SQL, row against row: its tables `edge` and `message_url`, its joins, nothing of `src`. */
export function oracleNetwork(
  rows: readonly MessageRow[],
  network: ToolkitNetwork,
  options: ToolkitOptions,
  skipEmptyLinks: boolean,
  similarity: (a: string, b: string) => number,
): [string, string, number][] {
  const edge = [...new Map(rows.toReversed().map((row) => [row.id, row] as const)).values()];
  const links = new Map<string, { row: MessageRow; url: string }>();
  for (const row of rows.filter(({ repost }) => repost === "")) {
    for (const url of row.urls.split(" ")) {
      const key = JSON.stringify([row.id, url]);
      if (!links.has(key) && !(skipEmptyLinks && url === "")) links.set(key, { row, url });
    }
  }
  const own = edge.filter(({ repost }) => repost === "");
  const meetings: [MessageRow, MessageRow][] = [];
  const join = <T>(table: readonly T[], rowOf: (one: T) => MessageRow, same: (a: T, b: T) => boolean) => {
    for (const a of table) {
      for (const b of table) {
        const [one, other] = [rowOf(a), rowOf(b)];
        const within = other.time >= one.time - options.windowS && other.time <= one.time + options.windowS;
        if (within && one.id !== other.id && same(a, b)) meetings.push([one, other]);
      }
    }
  };
  const itself = (row: MessageRow) => row;
  if (network === "co_retweet") join(edge, itself, (a, b) => a.repost !== "" && a.repost === b.repost);
  if (network === "co_reply") join(own, itself, (a, b) => a.reply !== "" && a.reply === b.reply);
  if (network === "co_tweet") join(own, itself, (a, b) => plainText(a.text) === plainText(b.text));
  if (network === "co_post") join(edge, itself, () => true);
  if (network === "co_link")
    join(
      [...links.values()],
      ({ row }) => row,
      (a, b) => a.url === b.url,
    );
  if (network === "co_similar_tweet") join(own, itself, (a, b) => similarity(a.text, b.text) >= options.similarity);
  const messages = new Map<string, Set<string>>();
  for (const [one, other] of meetings) {
    const key = JSON.stringify([one.user, other.user]);
    messages.set(key, (messages.get(key) ?? new Set()).add(one.id));
  }
  return Array.from(
    messages,
    ([key, { size }]) => [...(JSON.parse(key) as [string, string]), size] as [string, string, number],
  )
    .filter(([a, b, weight]) => weight >= options.minEdgeWeight && (options.keepLoops || a !== b))
    .sort((x, y) => bytes(x[0], y[0]) || bytes(x[1], y[1]));
}

/** Of ASCII texts without a sign other than @ and words. */
function plainText(text: string): string {
  return text.toLowerCase().replace(/@\S*/g, "").trim().split(/\s+/).join(" ");
}

/** The similarity of the toolkit for texts of words and spaces, where tokens are simply the words. */
export function wordSimilarity(minTokens: number): (a: string, b: string) => number {
  return (a, b) => {
    const [x, y] = [a, b].map(
      (text) =>
        new Set(
          plainText(text)
            .split(" ")
            .filter((word) => word !== ""),
        ),
    );
    if (x!.size < minTokens || y!.size < minTokens) return 0;
    const common = [...x!].filter((word) => y!.has(word)).length;
    return common / (x!.size + y!.size - common);
  };
}

function bytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
