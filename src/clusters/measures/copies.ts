import { evidenceTexts } from "../../store/rival-facts.ts";
import { canonicalLink, linksOf } from "../../text/links.ts";
import { normaliseText } from "../../text/normalise.ts";
import type { MeasureInput } from "./measure.ts";

/**
 * How much of the evidence is one text with one link, as a share button writes it?
 *
 * Over the members' posts on the evidence: the share that carries the commonest normalised text, the commonest link, and the number of
 * distinct texts. A share button gives one text and one link to everybody, once; a crew has a stock.
 *
 * What it does not show: shortened links, each its own, are never the same. Cost: one reading of these posts.
 */
export interface Copies {
  /** Posts with words of their own, and distinct texts among them. */
  readonly texts: number;
  readonly distinctTexts: number;
  /** Posts that carry the commonest text, and members who posted it. */
  readonly topText: number;
  readonly topTextMembers: number;
  /** Posts with a link, posts that carry the commonest link, and members who posted that. */
  readonly linked: number;
  readonly topLink: number;
  readonly topLinkMembers: number;
}

export async function measureCopies({ store, clusterIds }: MeasureInput): Promise<Copies[]> {
  const counts = new Map(clusterIds.map((id) => [id, { texts: new Tally(), links: new Tally(), linked: 0 }]));
  for await (const { clusterId, account, text, urls } of evidenceTexts(store)) {
    const own = counts.get(clusterId)!;
    const normal = text === null ? "" : normaliseText(text);
    if (normal !== "") own.texts.add(normal, account);
    const found = urls === null ? linksOf(text ?? "") : urls.split(" ");
    const keys = new Set(found.flatMap((url) => canonicalLink(url)?.key ?? []));
    if (keys.size > 0) own.linked++;
    for (const key of keys) own.links.add(key, account);
  }
  return clusterIds.map((id): Copies => {
    const { texts, links, linked } = counts.get(id)!;
    const [text, link] = [texts.top(), links.top()];
    return {
      texts: texts.total,
      distinctTexts: texts.size,
      topText: text.posts,
      topTextMembers: text.members,
      linked,
      topLink: link.posts,
      topLinkMembers: link.members,
    };
  });
}

/** Posts and members by what they carry. */
class Tally {
  total = 0;
  private readonly found = new Map<string, { posts: number; accounts: Set<number> }>();

  get size(): number {
    return this.found.size;
  }

  add(key: string, account: number): void {
    this.total++;
    const own = this.found.get(key) ?? { posts: 0, accounts: new Set<number>() };
    own.posts++;
    own.accounts.add(account);
    this.found.set(key, own);
  }

  top(): { posts: number; members: number } {
    let best = { posts: 0, members: 0 };
    for (const { posts, accounts } of this.found.values()) {
      if (posts > best.posts) best = { posts, members: accounts.size };
    }
    return best;
  }
}
