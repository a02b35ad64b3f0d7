import type { MemberOutput } from "../../store/member-facts.ts";
import { middleOf } from "./typical.ts";

/**
 * How do the members publish: as people who talk, or as outlets and machines that put out?
 *
 * Middle shares over members of posts of their own, with links, and of posts that boost another member; the spread of the gaps between
 * their posts (coefficient of variation: 0 a clock, 1 news as it comes, more: bursts, as of people; Goh and Barabasi 2008,
 * 10.1209/0295-5075/81/48002); and, all members together, the share of posts in the six quietest hours of the day in a row, a quarter for a
 * machine, next to nothing for people of one place.
 *
 * What it does not show: members spread over the globe keep no common night. Cost: one query over members' posts.
 */
export interface Output {
  /** Share of posts that are neither repost nor answer nor quote. */
  readonly own: number;
  /** Of these, the share with a link. */
  readonly linked: number;
  /** Share of members' posts that repost, answer or quote another member; null: the export does not name whose post it is. */
  readonly boosts: number | null;
  readonly gapVariation: number | null;
  /** Posts in the six quietest hours in a row; null below fifty posts. */
  readonly quietHours: number | null;
  /** Share of the cluster's days, first to last, on which the middle member posted. */
  readonly steadiness: number;
}

const LEAST_POSTS = 50;

/** @param hours posts of all members by hour of the week, Monday 00 first */
export function outputOf(members: readonly MemberOutput[], hours: readonly number[], spanDays: number): Output {
  const sum = (of: (member: MemberOutput) => number): number =>
    members.reduce((total, member) => total + of(member), 0);
  const posts = sum(({ posts: own }) => own);
  const boosts = sum(({ boosts: own }) => own ?? 0);
  const days = Math.max(1, Math.ceil(spanDays));
  return {
    own: middleOf(members.map(({ own, posts: all }) => own / all)) ?? 0,
    linked: middleOf(members.map(({ linked, own }) => (own === 0 ? 0 : linked / own))) ?? 0,
    boosts: members.some(({ boosts: own }) => own === null) || posts === 0 ? null : boosts / posts,
    gapVariation: middleOf(members.map(({ gapVariation }) => gapVariation)),
    quietHours: posts < LEAST_POSTS ? null : quietest(hours),
    steadiness: Math.min(1, (middleOf(members.map(({ days: own }) => own)) ?? 0) / days),
  };
}

const QUIET_HOURS = 6;

function quietest(hours: readonly number[]): number {
  const day = new Array<number>(24).fill(0);
  for (const [hour, posts] of hours.entries()) day[hour % 24]! += posts;
  const total = day.reduce((sum, posts) => sum + posts, 0);
  let least = total;
  for (let from = 0; from < 24; from++) {
    let sum = 0;
    for (let i = 0; i < QUIET_HOURS; i++) sum += day[(from + i) % 24]!;
    least = Math.min(least, sum);
  }
  return total === 0 ? 0 : least / total;
}

/**
 * Share of posts in the nine hours of Monday to Friday in which most of them fall; the hour at which work begins is the one that fits
 * best, since nobody states a time zone. Posts spread evenly over the week would give 45 of 168 hours, 0.27.
 */
export function workingHours(hours: readonly number[]): number | null {
  const total = hours.reduce((sum, posts) => sum + posts, 0);
  if (total < LEAST_POSTS / 2) return null;
  let most = 0;
  for (let start = -10; start < 24; start++) {
    let sum = 0;
    for (let day = 0; day < 5; day++)
      for (let hour = 0; hour < 9; hour++) sum += hours[(day * 24 + start + hour + 168) % 168]!;
    most = Math.max(most, sum);
  }
  return most / total;
}
