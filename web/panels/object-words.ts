import { LAYER_OF, type TraceName } from "../../src/corpus/trace.ts";

/** An object's label as people write it: tags and names are kept bare and parted by spaces, a tag of one day with its day behind it. */
export function objectWords(trace: TraceName, label: string): string {
  const sign = trace === "co-mention" ? "@" : LAYER_OF[trace] === "H" ? "#" : "";
  if (sign === "" || label === "") return label;
  if (trace === "co-hashtag") return sign + label.replace(/ (?=\d{4}-\d\d-\d\d$)/, ", ");
  return label
    .split(" ")
    .map((word) => sign + word)
    .join(" ");
}
