import { describe, expect, test } from "vitest";
import { coAudience } from "../../src/graphs/co-audience.ts";
import { type Content, contentGraph } from "../../src/graphs/content.ts";
import { INDICATOR_SITES, type SiteInput, siteGraph } from "../../src/graphs/site.ts";
import { between, seeded } from "../../src/math/random.ts";

/** 60 things, each acted on by ten of 600 people at random; things 0 and 1 by the same ten. */
function crowd(): { things: Uint32Array; actors: Uint32Array } {
  const random = seeded(2, "crowd");
  const rows: [number, number][] = [];
  for (let thing = 2; thing < 60; thing++) {
    const people = new Set<number>();
    while (people.size < 10) people.add(between(random, 0, 599));
    for (const actor of people) rows.push([thing, actor]);
  }
  for (const thing of [0, 1]) for (let actor = 0; actor < 10; actor++) rows.push([thing, 20 + actor]);
  return { things: Uint32Array.from(rows, ([t]) => t), actors: Uint32Array.from(rows, ([, a]) => a) };
}

describe("the same audience", () => {
  test("links what the same people push, and nothing that chance brings together", () => {
    const { things, actors } = crowd();
    const links = coAudience("co-share", things, 60, actors, 600, 0.01);
    expect(links.map(({ a, b, shared }) => ({ a, b, shared }))).toEqual([{ a: 0, b: 1, shared: 10 }]);
    expect(links[0]!.expected).toBeLessThan(1);
    expect(links[0]!.q).toBeLessThan(1e-6);
    expect(links[0]!.bits).toBeGreaterThan(20);
  });

  test("an actor counts once, however often he acts", () => {
    const once = coAudience("co-share", Uint32Array.of(0, 1), 2, Uint32Array.of(5, 5), 9, 1);
    const often = coAudience("co-share", Uint32Array.of(0, 0, 0, 1, 1), 2, Uint32Array.of(5, 5, 5, 5, 5), 9, 1);
    expect([once, often]).toEqual([[], []]);
  });

  test("nothing pushed, nothing linked", () => {
    expect(coAudience("co-share", new Uint32Array(), 0, new Uint32Array(), 0, 0.05)).toEqual([]);
  });
});

test("the content graph carries contents as nodes, also without a link, and the numbers of each link", () => {
  const { things, actors } = crowd();
  const audience = (thing: number) => [...actors].filter((_, i) => things[i] === thing);
  const contents = [...Array(60).keys()].map(
    (thing): Content => ({
      key: `co-url:${thing}`,
      label: `l${thing}`,
      trace: "co-url",
      accounts: 10,
      members: 2,
      cluster: "C01",
      audience: audience(thing),
    }),
  );
  const graph = contentGraph(contents, 600, 0.01);
  expect(graph.order).toBe(60);
  expect(graph.getNodeAttributes("co-url:7")).toEqual({
    label: "l7",
    trace: "co-url",
    accounts: 10,
    members: 2,
    cluster: "C01",
  });
  expect(graph.mapEdges((_, { shared }, a, b) => [a, b, shared])).toEqual([["co-url:0", "co-url:1", 10]]);
  expect(graph.getEdgeAttribute("co-url:0", "co-url:1", "weight")).toBeGreaterThan(Math.log2(20));
});

describe("sites", () => {
  const indicator = (domain: string, value: string, type = "analytics") => ({ domain, type, value });
  const input = (change: Partial<SiteInput>): SiteInput => ({
    domains: ["a.example", "b.example", "c.example", "d.example"],
    site: new Uint32Array(),
    account: new Uint32Array(),
    text: new Int32Array(),
    accountCount: 0,
    textCount: 0,
    indicators: [],
    ...change,
  });

  test("a rare indicator links, with its rarity in bits; of one type the rarest counts, types add up", () => {
    const { graph, commonIndicators } = siteGraph(
      input({
        indicators: [
          indicator("a.example", "UA-1"),
          indicator("b.example", "UA-1"),
          indicator("c.example", "UA-1"),
          indicator("a.example", "UA-2"),
          indicator("b.example", "UA-2"),
          indicator("a.example", "v1", "verification"),
          indicator("b.example", "v1", "verification"),
          ...["e", "f", "g", "h", "i"].map((name) => indicator(`${name}.example`, `own-${name}`)),
        ],
      }),
      0.05,
    );
    // Eight sites carry any indicator: on two of them 2 bits, on three log2(8/3).
    expect(graph.getEdgeAttributes("a.example", "b.example")).toEqual({
      weight: Math.log2(1 + 4),
      sharedAccounts: 0,
      expectedAccounts: 0,
      sharedTexts: 0,
      expectedTexts: 0,
      indicators: "analytics=UA-2; verification=v1",
      indicatorBits: 4,
      // Of 28 pairs three share analytics, one of them a verification: chance 1/28 x 1/28, times 28 tests.
      indicatorQ: expect.closeTo(1 / 28, 9),
    });
    expect(graph.getEdgeAttribute("a.example", "c.example", "indicatorBits")).toBeCloseTo(Math.log2(8 / 3), 12);
    expect(graph.size).toBe(3);
    expect(graph.getNodeAttribute("a.example", "indicators")).toBe(3);
    expect(commonIndicators).toBe(0);
  });

  test("a value on more sites than can mean anything links none by itself, and is counted", () => {
    const sites = (count: number) => Array.from({ length: count }, (_, i) => `s${i}.example`);
    const on = (count: number) =>
      siteGraph(
        input({
          domains: sites(40),
          indicators: [
            ...sites(count).map((domain) => indicator(domain, "host")),
            ...sites(60).map((domain) => indicator(`own-${domain}`, domain)),
          ],
        }),
        0.05,
      );
    const most = on(INDICATOR_SITES);
    expect([most.graph.size, most.commonIndicators]).toEqual([(INDICATOR_SITES * (INDICATOR_SITES - 1)) / 2, 0]);
    const more = on(INDICATOR_SITES + 1);
    expect([more.graph.size, more.commonIndicators]).toEqual([0, 1]);
  });

  test("the same people and the same words each link by themselves, and both add up", () => {
    const { things, actors } = crowd();
    const domains = [...Array(60).keys()].map((i) => `s${i}.example`);
    const base = { domains, site: things, account: actors, accountCount: 600, textCount: 600 };
    const without = siteGraph(input({ ...base, text: new Int32Array(things.length).fill(-1) }), 0.01).graph;
    const edge = without.getEdgeAttributes("s0.example", "s1.example");
    expect(without.size).toBe(1);
    expect([edge.sharedAccounts, edge.sharedTexts]).toEqual([10, 0]);
    const withText = siteGraph(input({ ...base, text: Int32Array.from(actors) }), 0.01).graph;
    const both = withText.getEdgeAttributes("s0.example", "s1.example");
    expect([both.sharedAccounts, both.sharedTexts]).toEqual([10, 10]);
    expect(both.weight).toBeCloseTo(2 * edge.weight, 9);
    expect(withText.getNodeAttributes("s0.example")).toMatchObject({ accounts: 10, posts: 10 });
  });

  test("no sites, no graph", () => {
    expect(siteGraph(input({ domains: [] }), 0.05).graph.order).toBe(0);
  });
});
