import { useEffect, useRef } from "preact/hooks";
import { isCopy } from "../state/copy.ts";

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [["/"], "search"],
  [["j", "k"], "next, previous"],
  [["PgUp", "PgDn"], "a long table, by screenfuls"],
  [["Home", "End"], "its first, last row"],
  [["Enter"], "open"],
  [["Esc"], "back"],
  [["e"], "evidence"],
  [["t"], "time"],
  [["q"], "threshold"],
  [["1", "–", "9"], "layer on, off"],
  [["←", "→"], "move the brush"],
  [["Shift", "←", "→"], "resize the brush"],
  [["0"], "reset the brush"],
  [["u"], "undo"],
  [["Shift", "u"], "redo"],
  [["l"], "verdict, note, label"],
  [["f"], "find or pick an account"],
  [["p"], "replay, pause"],
  [["[", "]"], "one window back, on"],
  [["?"], "this sheet"],
];

/** The sheet of keys; a native dialog, so focus stays in it and Escape closes it. */
export function Keys({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="sheet" aria-label="Keys" onClose={onClose}>
      <h2>Keys</h2>
      <dl>
        {KEYS.filter(([, what]) => !(isCopy() && what === "threshold")).map(([keys, what]) => (
          <div key={what}>
            <dt>{keys.map((key) => (key === "–" ? " – " : <kbd key={key}>{key}</kbd>))}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="cap">Letters are off inside fields. Arrow keys work on the timeline once it has the focus.</p>
      {!isCopy() && (
        <p class="cap">
          To take along: PNG and SVG save the picture beside them; tables and graphs lie in the case folder;{" "}
          <code>npm run explore -- CASE --single-file copy.html</code> writes this page and its evidence as one file.
        </p>
      )}
      <form method="dialog">
        <button type="submit" class="btn">
          Close
        </button>
      </form>
    </dialog>
  );
}
