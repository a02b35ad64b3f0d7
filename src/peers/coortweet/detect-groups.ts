import { UserError } from "../../corpus/issue.ts";
import { NONE, type Shares } from "../../corpus/shares.ts";
import { GrowableFloat64, GrowableUint32 } from "../../math/growable.ts";
import { orderByKey, startsOf } from "../../math/order.ts";
import { activeRows } from "./active-rows.ts";
import { pickPairs, type SharedPairs } from "./pairs.ts";
import { keepParticipants } from "./participants.ts";

/**
 * Question: which two shares of one object lie within the window? As CooRTweet 2.1.3 answers it (`detect_groups`).
 *
 * 1. Accounts with fewer than `minParticipation` rows go. 2. Every two rows of one object at most `windowS` apart, inclusive, are a
 * pair, once for each object. 3. Unless loops are kept, pairs within one account or one post go, and those where one side is the object
 * itself. 4. Pairs go unless one side belongs to an account with at least `minParticipation` rows among the posts left
 * (`participants.ts`). 5. The older share comes first.
 *
 * Source: Righetti and Balluff, CooRTweet, doi 10.5117/CCR2025.1.7.RIGH; github nicolarighetti/CooRTweet, R/detect_groups.R.
 * CooRTweet makes every pair of an object and then looks at the times; here a sweep in time order meets only those within the window, and
 * sorts them back into CooRTweet's order. Cost: O(rows log rows + pairs log pairs), 20 bytes a pair.
 * Does not show: whether the pair is more than chance, nor that a third account was with them: every pair stands for itself.
 */
export interface DetectOptions {
  readonly windowS: number;
  readonly minParticipation: number;
  readonly keepLoops: boolean;
}

/** @throws UserError when no account has that many rows */
export function detectGroups(shares: Shares, options: DetectOptions): SharedPairs {
  const rows = activeRows(shares, options.minParticipation);
  if (rows.length === 0) {
    throw new UserError(
      "participation-none",
      `No account has ${options.minParticipation} or more rows, and CooRTweet would stop here: give a smaller --min-participation.`,
    );
  }
  const met = sweep(shares, rows, options);
  return options.minParticipation >= 1
    ? pickPairs(met, keepParticipants(shares, rows, met, options.minParticipation))
    : met;
}

function sweep(shares: Shares, rows: Uint32Array, { windowS, keepLoops }: DetectOptions): SharedPairs {
  const { timeS, object } = shares;
  const met = { object: new GrowableUint32(), older: new GrowableUint32(), newer: new GrowableUint32() };
  const deltaS = new GrowableFloat64();
  const { order, starts } = byObject(shares, rows);
  for (let block = 0; block + 1 < starts.length; block++) {
    const from = starts[block]!;
    const size = starts[block + 1]! - from;
    const row = (place: number) => rows[order[from + place]!]!;
    if (size < 2 || (!keepLoops && object[row(0)] === NONE)) continue;
    const places = timedPlaces(size, (place) => timeS[row(place)]!);
    const keys = new GrowableFloat64(16);
    for (let i = 1, tail = 0; i < places.length; i++) {
      const right = row(places[i]!);
      while (timeS[right]! - timeS[row(places[tail]!)]! > windowS) tail++;
      for (let j = tail; j < i; j++) {
        if (!keepLoops && isLoop(shares, right, row(places[j]!))) continue;
        const low = Math.min(places[i]!, places[j]!);
        const high = Math.max(places[i]!, places[j]!);
        keys.push(high * size + low);
      }
    }
    // R joins each row with all before it: ordered by the later row, then by the earlier.
    for (const key of keys.take().sort()) {
      const left = row(key % size);
      const right = row(Math.floor(key / size));
      const leftIsNewer = timeS[left]! - timeS[right]! > 0;
      met.object.push(object[left]!);
      met.older.push(leftIsNewer ? right : left);
      met.newer.push(leftIsNewer ? left : right);
      deltaS.push(Math.abs(timeS[left]! - timeS[right]!));
    }
  }
  const [objects, older, newer] = [met.object.take(), met.older.take(), met.newer.take()];
  return { count: objects.length, object: objects, older, newer, deltaS: deltaS.take() };
}

/** Rows by object, objects in order of first appearance among these rows; those without an object are one more. */
function byObject(shares: Shares, rows: Uint32Array): { order: Uint32Array; starts: Uint32Array } {
  const numberOf = new Uint32Array(shares.objectIds.length + 1);
  const keys = new Uint32Array(rows.length);
  let known = 0;
  for (let i = 0; i < rows.length; i++) {
    const slot = Math.min(shares.object[rows[i]!]!, shares.objectIds.length);
    if (numberOf[slot] === 0) numberOf[slot] = ++known;
    keys[i] = numberOf[slot]! - 1;
  }
  return { order: orderByKey(keys, known), starts: startsOf(keys, known) };
}

/** Places 0..size-1 that have a time, by time; of equal times the earlier place first. */
function timedPlaces(size: number, timeOf: (place: number) => number): Uint32Array {
  const times = new Float64Array(size);
  let [timed, sorted] = [0, true];
  const places = new Uint32Array(size);
  for (let place = 0; place < size; place++) {
    const time = timeOf(place);
    if (Number.isNaN(time)) continue;
    times[place] = time;
    if (timed > 0 && time < times[places[timed - 1]!]!) sorted = false;
    places[timed++] = place;
  }
  const some = places.subarray(0, timed);
  return sorted ? some : some.sort((a, b) => times[a]! - times[b]! || a - b);
}

function isLoop(shares: Shares, a: number, b: number): boolean {
  const { account, content, contentOfObject, object } = shares;
  const source = contentOfObject[object[a]!]!;
  return account[a] === account[b] || content[a] === content[b] || content[a] === source || content[b] === source;
}
