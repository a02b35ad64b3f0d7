import { describe, expect, test } from "vitest";
import { carryJoined } from "../../src/clusters/carry.ts";
import { meetingsOfPair } from "../../src/clusters/closest.ts";
import type { PairedLayer } from "../../src/clusters/evidence-layer.ts";
import { growGroups } from "../../src/clusters/grow.ts";
import { pairedLayers } from "../../src/clusters/layers.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { ALWAYS_MS } from "../../src/corpus/trace.ts";
import { between, type Random, sample, seeded } from "../../src/math/random.ts";
import { type Act, actionsOf, innocentActs } from "../coaction/worlds.ts";

const ACCOUNTS = 640;
const OBJECTS = 330;
const WINDOW = 60_000;
const OPTIONS = { minObjects: 2, level: 0.05 };
const range = (from: number, size: number): number[] => Array.from({ length: size }, (_, i) => from + i);

/** Six hundred ordinary accounts; those from 600 on have an ordinary life as well. */
function life(random: Random): Act[] {
  const rates = Array.from({ length: ACCOUNTS }, (_, i) => 4 + 60 / (i + 1));
  const crowds = Array.from({ length: 300 }, (_, i) => 4 + 150 / (i + 1));
  const spans = crowds.map(() => 10 ** (5 + 3 * random()));
  return innocentActs(random, rates, crowds, (object) => spans[object]!);
}

/** Each of these acts on `each` of the crew's objects from `from` on, within the window. */
const crewActs = (random: Random, members: readonly number[], from: number, count: number, each: number): Act[] =>
  members.flatMap((member) =>
    sample(random, range(0, count), each).map(
      (k): Act => [member, from + k, 1e8 + 1e7 * k + between(random, 0, WINDOW)],
    ),
  );

function layersBy(acts: readonly Act[]) {
  const actions = actionsOf(acts, ACCOUNTS, OBJECTS);
  const { layers } = pairedLayers(
    [{ actions, windowMs: WINDOW, family: "content", forgery: "cheap" }],
    { minObjects: 2, q: 0.05 },
    SILENT,
  );
  return { actions, layers };
}

const joinedOf = (layers: readonly PairedLayer[], accounts: readonly number[]): number[] =>
  growGroups([{ accounts, layers: new Map([[0, 1]]) }], layers, OPTIONS)[0]!.joined.map(({ account }) => account);

describe("growing a group", () => {
  const random = seeded("grow");
  const crew = range(600, 30);
  const { actions, layers } = layersBy([...life(random), ...crewActs(random, crew, 300, 14, 5)]);

  test("brings in the crew that no pair shows, and nobody else", () => {
    const joined = joinedOf(layers, crew.slice(0, 8));
    expect(joined.filter((account) => crew.includes(account)).length).toBeGreaterThanOrEqual(20);
    expect(joined.filter((account) => !crew.includes(account))).toEqual([]);
  });

  test("works round by round: who joined counts as a member for the next", () => {
    // A chain of three cells: the second meets only the first, the third only the second.
    const own = seeded("cells");
    const cells = [range(600, 8), range(608, 8), range(616, 8)];
    const acts = [
      ...life(own),
      ...crewActs(own, [...cells[0]!, ...cells[1]!], 300, 8, 5),
      ...crewActs(own, [...cells[1]!, ...cells[2]!], 310, 8, 5),
    ];
    const joined = joinedOf(layersBy(acts).layers, cells[0]!);
    expect(joined.filter((account) => cells[1]!.includes(account))).toHaveLength(8);
    expect(joined.filter((account) => cells[2]!.includes(account))).toHaveLength(8);
  });

  test("says of each how many objects, how many expected, and how sure", () => {
    const [group] = growGroups([{ accounts: crew.slice(0, 8), layers: new Map([[0, 1]]) }], layers, OPTIONS);
    for (const { layer, objects, expected, p, q } of group!.joined) {
      expect(layer).toBe(0);
      expect(objects.length).toBeGreaterThanOrEqual(2);
      expect(expected).toBeLessThan(objects.length);
      expect(p).toBeLessThanOrEqual(q);
      expect(q).toBeLessThanOrEqual(0.05);
    }
  });

  test("takes in another group of which half passes, and gives the larger one's place", () => {
    const grown = growGroups(
      [
        { accounts: crew.slice(0, 4), layers: new Map([[0, 1]]) },
        { accounts: crew.slice(4, 14), layers: new Map([[0, 1]]) },
        { accounts: range(0, 5), layers: new Map([[0, 1]]) },
      ],
      layers,
      OPTIONS,
    );
    expect(grown.map(({ seeds }) => seeds)).toEqual([[1, 0], [2]]);
    expect(grown[1]!.joined).toEqual([]);
  });

  test("is shown by pairs on every object counted, and leaves significant pairs as they are", () => {
    const members = crew.slice(0, 8);
    const [group] = growGroups([{ accounts: members, layers: new Map([[0, 1]]) }], layers, OPTIONS);
    const all = [...members, ...group!.joined.map(({ account }) => account)];
    const [before, after] = [
      layers[0]!,
      carryJoined(
        layers,
        group!.joined.map((one) => ({ one, members: all })),
        [actions],
      )[0]!,
    ];
    const { pairs, significance, kept, carried } = after.layer;
    const rowsOf = ({ layer }: PairedLayer, which: Uint32Array) =>
      Array.from(which, (i) => [layer.pairs.a[i], layer.pairs.b[i], layer.pairs.objects[i], layer.significance.q[i]]);
    expect(rowsOf(after, kept)).toEqual(rowsOf(before, before.layer.kept));
    expect(carried.length).toBeGreaterThan(0);
    for (let i = 1; i < pairs.count; i++) {
      expect(pairs.a[i - 1]! * ACCOUNTS + pairs.b[i - 1]!).toBeLessThan(pairs.a[i]! * ACCOUNTS + pairs.b[i]!);
    }
    const shown = [...kept, ...carried].map((i) => [pairs.a[i]!, pairs.b[i]!] as const);
    for (const { account, objects } of group!.joined) {
      const met = new Set(
        shown
          .filter(([a, b]) => (a === account && all.includes(b)) || (b === account && all.includes(a)))
          .flatMap(([a, b]) => meetingsOfPair(after.timeline, after.index, after.windowMs, a, b))
          .map(({ object }) => object),
      );
      for (const object of objects) expect(met.has(object)).toBe(true);
    }
    // Pairs of one object are listed now, with a chance of their own, and not believed.
    const single = [...carried].filter((i) => pairs.objects[i] === 1);
    expect(single.length).toBeGreaterThan(0);
    for (const i of single) {
      expect(significance.q[i]).toBe(1);
      expect(significance.p[i]).toBeLessThan(1);
      expect(pairs.medianGapMs[i]!).toBeLessThanOrEqual(WINDOW);
    }
    expect(significance.tested).toBe(before.layer.significance.tested);
  });
});

test("on noise hardly anybody joins a group that is none", () => {
  let alarms = 0;
  for (let run = 0; run < 40; run++) {
    const random = seeded("nobody", run);
    const { layers } = layersBy(life(random));
    // As a false group would be: accounts that did meet, by chance.
    const { pairs } = layers[0]!.layer;
    const most = [...pairs.a.keys()].sort((left, right) => pairs.objects[right]! - pairs.objects[left]!).slice(0, 4);
    const accounts = [...new Set(most.flatMap((i) => [pairs.a[i]!, pairs.b[i]!]))];
    if (accounts.length > 0 && joinedOf(layers, accounts).length > 0) alarms++;
  }
  // Two of forty are announced; six or more come by chance once in fifty.
  expect(alarms).toBeLessThanOrEqual(5);
});

describe("who looks like a group", () => {
  const random = seeded("looks");
  const crew = range(600, 8);
  const alike = range(608, 6);
  // They do nothing else.
  const acts = life(random).filter(([account]) => account < 600);
  // Five objects that the crew and, once each, those who look like it came to; others pass by.
  for (const k of range(0, 5)) {
    const at = 1e8 + 1e7 * k;
    for (const member of sample(random, crew, 4)) acts.push([member, 300 + k, at + between(random, 0, WINDOW / 2)]);
    acts.push([alike[k]!, 300 + k, at + between(random, 0, WINDOW / 2)]);
    for (let i = 0; i < 4; i++) acts.push([Math.floor(600 * random()), 300 + k, at + between(random, 0, 9 * WINDOW)]);
  }
  // The same picture, by all fourteen, and by twenty others who did nothing of the kind; and other pictures.
  const looks: Act[] = [...crew, ...alike, ...range(100, 20)].map((u): Act => [u, 0, 0]);
  for (const u of range(200, 300)) looks.push([u, 1 + (u % 60), 0]);
  const deeds = { actions: actionsOf(acts, ACCOUNTS, OBJECTS), windowMs: WINDOW };
  const faces = {
    actions: { ...actionsOf(looks, ACCOUNTS, 100), trace: "shared-profile" as const },
    windowMs: ALWAYS_MS,
  };
  const { layers } = pairedLayers(
    [
      { ...deeds, family: "content", forgery: "cheap" },
      { ...faces, family: "identity", forgery: "cheap", place: new Uint8Array(100) },
    ],
    { minObjects: 2, q: 0.05 },
    SILENT,
  );
  const seed = { accounts: crew, layers: new Map([[0, 1]]) };

  test("joins by one deed with it, and without the looks does not", () => {
    const [by] = growGroups([{ ...seed, looks: [1], isByLooks: true }], layers, OPTIONS);
    const joined = by!.joined.map(({ account }) => account);
    expect(alike.slice(0, 5).filter((account) => joined.includes(account)).length).toBeGreaterThanOrEqual(4);
    for (const one of by!.joined) {
      expect(one.looks).toEqual({ layer: 1, objects: [0] });
      expect(one.objects.length).toBeGreaterThanOrEqual(1);
      expect(one.q).toBeLessThanOrEqual(0.05);
    }
    const [alone] = growGroups([seed], layers, OPTIONS);
    expect(alone!.joined.filter(({ account }) => alike.includes(account))).toEqual([]);
  });

  test("and did nothing with it, does not join", () => {
    const [by] = growGroups([{ ...seed, looks: [1], isByLooks: true }], layers, OPTIONS);
    const joined = by!.joined.map(({ account }) => account);
    expect(joined).not.toContain(alike[5]);
    expect(joined.filter((account) => account >= 100 && account < 120).length).toBeLessThanOrEqual(1);
  });

  test("is shown by a pair of either kind", () => {
    const [by] = growGroups([{ ...seed, looks: [1], isByLooks: true }], layers, OPTIONS);
    const members = [...crew, ...by!.joined.map(({ account }) => account)];
    const carried = carryJoined(
      layers,
      by!.joined.map((one) => ({ one, members })),
      [deeds.actions, faces.actions],
    );
    for (const { account } of by!.joined) {
      for (const { layer } of carried) {
        const { pairs, kept } = layer;
        const own = [...kept, ...layer.carried].filter((i) => pairs.a[i] === account || pairs.b[i] === account);
        expect(own.length).toBeGreaterThan(0);
      }
    }
  });
});

test("the level goes where the group is: an account of its language is asked less of than one of another", () => {
  const random = seeded("publics");
  const crew = range(600, 8);
  const acts = life(random);
  for (const member of [...crew, 610, 300]) {
    for (const k of member < 600 || member > 607 ? [0, 1] : sample(random, range(0, 8), 6)) {
      acts.push([member, 300 + k, 1e8 + 1e7 * k + between(random, 0, WINDOW / 2)]);
    }
  }
  const actions = {
    ...actionsOf(acts, ACCOUNTS, OBJECTS),
    publicOf: Uint32Array.from(range(0, ACCOUNTS), (u) => (u < 540 ? 1 : 2)),
  };
  const { layers } = pairedLayers(
    [{ actions, windowMs: WINDOW, family: "content", forgery: "cheap" }],
    { minObjects: 2, q: 0.05 },
    SILENT,
  );
  const [group] = growGroups([{ accounts: crew, layers: new Map([[0, 1]]) }], layers, { ...OPTIONS, level: 1 });
  const [near, far] = [610, 300].map((account) => group!.joined.find((one) => one.account === account)!);
  expect(near!.q / near!.p).toBeLessThan(far!.q / far!.p);
});
