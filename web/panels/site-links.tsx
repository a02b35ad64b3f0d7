import type { CommonIndicator, SiteAnswer, SiteLink, SitesAnswer } from "../../src/corpus/site-table.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { indicatorSum } from "../../src/graphs/indicator-sum.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatExpected, formatNumberOf, formatQ, formatRelation } from "../../src/text/figures.ts";
import { FileName, Said } from "../charts/said.tsx";
import { linkTo, view } from "../state/place.ts";
import { Notice } from "./notice.tsx";

interface SiteLinksProps {
  readonly site: SiteAnswer;
  readonly overview: OverviewFile;
  readonly kept: SitesAnswer["links"];
}

/** Each link of a site taken apart: what was seen, what chance gives, and for indicators the sum itself. */
export function SiteLinks({ site, overview, kept }: SiteLinksProps) {
  const shown = site.links?.length ?? 0;
  return (
    <section class="check" aria-label="What ties it to other sites">
      <h3>What ties it to other sites</h3>
      {site.links === null ? (
        <Notice kind="unknown" title="Not kept for this page.">
          The case was written before links of sites were kept; run analyze again, or read graphs/site.gexf.
        </Notice>
      ) : shown === 0 ? (
        <p>Nothing beyond chance.</p>
      ) : (
        <ol class="sitelinks">
          {site.links.map((link) => (
            <li key={link.a === site.domain ? link.b : link.a}>
              <Link link={link} site={site} q={overview.q} />
            </li>
          ))}
        </ol>
      )}
      {shown < site.linkTotal && (
        <p class="mute">
          The {formatCount(shown)} strongest of {formatCount(site.linkTotal)}.
        </p>
      )}
      {kept !== null && kept.kept < kept.total && (
        <p class="mute">
          Of the {formatCount(kept.total)} links of the case this page knows the {formatCount(kept.kept)} strongest; all
          are in graphs/site.gexf.
        </p>
      )}
      {shown > 0 && (
        <p class="mute">
          A link does not say that one hand runs both: customers of one host or agency share these too.
        </p>
      )}
    </section>
  );
}

function Link({ link, site, q }: { readonly link: SiteLink; readonly site: SiteAnswer; readonly q: number }) {
  const other = link.a === site.domain ? link.b : link.a;
  const common = site.common.filter((one) => one.other === other);
  return (
    <>
      <a class="mono ink" href={linkTo({ page: "sites", domain: other, cluster: view.value.cluster })}>
        <Said text={defangHost(other)} />
      </a>
      <ul class="plain">
        {link.sharedAccounts > 0 && (
          <li>
            <b>{formatNumberOf(link.sharedAccounts, "account")}</b> link to both, chance expects{" "}
            {formatExpected(link.expectedAccounts)}
          </li>
        )}
        {link.sharedTexts > 0 && (
          <li>
            <b>{formatNumberOf(link.sharedTexts, "text")}</b> stood beside links to both, chance expects{" "}
            {formatExpected(link.expectedTexts)}
          </li>
        )}
        {link.indicatorBits > 0 && <Sum link={link} common={common} withAny={site.sitesWithIndicators} q={q} />}
      </ul>
    </>
  );
}

interface SumProps {
  readonly link: SiteLink;
  readonly common: readonly CommonIndicator[];
  readonly withAny: number;
  readonly q: number;
}

/** log2(443 / 3) = 7.2, line by line, then the sum and what it is worth. */
function Sum({ link, common, withAny, q }: SumProps) {
  const { parts, bits } = indicatorSum(common, withAny);
  const isWhole = Math.abs(bits - link.indicatorBits) < 0.05;
  return (
    <li>
      <b>{formatBits(link.indicatorBits)} bits</b> of indicators in common, <i class="sym">q</i>{" "}
      {formatRelation(link.indicatorQ)}
      {link.indicatorQ > q && `: above ${formatQ(q)}, so by itself this may well be chance`}
      <ul class="sum">
        {parts.map((part) => (
          <li key={`${part.type} ${part.value}`} class={part.counts ? "" : "mute"}>
            <span>
              <Said text={part.type} />{" "}
              <span class="mono">
                <FileName name={part.value} />
              </span>{" "}
              on {formatCount(part.sites)} of {formatCount(withAny)} sites
            </span>
            <span class="nowrap">
              {part.counts
                ? `log₂(${formatCount(withAny)} ÷ ${formatCount(part.sites)}) = ${formatBits(part.bits)}`
                : `counted with ${part.kind}`}
            </span>
          </li>
        ))}
      </ul>
      {!isWhole && <span class="mute">More values in common than are listed here.</span>}
    </li>
  );
}

function formatBits(bits: number): string {
  return bits.toFixed(1);
}
