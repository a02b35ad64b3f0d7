import fc from "fast-check";
import Graph from "graphology";
import gexf from "graphology-gexf";
import { expect, test } from "vitest";
import { clusterColor, toGexf } from "../../src/exports/gexf.ts";

interface Drawn {
  label: string;
  x: number;
  y: number;
}

const written = (graph: Graph<Drawn, { weight: number; why: string }>): string =>
  toGexf(
    graph,
    (_, { label, x, y }) => ({ label, x, y, size: 4, color: clusterColor(0), attributes: { said: label, posts: 7 } }),
    ({ weight, why }) => ({ weight, why }),
  );

function network(labels: readonly string[]): Graph<Drawn, { weight: number; why: string }> {
  const graph = new Graph<Drawn, { weight: number; why: string }>({ type: "undirected" });
  for (const [i, label] of labels.entries()) graph.addNode(`n${i}`, { label, x: i / 100, y: 1 - i / 100 });
  for (let i = 1; i < labels.length; i++)
    graph.addUndirectedEdge(`n${i - 1}`, `n${i}`, { weight: i / 8, why: labels[i]! });
  return graph;
}

test("nodes, edges, weights, colours and positions come back", () => {
  const back = gexf.parse(Graph, written(network(["a", "b", "c"])));
  expect(back.type).toBe("undirected");
  expect(back.nodes()).toEqual(["n0", "n1", "n2"]);
  expect(back.getNodeAttributes("n2")).toMatchObject({ label: "c", said: "c", posts: 7, x: 20, y: 980, size: 4 });
  expect(back.getNodeAttribute("n2", "color")).toBe("rgb(61,143,219)");
  expect(clusterColor(0)).toBe("#3d8fdb");
  expect(back.mapEdges((_, { weight, why }, a, b) => [a, b, Number(weight), why])).toEqual([
    ["n0", "n1", 0.125, "b"],
    ["n1", "n2", 0.25, "c"],
  ]);
});

test("an empty network is a file, too", () => {
  expect(gexf.parse(Graph, written(network([]))).order).toBe(0);
});

const HOSTILE = [
  "]]><script>alert(1)</script>",
  "\"quotes' & <b> &amp; &#0;",
  "nul\u0000 bell\u0007 c1\u0085",
  "bidi \u202e\u2066\u061c",
  "half \ud83d",
  "\udc00 half",
  "not a character \ufffe\uffff",
  "<!-- --> <![CDATA[ <?xml ?>",
  "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
];

test.each(HOSTILE)("%j stays a label", (label) => {
  const text = written(network([label, "next"]));
  // What XML 1.0 allows, and nothing that turns the view round.
  expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  expect(text).not.toMatch(/\p{Bidi_Control}/u);
  expect(text).not.toMatch(/<script|<!DOCTYPE|<!ENTITY/);
  const back = gexf.parse(Graph, text);
  expect(back.order).toBe(2);
  const expected = label.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}\ufffe\uffff]/gu, "\ufffd");
  expect(back.getNodeAttribute("n0", "label")).toBe(expected);
});

test("any text whatever keeps the file whole", () => {
  const label = fc.string({ unit: "binary", maxLength: 20 });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 5 }), (labels) => {
      const text = written(network(labels));
      expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      expect(gexf.parse(Graph, text).order).toBe(labels.length);
    }),
    { numRuns: 100 },
  );
});

test("eight clusters have hues of their own, the rest share one grey", () => {
  const hues = Array.from({ length: 12 }, (_, rank) => clusterColor(rank));
  expect(new Set(hues.slice(0, 8)).size).toBe(8);
  expect(new Set(hues.slice(8))).toEqual(new Set([clusterColor(Number.POSITIVE_INFINITY)]));
  expect(hues.slice(0, 8)).not.toContain(hues[8]);
});

test("the same network gives the same bytes, whatever was made before it", () => {
  const first = written(network(["a", "b", "c"]));
  network(["x", "y"]);
  expect(written(network(["a", "b", "c"]))).toBe(first);
  expect(first).toContain('<edge id="1" ');
  expect(first).not.toContain("geid_");
});

test("a general writer of GEXF gives the same bytes", () => {
  const value = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.double(), fc.constant(""));
  const carried = fc.record({ a: value, b: value, "co-url": value }, { requiredKeys: [] });
  const link = fc.tuple(fc.nat(4), fc.nat(4), fc.double({ noNaN: true }), carried);
  const node = fc.tuple(fc.string({ maxLength: 6 }), carried);
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), fc.array(link, { maxLength: 8 }), (nodes, links) => {
      const graph = new Graph({ type: "undirected" });
      for (const [i, [label, values]] of nodes.entries()) graph.addNode(`<${i}">`, { label, values });
      for (const [a, b, weight, values] of links) {
        const isNew = a !== b && Math.max(a, b) < nodes.length && !graph.hasEdge(`<${a}">`, `<${b}">`);
        if (isNew) graph.addUndirectedEdgeWithKey(String(graph.size), `<${a}">`, `<${b}">`, { weight, values });
      }
      const look = { size: 3, color: "#3d8fdb" };
      const own = toGexf(
        graph,
        (_, { label, values }) => ({ label, x: 0.25, y: 1 / 3, ...look, attributes: values }),
        ({ weight, values }) => ({ weight, ...values }),
      );
      const general = gexf.write(graph, {
        version: "1.2",
        formatNode: (_, { label, values }) => ({
          label: tame(label),
          attributes: tameAll(values),
          viz: { ...look, x: 250, y: 1000 / 3, z: 0 },
        }),
        formatEdge: (_, { weight, values }) => ({ weight, attributes: tameAll(values) }),
      });
      expect(own).toBe(general);
    }),
    { numRuns: 300 },
  );
});

const tame = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}\ufffe\uffff]/gu, "\ufffd");
const tameAll = (values: Record<string, string | number>): Record<string, string | number> =>
  Object.fromEntries(Object.entries(values).map(([key, one]) => [key, typeof one === "string" ? tame(one) : one]));
