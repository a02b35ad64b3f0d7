import type { NarrativesAnswer, TextFamily } from "../../src/corpus/narratives.ts";
import { formatCount, formatGap, formatNumberOf, formatTime } from "../../src/text/figures.ts";
import { Handle, Said } from "../charts/said.tsx";
import { view } from "../state/place.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";
import { SortHead } from "./head.tsx";
import { accountLink, objectLink } from "./links.ts";
import { Notice } from "./notice.tsx";

const KEYS: SortKeys<TextFamily> = {
  text: (family) => family.label,
  members: (family) => family.members,
  posts: (family) => family.posts,
  first: (family) => family.firstMs,
  lag: (family) => family.medianLagMs,
};

/** Texts that are nearly the same: who came first, and how long the others took. Each leads to all its posts. */
export function Texts({ found }: { readonly found: NarrativesAnswer }) {
  const { families, clusterId } = found;
  if (families.length === 0) {
    return (
      <Notice kind="unknown" title="No text in common is kept.">
        No two members published nearly the same text on which pairs met, or the export holds no text.
      </Notice>
    );
  }
  return (
    <table class="tbl texts">
      <caption class="cap">
        {formatNumberOf(families.length, "text")}
        {found.familyTotal > families.length && ` of ${formatCount(found.familyTotal)}`} that two or more members
        published nearly alike, among those the case keeps as evidence. Lag: the median of how long after the first
        poster each other account followed. First in this export need not be first in the world.
      </caption>
      <thead>
        <tr>
          <SortHead name="text" label="Text, to its posts" />
          <SortHead name="members" label="Members" isNumber />
          <SortHead name="posts" label="Posts" isNumber />
          <SortHead name="first" label="First poster, UTC" />
          <SortHead name="lag" label="Lag" isNumber />
        </tr>
      </thead>
      <tbody>
        {sortRows(families, view.value.sort, KEYS).map((family) => (
          <tr key={family.object}>
            <td class="famtext">
              <a href={objectLink("same-text", family.object, clusterId)}>
                <Said text={family.label} />
              </a>
              {family.languages.length > 0 && (
                <span class="cap">
                  {" "}
                  <Said text={family.languages.join(", ")} />
                </span>
              )}
            </td>
            <td class="num nowrap">
              <span class="ink">{formatCount(family.members)}</span>{" "}
              <span class="mute">of {formatCount(family.accounts)}</span>
            </td>
            <td class="num">{formatCount(family.posts)}</td>
            <td class="cutcell">
              <a href={accountLink(family.firstAccount, clusterId)}>
                <Handle handle={family.firstHandle} id={family.firstAccountId} />
              </a>
              <br />
              <span class="cap">
                {formatTime(family.firstMs)}
                {family.firstCluster !== clusterId &&
                  (family.firstCluster === null ? ", in no cluster" : `, of ${family.firstCluster}`)}
              </span>
            </td>
            <td class="num nowrap">{family.accounts > 1 ? formatGap(family.medianLagMs) : "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
