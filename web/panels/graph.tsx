import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Profile } from "../../src/clusters/profile.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatNumberOf } from "../../src/text/figures.ts";
import type { AccountGraph } from "../map/account-graph.ts";
import { chooseTies, tieLimit } from "../map/drawn-ties.ts";
import { partsOf } from "../map/hulls.ts";
import { brushed } from "../state/moments.ts";
import { changeView, go, view } from "../state/place.ts";
import { palette } from "../state/theme.ts";
import { LETTERS } from "../state/view.ts";
import { AreaPicker, type AreaTool } from "./area-picker.tsx";
import { FindAccount } from "./find-account.tsx";
import { ACCOUNTS_DRAWN, Legend } from "./graph-legend.tsx";
import { LayerToggles } from "./layer-toggles.tsx";
import { accountLink, tieLink } from "./links.ts";
import { PickedBar } from "./picked-bar.tsx";
import { SavePicture } from "./save-picture.tsx";
import { type Hovered, TieTip } from "./tie-tip.tsx";

interface GraphPanelProps {
  readonly profile: Profile;
  readonly overview: OverviewFile;
}

/** The cluster's account graph. Every line of it is also a row of the evidence list, so nothing hangs on seeing or clicking it. */
export function GraphPanel({ profile, overview }: GraphPanelProps) {
  const { off, tieSteps, picked } = view.value;
  const container = useRef<HTMLDivElement>(null);
  const graph = useRef<AccountGraph | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [tool, setTool] = useState<AreaTool | null>(null);
  const met = brushed.value?.ties ?? null;
  const ties = tieLimit(profile.members.length, tieSteps);
  const limit = Math.min(profile.members.length, ACCOUNTS_DRAWN * (1 + tieSteps));
  const drawn = useMemo(() => chooseTies(profile, off, ties, met, limit), [profile, off, ties, met, limit]);
  const parts = useMemo(() => partsOf(profile).length, [profile]);
  const colors = palette.value;
  const latest = useRef({ drawn, picked, limit });
  latest.current = { drawn, picked, limit };

  useEffect(() => {
    let isCurrent = true;
    // Sigma comes in its own file, so that tables show before it has arrived.
    import("../map/account-graph.ts").then(
      ({ drawAccountGraph }) => {
        if (!isCurrent || container.current === null) return;
        try {
          graph.current = drawAccountGraph(container.current, profile, {
            onTie: setHovered,
            onOpenTie: (tie) => go(tieLink(profile, tie)),
            onAccount: (account) => go(accountLink(account, profile.clusterId)),
          });
          graph.current.setLimit(latest.current.limit);
          graph.current.setPicked(latest.current.picked);
          graph.current.setTies(latest.current.drawn.ties);
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
  useEffect(() => graph.current?.setPicked(picked), [picked]);
  useEffect(() => graph.current?.setLimit(limit), [limit]);
  useEffect(() => graph.current?.repaint(), [colors]);

  return (
    <section class="panel" aria-label="Account graph">
      <div class="phead gtools">
        <h2 class="cap1">
          <span class="wide">Account </span>graph
        </h2>
        <LayerToggles profile={profile} />
        <span class="grow" />
        <FindAccount profile={profile} onFly={(member) => graph.current?.flyTo(member) ?? false} />
        <fieldset class="seg sm" aria-label="Pick accounts on the graph">
          {(["box", "lasso"] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={tool === name}
              title={`Pick the accounts within a ${name}; with Shift more of them. By key: Find lists accounts to pick.`}
              onClick={() => setTool(tool === name ? null : name)}
            >
              {name === "box" ? "Box" : "Lasso"}
            </button>
          ))}
        </fieldset>
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
        <SavePicture
          overview={overview}
          letters={LETTERS.filter((letter) => drawn.byLayer.has(letter))}
          what="graph"
          scene={() => graph.current?.scene() ?? null}
        />
      </div>
      <div class="gbox">
        <div
          ref={container}
          class="graph"
          role="img"
          aria-label={`Graph of ${formatNumberOf(limit, "account")} and ${formatNumberOf(drawn.ties.length, "pair")}; the Evidence and Accounts tabs hold the same as tables`}
        />
        {tool !== null && (
          <AreaPicker
            tool={tool}
            places={() => graph.current?.places() ?? []}
            onPick={(members, isMore) => {
              const next = isMore ? [...new Set([...picked, ...members])] : members;
              changeView({ picked: [...next].sort((a, b) => a - b) });
              setTool(null);
            }}
            onCancel={() => setTool(null)}
          />
        )}
        {fault !== null && <p class="gfault">{fault}</p>}
        {drawn.inTime === 0 && (
          <p class="gfault">No pair in the layers that are on{met !== null && " met in the brushed time"}.</p>
        )}
        {hovered !== null && <TieTip profile={profile} hovered={hovered} />}
        <PickedBar profile={profile} />
      </div>
      <Legend profile={profile} drawn={drawn} parts={parts} limit={limit} />
    </section>
  );
}
