import { KIND_CODE } from "../../corpus/post.ts";
import { chance, logNormal, type Random } from "../../math/random.ts";
import { castOf, enlist } from "../casting.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import type { Story } from "../story.ts";
import { addPost, type World } from "../world.ts";

const LABEL = "benign:imitator";
const PARAMETERS = {
  imitators: assumed(5, "outsiders who follow the crew's every step; one would do to ask the question"),
  copies: assumed(0.9, "share of what the crew reposts or answers that an outsider takes up as well"),
  delayS: assumed(20, "median seconds after the first of the crew, log-normal: always second, never first"),
  sigma: assumed(0.8, "standard deviation of the logarithm of that delay"),
} satisfies ParameterTable;

/**
 * Can an outsider be framed, or frame others, by doing what a crew does? Stands beside operations with reposts or replies and must be
 * named after them: it looks at what they have done.
 */
export const FRAME_UP: Story<typeof PARAMETERS> = {
  name: "frame-up",
  label: LABEL,
  about: [
    "Outsiders repost and answer whatever the crew does, seconds later; to be named after an operation, as in phone-farm,frame-up.",
    "They belong to nobody. Whoever always acts second must not become the core of a cluster.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const platforms = new Set(crewOf(world).map((account) => world.people.platform[account]!));
    enlist(world, parameters.imitators.value, LABEL, "imitator", (account) =>
      platforms.has(world.people.platform[account]!),
    );
  },
  perform: (world, parameters, random) => {
    for (const account of castOf(world, LABEL, "imitator")) imitate(world, account, parameters, random);
  },
};

function crewOf({ people }: World): number[] {
  const covert = people.labels.map((label) => label !== "organic" && !label.startsWith("benign:"));
  return [...people.label.keys()].filter((account) => covert[people.label[account]!]);
}

function imitate(world: World, account: number, parameters: typeof PARAMETERS, random: Random): void {
  const { posts, people } = world;
  const crew = new Set(crewOf(world).filter((other) => people.platform[other] === people.platform[account]));
  const done = new Set<number>();
  const before = posts.count;
  const steps = [...Array(before).keys()].filter((i) => crew.has(posts.account[i]!) && posts.target[i]! >= 0);
  steps.sort((a, b) => posts.timeMs[a]! - posts.timeMs[b]! || a - b);
  for (const step of steps) {
    const target = posts.target[step]!;
    if (done.has(target) || posts.account[target] === account) continue;
    done.add(target);
    if (!chance(random, parameters.copies.value)) continue;
    addPost(world, {
      timeMs: posts.timeMs[step]! + 1000 * (1 + logNormal(random, parameters.delayS.value, parameters.sigma.value)),
      account,
      kind: posts.kind[step] === KIND_CODE.repost ? "repost" : "reply",
      target,
      voice: posts.voice[step]!,
      argument: posts.argument[step]!,
    });
  }
}
