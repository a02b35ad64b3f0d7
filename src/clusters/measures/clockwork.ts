import type { EvidencePost } from "../../store/member-facts.ts";
import { commonest, middleOf } from "./typical.ts";

/**
 * Does a tool keep the time?
 *
 * Rayleigh's test for a period of five minutes: the length R of the mean direction of all times on a circle of five minutes (Mardia and
 * Jupp 2000, "Directional Statistics"), which full hours, halves, quarters and tens fall on as well. Each minute counts once, since posts on
 * one object share their cause. Tools that send when a feed has something keep no minute mark: for them the spread of the posts on one
 * object, in seconds, and whether one client sent them all.
 *
 * What it does not show: who filled the queue. Cost: one pass over the evidence.
 */
export interface Clockwork {
  /** R, 0 (any minute) to 1 (always the same of five); null below eight minutes, where chance alone is long. */
  readonly marks: number | null;
  /** Chance of such a length without any mark: exp(-n R^2). */
  readonly marksP: number | null;
  /** Share of posts sent by the client that sent most; null: not exported. */
  readonly sameClient: number | null;
  /** Share of everybody else's posts that this client sent. */
  readonly clientElsewhere: number | null;
  readonly client: string | null;
}

const PERIOD_MS = 300_000;
const LEAST_MINUTES = 8;

export function clockworkOf(posts: readonly EvidencePost[], elsewhere: ReadonlyMap<string, number>): Clockwork {
  const minutes = new Map<number, number>();
  for (const { timeMs } of posts) {
    const minute = Math.floor(timeMs / 60_000);
    if (!minutes.has(minute)) minutes.set(minute, timeMs);
  }
  let [x, y] = [0, 0];
  for (const timeMs of minutes.values()) {
    const angle = (2 * Math.PI * (timeMs % PERIOD_MS)) / PERIOD_MS;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  const n = minutes.size;
  const marks = n < LEAST_MINUTES ? null : Math.hypot(x, y) / n;
  const clients = posts.map(({ client }) => client).filter((client) => client !== null && client !== "");
  const best = clients.length < posts.length / 2 ? null : commonest(clients as string[]);
  return {
    marks,
    marksP: marks === null ? null : Math.exp(-n * marks * marks),
    sameClient: best === null ? null : best.count / clients.length,
    clientElsewhere: best === null ? null : (elsewhere.get(best.value) ?? 0),
    client: best === null ? null : best.value,
  };
}

/** Over objects with two posts or more, the middle of the milliseconds from the first to the last. */
export function spreadOf(acts: readonly { readonly key: string; readonly timeMs: number }[]): number | null {
  const spans = new Map<string, { first: number; last: number; count: number }>();
  for (const { key, timeMs } of acts) {
    const span = spans.get(key);
    if (span === undefined) spans.set(key, { first: timeMs, last: timeMs, count: 1 });
    else {
      span.first = Math.min(span.first, timeMs);
      span.last = Math.max(span.last, timeMs);
      span.count++;
    }
  }
  return middleOf([...spans.values()].filter(({ count }) => count > 1).map(({ first, last }) => last - first));
}
