import type { ComponentChildren } from "preact";
import type { EgoAnswer, Listed } from "../../src/corpus/ego.ts";
import { defangHost } from "../../src/text/defang.ts";
import { formatCount, formatDay, formatNumberOf, formatShare } from "../../src/text/figures.ts";
import { HeatKey, Heatmap, largestShare } from "../charts/heatmap.tsx";
import { FileName, Said } from "../charts/said.tsx";
import { linkTo, view } from "../state/place.ts";

/** What the export says of one account. What it does not say is left out or said to be missing, never guessed. */
export function AccountCard({ ego }: { readonly ego: EgoAnswer }) {
  const { account } = ego;
  return (
    <>
      {account.bio !== null && account.bio.trim() !== "" && (
        <blockquote class="bio post" dir="auto">
          <Said text={account.bio} />
        </blockquote>
      )}
      <dl class="card">
        <Fact name="Account id">
          <span class="mono">
            <FileName name={account.accountId} />
          </span>
        </Fact>
        <Fact name="Platform">{account.platform === null ? NOT_TOLD : <Said text={account.platform} />}</Fact>
        <Fact name="Created">{account.createdMs === null ? NOT_TOLD : formatDay(account.createdMs)}</Fact>
        <Fact name="Place, as it says itself">
          {account.location === null || account.location === "" ? NOT_TOLD : <Said text={account.location} />}
        </Fact>
        <Fact name="Followers, following">
          {account.followers === null && account.following === null
            ? NOT_TOLD
            : `${countOr(account.followers)}, ${countOr(account.following)}`}
        </Fact>
        <Fact name="Posts in all, as it says">
          {account.declaredPosts === null ? NOT_TOLD : formatCount(account.declaredPosts)}
        </Fact>
        <Fact name="What it posts">
          {ego.kinds.map((kind) => `${kind.what} ${formatShare(kind.posts / Math.max(1, account.posts))}`).join(", ") ||
            NOT_TOLD}
        </Fact>
        <Fact name="Languages">
          <Shares listed={ego.languages} all={account.posts} />
        </Fact>
        <Fact name="Posted with">
          <Shares listed={ego.clients} all={account.posts} />
        </Fact>
        <Fact name="Sites" wide>
          {ego.domains.total === 0
            ? "none: no link, or only shortened ones"
            : ego.domains.rows.map((site, index) => (
                <span key={site.what}>
                  {index > 0 && ", "}
                  <a
                    class="mono"
                    href={linkTo({
                      page: "posts",
                      account: account.account,
                      domain: site.what,
                      cluster: view.value.cluster,
                    })}
                  >
                    <Said text={defangHost(site.what)} />
                  </a>{" "}
                  {formatCount(site.posts)}
                </span>
              ))}
          <Rest listed={ego.domains} />
        </Fact>
      </dl>
      <section class="cardheat" aria-label="When it posts">
        <div class="phead">
          <h2>When it posts</h2>
          <span class="mute">{formatNumberOf(account.posts, "post")}, UTC</span>
          <span class="grow" />
          <HeatKey maxShare={largestShare(ego.rhythm)} />
        </div>
        <Heatmap title="This account" counts={ego.rhythm} zone="UTC" band={null} isTable={view.value.isTable} />
        <p class="cap">A quiet band is not a location. Hours are free to forge.</p>
      </section>
    </>
  );
}

const NOT_TOLD = "not told";
/** Shares that fit into one field of the card. */
const SHARES = 4;

function Fact({
  name,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={wide ? "wide2" : ""}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Shares({ listed, all }: { readonly listed: Listed; readonly all: number }) {
  if (listed.total === 0) return <>{NOT_TOLD}</>;
  return (
    <>
      {listed.rows.slice(0, SHARES).map((row, index) => (
        <span key={row.what}>
          {index > 0 && ", "}
          <Said text={row.what} /> {formatShare(row.posts / Math.max(1, all))}
        </span>
      ))}
      <Rest listed={{ total: listed.total, rows: listed.rows.slice(0, SHARES) }} />
    </>
  );
}

/** What a short list leaves out. */
function Rest({ listed }: { readonly listed: Listed }) {
  const rest = listed.total - listed.rows.length;
  return rest > 0 ? <span class="mute"> and {formatCount(rest)} more</span> : null;
}

function countOr(count: number | null): string {
  return count === null ? NOT_TOLD : formatCount(count);
}
