import type { Profile } from "../../src/clusters/profile.ts";
import type { RivalMeasurement, WeighedRival } from "../../src/clusters/rivals/rival.ts";
import { EXPLAINS } from "../../src/clusters/rivals/rival.ts";
import { formatIndex } from "../../src/text/figures.ts";
import { Said } from "../charts/said.tsx";
import { changeView, view } from "../state/place.ts";
import { Head } from "./head.tsx";
import { Notice } from "./notice.tsx";

/** What else could explain the cluster: every rival with its fit, and the figures it was judged by. */
export function Rivals({ profile }: { readonly profile: Profile }) {
  const [first] = profile.rivals;
  if (first === undefined) {
    return (
      <Notice kind="unknown" title="No rival was weighed.">
        This case was written by a version that knows none.
      </Notice>
    );
  }
  const { rival: open } = view.value;
  const shown = profile.rivals.some((rival) => rival.name === open) ? open : first.name;
  return (
    <div class="rivals">
      <p class="say">
        <Said text={first.sentence} />
      </p>
      <p class="cap rvnote">
        Fit runs from 0 to 1; from {EXPLAINS} on a rival explains the cluster. A rival that fits is a reason to stop;
        one that does not fit proves nothing by itself.
      </p>
      <ol class="rvs">
        {profile.rivals.map((rival) => (
          <li key={rival.name}>
            <RivalLine rival={rival} isOpen={rival.name === shown} onOpen={() => changeView({ rival: rival.name })} />
            {rival.name === shown && <Measured rival={rival} isFirst={rival === first} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function RivalLine({
  rival,
  isOpen,
  onOpen,
}: {
  readonly rival: WeighedRival;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const count = (points: RivalMeasurement["points"]): number =>
    rival.measurements.filter((measurement) => measurement.points === points).length;
  return (
    <button type="button" class={isOpen ? "rvl sel" : "rvl"} aria-expanded={isOpen} onClick={onOpen}>
      <b>{rival.name.replaceAll("-", " ")}</b>
      <span class="mute">
        {count("for")} for, {count("against")} against
      </span>
      <span class="fit" aria-hidden="true">
        <span class={rival.score >= EXPLAINS ? "on" : ""} style={{ width: `${Math.round(100 * rival.score)}%` }} />
        <span class="at" style={{ left: `${100 * EXPLAINS}%` }} />
      </span>
      <span class="num ink">{formatIndex(rival.score)}</span>
    </button>
  );
}

const POINTS: Readonly<Record<RivalMeasurement["points"], string>> = {
  for: "for",
  against: "against",
  neither: "neither",
};

function Measured({ rival, isFirst }: { readonly rival: WeighedRival; readonly isFirst: boolean }) {
  return (
    <div class="pairlist">
      {!isFirst && (
        <p class="rvsay">
          <Said text={rival.sentence} />
        </p>
      )}
      <table class="tbl rvm">
        <caption class="sr">What {rival.name} was judged by</caption>
        <thead>
          <tr>
            <Head label="Measured" />
            <Head label="Here" />
            <th scope="col">If it were {rival.name.replaceAll("-", " ")}</th>
            <Head label="Speaks" />
          </tr>
        </thead>
        <tbody>
          {rival.measurements.map((measurement) => (
            <tr key={measurement.what} class={measurement.points}>
              <td>
                <Said text={measurement.what} />
              </td>
              <td class="ink">
                <Said text={measurement.value} />
              </td>
              <td class="mute">
                <Said text={measurement.expected} />
              </td>
              <td class="nowrap">
                <span class={`pt ${measurement.points}`}>{POINTS[measurement.points]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
