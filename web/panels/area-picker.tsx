import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { boxOutline, pointsWithin } from "../map/area.ts";
import type { Point } from "../map/segments.ts";

export type AreaTool = "box" | "lasso";

interface AreaPickerProps {
  readonly tool: AreaTool;
  readonly places: () => readonly Point[];
  readonly onPick: (members: readonly number[], isMore: boolean) => void;
  readonly onCancel: () => void;
}

/** A sheet over the graph on which a line is drawn; what lies within is picked. Escape puts it away. */
export function AreaPicker({ tool, places, onPick, onCancel }: AreaPickerProps) {
  const sheet = useRef<SVGSVGElement>(null);
  const [line, setLine] = useState<readonly Point[]>([]);
  useLayoutEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onCancel();
    };
    addEventListener("keydown", leave, true);
    return () => removeEventListener("keydown", leave, true);
  }, [onCancel]);
  const at = (event: PointerEvent): Point => {
    const box = sheet.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const [first] = line;
  const last = line.at(-1);
  const outline = tool === "lasso" || first === undefined || last === undefined ? line : boxOutline(first, last);
  return (
    <svg
      ref={sheet}
      class="asheet"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setLine([at(event)]);
      }}
      onPointerMove={(event) => {
        if (line.length > 0) setLine([...line, at(event)]);
      }}
      // The system took the pointer away, as for a gesture: what was begun is no choice.
      onPointerCancel={() => setLine([])}
      onPointerUp={(event) => {
        const members = pointsWithin(places(), outline);
        setLine([]);
        onPick(members, event.shiftKey);
      }}
    >
      {outline.length > 1 && <path d={`M${outline.map(({ x, y }) => `${x} ${y}`).join("L")}Z`} />}
    </svg>
  );
}
