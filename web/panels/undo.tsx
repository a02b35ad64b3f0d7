import { useEffect, useState } from "preact/hooks";
import { formatNumberOf } from "../../src/text/figures.ts";
import { permalink, undone, walk } from "../state/place.ts";
import { pause } from "../state/replay.ts";
import { isCovered, isTyping } from "../state/typing.ts";

/** Undo, redo, and the address of exactly this view. Verdicts are no steps: they are withdrawn, never undone. */
export function UndoRedo() {
  const { undo, redo } = undone.value;
  const [said, say] = useState("");
  const [isCopied, setCopied] = useState(false);
  // Not `disabled`: a button that is used up under a keyboard keeps the focus.
  const step = (by: -1 | 1) => {
    // A replay that runs is the step that is taken back, not the one before it.
    pause();
    const left = walk(by);
    if (left === null) say(by < 0 ? "Nothing to undo." : "Nothing to redo.");
    else say(`${by < 0 ? "Undone" : "Redone"}, ${formatNumberOf(left, "step")} left.`);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = stepOf(event);
      // In a field, undo belongs to the words being typed. The dialog of notes is a step like any other; the sheet of keys is none.
      if (by === 0 || isTyping(event.target) || isCovered("dialog:not(.vsheet)")) return;
      event.preventDefault();
      step(by);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    pause();
    const address = permalink();
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
      say("The link to this view was copied.");
    } catch {
      say("This browser lets no page copy; the link stands in the address bar.");
    }
  };
  return (
    <span class="undo">
      <button
        type="button"
        class="btn quiet"
        aria-disabled={undo === 0}
        onClick={() => step(-1)}
        aria-label={`Undo, ${formatNumberOf(undo, "step")}`}
        aria-keyshortcuts="Control+Z Meta+Z U"
        title="Undo (u, Ctrl Z)"
      >
        <Turn /> {undo > 0 && <span class="n">{undo}</span>}
      </button>
      <button
        type="button"
        class="btn quiet"
        aria-disabled={redo === 0}
        onClick={() => step(1)}
        aria-label={`Redo, ${formatNumberOf(redo, "step")}`}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z Shift+U"
        title="Redo (Shift u, Ctrl Shift Z)"
      >
        <Turn isForward /> {redo > 0 && <span class="n">{redo}</span>}
      </button>
      <button type="button" class="btn quiet" onClick={copy} title="Copy the link to exactly this view">
        <Chain /> <span class="wide">{isCopied ? "Copied" : "Link"}</span>
        <span class="sr">Copy link</span>
      </button>
      <span class="sr" aria-live="polite">
        {said}
      </span>
    </span>
  );
}

/** Which way a key walks: 0, none. Letters without modifiers; Z with the one modifier of the desk. */
function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  const key = event.key.toLowerCase();
  if (event.altKey) return 0;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key === "y" && !event.shiftKey) return 1;
  if (key !== (isCommand ? "z" : "u")) return 0;
  return event.shiftKey ? 1 : -1;
}

function Turn({ isForward = false }: { readonly isForward?: boolean }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <g
        transform={isForward ? "matrix(-1 0 0 1 14 0)" : undefined}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
      >
        <path d="M2.5 5h6a3.5 3.5 0 0 1 0 7H6" stroke-linecap="round" />
        <path d="M5 2 2 5l3 3" stroke-linecap="round" stroke-linejoin="round" />
      </g>
    </svg>
  );
}

function Chain() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round">
        <path d="M6 8.5 8.5 6M5.5 4.5 7 3a2.6 2.6 0 0 1 4 4L9.5 8.5M8.5 9.5 7 11a2.6 2.6 0 0 1-4-4l1.5-1.5" />
      </g>
    </svg>
  );
}
