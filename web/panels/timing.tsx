import type { PairRow } from "../../src/corpus/evidence.ts";
import type { Under } from "../../src/corpus/pairs.ts";
import { Significance } from "../charts/marks.tsx";

/** What the two nulls of timing come to together. Neither says anything about what the two accounts share, only about when. */
const UNDER_SAYS: Readonly<Record<Under, string>> = {
  both: "The timing stands out both ways: they are closer than others on the same objects, and than others on like objects elsewhere.",
  within:
    "The timing stands out only against others on the same objects. Like objects elsewhere move as fast: breaking news does, too.",
  outside:
    "The timing stands out only against like objects elsewhere. On these all were as fast: a crew that is most of the audience would be, too.",
  neither: "The timing stands out neither way. What the two share may still be more than chance explains.",
  "not-assessable": "The timing can be judged neither way: there is nothing to hold it against.",
};

/** The third null: how fast comparable objects are acted on that this pair and its circle had no part in; and what both come to. */
export function Timing({ pair }: { readonly pair: PairRow | null }) {
  return (
    <div class="nul">
      <h3>If matched objects outside set the pace</h3>
      {pair === null ? (
        <p class="wrapped">this pair was not kept: it is not significant</p>
      ) : (
        <>
          <p>
            {pair.pOutside === null ? (
              "cannot tell: too few like objects elsewhere"
            ) : (
              <>
                times as on like objects elsewhere · <Significance name="p" value={pair.pOutside} />
              </>
            )}
          </p>
          <p class="wrapped verdict">{UNDER_SAYS[pair.under]}</p>
        </>
      )}
    </div>
  );
}
