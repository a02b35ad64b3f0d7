import { changeView, view } from "../state/place.ts";
import { nextSort, sortDirection } from "../state/sorting.ts";

interface HeadProps {
  readonly name: string;
  readonly label: string;
  readonly isNumber?: boolean;
  readonly class?: string;
}

/** A plain column head. */
export function Head({ label, isNumber = false, class: extra = "" }: Omit<HeadProps, "name">) {
  return (
    <th scope="col" class={classesOf(isNumber, extra)}>
      {label}
    </th>
  );
}

/** A column head that sorts. Numbers begin with the largest, texts with the first letter. */
export function SortHead({ name, label, isNumber = false, class: extra = "" }: HeadProps) {
  const { sort } = view.value;
  const direction = sortDirection(sort, name);
  return (
    <th scope="col" class={classesOf(isNumber, extra)} aria-sort={direction}>
      <button
        type="button"
        class="sort"
        onClick={() => changeView({ sort: nextSort(sort, name, isNumber ? "-" : "") })}
      >
        {label}
        <span aria-hidden="true">{direction === "ascending" ? " ↑" : direction === "descending" ? " ↓" : ""}</span>
      </button>
    </th>
  );
}

function classesOf(isNumber: boolean, extra: string): string {
  return `${isNumber ? "num " : ""}${extra}`.trim();
}
