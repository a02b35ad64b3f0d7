import { coortweet } from "./coortweet.ts";
import type { Format } from "./format.ts";
import { generic } from "./generic.ts";
import { ira } from "./ira.ts";
import { marionet } from "./marionet.ts";

/** Every format of posts, the particular before the general. */
export const CATALOGUE: readonly Format[] = [marionet, ira, coortweet, generic];
