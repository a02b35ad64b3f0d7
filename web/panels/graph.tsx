import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Profile, Role, Tie } from "../../src/clusters/profile.ts";
import { LAYER_LABEL, LAYER_OF, OBJECT_NOUN } from "../../src/corpus/trace.ts";
import { formatCount, formatExpected, formatNumberOf, formatWindow } from "../../src/text/figures.ts";
import { DashSample, LayerChip, layerClass, Significance } from "../charts/marks.tsx";
import { Handle } from "../charts/said.tsx";
import type { AccountGraph } from "../map/account-graph.ts";
import { chooseTies, tieLimit } from "../map/drawn-ties.ts";
import { brushed } from "../state/moments.ts";
import { go, linkTo, view } from "../state/place.ts";
import { palette } from "../state/theme.ts";
import { LETTERS } from "../state/view.ts";
import { toggleLayer } from "./layers.tsx";
import { pairLink } from "./pair-link.ts";

interface Hovered {
  readonly tie: Tie;
  readonly x: number;
  readonly y: number;
}

/** The cluster's account graph. Every line of it is also a row of the evidence list, so nothing hangs on seeing or clicking it. */
export function GraphPanel({ profile }: { readonly profile: Profile }) {
  const { off } = view.value;
  const container = useRef<HTMLDivElement>(null);
  const graph = useRef<AccountGraph | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const met = brushed.value?.ties ?? null;
  const limit = tieLimit(profile.members.length, view.value.tieSteps);
  const drawn = useMemo(() => chooseTies(profile, off, limit, met), [profile, off, limit, met]);
  const present = useMemo(() => new Set(profile.ties.map((tie) => LAYER_OF[tie.trace])), [profile]);
  const colors = palette.value;
  const latest = useRef(drawn);
  latest.current = drawn;

  useEffect(() => {
    let isCurrent = true;
    // Sigma comes in its own file, so that tables show before it has arrived.
    import("../map/account-graph.ts").then(
      ({ drawAccountGraph }) => {
        if (!isCurrent || container.current === null) return;
        try {
          graph.current = drawAccountGraph(container.current, profile, {
            onTie: setHovered,
            onOpenTie: (tie) => go(pairLink(profile, tie)),
            onAccount: (account) => go(linkTo({ page: "posts", account, cluster: profile.clusterId })),
          });
          graph.current.setTies(latest.current.ties);
        } catch {
          setFault(
            "This browser cannot draw the graph (it needs WebGL 2). Evidence and Accounts hold the same as tables.",
          );
        }
      },
      () => setFault("The graph's program could not be loaded. Evidence and Accounts hold the same as tables."),
    );
    return () => {
      isCurrent = false;
      graph.current?.destroy();
      graph.current = null;
      setHovered(null);
    };
  }, [profile]);
  useEffect(() => graph.current?.setTies(drawn.ties), [drawn]);
  useEffect(() => graph.current?.repaint(), [colors]);

  return (
    <section class="panel" aria-label="Account graph">
      <div class="phead">
        <h2>Account graph</h2>
        <fieldset class="tg" aria-label="Layers">
          {LETTERS.filter((letter) => present.has(letter)).map((letter) => (
            <button
              key={letter}
              type="button"
              class={`ly big ${layerClass(letter)}${off.includes(letter) ? " off" : ""}`}
              aria-pressed={!off.includes(letter)}
              aria-label={LAYER_LABEL[letter]}
              title={LAYER_LABEL[letter]}
              onClick={() => toggleLayer(letter)}
            >
              {letter}
            </button>
          ))}
        </fieldset>
        <span class="grow" />
        <span class="seg sm">
          <button type="button" aria-label="Zoom out" onClick={() => graph.current?.zoom("out")}>
            −
          </button>
          <button type="button" onClick={() => graph.current?.zoom("fit")}>
            Fit
          </button>
          <button type="button" aria-label="Zoom in" onClick={() => graph.current?.zoom("in")}>
            +
          </button>
        </span>
      </div>
      <div class="gbox">
        <div
          ref={container}
          class="graph"
          role="img"
          aria-label={`Graph of ${formatNumberOf(profile.members.length, "account")} and ${formatNumberOf(drawn.ties.length, "pair")}; the Evidence and Accounts tabs hold the same as tables`}
        />
        {fault !== null && <p class="gfault">{fault}</p>}
        {drawn.all === 0 && <p class="gfault">No pair in the layers that are on.</p>}
        {hovered !== null && <TieTip profile={profile} hovered={hovered} />}
      </div>
      <Legend profile={profile} drawn={drawn} />
    </section>
  );
}

/** An edge is a sentence. */
function TieTip({ profile, hovered }: { readonly profile: Profile; readonly hovered: Hovered }) {
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

const ROLES: readonly Role[] = ["originator", "amplifier", "commenter"];

function Legend({ profile, drawn }: { readonly profile: Profile; readonly drawn: ReturnType<typeof chooseTies> }) {
  const rest = drawn.inTime - drawn.ties.length;
  return (
    <div class="legend">
      <div>
        <span class="it">node area = posts, line = pair</span>
        <span class="sp" />
        {ROLES.map((role) => (
          <span key={role} class="it">
            <RoleMark role={role} /> {role} {profile.members.filter((member) => member.role === role).length}
          </span>
        ))}
      </div>
      <div>
        {LETTERS.filter((letter) => drawn.byLayer.has(letter)).map((letter) => (
          <span key={letter} class="it">
            <DashSample letter={letter} width={30} /> {LAYER_LABEL[letter]} {drawn.byLayer.get(letter)}
          </span>
        ))}
      </div>
      <p>
        <b>
          {formatCount(drawn.ties.length)} of {formatNumberOf(drawn.all, "significant pair")} drawn
        </b>
        {drawn.inTime < drawn.all && `, ${formatCount(drawn.inTime)} met in the brushed time`}
        {rest > 0 && `: each account's strongest, then the strongest of all; ${formatCount(rest)} not drawn`}
        {drawn.beyond > 0 && `; ${formatCount(drawn.beyond)} weaker pairs stand in pairs.csv only`}. Position carries no
        evidence.
      </p>
    </div>
  );
}

/** Originator ringed, amplifier filled, commenter hollow: shape, not hue. */
export function RoleMark({ role }: { readonly role: Role }) {
  return (
    <svg class="role" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {role === "originator" && <circle cx="7" cy="7" r="6" fill="none" stroke="var(--ink)" stroke-width="1.3" />}
      <circle
        cx="7"
        cy="7"
        r="3.8"
        fill={role === "commenter" ? "var(--surface)" : "var(--ink)"}
        stroke="var(--ink)"
        stroke-width="1.5"
      />
    </svg>
  );
}
