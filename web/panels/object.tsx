import type { ObjectAnswer } from "../../src/corpus/evidence.ts";
import { LAYER_OF, OBJECT_NOUN, TRACE_NAMES } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { LayerChip } from "../charts/marks.tsx";
import { Said } from "../charts/said.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { askedStretch } from "../state/moments.ts";
import { linkTo, view } from "../state/place.ts";
import { ArrivalsPanel } from "./arrivals.tsx";
import { BrushNote } from "./brush-note.tsx";
import { ObjectLabel } from "./label.tsx";
import { Wait } from "./notice.tsx";
import { Pager, PostList } from "./post-list.tsx";

const PAGE = 200;

/** One object and everyone who touched it, in time order; members of clusters are marked. */
export function ObjectPage({ overview }: { readonly overview: OverviewFile }) {
  const { trace, object, offset } = view.value;
  const answer = useAnswer<ObjectAnswer>(
    query("object", { trace, object, offset, ...askedStretch(overview.timeline) }),
  );
  return (
    <Wait answer={answer}>
      {(found) => {
        const name = TRACE_NAMES.find((entry) => entry === found.trace) ?? "co-share";
        return (
          <>
            <header class="chead">
              <LayerChip letter={LAYER_OF[name]} big />
              <h1 class="objh">
                <ObjectLabel trace={name} label={found.label} />
              </h1>
              <span class="grow" />
              <dl>
                <div>
                  <dt>Accounts</dt>
                  <dd>
                    {formatCount(found.accounts)} <small>of {formatCount(overview.accounts)}</small>
                  </dd>
                </div>
                <div>
                  <dt>Actions</dt>
                  <dd>{formatCount(found.actions)}</dd>
                </div>
                <div>
                  <dt>Kind of trace</dt>
                  <dd>{OBJECT_NOUN[name][1]}</dd>
                </div>
              </dl>
            </header>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by key */}
            <main class="single panel" tabIndex={0}>
              <p class="lead">
                {found.clusters.length === 0
                  ? "No member of a cluster touched it."
                  : `Touched by ${found.clusters.length === 1 ? "members of" : "members of these clusters:"} `}
                {found.clusters.map((cluster, index) => (
                  <span key={cluster.clusterId}>
                    {index > 0 && ", "}
                    <a href={linkTo({ page: "cluster", cluster: cluster.clusterId })}>
                      <Said text={cluster.name} />
                    </a>{" "}
                    ({formatNumberOf(cluster.members, "account")})
                  </span>
                ))}
              </p>
              {found.arrivals !== null && (
                <ArrivalsPanel
                  arrivals={found.arrivals}
                  wanted={view.value.cluster}
                  nameOf={(id) => overview.clusters.find((entry) => entry.clusterId === id)?.name ?? id}
                />
              )}
              <BrushNote
                overview={overview}
                what={`${formatCount(found.touchCount)} of ${formatNumberOf(found.actions, "action")}:`}
                besides=". All figures above are of all of the time."
              />
              <Pager
                offset={found.offset}
                shown={found.touches.length}
                count={found.touchCount}
                held={found.held}
                page={PAGE}
                what="actions, in time order, UTC"
              />
              <PostList posts={found.touches} />
            </main>
          </>
        );
      }}
    </Wait>
  );
}
