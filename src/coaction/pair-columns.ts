import type { PairRows } from "../corpus/pair-rows.ts";
import type { Pairs } from "../corpus/pairs.ts";
import type { TraceName } from "../corpus/trace.ts";
import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { gatherFloat64, gatherUint32, orderByKey } from "../math/order.ts";

/** Batches of pairs as one table, sorted by account at the end. */
export class PairColumns {
  private readonly a = new GrowableUint32();
  private readonly b = new GrowableUint32();
  private readonly objects = new GrowableUint32();
  private readonly coactions = new GrowableUint32();
  private readonly delay = new GrowableFloat64();
  private readonly gap = new GrowableFloat64();
  private readonly first = new GrowableFloat64();
  private readonly last = new GrowableFloat64();

  append(batch: PairRows): void {
    this.a.append(batch.a, batch.count);
    this.b.append(batch.b, batch.count);
    this.objects.append(batch.objects, batch.count);
    this.coactions.append(batch.coactions, batch.count);
    this.delay.append(batch.medianDelayMs, batch.count);
    this.gap.append(batch.medianGapMs, batch.count);
    this.first.append(batch.firstMs, batch.count);
    this.last.append(batch.lastMs, batch.count);
  }

  finish(trace: TraceName, windowMs: number, accountCount: number): Pairs {
    const a = this.a.take();
    const b = this.b.take();
    const order = orderByKey(a, accountCount, orderByKey(b, accountCount));
    return {
      trace,
      windowMs,
      count: a.length,
      a: gatherUint32(a, order),
      b: gatherUint32(b, order),
      objects: gatherUint32(this.objects.take(), order),
      coactions: gatherUint32(this.coactions.take(), order),
      medianDelayMs: gatherFloat64(this.delay.take(), order),
      medianGapMs: gatherFloat64(this.gap.take(), order),
      firstMs: gatherFloat64(this.first.take(), order),
      lastMs: gatherFloat64(this.last.take(), order),
    };
  }
}
