import { expect, test } from "vitest";
import { measureTargets } from "../../../src/clusters/measures/targets.ts";
import { measured, type PostByHand } from "../../support/measures.ts";

const both = (object: number, answers: number): PostByHand[] => [0, 1].map((account) => ({ account, object, answers }));

test("whom the evidence concerns, and whether it is one of their own", async () => {
  const accounts = [{ cluster: 0 }, { cluster: 0 }, {}, { cluster: 1 }, { cluster: 1 }];
  const posts: PostByHand[] = [
    { account: 2 },
    { account: 2 },
    { account: 0 },
    ...both(0, 0),
    ...both(1, 1),
    ...both(2, 2),
  ];
  const [one, other] = await measured(measureTargets, accounts, posts);
  expect(one).toMatchObject({ posts: 6, top: 4, authors: 2, toMembers: 2 });
  expect(other).toBeNull();
});
