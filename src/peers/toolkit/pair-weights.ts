import type { MessageMarks } from "../../corpus/message-marks.ts";
import { GrowableUint32 } from "../../math/growable.ts";
import { identity, orderByKey } from "../../math/order.ts";
import { ranksOf } from "../order.ts";
import type { PairOptions, UserPairs } from "./user-pairs.ts";

/**
 * Counts, for one user after another, how many of the user's messages met each other user: once a message, however often they met. Only
 * the counts of the user at hand are held, so memory follows from the users, not from the meetings.
 */
export class PairWeights {
  private readonly weight: Uint32Array;
  private readonly metBy: Float64Array;
  private readonly met: number[] = [];
  private message = 0;
  private readonly source = new GrowableUint32();
  private readonly target = new GrowableUint32();
  private readonly weights = new GrowableUint32();
  private readonly ranks: Uint32Array;
  /** Users in the order of their ids. */
  readonly users: Uint32Array;

  constructor(
    userIds: readonly string[],
    private readonly options: Pick<PairOptions, "minEdgeWeight" | "keepLoops">,
  ) {
    const all = identity(userIds.length);
    this.ranks = ranksOf(userIds, all);
    this.users = orderByKey(this.ranks, userIds.length);
    this.weight = new Uint32Array(userIds.length);
    this.metBy = new Float64Array(userIds.length);
  }

  /** The next message of the user at hand. */
  nextMessage(): void {
    this.message++;
  }

  meet(other: number): void {
    if (this.metBy[other] === this.message) return;
    this.metBy[other] = this.message;
    if (this.weight[other]!++ === 0) this.met.push(other);
  }

  /** The user at hand has no more messages. */
  endUser(user: number): void {
    const { minEdgeWeight, keepLoops } = this.options;
    this.met.sort((a, b) => this.ranks[a]! - this.ranks[b]!);
    for (const other of this.met) {
      const weight = this.weight[other]!;
      this.weight[other] = 0;
      if (weight < minEdgeWeight || (other === user && !keepLoops)) continue;
      this.source.push(user);
      this.target.push(other);
      this.weights.push(weight);
    }
    this.met.length = 0;
  }

  take(): UserPairs {
    const source = this.source.take();
    return { count: source.length, source, target: this.target.take(), weight: this.weights.take() };
  }
}

/** Walks users in the order of their ids, their messages, and the marks of each: what both ways of meeting have in common. */
export function weighPairs(
  marks: MessageMarks,
  options: PairOptions,
  visit: (mark: number, meet: (other: number) => void) => void,
): UserPairs {
  const weights = new PairWeights(marks.userIds, options);
  const byUser = orderByKey(marks.user, marks.userIds.length, orderByKey(marks.message, marks.messageCount));
  const firstOf = new Uint32Array(marks.userIds.length + 1);
  for (let i = 0; i < marks.count; i++) firstOf[marks.user[i]! + 1]!++;
  for (let user = 0; user < marks.userIds.length; user++) firstOf[user + 1]! += firstOf[user]!;
  const meet = (other: number) => weights.meet(other);
  for (const user of weights.users) {
    let message = -1;
    for (let i = firstOf[user]!; i < firstOf[user + 1]!; i++) {
      const mark = byUser[i]!;
      if (marks.message[mark] !== message) weights.nextMessage();
      message = marks.message[mark]!;
      visit(mark, meet);
    }
    weights.endUser(user);
  }
  return weights.take();
}
