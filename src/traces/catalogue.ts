import type { TraceName } from "../corpus/trace.ts";
import { burstHashtag } from "./burst-hashtag.ts";
import { coDomain } from "./co-domain.ts";
import { coHashtag } from "./co-hashtag.ts";
import { coMedia } from "./co-media.ts";
import { coMention } from "./co-mention.ts";
import { coReply } from "./co-reply.ts";
import { coRepost } from "./co-repost.ts";
import { coShare } from "./co-share.ts";
import { coTarget } from "./co-target.ts";
import { coUrl } from "./co-url.ts";
import { fastRepost } from "./fast-repost.ts";
import { hashtagSequence } from "./hashtag-sequence.ts";
import { hashtagSet } from "./hashtag-set.ts";
import { sameText } from "./same-text.ts";
import { sharedFront } from "./shared-front.ts";
import { sharedProfile } from "./shared-profile.ts";
import type { Trace } from "./trace.ts";

/** Every trace Marionet knows. To add one: a file like its neighbours, a name in `corpus/trace.ts`, a line here. */
export const TRACES: readonly Trace[] = [
  coRepost,
  fastRepost,
  coUrl,
  coDomain,
  sameText,
  hashtagSequence,
  hashtagSet,
  coHashtag,
  burstHashtag,
  coMention,
  coReply,
  coTarget,
  coMedia,
  coShare,
  sharedProfile,
  sharedFront,
];

export function traceNamed(name: TraceName): Trace {
  const trace = TRACES.find((one) => one.name === name);
  if (trace === undefined) throw new Error(`traces: no trace is called ${name}`);
  return trace;
}
