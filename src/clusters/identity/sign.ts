export const IDENTITY_SIGNS = [
  "creation-burst",
  "handle-shape",
  "dormant",
  "shared-bio",
  "shared-link",
  "shared-avatar",
  "follow-asymmetry",
  "hour-of-week",
] as const;
export type IdentitySignName = (typeof IDENTITY_SIGNS)[number];

/** One thing members have in common beside what they do: corroboration, weak by itself. */
export interface IdentitySign {
  readonly name: IdentitySignName;
  readonly members: number;
  readonly observed: number;
  readonly expected: number;
  /** Chance of so much among accounts drawn at random from the others; 1 when it could not be judged. */
  readonly p: number;
  /** One sentence with numbers. */
  readonly sentence: string;
}
