import type { ComponentChildren } from "preact";
import type { CompareAnswer } from "../../src/corpus/compare.ts";
import { LAYER_OF, OBJECT_NOUN, type TraceName } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatExpected, formatNumberOf, formatShare } from "../../src/text/figures.ts";
import { LayerChip } from "../charts/marks.tsx";
import { Handle, Said } from "../charts/said.tsx";
import { linkTo } from "../state/place.ts";
import { Head } from "./head.tsx";
import { ObjectLabel } from "./label.tsx";
import { objectLink, pairLink } from "./links.ts";

/** What the two sides have in common; every row leads to its posts. */
export function CompareCommonPanel({
  found,
  overview,
}: {
  readonly found: CompareAnswer;
  readonly overview: OverviewFile;
}) {
  const { common, left } = found;
  return (
    <section aria-label="In common">
      <div class="phead">
        <h2>In common</h2>
        <span class="mute">
          {formatNumberOf(common.accounts, "account")} in both;{" "}
          {common.textUnion === 0
            ? "no text is kept as evidence of either"
            : `${formatCount(common.texts)} of ${formatNumberOf(common.textUnion, "text")} kept as evidence (${formatShare(common.texts / common.textUnion)})`}
          ;{" "}
          {common.siteUnion === 0
            ? "neither links to a site"
            : `${formatCount(common.siteTotal)} of ${formatNumberOf(common.siteUnion, "site")} (${formatShare(common.siteTotal / common.siteUnion)})`}
        </span>
      </div>
      <div class="commons">
        <PairsBetween found={found} />
        <BothSides
          caption={
            common.objectTotal === 0
              ? "Objects: both touched none of those kept as evidence."
              : `${formatCount(common.objects.length)} of ${formatNumberOf(common.objectTotal, "object")} of the evidence that both touched; accounts of each side.`
          }
          what="Object"
          rows={common.objects.map((one) => ({
            key: `${one.trace} ${one.object}`,
            left: one.left,
            right: one.right,
            cell: (
              <>
                <LayerChip letter={LAYER_OF[one.trace as TraceName]} />{" "}
                <a href={objectLink(one.trace, one.object, left.clusterId)}>
                  <ObjectLabel trace={one.trace as TraceName} label={one.label} />
                </a>
              </>
            ),
          }))}
        />
        <BothSides
          caption={
            common.siteTotal === 0
              ? "Sites: none that both link to."
              : `${formatCount(common.sites.length)} of ${formatNumberOf(common.siteTotal, "site")} that both link to; posts of each side.`
          }
          what="Site, defanged"
          rows={common.sites.map((site) => ({
            key: site.domain,
            left: site.left,
            right: site.right,
            cell: (
              <a class="mono" href={linkTo({ page: "sites", domain: site.domain })}>
                <Said text={defangHost(site.domain)} />
              </a>
            ),
          }))}
        />
      </div>
      {overview.q < 1 && (
        <p class="cap">
          Objects are those on which significant pairs met: for accounts outside clusters that is little of what they
          do.
        </p>
      )}
    </section>
  );
}

interface BothSidesProps {
  readonly caption: string;
  readonly what: string;
  readonly rows: readonly {
    readonly key: string;
    readonly cell: ComponentChildren;
    readonly left: number;
    readonly right: number;
  }[];
}

/** What both sides did, with the count of each. */
function BothSides({ caption, what, rows }: BothSidesProps) {
  return (
    <table class="tbl fixed">
      <caption class="cap">{caption}</caption>
      {rows.length > 0 && (
        <>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <Head label="Left" isNumber class="w1" />
              <Head label="Right" isNumber class="w1" />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cell, left, right }) => (
              <tr key={key}>
                <td class="cutcell">{cell}</td>
                <td class="num">{formatCount(left)}</td>
                <td class="num">{formatCount(right)}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </table>
  );
}

function PairsBetween({ found }: { readonly found: CompareAnswer }) {
  const { common } = found;
  const all = common.pairs.reduce((sum, row) => sum + row.pairs, 0);
  return (
    <table class="tbl fixed">
      <caption class="cap">
        {all === 0
          ? "Pairs: no significant pair joins the two sides."
          : `${formatNumberOf(all, "significant pair")} between the two sides, by trace; then the most surprising.`}
      </caption>
      {all > 0 && (
        <>
          <thead>
            <tr>
              <Head label="Pairs" />
              <Head label="Observed" isNumber class="w1" />
              <Head label="Expected" isNumber class="w1" />
            </tr>
          </thead>
          <tbody>
            {common.pairs.map((row) => (
              <tr key={row.trace}>
                <td class="cutcell">
                  <LayerChip letter={LAYER_OF[row.trace as TraceName]} /> {formatNumberOf(row.pairs, "pair")},{" "}
                  {OBJECT_NOUN[row.trace as TraceName][1]}
                </td>
                <td class="num ink">{formatCount(row.objects)}</td>
                <td class="num">{formatExpected(row.expected)}</td>
              </tr>
            ))}
            {common.strongest.map((pair) => (
              <tr key={`${pair.trace} ${pair.a} ${pair.b}`}>
                <td class="cutcell">
                  <LayerChip letter={LAYER_OF[pair.trace as TraceName]} />{" "}
                  <a href={pairLink(pair)}>
                    <Handle handle={pair.aName} id={String(pair.a)} /> –{" "}
                    <Handle handle={pair.bName} id={String(pair.b)} />
                  </a>
                </td>
                <td class="num">{formatCount(pair.objects)}</td>
                <td class="num">{formatExpected(pair.expected)}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </table>
  );
}
