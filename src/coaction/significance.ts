import type { Pairs, Significance } from "../corpus/pairs.ts";
import { benjaminiHochberg } from "../math/fdr.ts";
import { sharingNull } from "./nulls/sharing.ts";
import { surpriseNull } from "./nulls/surprise.ts";
import { encounters } from "./nulls/time.ts";
import { participation } from "./participation.ts";
import type { ObjectTimeline } from "./timeline.ts";

export function assess(pairs: Pairs, timeline: ObjectTimeline): Significance & { pCount: Float64Array } {
  const part = participation(timeline, pairs.windowMs);
  const sharing = sharingNull(part);
  const surprise = surpriseNull(part);
  const meet = encounters(part, pairs.windowMs, surprise.bitsOf);
  const n = pairs.count;
  const expected = new Float64Array(n);
  const p = new Float64Array(n);
  const pCount = new Float64Array(n);
  const expectedTime = new Float64Array(n);
  const pTime = new Float64Array(n);
  const bits = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const a = pairs.a[i]!;
    const b = pairs.b[i]!;
    const encounter = meet(a, b);
    expected[i] = sharing.expected(a, b);
    pCount[i] = sharing.tail(encounter.within, expected[i]!);
    expectedTime[i] = encounter.expected;
    pTime[i] = encounter.p;
    bits[i] = encounter.weight;
    p[i] = surprise.tail(a, b, bits[i]!);
  }
  let eligible = 0;
  for (let u = 0; u < part.accountCount; u++) if (part.starts[u + 1]! - part.starts[u]! >= 2) eligible++;
  const tested = (eligible * (eligible - 1)) / 2;
  return { expected, p, q: benjaminiHochberg(p, tested), expectedTime, pTime, bits, tested, pCount };
}
