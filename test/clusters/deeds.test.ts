import { describe, expect, test } from "vitest";
import { heldByLooks } from "../../src/clusters/deeds.ts";
import { draftClusters } from "../../src/clusters/draft.ts";
import { findGroups } from "../../src/clusters/find.ts";
import { wholeOf } from "../../src/clusters/whole.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { ALWAYS_MS, type Family } from "../../src/corpus/trace.ts";
import { accountGraph } from "../../src/graphs/account.ts";
import { between, seeded } from "../../src/math/random.ts";
import { type Act, actionsOf, innocentActs } from "../coaction/worlds.ts";
import { type ActionByHand, evidenceByHand, layerByHand, type PairByHand } from "../support/layers.ts";

const ACCOUNTS = 620;
const OBJECTS = 310;
const WINDOW = 3_600_000;
const range = (from: number, size: number): number[] => Array.from({ length: size }, (_, i) => from + i);
const CREW = range(600, 8);

/** Eight accounts with one picture and one address; `together` says whether what they did was done together, no two of them twice. */
function world(seed: number, together: boolean) {
  const random = seeded("deeds", seed);
  const rates = range(0, ACCOUNTS).map((u) => (u < 600 ? 3 + 60 / (u + 1) : 2));
  const acts: Act[] = innocentActs(
    random,
    rates,
    range(0, 300).map((i) => 3 + 200 / (i + 1)),
    () => 1e8,
  );
  for (const k of range(0, 6)) {
    const at = 1e7 * k;
    for (const i of [k, k + 1, (k + 4) % 8]) {
      const own = together ? 300 + k : Math.floor(300 * random());
      acts.push([600 + i, own, at + between(random, 0, WINDOW / 2)]);
    }
    for (let i = 0; i < 12; i++) acts.push([Math.floor(500 * random()), 300 + k, at + between(random, 0, 20 * WINDOW)]);
  }
  const looks: Act[] = CREW.flatMap((u): Act[] => [
    [u, 0, 0],
    [u, 1, 0],
  ]);
  // Other pictures and addresses, each of two accounts.
  for (const u of range(0, 400)) looks.push([u, 2 + (u % 200), 0], [u, 202 + ((u * 7) % 200), 0]);
  return [
    {
      actions: actionsOf(acts, ACCOUNTS, OBJECTS),
      windowMs: WINDOW,
      family: "content" as const,
      forgery: "cheap" as const,
    },
    {
      actions: { ...actionsOf(looks, ACCOUNTS, 402), trace: "shared-profile" as const },
      windowMs: ALWAYS_MS,
      family: "identity" as const,
      forgery: "cheap" as const,
      place: Uint8Array.from(range(0, 402), (object) => (object === 0 || (object > 1 && object < 202) ? 1 : 2)),
    },
  ];
}

const draftOf = (seed: number, together: boolean) =>
  findGroups(world(seed, together), { minObjects: 2, q: 0.05, seed: 1 }, SILENT).drafts.find(({ accounts }) =>
    CREW.every((account) => accounts.includes(account)),
  );

describe("a group held by its profiles", () => {
  test("is a claim where its members act together, though no two of them did so twice, and shows it", () => {
    const draft = draftOf(1, true)!;
    expect(draft.reading).toBe("unexplained");
    expect(draft.deeds!.p).toBeLessThanOrEqual(0.01);
    expect(draft.deeds!.meetings).toBeGreaterThan(2 * draft.deeds!.expected);
    expect(draft.deeds!.accounts).toBeGreaterThanOrEqual(4);
    // The meetings are there to be looked at, and are no pairs that stand by themselves.
    const shown = draft.ties.filter(({ layer }) => layer === 0);
    expect(shown.length).toBeGreaterThanOrEqual(draft.deeds!.accounts / 2);
    expect(shown.every(({ isCarried }) => isCarried)).toBe(true);
  });

  test("is weak where each goes its own way", () => {
    let claims = 0;
    for (let seed = 0; seed < 12; seed++) {
      const draft = draftOf(seed, false)!;
      if (draft.reading === "unexplained") claims++;
      else expect(draft.weakBecause).toMatch(/^identity and rhythm only/);
    }
    // One in twenty is announced.
    expect(claims).toBeLessThanOrEqual(2);
  });
});

describe("who is asked", () => {
  const layersOf = (family: Family) => {
    const pairs: PairByHand[] = [0, 1, 2].flatMap((a) => range(a + 1, 3 - a).map((b): PairByHand => ({ a, b })));
    const acts = range(0, 4).flatMap((u) => range(0, 3).map((object): ActionByHand => [u, object, 0]));
    for (let u = 4; u < 300; u++) acts.push([u, 3 + u, u * 1e6]);
    const deeds = evidenceByHand(acts, 60_000, layerByHand([], "content", "co-url"));
    const looks = evidenceByHand(
      [],
      ALWAYS_MS,
      layerByHand(pairs, family, family === "identity" ? "shared-profile" : "shared-front"),
    );
    return [deeds, looks];
  };
  const asked = (family: Family) => {
    const layers = layersOf(family);
    const graph = accountGraph(layers.map(({ layer }) => layer));
    return heldByLooks([["0", "1", "2", "3"]], graph, layers, { q: 0.05, seed: 1 })[0];
  };

  test("groups of profiles, with the pairs that met; not those of fronts, which are told by links", () => {
    const found = asked("identity")!;
    expect(found.met.get(0)).toHaveLength(6);
    expect(found.deeds!.meetings).toBe(18);
    expect(asked("infrastructure")).toBeNull();
  });
});

test("q of several parts is that of the largest: parts that joined it by likeness take nothing away", () => {
  const clique = (from: number, size: number, qAccount: number): PairByHand[] =>
    range(from, size).flatMap((a) =>
      range(a + 1, from + size - a - 1).map((b): PairByHand => ({ a, b, q: 0.01, qAccount })),
    );
  const layer = layerByHand([...clique(0, 5, 0.01), ...clique(10, 4, 0.2), ...clique(20, 4, 0.2)]);
  const all = [range(0, 5), range(10, 4), range(20, 4)];
  const nodes = all.flat().map(String);
  const group = wholeOf({ nodes, stability: 1, beyondResolution: 1, membership: nodes.map(() => 1) });
  const acts = nodes.flatMap((u) => range(0, 3).map((object): ActionByHand => [Number(u), object, 0]));
  const q = (parts: number[][]): number =>
    draftClusters(accountGraph([layer]), [{ ...group, parts }], [evidenceByHand(acts, 60_000, layer)], 0.05)[0]!.q;
  expect(q(all)).toBe(0.01);
  // Listed the other way round all the same.
  expect(q([...all].reverse())).toBe(0.01);
  // Found as one piece, all of it counts.
  expect(q([all.flat()])).toBe(0.2);
});
