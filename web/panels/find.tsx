import { changeView, view } from "../state/place.ts";
import { useSettling } from "../state/settling.ts";

/** The field that narrows the table in sight; typing settles before a hundred thousand rows are gone through. */
export function Find({ what }: { readonly what: string }) {
  const [text, setText] = useSettling(view.value.find, (find) => changeView({ find }, false));
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
