import { useState } from "preact/hooks";
import type { Profile } from "../../src/clusters/profile.ts";
import { formatCount, formatNumberOf } from "../../src/text/figures.ts";
import { changeView, view } from "../state/place.ts";

/** What can be done with the accounts that are picked. They are a choice of the reader's, no finding. */
export function PickedBar({ profile }: { readonly profile: Profile }) {
  /** What became of the last copy, and of which choice: said no longer than that stands. */
  const [copied, setCopied] = useState<{ readonly of: readonly number[]; readonly said: string } | null>(null);
  const chosen = view.value.picked;
  const picked = chosen.filter((member) => member < profile.members.length);
  if (picked.length === 0) return null;
  const isIn = new Set(picked);
  const pairs = profile.ties.filter((tie) => isIn.has(tie.a) && isIn.has(tie.b)).length;
  const copy = async () => {
    const ids = picked.map((member) => profile.members[member]?.accountId ?? "").join("\n");
    try {
      await navigator.clipboard.writeText(ids);
      setCopied({ of: chosen, said: `${formatNumberOf(picked.length, "id")} copied` });
    } catch {
      setCopied({ of: chosen, said: "This browser does not let the page copy; Accounts lists them." });
    }
  };
  return (
    <section class="picked" aria-label="Picked accounts">
      <b aria-live="polite">
        {formatCount(picked.length)} of {formatNumberOf(profile.members.length, "account")} picked,{" "}
        {formatNumberOf(pairs, "pair")} among them
      </b>
      <button type="button" class="btn sm" onClick={() => changeView({ tab: "accounts", sort: "" })}>
        List
      </button>
      <button
        type="button"
        class="btn sm"
        disabled={pairs === 0}
        onClick={() => changeView({ tab: "evidence", sort: "" })}
      >
        Their pairs
      </button>
      <button type="button" class="btn sm" onClick={() => void copy()}>
        Copy ids
      </button>
      <button type="button" class="btn sm" onClick={() => changeView({ picked: [] })}>
        Clear
      </button>
      <span class="mute" aria-live="polite">
        {copied?.of === chosen && copied.said}
      </span>
    </section>
  );
}
