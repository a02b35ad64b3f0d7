import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OverviewFile } from "../src/exports/explorer.ts";
import { visibleLine } from "../src/text/visible.ts";
import { AllAccounts } from "./panels/all-accounts.tsx";
import { Bar } from "./panels/bar.tsx";
import { ClusterPage } from "./panels/cluster.tsx";
import { ComparePage } from "./panels/compare.tsx";
import { CopyBanner } from "./panels/copy-banner.tsx";
import { EgoPage } from "./panels/ego.tsx";
import { Keys } from "./panels/keys.tsx";
import { NoSignal } from "./panels/no-signal.tsx";
import { NotesPage } from "./panels/notes-page.tsx";
import { Wait } from "./panels/notice.tsx";
import { ObjectPage } from "./panels/object.tsx";
import { Overview } from "./panels/overview.tsx";
import { PairPage } from "./panels/pair.tsx";
import { PostsPage } from "./panels/posts.tsx";
import { SearchPage } from "./panels/search.tsx";
import { pressKey } from "./panels/shortcuts.ts";
import { SitesPage } from "./panels/sites.tsx";
import { ThresholdPage } from "./panels/threshold.tsx";
import { useAnswer } from "./state/answer.ts";
import { isCopy } from "./state/copy.ts";
import { view } from "./state/place.ts";
import { loadVerdicts } from "./state/verdicts.ts";

function App() {
  const answer = useAnswer<OverviewFile>("api/overview");
  return (
    <div class="app">
      <Wait answer={answer}>{(overview) => <Loaded overview={overview} />}</Wait>
    </div>
  );
}

function Loaded({ overview }: { readonly overview: OverviewFile }) {
  const [isHelp, setHelp] = useState(false);
  const { page, cluster } = view.value;
  useEffect(() => {
    loadVerdicts();
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => pressKey(event, overview, () => setHelp(true));
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [overview]);
  useEffect(() => {
    const here = overview.clusters.find((entry) => entry.clusterId === cluster);
    const title = page === "overview" || here === undefined ? overview.caseName : here.name;
    document.title = `${visibleLine(title)} · ${page} · Marionet`;
  }, [overview, page, cluster]);
  return (
    <>
      <Bar overview={overview} onHelp={() => setHelp(true)} />
      <CopyBanner overview={overview} />
      <div class={`page ${page}page`}>
        {page === "overview" &&
          (overview.clusters.length === 0 ? <NoSignal overview={overview} /> : <Overview overview={overview} />)}
        {page === "cluster" && <ClusterPage overview={overview} />}
        {page === "pair" && <PairPage overview={overview} />}
        {page === "object" && <ObjectPage overview={overview} />}
        {page === "posts" && <PostsPage overview={overview} />}
        {page === "search" && <SearchPage overview={overview} />}
        {page === "threshold" && <ThresholdPage overview={overview} />}
        {page === "accounts" && <AllAccounts overview={overview} />}
        {page === "account" && (isCopy() ? <PostsPage overview={overview} /> : <EgoPage overview={overview} />)}
        {page === "sites" && <SitesPage overview={overview} />}
        {page === "compare" && <ComparePage overview={overview} />}
        {page === "notes" && <NotesPage overview={overview} />}
      </div>
      {isHelp && <Keys onClose={() => setHelp(false)} />}
    </>
  );
}

const root = document.getElementById("app");
if (root === null) throw new Error("web: index.html has no element #app");
render(<App />, root);
