import { useMemo, useRef, useState } from "preact/hooks";
import type { Profile } from "../../src/clusters/profile.ts";
import { formatCount } from "../../src/text/figures.ts";
import { visibleLine } from "../../src/text/visible.ts";
import { Handle } from "../charts/said.tsx";
import { changeView, view } from "../state/place.ts";

interface FindAccountProps {
  readonly profile: Profile;
  /** False: the graph does not show that account. */
  readonly onFly: (member: number) => boolean;
}

/** Accounts listed at once; the count of all is said. */
const LISTED = 8;

/** Type a name and the camera goes there; the same list picks accounts without a pointer. */
export function FindAccount({ profile, onFly }: FindAccountProps) {
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const list = useRef<HTMLDetailsElement>(null);
  const { picked } = view.value;
  const names = useMemo(
    () => profile.members.map((member) => `${member.handle}\n${member.accountId}`.toLowerCase()),
    [profile],
  );
  const sought = text.trim().toLowerCase();
  const found = names.flatMap((name, index) => (sought === "" || name.includes(sought) ? [index] : []));
  const fly = (member: number) => {
    const { handle, accountId } = profile.members[member] ?? { handle: "", accountId: "" };
    const name = visibleLine(handle || accountId);
    setSaid(
      onFly(member) ? `The graph shows ${name} in the middle.` : `The graph does not draw ${name}; Accounts lists it.`,
    );
  };
  const toggle = (member: number) => {
    const next = picked.includes(member) ? picked.filter((other) => other !== member) : [...picked, member];
    changeView({ picked: [...next].sort((a, b) => a - b) });
  };
  return (
    <details
      ref={list}
      class="more find"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || list.current?.open !== true) return;
        event.stopPropagation();
        list.current.open = false;
        list.current.querySelector("summary")?.focus();
      }}
    >
      <summary class="btn sm" id="find-account">
        Find
      </summary>
      <div class="pop">
        <input
          class="field"
          type="search"
          aria-label="Name or id of an account of this cluster; Enter shows it on the graph"
          placeholder="Name or id, Enter shows it"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === "Enter" && sought !== "" && first !== undefined) fly(first);
          }}
        />
        <ul>
          {found.slice(0, LISTED).map((member) => {
            const { handle, accountId } = profile.members[member] ?? { handle: "", accountId: "" };
            return (
              <li key={member}>
                <label>
                  <input type="checkbox" class="cb" checked={picked.includes(member)} onChange={() => toggle(member)} />{" "}
                  <Handle handle={handle} id={accountId} />
                </label>
                <button type="button" class="linkish" onClick={() => fly(member)}>
                  show
                </button>
              </li>
            );
          })}
        </ul>
        <p class="cap">
          {found.length > LISTED
            ? `${formatCount(LISTED)} of ${formatCount(found.length)}; type more of the name.`
            : `${formatCount(found.length)} found.`}{" "}
          Ticked ones are picked.
        </p>
        <p class="cap" aria-live="polite">
          {said}
        </p>
      </div>
    </details>
  );
}
