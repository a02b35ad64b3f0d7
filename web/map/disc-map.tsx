import { arc } from "d3";
import { useMemo } from "preact/hooks";
import type { OverviewCluster, OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { clip } from "../charts/clip.ts";
import { layerClass, readingKind } from "../charts/marks.tsx";
import { useSize } from "../charts/size.ts";
import { linksInSight } from "../state/filter.ts";
import { linkTo, view } from "../state/place.ts";
import { LETTERS } from "../state/view.ts";
import { type DiscLabel, placeLabels } from "./disc-labels.ts";
import { BADGE_HALF, badgeBox, type PlacedLink, placeBadges, type Round } from "./link-badges.ts";

interface DiscMapProps {
  readonly overview: OverviewFile;
  readonly kept: ReadonlySet<string>;
  readonly selected: string | null;
}

/** One disc a cluster: area is accounts, the ring is evidence by layer, the fill is the reading. */
export function DiscMap({ overview, kept, selected }: DiscMapProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const height = size?.height ?? 0;
  const discs = useMemo(() => placeDiscs(overview.clusters, width, height), [overview, width, height]);
  const { off } = view.value;
  const links = useMemo(() => linksInSight(overview.clusterLinks, off), [overview, off]);
  const at = useMemo(() => new Map(discs.map((disc) => [disc.id, disc])), [discs]);
  const lines = useMemo(() => {
    const joined = links.flatMap((link) => {
      const [from, to] = [at.get(link.a), at.get(link.b)];
      return from === undefined || to === undefined ? [] : [{ link, from, to, count: link.count }];
    });
    const placed = placeBadges(joined, discs);
    return joined.map(({ link }, index) => ({ link, line: placed[index]! }));
  }, [links, at, discs]);
  const labels = useMemo(() => {
    const badges = lines.flatMap(({ line: { badge } }) => (badge === null ? [] : [badgeBox(badge, badge.reach)]));
    return placeLabels(discs, { width, height }, textWidth, badges);
  }, [lines, discs, width, height]);
  // While a brush is drawn, what it leaves out fades; nothing is drawn anew.
  const drawnLinks = useMemo(
    () => [
      ...lines.map(({ link, line }) => ({ link, part: "line", drawn: <LinkLine link={link} line={line} /> })),
      // Numbers after all lines, which would cross them out.
      ...lines.map(({ link, line }) => ({ link, part: "number", drawn: <LinkNumber link={link} line={line} /> })),
    ],
    [lines],
  );
  const drawnDiscs = useMemo(
    () =>
      overview.clusters.flatMap((cluster, index) => {
        const [disc, label] = [discs[index], labels[index]];
        if (disc === undefined || label === undefined) return [];
        const isSelected = selected === cluster.clusterId;
        return [{ cluster, drawn: <Disc cluster={cluster} disc={disc} label={label} isSelected={isSelected} /> }];
      }),
    [overview, discs, labels, selected],
  );
  const omitted = labels.filter((label) => label.place === "omitted").length;
  const unnumbered = lines.filter(({ line }) => line.badge === null).length;
  return (
    <>
      <div ref={box} class="mapbox">
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="group"
            aria-label="Map of clusters; the table holds the same clusters"
          >
            <defs>
              <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="5" height="5" fill="var(--sunken)" />
                <line x1="0" x2="0" y1="0" y2="5" stroke="var(--line-strong)" stroke-width="1.2" opacity=".7" />
              </pattern>
            </defs>
            {drawnLinks.map(({ link: { a, b, kind }, part, drawn }) => (
              <g key={`${a}${b}${kind}${part}`} class={kept.has(a) && kept.has(b) ? "clink" : "clink faded"}>
                {drawn}
              </g>
            ))}
            {drawnDiscs.map(({ cluster: { clusterId }, drawn }) => (
              <g key={clusterId} class={kept.has(clusterId) ? "disc" : "disc faded"}>
                {drawn}
              </g>
            ))}
          </svg>
        )}
      </div>
      {omitted > 0 && (
        <p class="cap mapnote">{formatNumberOf(omitted, "name")} not drawn for want of room; the table has all.</p>
      )}
      {unnumbered > 0 && (
        <p class="cap mapnote">
          {formatNumberOf(unnumbered, "line")} without a number for want of room; point at the line to read it.
        </p>
      )}
    </>
  );
}

interface DiscProps {
  readonly cluster: OverviewCluster;
  readonly disc: Round;
  readonly label: DiscLabel;
  readonly isSelected: boolean;
}

/** One cluster. */
function Disc({ cluster, disc, label, isSelected }: DiscProps) {
  const name = visibleLine(cluster.name);
  const said = `${name}: ${formatNumberOf(cluster.accounts, "account")}, ${cluster.reading}`;
  const kind = readingKind(cluster.reading);
  return (
    <a href={linkTo({ page: "cluster", cluster: cluster.clusterId })} aria-label={said}>
      <title>{said}</title>
      {isSelected && (
        <circle cx={disc.x} cy={disc.y} r={disc.r + 4} fill="none" stroke="var(--ink)" stroke-width="1.2" />
      )}
      <circle
        cx={disc.x}
        cy={disc.y}
        r={kind === "wk" ? Math.max(disc.r / 2, disc.r - 6) : disc.r}
        class={`body ${kind}`}
      />
      <Ring cluster={cluster} x={disc.x} y={disc.y} r={disc.r} />
      <DiscText cluster={cluster} name={label.text} r={disc.r} cx={disc.x} cy={disc.y} label={label} />
    </a>
  );
}

function DiscText({
  cluster,
  name,
  r,
  cx,
  cy,
  label,
}: {
  cluster: OverviewCluster;
  name: string;
  r: number;
  cx: number;
  cy: number;
  label: DiscLabel;
}) {
  const kind = readingKind(cluster.reading);
  if (label.place === "inside") {
    return (
      <g class={`dtext ${kind}`} text-anchor="middle">
        <text class="name" x={cx} y={cy - 2}>
          {name}
        </text>
        <text x={cx} y={cy + 12}>
          {formatCount(cluster.accounts)}
        </text>
      </g>
    );
  }
  const showsCount = formatCount(cluster.accounts).length * 6.5 < 2 * (r - 6);
  return (
    <>
      {showsCount && (
        <g class={`dtext ${kind}`} text-anchor="middle">
          <text class="name" x={cx} y={cy + 4}>
            {formatCount(cluster.accounts)}
          </text>
        </g>
      )}
      {label.place !== "omitted" && (
        <text class="halo outer" x={label.x} y={label.y} text-anchor={label.anchor}>
          {name}
        </text>
      )}
    </>
  );
}

function Ring({ cluster, x, y, r }: { cluster: OverviewCluster; x: number; y: number; r: number }) {
  const present = LETTERS.filter((letter) => (cluster.layers[letter] ?? 0) > 0);
  const total = present.reduce((sum, letter) => sum + (cluster.layers[letter] ?? 0), 0);
  const draw = arc();
  const thick = Math.max(2.5, Math.min(4, r * 0.12));
  let from = 0;
  return (
    <g transform={`translate(${x},${y})`}>
      {present.map((letter) => {
        const to = from + ((cluster.layers[letter] ?? 0) / total) * 2 * Math.PI;
        const gap = present.length > 1 ? 1.2 / r : 0;
        const path = draw({ innerRadius: r - thick, outerRadius: r, startAngle: from + gap, endAngle: to - gap });
        from = to;
        return <path key={letter} class={`f ${layerClass(letter)}`} d={path ?? ""} />;
      })}
    </g>
  );
}

interface ClusterLinkProps {
  readonly link: OverviewFile["clusterLinks"][number];
  readonly line: PlacedLink;
}

function LinkLine({ link, line: { x1, y1, x2, y2 } }: ClusterLinkProps) {
  return (
    <>
      <title>{saidOf(link)}</title>
      <line
        x1={x1}
        y1={y1}
        x2={x2}
        y2={y2}
        stroke="var(--ink-3)"
        stroke-width="1.2"
        stroke-dasharray={link.kind === "sites" ? "3 2" : "none"}
      />
      <line x1={x1} y1={y1} x2={x2} y2={y2} stroke="none" stroke-width="8" pointer-events="stroke" />
    </>
  );
}

function LinkNumber({ link, line: { badge } }: ClusterLinkProps) {
  if (badge === null) return null;
  const { x, y, reach } = badge;
  return (
    <>
      <title>{saidOf(link)}</title>
      <rect
        x={x - reach}
        y={y - BADGE_HALF}
        width={reach * 2}
        height={2 * BADGE_HALF}
        rx={BADGE_HALF}
        fill="var(--surface)"
        stroke="var(--ink-3)"
      />
      <text class="t10" x={x} y={y + 3.5} text-anchor="middle">
        {formatCount(link.count)}
      </text>
    </>
  );
}

function saidOf({ kind, count }: OverviewFile["clusterLinks"][number]): string {
  return kind === "pairs"
    ? `${formatNumberOf(count, "significant pair")} between them`
    : `${formatNumberOf(count, "site")} in common`;
}

/** The unit square of the case onto the panel, a little apart so that badges and names find room. */
function placeDiscs(clusters: readonly OverviewCluster[], width: number, height: number) {
  const left = Math.min(...clusters.map((c) => c.x - c.r));
  const right = Math.max(...clusters.map((c) => c.x + c.r));
  const top = Math.min(...clusters.map((c) => c.y - c.r));
  const bottom = Math.max(...clusters.map((c) => c.y + c.r));
  const room = { width: width - 24, height: height - 44 };
  const scale = Math.max(1, Math.min(room.width / (right - left), room.height / (bottom - top)));
  const radii = clusters.map((cluster) => Math.max(4, cluster.r * scale * 0.88));
  const across = spread(
    clusters.map((cluster) => (cluster.x - (left + right) / 2) * scale),
    radii,
    room.width,
  );
  const down = spread(
    clusters.map((cluster) => (cluster.y - (top + bottom) / 2) * scale),
    radii,
    room.height,
  );
  return clusters.map((cluster, index) => ({
    id: cluster.clusterId,
    x: width / 2 + (across[index] ?? 0),
    y: (height - 6) / 2 + (down[index] ?? 0),
    r: radii[index] ?? 4,
    names: [24, 14].map((most) => clip(visibleLine(cluster.name), most)),
  }));
}

/** Places along one axis, drawn apart (at most 2.4 times) as far as there is room, and centred: names need the room. */
function spread(places: readonly number[], radii: readonly number[], room: number): readonly number[] {
  const reach = (factor: number) => {
    const low = Math.min(...places.map((place, index) => place * factor - (radii[index] ?? 0)));
    const high = Math.max(...places.map((place, index) => place * factor + (radii[index] ?? 0)));
    return { low, high };
  };
  let factor = 2.4;
  for (; factor > 1; factor -= 0.05) {
    const { low, high } = reach(factor);
    if (high - low <= room) break;
  }
  const used = Math.max(1, factor);
  const { low, high } = reach(used);
  return places.map((place) => place * used - (low + high) / 2);
}

let measure: CanvasRenderingContext2D | null | undefined;

function textWidth(text: string): number {
  measure ??= document.createElement("canvas").getContext("2d");
  if (measure === null) return text.length * 7;
  measure.font = `600 11px ${getComputedStyle(document.body).fontFamily}`;
  return measure.measureText(text).width + 2;
}
