import { xmlAttribute, xmlText } from "./xml-text.ts";

type Carried = Readonly<Record<string, string | number>>;
type Kind = "integer" | "double" | "string";

/** The narrower kind first: where values differ the wider one is declared. */
const KINDS: readonly Kind[] = ["integer", "double", "string"];

/** Further values that the nodes, or the edges, of a GEXF file carry: declared once with their kind, then written for each. */
export class CarriedValues {
  /** In order of first appearance; what is empty everywhere is not declared. */
  private readonly kinds = new Map<string, Kind>();

  learn(carried: Carried): void {
    for (const name in carried) {
      const kind = kindOf(carried[name]!);
      if (kind === null) continue;
      const known = this.kinds.get(name);
      if (known === undefined || KINDS.indexOf(kind) > KINDS.indexOf(known)) this.kinds.set(name, kind);
    }
  }

  declared(owner: "node" | "edge"): string {
    if (this.kinds.size === 0) return "";
    const lines = Array.from(this.kinds, ([name, kind]) => {
      const id = xmlAttribute(name);
      return `      <attribute id="${id}" title="${id}" type="${kind}"/>\n`;
    });
    return `    <attributes class="${owner}">\n${lines.join("")}    </attributes>\n`;
  }

  /** Of one node or edge; empty where none carries anything. */
  written(carried: Carried): string {
    if (this.kinds.size === 0) return "";
    let lines = "";
    for (const name of this.kinds.keys()) {
      const value = carried[name];
      if (value === undefined || kindOf(value) === null) continue;
      const text = typeof value === "string" ? xmlText(value) : value;
      lines += `          <attvalue for="${xmlAttribute(name)}" value="${text}"/>\n`;
    }
    return lines === "" ? "        <attvalues/>\n" : `        <attvalues>\n${lines}        </attvalues>\n`;
  }
}

/** null: empty, and not written. */
function kindOf(value: string | number): Kind | null {
  if (typeof value === "string") return value === "" ? null : "string";
  if (Number.isNaN(value)) return null;
  return value === (value | 0) ? "integer" : "double";
}
