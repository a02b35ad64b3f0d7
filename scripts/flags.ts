import { Command, CommanderError } from "commander";
import { UserError } from "../src/corpus/issue.ts";

/**
 * How a person calls command `name`: by npm when it was called so, else by the binary. With -s, because npm's own two lines would
 * else stand first in a file that stdout is sent to.
 *
 * @param script name of the npm script that runs, from `npm_lifecycle_event`
 */
export function callOf(name: string, script: string | undefined = process.env.npm_lifecycle_event): string {
  if (script !== name) return `marionet ${name}`;
  return name === "start" ? "npm start --" : `npm run -s ${name} --`;
}

/**
 * A command with the manners all share: help with an example on stdout, and every mistake a `UserError`.
 *
 * @param example what follows the call
 */
export function flagCommand(name: string, about: string, example: string): Command {
  return new Command(name)
    .description(about)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ commandUsage: (command) => `${callOf(command.name())} ${command.usage()}` })
    .addHelpText("after", `\nExample:\n  ${callOf(name)} ${example}`);
}

/**
 * Read `argv` into `command`. False when help was asked for and has been printed; the command then has nothing more to do.
 *
 * @throws UserError unknown or incomplete flags, with the nearest known one
 */
export function readFlags(command: Command, argv: readonly string[]): boolean {
  try {
    command.parse([...argv], { from: "user" });
    return true;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return false;
    throw new UserError("flags", `${sentenceOf(error)} See ${callOf(command.name())} --help.`);
  }
}

/** The value of a flag that has no default. Asked for after parsing, so that a misspelt flag is named first. */
export function needed<T>(flag: string, value: T | undefined, command: Command): T {
  if (value !== undefined) return value;
  throw new UserError("flags", `The flag ${flag} is needed. See ${callOf(command.name())} --help.`);
}

/** "There is no command anlyze; did you mean analyze?" */
export function unknownName(name: string, known: readonly string[]): UserError {
  const probe = new Command("probe")
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .helpCommand(false);
  for (const command of known) probe.command(command);
  let near: string | undefined;
  try {
    probe.parse([name], { from: "user" });
  } catch (error) {
    near = error instanceof CommanderError ? suggestion(error.message) : undefined;
  }
  const hint = near === undefined ? `the commands are ${known.join(", ")}.` : `did you mean ${near}?`;
  return new UserError("command-unknown", `There is no command ${name}; ${hint}`);
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** "60s", "5min", "6h", "1d" to milliseconds, `leastMs` or more. */
export function readWindow(flag: string, text: string, leastMs = 1): number {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|min|h|d)$/.exec(text.trim());
  const windowMs = match === null ? Number.NaN : Number(match[1]) * UNITS[match[2]!]!;
  if (!(windowMs >= leastMs && Number.isSafeInteger(windowMs))) {
    throw new UserError("flags", `${flag} is a length of time such as 60s, 5min, 6h or 1d, not "${text}".`);
  }
  return windowMs;
}

/** A whole number within [least, most]. */
export function readWhole(flag: string, text: string, least: number, most: number = Number.MAX_SAFE_INTEGER): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
    throw new UserError("flags", `${flag} is a whole number, ${range}, not "${text}".`);
  }
  return value;
}

/** A share above 0 and up to 1. */
export function readShare(flag: string, text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value > 0 && value <= 1))
    throw new UserError("flags", `${flag} is a number above 0 and up to 1, such as 0.05, not "${text}".`);
  return value;
}

/** A number from 0 to 1, both included. */
export function readBetween(flag: string, text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= 0 && value <= 1))
    throw new UserError("flags", `${flag} is a number from 0 to 1, such as 0.5, not "${text}".`);
  return value;
}

/** "post_id=ID,created_at=Zeit" to { post_id: "ID", created_at: "Zeit" }. A comma inside a column's name is written `\,`. */
export function readMap(flag: string, text: string): Readonly<Record<string, string>> {
  const map: Record<string, string> = {};
  for (const part of text.split(/(?<!\\),/)) {
    const cut = part.indexOf("=");
    const key = part.slice(0, cut).trim();
    const column = part
      .slice(cut + 1)
      .replaceAll("\\,", ",")
      .trim();
    if (cut < 1 || key === "" || column === "") {
      throw new UserError(
        "flags",
        `${flag} joins our names with the columns of your file, such as account_id=user,created_at=date, not "${part}".`,
      );
    }
    if (Object.hasOwn(map, key)) throw new UserError("flags", `${flag} names ${key} twice: leave one of them.`);
    map[key] = column;
  }
  return map;
}

/** One of a list of words. */
export function readChoice<T extends string>(flag: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new UserError("flags", `${flag} is one of ${choices.join(", ")}, not "${text}".`);
  return found;
}

function sentenceOf(error: CommanderError): string {
  const near = suggestion(error.message);
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownOption":
      return near === undefined ? `There is no flag ${named}.` : `There is no flag ${named}; did you mean ${near}?`;
    case "commander.missingArgument":
      return `What to work on is missing: give ${named}.`;
    case "commander.optionMissingArgument":
      return `The flag ${named} needs a value.`;
    case "commander.excessArguments":
      return "There is one argument too many.";
    default:
      return `${error.message.replace(/^error: /, "").split("\n", 1)[0]}.`;
  }
}

function suggestion(message: string): string | undefined {
  return /\(Did you mean (?:one of )?([^)?,]+)/.exec(message)?.[1];
}
