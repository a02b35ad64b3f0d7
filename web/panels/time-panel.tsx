import { useEffect, useMemo, useRef } from "preact/hooks";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { FileName } from "../charts/said.tsx";
import { effectiveScale, stackCells } from "../charts/stack.ts";
import { formatBin, TimelineChart } from "../charts/timeline.tsx";
import { TimelineTable } from "../charts/timeline-table.tsx";
import { sceneOnPage } from "../map/scene-of-svg.ts";
import { eventFault, eventList, keepEvents, offerEvents, takeEvents } from "../state/events.ts";
import { binsOf, wholeBars } from "../state/filter.ts";
import { changeView, drawView, view } from "../state/place.ts";
import { isPlaying, pause, stepReplay, togglePlay } from "../state/replay.ts";
import { SavePicture } from "./save-picture.tsx";

interface TimePanelProps {
  readonly overview: OverviewFile;
  /** Clusters whose co-actions are drawn. The brush itself does not empty the chart. */
  readonly isShown: (cluster: number) => boolean;
  /** What the brush leaves, as it is drawn, and once the stroke is done: only that is announced. */
  readonly counts: string;
  readonly announced: string;
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
}

/** The timeline with its brush, replay, events and table; the same on every page that has one. */
export function TimePanel(props: TimePanelProps) {
  const { overview, isShown, counts, announced, isFiltered, onShowAll } = props;
  const { timeline } = overview;
  const { off, range, scale, isTable } = view.value;
  const stacks = useMemo(() => stackCells(timeline, isShown, off), [timeline, isShown, off]);
  const shownScale = useMemo(() => effectiveScale(scale, stacks.totals), [scale, stacks]);
  const list = eventList.value;
  useEffect(() => {
    offerEvents(overview.events);
    return pause;
  }, [overview]);
  return (
    <section
      class="panel time"
      aria-label="Co-actions over time"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) void takeEvents(file);
      }}
    >
      <div class="phead">
        <h2>Co-actions</h2>
        <span class="mute wide">per {formatBin(timeline.binMs)}, by layer, UTC</span>
        <span class="grow" />
        <span class="mute counts">{counts}</span>
        <span class="sr" role="status" aria-live="polite">
          {announced}
        </span>
        {isFiltered && (
          <button type="button" class="btn sm" onClick={onShowAll}>
            Show all
          </button>
        )}
        <Replay overview={overview} />
        <EventChoice />
        <span class="seg sm">
          <button type="button" aria-pressed={isTable} onClick={() => changeView({ isTable: !isTable })}>
            Table
          </button>
        </span>
        <fieldset class="seg sm" aria-label="Height of bars">
          {(["linear", "log"] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={shownScale === kind}
              onClick={() => changeView({ scale: kind })}
            >
              {kind === "linear" ? "Linear" : "Log"}
            </button>
          ))}
        </fieldset>
        {!isTable && (
          <SavePicture
            overview={overview}
            letters={stacks.layers.map((layer) => layer.letter)}
            what="timeline"
            scene={() => sceneOnPage(".tl svg")}
          />
        )}
      </div>
      {isTable ? (
        <TimelineTable timeline={timeline} stacks={stacks} bins={binsOf(timeline, range)} events={list?.events ?? []} />
      ) : (
        <TimelineChart
          timeline={timeline}
          stacks={stacks}
          range={range}
          scale={scale}
          events={list?.events ?? []}
          onRange={(next, isDone) => {
            pause();
            if (isDone) changeView({ range: wholeBars(timeline, next) });
            else drawView({ range: next });
          }}
        />
      )}
    </section>
  );
}

function Replay({ overview }: { readonly overview: OverviewFile }) {
  const { timeline } = overview;
  return (
    <fieldset class="seg sm" aria-label="Replay">
      <button
        type="button"
        aria-label="One window back"
        title="One window back ([)"
        onClick={() => stepReplay(timeline, -1)}
      >
        <Sign path="M8 1.500 2.500 5 8 8.500zM1.500 1.500v7" />
      </button>
      <button
        type="button"
        aria-pressed={isPlaying.value}
        aria-label={isPlaying.value ? "Pause" : "Play"}
        title={isPlaying.value ? "Pause (p)" : "Play: the brush walks through the time (p)"}
        onClick={() => togglePlay(timeline)}
      >
        {isPlaying.value ? <Sign path="M2.500 1.500v7M7.500 1.500v7" /> : <Sign path="M2.500 1.500 8 5 2.500 8.500z" />}
      </button>
      <button
        type="button"
        aria-label="One window on"
        title="One window on (])"
        onClick={() => stepReplay(timeline, 1)}
      >
        <Sign path="M2 1.500 7.500 5 2 8.500zM8.500 1.500v7" />
      </button>
    </fieldset>
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path d={path} fill="currentColor" stroke="currentColor" stroke-width="1.300" stroke-linejoin="round" />
    </svg>
  );
}

/** A list of events of the reader's own, and what was left out of it. */
function EventChoice() {
  const file = useRef<HTMLInputElement>(null);
  const list = eventList.value;
  const fault = eventFault.value;
  return (
    <>
      <input
        ref={file}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-hidden="true"
        accept=".csv,.tsv,.txt,text/csv"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen !== undefined) void takeEvents(chosen);
          event.currentTarget.value = "";
        }}
      />
      {list === null ? (
        <button
          type="button"
          class="btn sm"
          title="A CSV of time and label, read in this tab and sent nowhere; it can be dropped here, too"
          onClick={() => file.current?.click()}
        >
          Events …
        </button>
      ) : (
        <details class="more">
          <summary>{formatNumberOf(list.events.length, "event")}</summary>
          <div class="pop">
            <p>
              From <FileName name={list.name} />. Kept in this browser tab only.
            </p>
            {list.skipped.length > 0 && (
              <p>
                {formatCount(list.skipped.length)} left out: {list.skipped.slice(0, 5).join("; ")}
                {list.skipped.length > 5 && " …"}
              </p>
            )}
            <p>
              <button type="button" class="linkish" onClick={() => file.current?.click()}>
                Another file
              </button>{" "}
              ·{" "}
              <button type="button" class="linkish" onClick={() => keepEvents(null)}>
                Take them away
              </button>
            </p>
          </div>
        </details>
      )}
      {fault !== null && (
        <span class="efault" role="alert">
          <FileName name={fault} />
        </span>
      )}
    </>
  );
}
