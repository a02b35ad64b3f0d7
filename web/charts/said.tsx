import { type VisiblePart, visibleName, visibleParts } from "../../src/text/visible.ts";

/**
 * Text that others wrote, never obeyed: links defanged and dead, hidden characters as code points, direction isolated. Text reaches the
 * page as text nodes only.
 */
export function Said({ text, isMarked = false }: { readonly text: string; readonly isMarked?: boolean }) {
  // The mark isolates by itself: an isolate inside it would let a line break fall between the mark's edge and its first word.
  const Tag = isMarked ? "mark" : "bdi";
  return <Tag class="said">{visibleParts(text).map(showPart)}</Tag>;
}

/** The name of a file or a case, or a sentence that quotes one: hidden characters shown, dots left alone. */
export function FileName({ name }: { readonly name: string }) {
  return <bdi class="said">{visibleName(name).map(showPart)}</bdi>;
}

function showPart(part: VisiblePart) {
  if (part.kind === "hidden") {
    return (
      <span class="hid" title={part.name}>
        {part.text}
      </span>
    );
  }
  return part.kind === "link" ? <span class="defang">{part.text}</span> : part.text;
}

/** An account's name as others gave it, in the voice of ids. */
export function Handle({ handle, id }: { readonly handle: string | null; readonly id: string }) {
  return (
    <span class="mono handle">
      <Said text={handle === null || handle === "" ? id : handle} />
    </span>
  );
}
