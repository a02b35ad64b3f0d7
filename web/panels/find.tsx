import { useEffect, useState } from "preact/hooks";
import { changeView, view } from "../state/place.ts";

/** Typing settles before a hundred thousand rows are gone through. */
const SETTLE_MS = 120;

/** The field that narrows the table in sight. */
export function Find({ what }: { readonly what: string }) {
  const { find } = view.value;
  const [text, setText] = useState(find);
  useEffect(() => setText(find), [find]);
  useEffect(() => {
    if (text === find) return;
    const timer = setTimeout(() => changeView({ find: text }, false), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <input
      class="field find"
      type="search"
      aria-label={`Narrow the table: ${what}`}
      placeholder={what}
      autocomplete="off"
      spellcheck={false}
      maxLength={100}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        if (text === "") event.currentTarget.blur();
        else setText("");
      }}
    />
  );
}
