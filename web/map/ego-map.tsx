import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { EgoAnswer, EgoNeighbour } from "../../src/corpus/ego.ts";
import { type LayerLetter, OBJECT_NOUN, type TraceName } from "../../src/corpus/trace.ts";
import { formatCount, formatExpected, formatRelation } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { clip } from "../charts/clip.ts";
import { layerClass } from "../charts/marks.tsx";
import { useSize } from "../charts/size.ts";
import { view } from "../state/place.ts";
import { LETTERS } from "../state/view.ts";
import { type Line, linesOf, placeAround, placeOutside } from "./radial.ts";

interface EgoMapProps {
  readonly ego: EgoAnswer;
  readonly linkOfPair: (line: Line["pair"]) => string;
  readonly linkOfAccount: (account: number) => string;
}

/** Room for names around the circle. */
const NAME_ROOM = 118;
const NAME_LENGTH = 17;
const LANE = 3.4;
/** Names that find room without being turned. */
const LEVEL = 16;

/** The account in the centre, whom it meets around it; every line leads to its posts. The table beside it holds the same. */
export function EgoMap({ ego, linkOfPair, linkOfAccount }: EgoMapProps) {
  const [box, size] = useSize<HTMLDivElement>();
  const { off } = view.value;
  const inner = useMemo(
    () =>
      placeAround(
        ego.neighbours.map((one) => one.account),
        ego.pairs,
        LETTERS,
      ),
    [ego],
  );
  const outer = useMemo(
    () =>
      ego.second === null
        ? []
        : placeOutside(
            ego.second.neighbours.map((one) => one.account),
            ego.second.pairs,
            inner,
          ),
    [ego, inner],
  );
  const width = size?.width ?? 600;
  const height = size?.height ?? 600;
  const whole = Math.max(90, Math.min(width, height) / 2 - (ego.second === null ? NAME_ROOM : 26));
  const radius = ego.second === null ? whole : whole * 0.56;
  const places = new Map<number, readonly [number, number]>([[ego.account.account, [0, 0]]]);
  for (const one of inner) places.set(one.account, pointAt(one.angle, radius));
  for (const one of outer) places.set(one.account, pointAt(one.angle, whole));
  const names = new Map<number, EgoNeighbour>(
    [...ego.neighbours, ...(ego.second?.neighbours ?? [])].map((one) => [one.account, one]),
  );
  const lines = useMemo(() => drawnLines(ego, off), [ego, off]);
  const lanes = Math.max(1, ...lines.map((line) => 2 * Math.abs(line.lane) + 1));
  // Nearer to the centre than this the lines of neighbouring accounts would run into one another.
  const clear = Math.min(radius * 0.4, Math.max(13, (inner.length * lanes * LANE) / (2 * Math.PI)));
  const isNamed = inner.length * 13 < 2 * Math.PI * radius && ego.second === null;
  return (
    <div class="egobox" ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
      <svg
        width={width}
        height={height}
        viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
        role="group"
        aria-label={`The account and the ${inner.length} it meets; the table of pairs holds the same.`}
      >
        {lines.map(({ pair, letter, lane }) => {
          const from = places.get(pair.a);
          const to = places.get(pair.b);
          if (from === undefined || to === undefined) return null;
          const isOwn = pair.a === ego.account.account;
          const start = isOwn ? ([(to[0] / radius) * clear, (to[1] / radius) * clear] as const) : from;
          const [x1, y1, x2, y2] = shifted(start, to, lane * LANE);
          return (
            <a key={`${pair.a} ${pair.b} ${pair.trace}`} href={linkOfPair(pair)} class="egoline" tabIndex={-1}>
              <title>{sayPair(pair, names)}</title>
              <line class="hit" x1={x1} y1={y1} x2={x2} y2={y2} />
              <line
                class={`s ${layerClass(letter)}${isOwn ? "" : " far"}`}
                x1={x1}
                y1={y1}
                x2={x2}
                y2={y2}
                stroke-width={isOwn ? widthOf(pair.objects) : 1}
              />
            </a>
          );
        })}
        {outer.map((one) => (
          <Dot
            key={one.account}
            name={names.get(one.account)}
            at={places.get(one.account)!}
            r={3}
            link={linkOfAccount}
          />
        ))}
        {inner.map((one) => {
          const name = names.get(one.account);
          return (
            <Dot key={one.account} name={name} at={places.get(one.account)!} r={5} link={linkOfAccount}>
              {isNamed && name !== undefined && (
                <Name name={name} angle={one.angle} radius={radius} isLevel={inner.length <= LEVEL} />
              )}
            </Dot>
          );
        })}
        <circle r="9" fill="var(--ink)" stroke="var(--surface)" stroke-width="3" />
        <text class="egoname halo" text-anchor="middle" y="27">
          {clip(visibleLine(ego.account.handle ?? ego.account.accountId), NAME_LENGTH)}
        </text>
      </svg>
    </div>
  );
}

interface DotProps {
  readonly name: EgoNeighbour | undefined;
  readonly at: readonly [number, number];
  readonly r: number;
  readonly link: (account: number) => string;
  readonly children?: ComponentChildren;
}

/** A filled dot is in a cluster, an open one in none. */
function Dot({ name, at, r, link, children }: DotProps) {
  if (name === undefined) return null;
  return (
    <a href={link(name.account)} class="egodot" tabIndex={-1}>
      <title>
        {visibleLine(name.handle ?? name.accountId)}
        {name.clusterId === null ? ", in no cluster" : `, in ${name.clusterId}`}
      </title>
      <circle cx={at[0]} cy={at[1]} r={r} class={name.clusterId === null ? "none" : ""} />
      {children}
    </a>
  );
}

interface NameProps {
  readonly name: EgoNeighbour;
  readonly angle: number;
  readonly radius: number;
  readonly isLevel: boolean;
}

/** Few names stand level; many run outwards like spokes, never upside down. */
function Name({ name, angle, radius, isLevel }: NameProps) {
  const isLeft = angle > Math.PI;
  const turn = (angle * 180) / Math.PI - 90;
  const place = isLevel
    ? `translate(${pointAt(angle, radius + 11).join(" ")})`
    : `rotate(${turn}) translate(${radius + 11} 0)${isLeft ? " rotate(180)" : ""}`;
  return (
    <text transform={place} text-anchor={isLeft ? "end" : "start"} dy="3.5" class="t10">
      {clip(visibleLine(name.handle ?? name.accountId), NAME_LENGTH)}
    </text>
  );
}

/** Lines among the neighbours themselves that are drawn at most: they cross the whole picture. */
const CHORDS = 100;

/** What is drawn: every line of the centre; at depth 2 those that lead further out, and the most surprising of those across. */
export function drawnLines(ego: EgoAnswer, off: readonly LayerLetter[]): readonly Line[] {
  const near = new Set(ego.neighbours.map((one) => one.account));
  const far = new Set(ego.second?.neighbours.map((one) => one.account) ?? []);
  const own = linesOf(ego.pairs, off).filter((line) => near.has(line.pair.b));
  const further = linesOf(ego.second?.pairs ?? [], off);
  const out = further.filter((line) => far.has(line.pair.b));
  const across = further.filter((line) => near.has(line.pair.b)).slice(0, CHORDS);
  return [...across, ...out, ...own];
}

function sayPair(pair: Line["pair"], names: ReadonlyMap<number, EgoNeighbour>): string {
  const noun = OBJECT_NOUN[pair.trace as TraceName][pair.objects === 1 ? 0 : 1];
  // The account in the middle needs no name.
  const who = [pair.a, pair.b].flatMap((account) => {
    const name = names.get(account);
    return name === undefined ? [] : [visibleLine(name.handle ?? name.accountId)];
  });
  return `${formatCount(pair.objects)} ${noun}, expected ${formatExpected(pair.expected)}, q ${formatRelation(pair.q)} · ${who.join(" – ")}`;
}

function pointAt(angle: number, radius: number): readonly [number, number] {
  return [Math.sin(angle) * radius, -Math.cos(angle) * radius];
}

/** Width grows with the logarithm: a pair with a hundred links must not hide one with three. */
function widthOf(objects: number): number {
  return Math.min(4.5, 1 + Math.log2(1 + objects) * 0.45);
}

/** A line moved sideways, so that layers of one pair run parallel. */
function shifted([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], by: number) {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const dx = (-(y2 - y1) / length) * by;
  const dy = ((x2 - x1) / length) * by;
  return [x1 + dx, y1 + dy, x2 + dx, y2 + dy] as const;
}
