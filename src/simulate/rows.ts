import { KIND_CODE, POST_KINDS } from "../corpus/post.ts";
import { mix32, poisson, stream } from "../math/random.ts";
import { opaqueId, opaqueNumber, pictureHash } from "./identity.ts";
import { PLATFORMS } from "./platforms.ts";
import type { Site } from "./sites.ts";
import type { Content, World } from "./world.ts";

/** Column names of the plain input format; every account and every kind of account fills the same ones. */
export const POST_COLUMNS =
  "post_id,account_id,account_handle,account_name,platform,created_at,kind,text,language,target_post_id,target_account_id,urls,hashtags,mentions,media_hashes,client,views,likes,reposts,replies";
export const ACCOUNT_COLUMNS =
  "account_id,handle,name,platform,created_at,followers,following,posts,bio,location,avatar_hash,verified";
export const LABEL_COLUMNS = "account_id,operation,role";
export const INDICATOR_COLUMNS = "domain,indicator_type,indicator_value,first_seen,last_seen,source";
export const SITE_LABEL_COLUMNS = "domain,operation,role";

export const accountId = (world: World, account: number): string => opaqueId("u", mix32(world.seed, 1), account);
export const postId = (world: World, post: number): string => opaqueId("p", mix32(world.seed, 2), post);

/** Lines of `posts.csv` in order of time, the header first; each ends with a line feed. Nothing but the order is held in memory. */
export function* postLines(world: World): Generator<string> {
  const { posts, people, seed } = world;
  const { reposts, replies } = countAnswers(world);
  const contentSeed = mix32(seed, 3);
  const ids = Array.from({ length: people.count }, (_, i) => accountId(world, i));
  yield `${POST_COLUMNS}\n`;
  for (const post of timeOrder(world)) {
    const account = posts.account[post]!;
    const target = posts.target[post]!;
    const content = contentOf(world, post, contentSeed);
    const isRepost = posts.kind[post] === KIND_CODE.repost;
    const random = stream(mix32(seed, 4), post);
    const audience = people.followers[account]! * (0.05 + 0.3 * random());
    // A repost's counts belong to the post it passes on.
    const drawnViews = isRepost ? 0 : Math.round(3 + audience + reposts[post]! * 60 + 40 * random());
    const drawnLikes = isRepost ? 0 : poisson(random, Math.min(1e6, drawnViews * 0.01 + reposts[post]! * 2));
    const { views, likes } = world.audience.get(post) ?? { views: drawnViews, likes: drawnLikes };
    yield `${[
      postId(world, post),
      ids[account]!,
      people.handle[account]!,
      cell(people.name[account]!),
      PLATFORMS[people.platform[account]!]!,
      isoSeconds(posts.timeMs[post]!),
      POST_KINDS[posts.kind[post]!]!,
      cell(content.text),
      content.language,
      target < 0 ? "" : postId(world, target),
      target < 0 ? "" : ids[posts.account[target]!]!,
      cell(content.urls.join("|")),
      cell(content.hashtags.join("|")),
      content.mentions.join("|"),
      content.media.join("|"),
      world.clients.get(post) ?? people.client[account]!,
      views,
      likes,
      isRepost ? 0 : reposts[post]!,
      isRepost ? 0 : replies[post]!,
    ].join(",")}\n`;
  }
}

/** Lines of `accounts.csv`, in order of id: the order says nothing about who is who. */
export function* accountLines(world: World): Generator<string> {
  const { people, seed } = world;
  yield `${ACCOUNT_COLUMNS}\n`;
  for (const account of idOrder(world)) {
    yield `${[
      accountId(world, account),
      people.handle[account]!,
      cell(people.name[account]!),
      PLATFORMS[people.platform[account]!]!,
      isoSeconds(people.createdMs[account]!),
      people.followers[account]!,
      people.following[account]!,
      people.lifetimePosts[account]!,
      cell(people.bio[account]!),
      cell(people.location[account]!),
      people.avatars.get(account) ?? pictureHash(mix32(seed, 5), account),
      people.verified[account] === 1 ? "true" : "false",
    ].join(",")}\n`;
  }
}

/** Lines of `labels.csv`, in order of id. */
export function* labelLines(world: World): Generator<string> {
  const { people } = world;
  yield `${LABEL_COLUMNS}\n`;
  for (const account of idOrder(world)) {
    yield `${accountId(world, account)},${people.labels[people.label[account]!]!},${people.roles[people.role[account]!]!}\n`;
  }
}

/** Lines of `indicators.csv`, in order of site and type. */
export function* indicatorLines({ sites }: World): Generator<string> {
  yield `${INDICATOR_COLUMNS}\n`;
  for (const { domain, indicators } of inOrder(sites)) {
    const lines = indicators.map(
      ({ type, value, firstMs, lastMs }) =>
        `${[domain, type, cell(value), isoSeconds(firstMs), isoSeconds(lastMs), "simulated crawl"].join(",")}\n`,
    );
    yield* lines.sort();
  }
}

/** Lines of `site_labels.csv`: the truth about every site with indicators. */
export function* siteLabelLines({ sites }: World): Generator<string> {
  yield `${SITE_LABEL_COLUMNS}\n`;
  for (const { domain, label, role } of inOrder(sites)) yield `${domain},${label},${role}\n`;
}

const inOrder = (sites: readonly Site[]): Site[] => [...sites].sort((a, b) => (a.domain < b.domain ? -1 : 1));

/** What a post says; a repost says what it passes on. */
export function contentOf(world: World, post: number, contentSeed = mix32(world.seed, 3)): Content {
  const { posts, voices } = world;
  let source = post;
  while (posts.kind[source] === KIND_CODE.repost) source = posts.target[source]!;
  return voices[posts.voice[source]!]!(source, stream(contentSeed, source));
}

function timeOrder(world: World): Uint32Array {
  const { posts } = world;
  const order = Uint32Array.from({ length: posts.count }, (_, i) => i);
  const time = posts.timeMs;
  const seed = mix32(world.seed, 2);
  return order.sort((a, b) => time[a]! - time[b]! || opaqueNumber(seed, a) - opaqueNumber(seed, b));
}

/** Accounts in the order of their ids. */
export function idOrder(world: World): number[] {
  const seed = mix32(world.seed, 1);
  const ids = Float64Array.from({ length: world.people.count }, (_, i) => opaqueNumber(seed, i));
  return [...ids.keys()].sort((a, b) => ids[a]! - ids[b]!);
}

function countAnswers({ posts }: World): { reposts: Uint32Array; replies: Uint32Array } {
  const reposts = new Uint32Array(posts.count);
  const replies = new Uint32Array(posts.count);
  for (let i = 0; i < posts.count; i++) {
    const target = posts.target[i]!;
    if (target < 0) continue;
    if (posts.kind[i] === KIND_CODE.repost) reposts[target]!++;
    if (posts.kind[i] === KIND_CODE.reply) replies[target]!++;
  }
  return { reposts, replies };
}

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const isoSeconds = (timeMs: number): string =>
  new Date(timeMs)
    .toISOString()
    .replace(".000Z", "Z")
    .replace(/\.\d+Z$/, "Z");
