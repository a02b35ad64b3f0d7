import { UserError } from "../corpus/issue.ts";
import { seeded } from "../math/random.ts";
import { BACKGROUND, OPERATIONS, operationsOf } from "./catalogue.ts";
import { LIFE_PARAMETERS, liveOn } from "./organic/life.ts";
import { registerSites } from "./organic/site-register.ts";
import { organicVoice, VOICE_PARAMETERS } from "./organic/voice.ts";
import { type ParameterTable, withOverrides } from "./parameters.ts";
import { POPULATION_PARAMETERS } from "./population.ts";
import { languageSharesOf } from "./text/languages.ts";
import { addVoice, emptyWorld, type World, type WorldOptions } from "./world.ts";

export interface BuiltWorld {
  readonly world: World;
  /** Parameters of each story and of ordinary life, as used. */
  readonly parameters: Readonly<Record<string, ParameterTable>>;
}

/**
 * A whole world: people, then every story's cast, then what the stories do, then ordinary life around it.
 *
 * Each part draws from its own named stream, so that the organic part changes little when an operation is added.
 *
 * @throws UserError on an unknown scenario or parameter, or a population too small for it
 */
export function buildWorld(scenario: string, options: WorldOptions): BuiltWorld {
  const { seed, difficulty, overrides } = options;
  const operations = operationsOf(scenario);
  const company = new Set(operations.flatMap((story) => story.company ?? []));
  const stories = [...operations, ...company, ...BACKGROUND];
  const tables: Record<string, ParameterTable> = {
    population: withOverrides("population", POPULATION_PARAMETERS, overrides),
    voice: withOverrides("voice", VOICE_PARAMETERS, overrides),
    life: withOverrides("life", LIFE_PARAMETERS, overrides),
  };
  for (const story of stories) tables[story.name] = withOverrides(story.name, story.parameters(difficulty), overrides);
  for (const path of overrides.keys()) {
    const name = path.split(".")[0]!;
    if (tables[name] === undefined || !path.includes(".")) {
      throw new UserError(
        "parameter-unknown",
        `${path} is no parameter of this world; write part.name=number, with part one of ${Object.keys(tables).join(", ")}.`,
      );
    }
  }
  const covert = operations.filter((story) => OPERATIONS.includes(story));
  const world = emptyWorld(options, {
    platforms: covert.map((story) => story.platforms ?? { x: 1 }),
    languages: languageSharesOf(covert.map((story) => story.languages)),
  });
  addVoice(world, organicVoice(world, tables.voice as typeof VOICE_PARAMETERS));
  for (const story of stories) story.cast(world, tables[story.name]!);
  registerSites(world);
  for (const story of stories) story.perform(world, tables[story.name]!, seeded(seed, "story", story.name));
  liveOn(world, 0, seeded(seed, "life"), tables.life as typeof LIFE_PARAMETERS);
  return { world, parameters: tables };
}
