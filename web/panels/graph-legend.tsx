import type { Profile, Role } from "../../src/clusters/profile.ts";
import { LAYER_LABEL } from "../../src/corpus/trace.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { DashSample } from "../charts/marks.tsx";
import { type chooseTies, DRAWABLE } from "../map/drawn-ties.ts";
import { changeView, view } from "../state/place.ts";
import { LETTERS } from "../state/view.ts";

/** Accounts drawn at first, and with each step more. */
export const ACCOUNTS_DRAWN = 5000;

const ROLES: readonly Role[] = ["originator", "amplifier", "commenter"];

interface LegendProps {
  readonly profile: Profile;
  readonly drawn: ReturnType<typeof chooseTies>;
  /** Parts of the cluster, each with a hull; 0 where it is of one piece. */
  readonly parts: number;
  /** Accounts drawn. */
  readonly limit: number;
}

/** What the marks mean, and what is not drawn. */
export function Legend({ profile, drawn, parts, limit }: LegendProps) {
  const hidden = Math.max(0, profile.members.length - limit);
  const rest = drawn.inTime - drawn.ties.length;
  return (
    <div class="legend">
      <div>
        <span class="it">node area = posts, line = pair</span>
        <span class="sp" />
        {ROLES.map((role) => (
          <span key={role} class="it">
            <RoleMark role={role} /> {role}{" "}
            {formatCount(profile.members.filter((member) => member.role === role).length)}
          </span>
        ))}
      </div>
      <div>
        {LETTERS.filter((letter) => drawn.byLayer.has(letter)).map((letter) => (
          <span key={letter} class="it">
            <DashSample letter={letter} width={30} /> {LAYER_LABEL[letter]}{" "}
            {formatCount(drawn.byLayer.get(letter) ?? 0)}
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
        evidence.{" "}
        {(rest > 0 && drawn.ties.length < DRAWABLE) || hidden > 0 ? (
          <button type="button" class="linkish" onClick={() => changeView({ tieSteps: view.value.tieSteps + 1 })}>
            Show the next{" "}
            {[
              ...(rest > 0 ? [formatNumberOf(Math.min(rest, drawn.ties.length), "pair")] : []),
              ...(hidden > 0 ? [formatNumberOf(Math.min(hidden, ACCOUNTS_DRAWN), "account")] : []),
            ].join(" and ")}
          </button>
        ) : (
          rest > 0 && `Beyond ${formatCount(DRAWABLE)} lines a picture shows nothing; the lists hold all.`
        )}{" "}
        {view.value.tieSteps > 0 && (
          <button type="button" class="linkish" onClick={() => changeView({ tieSteps: 0 })}>
            Show fewer
          </button>
        )}
        {hidden > 0 && (
          <b>
            {" "}
            {formatCount(limit)} of {formatNumberOf(profile.members.length, "account")} drawn.
          </b>
        )}
        {parts > 1 &&
          ` ${formatCount(parts)} hulls: parts found by themselves, which seldom meet; Checks says what makes them one.`}
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
