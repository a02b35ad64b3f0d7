import { useEffect, useRef, useState } from "preact/hooks";
import type { DraftSubject } from "../../src/clusters/verdicts/draft.ts";
import { LABEL_LIMIT, REASON_LIMIT, WHO_LIMIT } from "../../src/clusters/verdicts/fields.ts";
import {
  type Act,
  ANSWERS,
  type Axes,
  type AxisAnswer,
  isConsistent,
  presetAxes,
  VERDICTS,
  type Verdict,
} from "../../src/clusters/verdicts/line.ts";
import { isTyping } from "../state/typing.ts";
import { analyst, formWanted, nameAnalyst, verdicts, writeEntry } from "../state/verdicts.ts";
import { COORDINATION_SAYS, INAUTHENTICITY_SAYS } from "./verdict-words.ts";

const MODES = ["verdict", "note", "label"] as const;
type Mode = (typeof MODES)[number];

interface Words {
  readonly mode: Mode;
  readonly verdict: Verdict | null;
  readonly axes: Axes;
  readonly label: string;
  readonly reason: string;
}

const EMPTY: Words = { mode: "verdict", verdict: null, axes: presetAxes("cannot tell"), label: "", reason: "" };
/** What was begun and not saved, by subject: a look at the evidence must not lose it. */
const begun = new Map<string, Words>();

interface VerdictFormProps {
  /** Key of the subject, and how the server knows it. */
  readonly subject: string;
  readonly on: DraftSubject;
}

/** Verdict, note or label, always with a reason. The two axes stand apart. */
export function VerdictForm({ subject, on }: VerdictFormProps) {
  const [words, setWords] = useState<Words>(begun.get(subject) ?? EMPTY);
  const [name, setName] = useState(analyst.value);
  const [isNaming, setNaming] = useState(analyst.value === "");
  const [isBusy, setBusy] = useState(false);
  /** The same at once: a key that is held down comes again before anything is drawn, and what is written twice stays twice. */
  const isWriting = useRef(false);
  const [said, say] = useState<{ readonly text: string; readonly isFault: boolean } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const readOnly = verdicts.value?.readOnly ?? null;
  const { mode, verdict, label, reason } = words;
  const change = (next: Partial<Words>) => {
    const all = { ...words, ...next };
    begun.set(subject, all);
    setWords(all);
    say(null);
  };
  const pick = (next: Verdict) => change({ verdict: next, axes: presetAxes(next) });
  const missing = missingOf(words, name);
  const isTaken = useRef(formWanted.value);
  useEffect(() => {
    if (formWanted.value === isTaken.current) return;
    isTaken.current = formWanted.value;
    const field = (which: string) => form.current?.querySelector<HTMLElement>(which);
    (field("input[name=verdict]:checked") ?? field("input[name=verdict]") ?? field("textarea"))?.focus();
  }, [formWanted.value]);
  const save = async () => {
    if (isWriting.current) return;
    if (missing !== null) return say({ text: missing, isFault: true });
    isWriting.current = true;
    setBusy(true);
    const who = name.trim();
    nameAnalyst(who);
    const error = await writeEntry({ who, reason: reason.trim(), on, ...actOf(words) });
    isWriting.current = false;
    setBusy(false);
    if (error !== null) return say({ text: error, isFault: true });
    begun.delete(subject);
    setWords({ ...EMPTY, mode });
    setNaming(false);
    say({ text: `The ${mode} is kept.`, isFault: false });
  };
  if (readOnly !== null) {
    return (
      <p class="vread" role="note">
        {readOnly}
      </p>
    );
  }
  return (
    <form
      class="vform"
      ref={form}
      aria-label="Your verdict, note or label"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        const digit = VERDICTS[Number(event.key) - 1];
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        } else if (mode === "verdict" && digit !== undefined && !isTyping(event.target)) {
          event.preventDefault();
          event.stopPropagation();
          pick(digit);
          form.current?.querySelector("textarea")?.focus();
        }
      }}
    >
      <span class="vlabel">Your</span>
      <Choice name="mode" label="What to write" values={MODES} value={mode} onPick={(next) => change({ mode: next })} />
      {mode === "verdict" && (
        <>
          <span class="vlabel">Verdict</span>
          <Choice name="verdict" label="Verdict" values={VERDICTS} value={verdict} keys onPick={pick} />
          <span class="vlabel">Coordination</span>
          <Axis axis="coordination" says={COORDINATION_SAYS} words={words} onAxes={(next) => change({ axes: next })} />
          <span class="vlabel">Inauthenticity</span>
          <Axis
            axis="inauthenticity"
            says={INAUTHENTICITY_SAYS}
            words={words}
            onAxes={(next) => change({ axes: next })}
          />
        </>
      )}
      {mode === "label" && (
        <>
          <label class="vlabel" for="vlabel">
            Label
          </label>
          <input
            id="vlabel"
            class="field"
            maxLength={LABEL_LIMIT}
            placeholder="A name for your own use; it claims nothing"
            value={label}
            onInput={(event) => change({ label: event.currentTarget.value })}
          />
        </>
      )}
      <label class="vlabel top" for="vreason">
        {mode === "note" ? "Note" : "Reason"}
        <small>required</small>
      </label>
      <textarea
        id="vreason"
        class="field"
        rows={3}
        maxLength={REASON_LIMIT}
        placeholder={
          mode === "label" ? "Why this name?" : "What did you see, in which posts? A reader must be able to check it."
        }
        value={reason}
        onInput={(event) => change({ reason: event.currentTarget.value })}
      />
      {isNaming ? (
        <label class="vlabel" for="vwho">
          Analyst
        </label>
      ) : (
        <span class="vlabel">Analyst</span>
      )}
      {isNaming ? (
        <input
          id="vwho"
          class="field"
          maxLength={WHO_LIMIT}
          placeholder="Your name or initials; kept in this browser, and written beside each entry"
          autocomplete="off"
          value={name}
          onInput={(event) => {
            setName(event.currentTarget.value);
            say(null);
          }}
        />
      ) : (
        <span class="vname">
          <b>{name}</b>{" "}
          <button type="button" class="linkish" onClick={() => setNaming(true)}>
            change
          </button>
        </span>
      )}
      <span />
      <div class="vrow">
        <button
          type="submit"
          class={`btn${missing === null ? " solid" : ""}`}
          aria-disabled={missing !== null || isBusy}
        >
          Save {mode}
        </button>
        <span class={said?.isFault === true ? "vfault" : "cap"} aria-live="polite">
          {said?.text ?? missing ?? "Kept apart from the data, never overwritten."}
        </span>
        <span class="grow" />
        <kbd>Ctrl</kbd>
        <kbd>Enter</kbd>
      </div>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly values: readonly T[];
  readonly value: T | null;
  readonly says?: Readonly<Record<T, string>>;
  readonly isOpen?: (value: T) => boolean;
  /** Number each choice by the key that picks it. */
  readonly keys?: boolean;
  readonly onPick: (value: T) => void;
}

/** Native radio buttons in the look of a segmented choice: arrow keys, names and states come with them. */
function Choice<T extends string>({ name, label, values, value, says, isOpen, keys = false, onPick }: ChoiceProps<T>) {
  return (
    <fieldset class={`seg vseg${keys ? " many" : ""}`} aria-label={label}>
      {values.map((one, index) => (
        <label key={one} class={isOpen?.(one) === false ? "shut" : undefined}>
          <input
            type="radio"
            name={name}
            checked={value === one}
            disabled={isOpen?.(one) === false}
            onChange={() => onPick(one)}
          />
          {keys && <span class="vkey">{index + 1}</span>}
          {says?.[one] ?? one}
        </label>
      ))}
    </fieldset>
  );
}

interface AxisProps {
  readonly axis: keyof Axes;
  readonly says: Readonly<Record<AxisAnswer, string>>;
  readonly words: Words;
  readonly onAxes: (axes: Axes) => void;
}

/** One of the two questions; answers that cannot stand under the verdict are shut. */
function Axis({ axis, says, words: { verdict, axes }, onAxes }: AxisProps) {
  const other = axis === "coordination" ? "inauthenticity" : "coordination";
  const isOpen = (answer: AxisAnswer) =>
    verdict !== null && ANSWERS.some((second) => isConsistent(verdict, { ...axes, [axis]: answer, [other]: second }));
  const open = ANSWERS.filter(isOpen).length;
  return (
    <div class="vrow">
      <Choice
        name={axis}
        label={axis === "coordination" ? "Coordination" : "Inauthenticity"}
        values={ANSWERS}
        value={verdict === null ? null : axes[axis]}
        says={says}
        isOpen={isOpen}
        onPick={(answer) => {
          const next = { ...axes, [axis]: answer };
          // "Cannot tell" must leave one question open: answering both opens the other again.
          onAxes(verdict !== null && !isConsistent(verdict, next) ? { ...next, [other]: "cannot tell" } : next);
        }}
      />
      {open < 2 && <span class="cap">{open === 1 ? "follows from the verdict" : "pick a verdict first"}</span>}
    </div>
  );
}

function actOf({ mode, verdict, axes, label }: Words): Act {
  if (mode === "note") return { act: "note" };
  if (mode === "label") return { act: "label", label: label.trim() };
  if (verdict === null) throw new Error("verdicts: a verdict was saved before one was picked");
  return { act: "verdict", verdict, ...axes };
}

/** What the form still lacks, as the sentence beside its button. */
function missingOf({ mode, verdict, label, reason }: Words, name: string): string | null {
  if (mode === "verdict" && verdict === null) return "A verdict is missing.";
  if (mode === "label" && label.trim() === "") return "A label is missing.";
  if (reason.trim() === "") return mode === "note" ? "The note is empty." : "A reason is missing.";
  return name.trim() === "" ? "Your name is missing." : null;
}
