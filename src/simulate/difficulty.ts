export const DIFFICULTIES = ["easy", "hard", "evasive"] as const;

/** How well an operation hides: as loud as reported; slower, reworded, with a life beside; or hardly ever twice the same two. */
export type Difficulty = (typeof DIFFICULTIES)[number];
