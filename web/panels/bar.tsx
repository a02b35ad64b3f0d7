import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { formatCount } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { FileName, Said } from "../charts/said.tsx";
import { isCopy } from "../state/copy.ts";
import { go, linkTo, view } from "../state/place.ts";
import { cycleTheme, theme } from "../state/theme.ts";
import { book } from "../state/verdicts.ts";
import type { Page } from "../state/view.ts";
import { UndoRedo } from "./undo.tsx";

interface BarProps {
  readonly overview: OverviewFile;
  readonly onHelp: () => void;
}

/** Panels of the whole case, and the pages on which they are what one looks at; a copy in one file holds no part of them. */
const PANELS: readonly (readonly [page: Page, label: string, pages: readonly Page[]])[] = [
  ["accounts", "Accounts", ["accounts", "account"]],
  ["sites", "Sites", ["sites"]],
  ["compare", "Compare", ["compare"]],
  ["threshold", "Threshold", ["threshold"]],
];

/** Top bar: where one is, search, theme, help. */
export function Bar({ overview, onHelp }: BarProps) {
  const { page, cluster } = view.value;
  const here = overview.clusters.find((entry) => entry.clusterId === cluster);
  // Where no cluster has been looked at: the one with most evidence.
  const shown = here ?? overview.clusters[0];
  const isInCluster = page === "cluster" || page === "pair" || (page === "object" && here !== undefined);
  return (
    <header class="bar">
      <a class="brand" href={linkTo({ page: "overview" })}>
        <Brand /> Marionet
      </a>
      <nav class="nav" aria-label="Main">
        <a href={linkTo({ page: "overview" })} aria-current={page === "overview" ? "page" : undefined}>
          Overview
        </a>
        {shown !== undefined && (
          <a
            href={linkTo({ page: "cluster", cluster: shown.clusterId })}
            aria-current={isInCluster ? "page" : undefined}
            title={visibleLine(shown.name)}
          >
            Cluster{" "}
            <span class="mute">
              {formatCount(overview.clusters.indexOf(shown) + 1)}
              <span class="wide"> of {formatCount(overview.clusters.length)}</span>
            </span>
          </a>
        )}
        {PANELS.filter(([name]) => !isCopy() && (name !== "compare" || shown !== undefined)).map(
          ([name, label, pages]) => (
            <a
              key={name}
              // What is compared begins with the cluster one looks at; the tables begin with the whole case.
              href={linkTo({ page: name, cluster: name === "compare" ? (here?.clusterId ?? null) : null })}
              aria-current={pages.includes(page) ? "page" : undefined}
            >
              {label}
            </a>
          ),
        )}
        <a href={linkTo({ page: "notes", cluster })} aria-current={page === "notes" ? "page" : undefined}>
          Notes <span class="mute">{book.value.size === 0 ? "" : formatCount(book.value.size)}</span>
        </a>
      </nav>
      <span class="crumb">
        <span class="sep">/</span> <span class="mute">Case</span>{" "}
        <b class="ink cut">
          <FileName name={overview.caseName} />
        </b>
        <Crumbs overview={overview} />
      </span>
      <span class="grow" />
      <Search />
      <UndoRedo />
      <button type="button" class="btn quiet" onClick={cycleTheme} title="Theme: system, light, dark">
        <ThemeIcon /> <span class="wide">{theme.value}</span>
        <span class="sr">theme, change</span>
      </button>
      <button type="button" class="btn quiet" onClick={onHelp} aria-label="Keyboard help">
        <kbd>?</kbd>
      </button>
    </header>
  );
}

function Crumbs({ overview }: { readonly overview: OverviewFile }) {
  const { page, cluster, evidence } = view.value;
  const here = overview.clusters.find((entry) => entry.clusterId === cluster);
  const parts: ComponentChildren[] = [];
  if (page !== "overview" && here !== undefined) {
    if (page === "cluster") {
      parts.push(
        <>
          <b class="ink">{here.clusterId}</b> <kbd>k</kbd> <kbd>j</kbd>
        </>,
      );
    } else {
      parts.push(
        <a class="cut" href={linkTo({ page: "cluster", cluster: here.clusterId, evidence })}>
          <Said text={here.name} />
        </a>,
      );
    }
  }
  if (page === "pair")
    parts.push(
      evidence === null ? (
        <b class="ink">pair</b>
      ) : (
        <b class="ink">
          <Said text={evidence} />, pair
        </b>
      ),
    );
  if (page === "object") parts.push(<b class="ink">object</b>);
  if (page === "posts") parts.push(<b class="ink">posts</b>);
  if (page === "notes") parts.push(<b class="ink">notes</b>);
  if (page === "search") parts.push(<b class="ink">search</b>);
  if (page === "account") parts.push(<b class="ink">account</b>);
  return (
    <>
      {parts.map((part) => (
        <>
          <span class="sep">/</span> {part}
        </>
      ))}
    </>
  );
}

function Search() {
  const asked = view.value.question;
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          const question = text.trim();
          if (question.length >= 2) go(linkTo({ page: "search", question, cluster: view.value.cluster }));
        }}
      >
        <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
          <circle cx="5.5" cy="5.5" r="4" fill="none" stroke="currentColor" stroke-width="1.4" />
          <path d="m8.6 8.6 3 3" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" />
        </svg>
        <input
          id="search"
          type="search"
          aria-label="Search accounts, text and sites; at least two characters"
          placeholder="Account, text, tag or site"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}

function Brand() {
  return (
    <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true">
      <path
        d="M1 2.5h16M3.5 2.5v8M9 2.5v12M14.5 2.5v6"
        stroke="currentColor"
        stroke-width="1.3"
        fill="none"
        stroke-linecap="round"
      />
      <circle cx="3.5" cy="12.3" r="2" fill="currentColor" />
      <circle cx="9" cy="16.3" r="2" fill="currentColor" />
      <circle cx="14.5" cy="10.3" r="2" fill="currentColor" />
    </svg>
  );
}

function ThemeIcon() {
  return (
    <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
      <circle cx="6.5" cy="6.5" r="5" fill="none" stroke="currentColor" stroke-width="1.3" />
      <path d="M6.500 1.500a5 5 0 0 1 0 10z" fill="currentColor" />
    </svg>
  );
}
