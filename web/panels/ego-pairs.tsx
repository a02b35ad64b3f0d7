import type { EgoAnswer, EgoNeighbour, EgoPair } from "../../src/corpus/ego.ts";
import { OBJECT_NOUN, type TraceName } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatExpected, formatNumberOf, formatQ } from "../../src/text/figures.ts";
import { LayerChip } from "../charts/marks.tsx";
import { Handle } from "../charts/said.tsx";
import { letterOf } from "../map/radial.ts";
import { view } from "../state/place.ts";
import { type SortKeys, sortRows } from "../state/sorting.ts";
import { SortHead } from "./head.tsx";
import { accountLink, pairLink } from "./links.ts";

const KEYS: SortKeys<EgoPair> = {
  trace: (pair) => `${letterOf(pair)} ${pair.trace}`,
  observed: (pair) => pair.objects,
  expected: (pair) => pair.expected,
  q: (pair) => pair.q,
  fused: (pair) => pair.qFused,
};

/** The picture as a table: every pair with its numbers, each leading to its posts. */
export function EgoPairs({ ego, overview }: { readonly ego: EgoAnswer; readonly overview: OverviewFile }) {
  const { off, sort } = view.value;
  if (ego.pairTotal === 0) return null;
  const names = new Map<number, EgoNeighbour>(
    [...ego.neighbours, ...(ego.second?.neighbours ?? [])].map((one) => [one.account, one]),
  );
  const own = sortRows(
    ego.pairs.filter((pair) => !off.includes(letterOf(pair))),
    sort,
    KEYS,
  );
  const theirs = sortRows(
    (ego.second?.pairs ?? []).filter((pair) => !off.includes(letterOf(pair))),
    sort,
    KEYS,
  );
  return (
    <div class="tabwrap">
      <PairTable
        caption={`${formatCount(own.length)} of ${formatNumberOf(ego.pairTotal, "significant pair")} of the account`}
        pairs={own}
        names={names}
        q={overview.q}
      />
      {ego.second !== null && (
        <PairTable
          caption={`${formatCount(theirs.length)} of ${formatNumberOf(ego.second.pairTotal, "significant pair")} of those it meets`}
          pairs={theirs}
          names={names}
          q={overview.q}
          isFar
        />
      )}
    </div>
  );
}

interface PairTableProps {
  readonly caption: string;
  readonly pairs: readonly EgoPair[];
  readonly names: ReadonlyMap<number, EgoNeighbour>;
  readonly q: number;
  readonly isFar?: boolean;
}

function PairTable({ caption, pairs, names, q, isFar = false }: PairTableProps) {
  return (
    <table class="tbl egopairs">
      <caption class="cap">
        {caption}. A pair stands by the q of its trace or by that of all traces together, at {formatQ(q)}.
      </caption>
      <thead>
        <tr>
          <th scope="col">{isFar ? "Accounts" : "Account"}</th>
          <SortHead name="trace" label="Trace, to the posts" />
          <SortHead name="observed" label="Observed" isNumber />
          <SortHead name="expected" label="Expected" isNumber />
          <SortHead name="q" label="q" isNumber />
          <SortHead name="fused" label="q, all traces" isNumber />
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={`${pair.a} ${pair.b} ${pair.trace}`}>
            <td class="cutcell">
              {isFar && (
                <>
                  <Name account={pair.a} names={names} /> –{" "}
                </>
              )}
              <Name account={pair.b} names={names} />
            </td>
            <td class="cutcell">
              <LayerChip letter={letterOf(pair)} />{" "}
              <a href={pairLink(pair)}>{OBJECT_NOUN[pair.trace as TraceName][pair.objects === 1 ? 0 : 1]}</a>
            </td>
            <td class="num ink">{formatCount(pair.objects)}</td>
            <td class="num">{formatExpected(pair.expected)}</td>
            <td class="num nowrap">{formatQ(pair.q)}</td>
            <td class="num nowrap">{formatQ(pair.qFused)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** An account beyond those listed is known by its number alone. */
function Name({ account, names }: { readonly account: number; readonly names: ReadonlyMap<number, EgoNeighbour> }) {
  const name = names.get(account);
  return (
    <a href={accountLink(account)}>
      {name === undefined ? `account ${account}` : <Handle handle={name.handle} id={name.accountId} />}
    </a>
  );
}
