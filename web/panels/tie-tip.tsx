import type { Profile, Tie } from "../../src/clusters/profile.ts";
import { LAYER_OF, OBJECT_NOUN } from "../../src/corpus/trace.ts";
import { formatCount, formatExpected, formatWindow } from "../../src/text/figures.ts";
import { LayerChip, Significance } from "../charts/marks.tsx";
import { Handle } from "../charts/said.tsx";

export interface Hovered {
  readonly tie: Tie;
  readonly x: number;
  readonly y: number;
}

/** An edge is a sentence. */
export function TieTip({ profile, hovered }: { readonly profile: Profile; readonly hovered: Hovered }) {
  const { tie, x, y } = hovered;
  const [a, b] = [profile.members[tie.a], profile.members[tie.b]];
  const evidence = profile.evidence.find((line) => line.trace === tie.trace);
  if (a === undefined || b === undefined) return null;
  const noun = OBJECT_NOUN[tie.trace][tie.objects === 1 ? 0 : 1];
  return (
    <div class="tip" role="tooltip" style={{ left: `${Math.max(150, x)}px`, top: `${y}px` }}>
      <p>
        <LayerChip letter={LAYER_OF[tie.trace]} />{" "}
        <b>
          {formatCount(tie.objects)} {noun}
        </b>
        {evidence !== undefined && ` within ${formatWindow(evidence.windowMs)}`}, expected{" "}
        {formatExpected(tie.expected)}, <Significance value={tie.q} />
      </p>
      <p class="who2">
        <Handle handle={a.handle} id={a.accountId} /> – <Handle handle={b.handle} id={b.accountId} />
        <span class="grow" /> click: posts
      </p>
    </div>
  );
}
