import type { CompareSide } from "../../src/corpus/compare.ts";
import type { Share } from "../../src/corpus/ego.ts";
import { formatCount, formatShare } from "../../src/text/figures.ts";
import { Said } from "../charts/said.tsx";
import { Twin } from "./compare-rates.tsx";
import { Head } from "./head.tsx";

/** Kinds listed at most; the rest is added up. */
const LISTED = 12;

/** Languages, creation, names and platforms as shares of each side, on one scale a table. */
export function Distributions({ left, right }: { readonly left: CompareSide; readonly right: CompareSide }) {
  const created = sumOf(left.created) + sumOf(right.created);
  return (
    <section class="distributions" aria-label="Who they are">
      <Distribution title="Languages" unit="posts" left={left.languages} right={right.languages} />
      {created === 0 ? (
        <div>
          <h3>Created in</h3>
          <p class="cap">The export does not say when accounts were created.</p>
        </div>
      ) : (
        <Distribution title="Created in" unit="accounts" left={left.created} right={right.created} inOrder />
      )}
      <Distribution title="Shape of the name" unit="accounts" left={left.names} right={right.names} inOrder />
      <Distribution title="Platform" unit="accounts" left={left.platforms} right={right.platforms} />
    </section>
  );
}

interface DistributionProps {
  readonly title: string;
  readonly unit: string;
  readonly left: readonly Share[];
  readonly right: readonly Share[];
  /** Kinds keep their own order; else the most frequent on either side come first. */
  readonly inOrder?: boolean;
}

function Distribution({ title, unit, left, right, inOrder = false }: DistributionProps) {
  const rows = pairUp(left, right, inOrder);
  const shown = rows.slice(0, LISTED);
  const max = Math.max(0, ...shown.flatMap((row) => [row.left, row.right]));
  return (
    <table class="tbl dist">
      <caption>
        <b>{title}</b> <span class="cap">share of {unit}</span>
      </caption>
      <thead class="sr">
        <tr>
          <Head label="Kind" />
          <Head label="Left" />
          <Head label="Right" />
          <Head label="Drawn" />
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row.what}>
            <th scope="row" class="cutcell">
              <Said text={row.what} />
            </th>
            <td class="num ink">{formatShare(row.left)}</td>
            <td class="num">{formatShare(row.right)}</td>
            <td aria-hidden="true">
              <Twin left={row.left} right={row.right} max={max} />
            </td>
          </tr>
        ))}
        {rows.length > shown.length && (
          <tr>
            <td colSpan={4} class="mute">
              and {formatCount(rows.length - shown.length)} more, each rarer
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Kinds of both sides as shares of their side; kinds that neither has are left out. */
function pairUp(
  left: readonly Share[],
  right: readonly Share[],
  inOrder: boolean,
): readonly { readonly what: string; readonly left: number; readonly right: number }[] {
  const [leftAll, rightAll] = [Math.max(1, sumOf(left)), Math.max(1, sumOf(right))];
  const rows = new Map<string, { what: string; left: number; right: number }>();
  const rowOf = (what: string) => {
    const row = rows.get(what) ?? { what, left: 0, right: 0 };
    rows.set(what, row);
    return row;
  };
  for (const { what, posts } of left) rowOf(what).left = posts / leftAll;
  for (const { what, posts } of right) rowOf(what).right = posts / rightAll;
  const kept = [...rows.values()].filter((row) => row.left > 0 || row.right > 0);
  if (!inOrder)
    return kept.sort((x, y) => Math.max(y.left, y.right) - Math.max(x.left, x.right) || (x.what < y.what ? -1 : 1));
  // Years come sorted from each side, names in the order of their shapes, which both sides carry whole.
  return left.length === right.length && left.every(({ what }, i) => right[i]?.what === what)
    ? kept
    : kept.sort((x, y) => (x.what < y.what ? -1 : 1));
}

function sumOf(shares: readonly Share[]): number {
  return shares.reduce((sum, share) => sum + share.posts, 0);
}
