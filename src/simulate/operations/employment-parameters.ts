import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "deceptive-employment";

/** What a difficulty changes beyond the common dials. */
const BY_DIFFICULTY: Readonly<
  Record<Difficulty, { histories: number; contact: number; photo: number; honest: number }>
> = {
  easy: { histories: 0, contact: 99, photo: 3, honest: 0 },
  hard: { histories: 1, contact: 2, photo: 2, honest: 0 },
  evasive: { histories: 1, contact: 1, photo: 1, honest: 1 },
};

export function employmentParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(difficulty, assumed(8, "personas; the report gives no number, 6 to 10 are plausible")),
    method: published("invented résumés and personas, coding tests", OPENAI_2025),
    fragments: assumed(5, "fragments of résumés that the personas' bios are put together from"),
    personasPerContact: assumed(set.contact, `personas that give one contact and one code page, ${why}`),
    personasPerPhoto: assumed(set.photo, `personas made from one photograph, every other one mirrored, ${why}`),
    workZone: assumed(9, "hours ahead of UTC of the place where personas without histories really work"),
    honestPlace: assumed(set.honest, `1: the place claimed is one where it is day when the persona posts, ${why}`),
    acts: assumed(4, "posts and answers of a persona without history in 14 days"),
    answers: assumed(0.7, "of acts answer somebody who hires; the others are posts of one's own"),
    threads: assumed(36, "posts of people who hire, in 14 days"),
    delayMin: assumed(50, "median minutes from such a post to an answer, log-normal, times the jitter"),
    delaySigma: assumed(1, "standard deviation of the logarithm of that delay"),
    lines: assumed(10, "scripted lines; a persona keeps to one for answers and one for posts, which no other has"),
    histories: assumed(set.histories, `1: accounts as old, followed and busy as anybody; 0: half a year old, ${why}`),
    seekers: assumed(3, "ordinary people who look for work, for each persona"),
    stockPictures: assumed(0.01, "of ordinary accounts show one of a few stock pictures, four to each"),
  };
}
export type EmploymentParameters = ReturnType<typeof employmentParameters>;
