import { cumulative, drawIndex, type Random } from "../math/random.ts";

/**
 * When do people post? Hour of the local day and day of the week, drawn from tables; the shape (quiet before dawn, midday rise, evening
 * peak) is the one every study of human posting shows, the numbers are assumed.
 */
const HOUR_WEIGHT = [22, 12, 7, 4, 4, 7, 16, 30, 42, 46, 48, 50, 56, 54, 48, 47, 49, 53, 60, 68, 76, 80, 68, 42];
/** Monday first. */
const DAY_WEIGHT = [1, 1, 1.02, 1.03, 0.98, 0.86, 0.92];

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

const HOURS = cumulative(HOUR_WEIGHT);

/** A world's days and the sums needed to draw from them. `startMs` is midnight UTC. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
  readonly days: number;
  readonly daySums: Float64Array;
}

export function spanOf(startMs: number, days: number): Span {
  const weights = Array.from({ length: days }, (_, day) => DAY_WEIGHT[weekday(startMs + day * DAY_MS)]!);
  return { startMs, endMs: startMs + days * DAY_MS, days, daySums: cumulative(weights) };
}

/**
 * A moment at which somebody living `zoneHours` ahead of UTC, an early or late riser by `shiftHours`, would post. Falls inside the
 * span: what the time zone pushes over one end comes in at the other, at the same local hour.
 */
export function humanTime(random: Random, span: Span, zoneHours: number, shiftHours: number): number {
  const day = drawIndex(random, span.daySums);
  const hour = drawIndex(random, HOURS) + random() + shiftHours - zoneHours;
  const offset = (day * DAY_MS + hour * HOUR_MS) % (span.days * DAY_MS);
  return span.startMs + (offset < 0 ? offset + span.days * DAY_MS : offset);
}

/** Mean hour of the UTC day, 0 to 24, at which such a person posts: the clock figure that a leak check would see. */
export function meanHourUtc(zoneHours: number, shiftHours: number): number {
  let sum = 0;
  let weights = 0;
  HOUR_WEIGHT.forEach((weight, hour) => {
    const utc = (((hour + 0.5 + shiftHours - zoneHours) % 24) + 24) % 24;
    sum += weight * utc;
    weights += weight;
  });
  return sum / weights;
}

/** The first moment at or after `timeMs` at which the person is awake, decided by the table: night hours are mostly slept through. */
export function nextWaking(random: Random, timeMs: number, zoneHours: number, shiftHours: number): number {
  let at = timeMs;
  for (let tries = 0; tries < 48; tries++) {
    const local = Math.floor(at / HOUR_MS + zoneHours - shiftHours);
    if (random() * 50 < HOUR_WEIGHT[((local % 24) + 24) % 24]!) return at;
    at = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS + random() * HOUR_MS;
  }
  return at;
}

/** 1970-01-01 was a Thursday. */
const weekday = (timeMs: number): number => (Math.floor(timeMs / DAY_MS) + 3) % 7;
