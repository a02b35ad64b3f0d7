import type { NarrativesAnswer, Term } from "../../src/corpus/narratives.ts";
import { formatCount, formatIndex, formatNumberOf, formatShare } from "../../src/text/figures.ts";
import { Said } from "../charts/said.tsx";
import { linkTo, view } from "../state/place.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";
import { SortHead } from "./head.tsx";
import { Notice } from "./notice.tsx";

const KEYS: SortKeys<Term> = {
  term: (term) => term.term,
  posts: (term) => term.posts,
  others: (term) => term.others,
  accounts: (term) => term.accounts,
  z: (term) => term.z,
};

/** Words and phrases that tell the cluster from everybody else; each leads to the very posts that were counted. */
export function Words({ found }: { readonly found: NarrativesAnswer }) {
  const { texts, terms } = found;
  if (terms.length === 0) {
    return (
      <Notice kind="unknown" title="No word tells it apart.">
        {texts.cluster === 0
          ? "The export holds no text of this cluster."
          : texts.others === 0
            ? "There is no text by others in its language to compare with."
            : "No word or phrase of two or more of its accounts stands out from what others write."}
      </Notice>
    );
  }
  return (
    <table class="tbl words">
      <caption class="cap">
        {formatNumberOf(terms.length, "term")}
        {found.termTotal > terms.length && ` of ${formatCount(found.termTotal)} that stand out`}, from{" "}
        {sampled(texts.cluster, texts.clusterAll)} of the cluster against {sampled(texts.others, texts.othersAll)} by
        all others
        {found.language !== null && (
          <>
            , in <Said text={found.language} /> alone
          </>
        )}
        . Log-odds with a prior from both sides (Monroe and others 2008), in standard errors: it ranks, it proves
        nothing, and copies count each.
      </caption>
      <thead>
        <tr>
          <SortHead name="term" label="Word or phrase, to its posts" />
          <SortHead name="posts" label="Its posts" isNumber />
          <SortHead name="others" label="Others' posts" isNumber />
          <SortHead name="accounts" label="Its accounts" isNumber />
          <SortHead name="z" label="Log-odds, s.e." isNumber />
        </tr>
      </thead>
      <tbody>
        {sortRows(terms, view.value.sort, KEYS).map((term) => (
          <tr key={term.term}>
            <td class="cutcell">
              <a href={linkTo({ page: "posts", cluster: found.clusterId, term: term.term })}>
                <Said text={term.term} />
              </a>
            </td>
            <td class="num nowrap">
              <span class="ink">{formatCount(term.posts)}</span>{" "}
              <span class="mute">{formatShare(term.posts / texts.cluster)}</span>
            </td>
            <td class="num nowrap">
              {formatCount(term.others)}{" "}
              <span class="mute">{formatShare(term.others / Math.max(1, texts.others))}</span>
            </td>
            <td class="num">{formatCount(term.accounts)}</td>
            <td class="num">{formatIndex(term.z)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sampled(counted: number, all: number): string {
  return counted === all
    ? formatNumberOf(all, "text")
    : `${formatNumberOf(counted, "text")} drawn evenly from ${formatCount(all)}`;
}
