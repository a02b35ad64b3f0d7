import type { Profile } from "../../src/clusters/profile.ts";
import type { NarrativesAnswer } from "../../src/corpus/narratives.ts";
import { LAYER_OF } from "../../src/corpus/trace.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatNumberOf, formatShare } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { LayerChip } from "../charts/marks.tsx";
import { formatPart } from "../charts/part.ts";
import { Said } from "../charts/said.tsx";
import { query, useAnswer } from "../state/answer.ts";
import { isCopy } from "../state/copy.ts";
import { brushed } from "../state/moments.ts";
import { changeView, linkTo, view } from "../state/place.ts";
import { PARTS, type Part } from "../state/view.ts";
import { BrushNote } from "./brush-note.tsx";
import { Head } from "./head.tsx";
import { ObjectLabel } from "./label.tsx";
import { objectLink } from "./links.ts";
import { Wait } from "./notice.tsx";
import { Texts } from "./texts.tsx";
import { Words } from "./words.tsx";

const PART_LABEL: Readonly<Record<Part, string>> = {
  objects: "Objects and sites",
  words: "Words",
  texts: "Texts",
};

/** What the cluster pushes: objects and sites, words that tell it apart, texts in common. Each leads to the posts. */
export function Content({ profile, overview }: { readonly profile: Profile; readonly overview: OverviewFile }) {
  const { part } = view.value;
  return (
    <div class="contentparts">
      <fieldset class="seg sm" aria-label="What of its content">
        {PARTS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={part === name}
            onClick={() => changeView({ part: name, sort: "" })}
          >
            {PART_LABEL[name]}
          </button>
        ))}
      </fieldset>
      {part === "objects" ? (
        <Objects profile={profile} />
      ) : (
        <>
          <BrushNote overview={overview} />
          <div class="tabwrap">
            <Narratives clusterId={profile.clusterId} part={part} />
          </div>
        </>
      )}
    </div>
  );
}

function Narratives({ clusterId, part }: { readonly clusterId: string; readonly part: "words" | "texts" }) {
  const answer = useAnswer<NarrativesAnswer>(query("narratives", { cluster: clusterId }));
  return (
    <Wait answer={answer}>{(found) => (part === "words" ? <Words found={found} /> : <Texts found={found} />)}</Wait>
  );
}

function Objects({ profile }: { readonly profile: Profile }) {
  const now = brushed.value;
  const objects = profile.objects.flatMap((object, index) => {
    const members = now === null ? null : (now.objects[index] ?? 0);
    return members === 0 ? [] : [{ object, members }];
  });
  const domains = profile.domains.flatMap((entry, index) => {
    const members = now === null ? null : (now.domains[index] ?? 0);
    return members === 0 ? [] : [{ entry, members, posts: now === null ? null : (now.domainPosts[index] ?? 0) }];
  });
  const posts = profile.languages.reduce((sum, entry) => sum + entry.posts, 0);
  return (
    <div class="tabwrap">
      <table class="tbl fixed">
        <caption class="cap">
          {formatNumberOf(profile.objects.length, "object")} that most members acted on together, in significant pairs
          or not; open one for everyone who touched it.
          {now !== null && (
            <b class="brushed">
              {" "}
              {formatCount(objects.length)} of {formatCount(profile.objects.length)} were acted on in the brushed time;
              all accounts and co-actions are of all of the time.
            </b>
          )}
        </caption>
        <thead>
          <tr>
            <Head label="Object" />
            <Head label="Members" isNumber class="w1" />
            <Head label="All accounts" isNumber class="w1" />
            <Head label="Co-actions" isNumber class="w1" />
          </tr>
        </thead>
        <tbody>
          {objects.map(({ object, members }) => (
            <tr key={`${object.trace}-${object.object}`}>
              <td class="cutcell">
                <LayerChip letter={LAYER_OF[object.trace]} />{" "}
                <a href={objectLink(object.trace, object.object, profile.clusterId)}>
                  <ObjectLabel trace={object.trace} label={object.label} />
                </a>
              </td>
              <td class="num ink">{formatPart(members, object.members)}</td>
              <td class="num">{formatCount(object.accounts)}</td>
              <td class="num">{formatCount(object.coactions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="tbl fixed">
        <caption class="cap">
          {profile.domains.length === 0
            ? "Sites: none. The members' posts hold no link, or only shortened ones."
            : "Sites the members link to."}
          {firstOf(profile.domains.length, profile.domainsTotal, "most posts")}
          {profile.domains.length > 0 && !isCopy() && (
            <>
              {" "}
              <a href={linkTo({ page: "sites", cluster: profile.clusterId })}>What ties them, and who links to what</a>.
            </>
          )}
          {now !== null && profile.domains.length > 0 && (
            <b class="brushed">
              {" "}
              {formatCount(domains.length)} of these {formatCount(profile.domains.length)} in the brushed time.
            </b>
          )}
        </caption>
        {profile.domains.length > 0 && (
          <>
            <thead>
              <tr>
                <Head label="Site, defanged" />
                <Head label="Posts" isNumber class="w1" />
                <Head label="Members" isNumber class="w1" />
              </tr>
            </thead>
            <tbody>
              {domains.map(({ entry, members, posts }) => (
                <tr key={entry.domain}>
                  <td class="cutcell">
                    <a class="mono" href={linkTo({ page: "posts", domain: entry.domain, cluster: profile.clusterId })}>
                      <Said text={defangHost(entry.domain)} />
                    </a>
                  </td>
                  <td class="num">{formatPart(posts, entry.posts)}</td>
                  <td class="num">{formatPart(members, entry.members)}</td>
                </tr>
              ))}
            </tbody>
          </>
        )}
      </table>
      {profile.targets.length > 0 && <Targets profile={profile} />}
      <p class="cap langs">
        Languages{now !== null && " of all of the time"}
        {profile.languages.some((entry) => entry.guessed) && " (guessed from a sample of texts)"}:{" "}
        {profile.languages.length === 0
          ? "not told."
          : profile.languages
              .map((entry) => `${visibleLine(entry.language)} ${formatShare(entry.posts / Math.max(1, posts))}`)
              .join(", ")}{" "}
        {posts > 0 && `of ${formatNumberOf(posts, "post")}.`}
      </p>
    </div>
  );
}

/** Authors the members answered together: targets, never members. */
function Targets({ profile }: { readonly profile: Profile }) {
  return (
    <table class="tbl fixed">
      <caption class="cap">
        Authors whom two or more members answered: targets, not members.
        {brushed.value !== null && " Of all of the time."}
        {firstOf(profile.targets.length, profile.targetsTotal, "most members")}
      </caption>
      <thead>
        <tr>
          <Head label="Author's id" />
          <Head label="Posts answered" isNumber class="w1" />
          <Head label="Members" isNumber class="w1" />
        </tr>
      </thead>
      <tbody>
        {profile.targets.map((target) => (
          <tr key={target.accountId}>
            <td class="cutcell mono">
              <Said text={target.accountId} />
            </td>
            <td class="num">{formatCount(target.posts)}</td>
            <td class="num">{formatCount(target.members)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a table leaves out, said beside it. */
function firstOf(shown: number, total: number, by: string): string {
  return total > shown ? ` The ${formatCount(shown)} with ${by}, of ${formatCount(total)}.` : "";
}
