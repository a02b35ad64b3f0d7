import type { PostKind } from "../corpus/post.ts";
import { canonicalLink, type Link, linksOf } from "../text/links.ts";
import { normaliseText, repostedHandle } from "../text/normalise.ts";
import { hashtagsOf, mentionsOf } from "../text/tags.ts";

/** What a trace may look at in one post. The same object is refilled for every post: keep nothing of it. */
export class Mark {
  kind: PostKind = "post";
  text: string | null = null;
  /** Dense numbers, -1 where the export names none. */
  targetPost = -1;
  targetAccount = -1;
  sharedObject = -1;
  /** Time since the target post, NaN where the export does not hold that post. */
  sinceTargetMs = Number.NaN;
  /** When it was published. */
  timeMs = 0;
  exportedUrls: readonly string[] | null = null;
  exportedHashtags: readonly string[] | null = null;
  exportedMentions: readonly string[] | null = null;
  mediaHashes: readonly string[] = [];

  private normalKnown: string | null = null;
  private repostedKnown: string | null | undefined = undefined;
  private linksKnown: readonly Link[] | null = null;
  private hashtagsKnown: readonly string[] | null = null;

  /** Forget what was derived from the post before. Call after refilling. */
  renew(): void {
    this.normalKnown = null;
    this.repostedKnown = undefined;
    this.linksKnown = null;
    this.hashtagsKnown = null;
  }

  /**
   * What a repost passes on: the original's number, or, where the export names only its author ("RT @name: ..."), author and words
   * (links, where there are no words). Null for what is not a declared repost. A repost without any such declaration is treated as the
   * account's own words, which is what a reader takes it for.
   */
  get passedOn(): string | number | null {
    if ((this.kind === "repost" || this.kind === "quote") && this.targetPost >= 0) return this.targetPost;
    const author = this.repostedAuthor;
    if (author === null) return null;
    const words = this.normal === "" ? this.links.map(({ key }) => key).join(" ") : this.normal;
    return words === "" ? null : `@${author} ${words}`;
  }

  /** Author of what a repost passes on: its number, or the handle after "RT" where that is all there is. */
  get passedOnFrom(): string | number | null {
    if ((this.kind === "repost" || this.kind === "quote") && this.targetPost >= 0) {
      return this.targetAccount >= 0 ? this.targetAccount : null;
    }
    return this.repostedAuthor;
  }

  /** Its words, tags and links are somebody else's, and co-repost has it already. */
  get isDeclaredRepost(): boolean {
    if (this.kind === "quote") return false;
    return (this.kind === "repost" && this.targetPost >= 0) || this.repostedAuthor !== null;
  }

  private get repostedAuthor(): string | null {
    if (this.repostedKnown === undefined) this.repostedKnown = this.text === null ? null : repostedHandle(this.text);
    return this.repostedKnown;
  }

  /** The text as `normaliseText` returns it, empty where there is none. */
  get normal(): string {
    this.normalKnown ??= this.text === null ? "" : normaliseText(this.text);
    return this.normalKnown;
  }

  /** Links as exported (expanded there), else as found in the text; without those to nowhere. */
  get links(): readonly Link[] {
    if (this.linksKnown === null) {
      const raw = this.exportedUrls ?? (this.text === null ? [] : linksOf(this.text));
      this.linksKnown = raw.map(canonicalLink).filter((link) => link !== null);
    }
    return this.linksKnown;
  }

  /** From the text, whose order is certain; exports promise none and cut long lists. */
  get hashtags(): readonly string[] {
    this.hashtagsKnown ??=
      this.text === null
        ? (this.exportedHashtags ?? []).map((tag) => tag.replace(/^#/, "").toLowerCase())
        : hashtagsOf(this.text);
    return this.hashtagsKnown;
  }

  get mentions(): readonly string[] {
    if (this.text !== null) return mentionsOf(this.text);
    return (this.exportedMentions ?? []).map((handle) => handle.replace(/^@/, "").toLowerCase());
  }
}
