import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { scratchFolder } from "./scratch.ts";
import { readToTables } from "./tables.ts";

const scratch = scratchFolder();
const tweet = (i: number, padding: number) => ({
  id: `${i}`,
  author_id: `${i % 7}`,
  text: `text ${i} ${"é".repeat(padding)}`,
  created_at: "2026-01-01T00:00:00.000Z",
});
const page = (from: number, to: number, padding: number) => ({
  meta: { note: "before the records" },
  data: Array.from({ length: to - from }, (_, i) => tweet(from + i, padding)),
  includes: { users: Array.from({ length: 7 }, (_, i) => ({ id: `${i}`, username: `user${i}`, name: "N" })) },
});

// The beginning that formats are told from is 256 KiB: each of these is longer, so that it is cut somewhere.
const layouts: [name: string, text: string][] = [
  ["one page on one line", JSON.stringify(page(0, 3000, 200))],
  ["one page over many lines", JSON.stringify(page(0, 3000, 200), null, 2)],
  [
    "a page a line",
    [page(0, 1000, 300), page(1000, 2000, 300), page(2000, 3000, 300)].map((one) => JSON.stringify(one)).join("\n"),
  ],
  ["an array of posts", JSON.stringify(page(0, 3000, 200).data, null, 1)],
  [
    "a post a line",
    page(0, 3000, 200)
      .data.map((one) => `${JSON.stringify(one)}\n`)
      .join(""),
  ],
  [
    "posts over many lines, one behind the other",
    page(0, 3000, 200)
      .data.map((one) => JSON.stringify(one, null, 2))
      .join("\n"),
  ],
];

for (const [name, text] of layouts) {
  test(`${name}: every record, in order`, async () => {
    const { posts, intake, accounts } = await readToTables([scratch.write("posts.json", text)], {}, { threads: 4 });
    expect(intake.files[0]?.format).toBe("x-api");
    expect(intake).toMatchObject({ rowsRead: 3000, rowsRejected: 0 });
    expect(posts.map(({ post_id: id }) => id)).toEqual(Array.from({ length: 3000 }, (_, i) => `${i}`));
    expect(posts.map(({ row }) => row)).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1));
    expect(accounts).toHaveLength(7);
    if (name.includes("page")) expect(accounts[3]).toMatchObject({ account_id: "3", handle: "user3" });
  });
}

const variants: [name: string, bytes: (text: string) => Uint8Array][] = [
  ["a byte order mark", (text) => Buffer.from(`\ufeff${text}`)],
  ["gzip under a name that does not say so", (text) => gzipSync(text)],
  ["UTF-16", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
];
for (const [name, bytes] of variants) {
  test(`JSON with ${name}`, async () => {
    const text = JSON.stringify(page(0, 5, 3), null, 1);
    const expected = await readToTables([scratch.write("plain.json", text)]);
    const found = await readToTables([scratch.write("variant.json", bytes(text))]);
    expect(found.posts).toHaveLength(5);
    expect(found.accounts[0]?.handle).toBe("user0");
    expect({ posts: found.posts, accounts: found.accounts }).toEqual({
      posts: expected.posts,
      accounts: expected.accounts,
    });
  });
}

test("a long file of lines keeps its order on four threads, and a broken line its row", async () => {
  const lines = Array.from({ length: 200_000 }, (_, i) =>
    i === 150_000
      ? '{"post_id": broken'
      : JSON.stringify({ post_id: `${i}`, account_id: `a${i % 9}`, created_at: 1767225600 + i, text: "t" }),
  );
  const { posts, rejects } = await readToTables([scratch.write("long.jsonl", lines.join("\n"))], {}, { threads: 4 });
  expect(rejects).toEqual([{ file: 0, row: 150_001, code: "record-unreadable" }]);
  expect(posts.every((one) => Number(one.post_id) + 1 === one.row)).toBe(true);
});
