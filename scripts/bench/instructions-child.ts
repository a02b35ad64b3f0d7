import { countPairs } from "../../src/coaction/kernel.ts";
import { layOut } from "../../src/coaction/timeline.ts";
import { identity } from "../../src/math/order.ts";
import { seeded } from "../../src/math/random.ts";

/** Shares made in memory, so that nothing but the kernel grows with them: a few accounts and objects busy, most quiet. */
const rows = Number(process.argv[2]);
const random = seeded("instructions");
const accountCount = Math.ceil(rows / 20);
const objectCount = Math.ceil(rows / 5);
const account = Uint32Array.from({ length: rows }, () => Math.floor(random() ** 2 * accountCount));
const object = Uint32Array.from({ length: rows }, () => Math.floor(random() ** 2 * objectCount));
const timeMs = Float64Array.from({ length: rows }, () => Math.floor(random() * 86_400_000));
let pairs = 0;
if (process.argv[3] === "count") {
  const timeline = layOut({
    trace: "co-share",
    count: rows,
    ...{ accountCount, objectCount, account, object, timeMs, post: identity(rows) },
  });
  countPairs(timeline, { windowMs: 600_000, minObjects: 1, posts: true }, (batch) => {
    pairs += batch.count;
  });
}
process.stdout.write(`${pairs}\n`);
