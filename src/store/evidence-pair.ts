import type { PairAnswer, PairMatch, PairRow } from "../corpus/evidence.ts";
import { MATCH_LIMIT } from "../corpus/evidence-limits.ts";
import { ALL_TIME, type Stretch } from "../corpus/stretch.ts";
import type { Store } from "./database.ts";
import { findAccount, LABEL_LIMIT } from "./evidence.ts";
import { postsByNumber } from "./evidence-posts.ts";

export const PAIR_COLUMNS = `
  trace, objects, coactions, expected, p, q, p_sharing as "pSharing", expected_time as "expectedTime", p_time as "pTime", bits,
  median_delay_ms as "medianDelayMs", median_gap_ms as "medianGapMs", first_ms as "firstMs", last_ms as "lastMs",
  p_outside as "pOutside", under, q_fused as "qFused"`;

/**
 * Everything behind one pair: its numbers, and its posts aligned by common object. `left` keeps its side even when its number is the
 * larger one, so delays are turned to read right minus left. Undefined when one of the accounts does not exist.
 */
export async function findPair(
  store: Store,
  trace: string,
  left: number,
  right: number,
  windowMs: number,
  stretch: Stretch = ALL_TIME,
): Promise<PairAnswer | undefined> {
  const leftAccount = await findAccount(store, left);
  const rightAccount = await findAccount(store, right);
  if (leftAccount === undefined || rightAccount === undefined) return undefined;
  const rows = await store.rows<PairRow>(
    `select ${PAIR_COLUMNS} from pairs where a = $low and b = $high order by q, bits desc, trace`,
    { low: Math.min(left, right), high: Math.max(left, right) },
  );
  const turned = left < right ? rows : rows.map((row) => ({ ...row, medianDelayMs: -row.medianDelayMs }));
  const matches = await matchesOf(store, trace, left, right, windowMs, stretch);
  return {
    pair: turned.find((row) => row.trace === trace) ?? null,
    windowMs,
    left: leftAccount,
    right: rightAccount,
    matches: matches.rows,
    matchCount: matches.count,
    others: turned.filter((row) => row.trace !== trace),
  };
}

interface MatchRow {
  readonly object: number;
  readonly label: string;
  readonly accounts: number;
  readonly bits: number;
  readonly coactions: number;
  readonly delayMs: number;
  readonly leftPost: number;
  readonly rightPost: number;
  readonly total: number;
}

/** A meeting lies in the stretch when its later post does, as on the timeline. */
async function matchesOf(store: Store, trace: string, left: number, right: number, windowMs: number, stretch: Stretch) {
  const found = await store.rows<MatchRow>(
    `with l as (select object, time_ms, post from actions where trace = $trace and account = $left),
          r as (select object, time_ms, post from actions where trace = $trace and account = $right),
          met as (select l.object as met_object, r.time_ms - l.time_ms as delay_ms, l.post as left_post, r.post as right_post
                  from l join r on l.object = r.object where abs(r.time_ms - l.time_ms) <= $windowMs
                    and greatest(l.time_ms, r.time_ms) >= $fromMs and greatest(l.time_ms, r.time_ms) < $toMs),
          nearest as (select met_object, count(*) as coactions, arg_min(struct_pack(d := delay_ms, l := left_post, r := right_post),
                        struct_pack(gap := abs(delay_ms), l := left_post, r := right_post)) as near from met group by met_object)
     select o.object as object, left(o.label, ${LABEL_LIMIT}) as label, o.accounts as accounts,
            o.bits as bits, coactions, near.d as "delayMs",
            near.l as "leftPost", near.r as "rightPost", count(*) over () as total
     from nearest join objects o on o.trace = $trace and o.object = met_object
     order by bits desc, abs(near.d), o.object limit ${MATCH_LIMIT}`,
    { trace, left, right, windowMs, ...stretch },
  );
  const posts = await postsByNumber(
    store,
    found.flatMap((row) => [row.leftPost, row.rightPost]),
  );
  const rows: PairMatch[] = [];
  for (const { leftPost, rightPost, total: _total, ...row } of found) {
    const leftSide = posts.get(leftPost);
    const rightSide = posts.get(rightPost);
    if (leftSide === undefined || rightSide === undefined) {
      throw new Error(
        `store: action of ${trace} points at post ${leftPost} or ${rightPost}, which the case does not hold`,
      );
    }
    rows.push({ ...row, left: leftSide, right: rightSide });
  }
  return { rows, count: found[0]?.total ?? 0 };
}
