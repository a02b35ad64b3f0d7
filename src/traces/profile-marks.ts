import type { Actions } from "../corpus/actions.ts";
import type { ObservedTrace } from "./observed-trace.ts";
import type { Trace } from "./trace.ts";

/** What an object is. */
export const PROFILE_KINDS = ["picture", "link", "words", "name", "pushed"] as const;
export type ProfileKind = (typeof PROFILE_KINDS)[number];

/** Where each kind is seen. Two objects of one place are one deed: who copies a description has its links, too. */
const PLACE_OF: Readonly<Record<ProfileKind, number>> = { picture: 0, link: 1, words: 1, name: 2, pushed: 3 };

/** Collects marks that have no times of their own; the name of an object is its key. */
export class ProfileMarks {
  private readonly objects = new Map<string, number>();
  private readonly kind: ProfileKind[] = [];
  private readonly example: number[] = [];
  private readonly account: number[] = [];
  private readonly object: number[] = [];
  private readonly timeMs: number[] = [];
  private readonly post: number[] = [];

  constructor(
    private readonly trace: Trace,
    private readonly accountCount: number,
  ) {}

  add(
    at: { readonly account: number; readonly timeMs: number; readonly post: number },
    kind: ProfileKind,
    label: string,
  ) {
    const object = this.objects.get(label) ?? this.objects.size;
    if (object === this.objects.size) {
      this.objects.set(label, object);
      this.kind.push(kind);
      this.example.push(at.post);
    }
    this.account.push(at.account);
    this.object.push(object);
    this.timeMs.push(at.timeMs);
    this.post.push(at.post);
  }

  finish(): ObservedTrace {
    const actions: Actions = {
      trace: this.trace.name,
      count: this.account.length,
      accountCount: this.accountCount,
      // Who shows nothing could not have met anybody, and must not make a meeting look rare.
      posted: new Set(this.account).size,
      objectCount: this.objects.size,
      account: Uint32Array.from(this.account),
      object: Uint32Array.from(this.object),
      timeMs: Float64Array.from(this.timeMs),
      post: Uint32Array.from(this.post),
    };
    return {
      trace: this.trace,
      actions,
      examplePost: Uint32Array.from(this.example),
      objectOf: (key) => this.objects.get(String(key)) ?? -1,
      place: Uint8Array.from(this.kind, (kind) => PLACE_OF[kind]),
      kind: Uint8Array.from(this.kind, (kind) => PROFILE_KINDS.indexOf(kind)),
      labels: [...this.objects.keys()],
    };
  }
}
