import { UserError } from "../src/corpus/issue.ts";
import { say } from "./terminal.ts";

/** Exit codes: 0 done (also when the answer is "no signal"), 1 the user's input or flags, 2 a fault of ours, 130 stopped by Ctrl-C. */
const STOPPED = 130;

/** Run a command and turn whatever it throws into one sentence on stderr and an exit code. */
export async function ending(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const sentence = expected(error);
    if (process.env.MARIONET_DEBUG === "1" && error instanceof Error) say(error.stack ?? error.message);
    if (sentence !== null) {
      say(sentence);
      return 1;
    }
    const what = error instanceof Error ? error.message : String(error);
    say(
      `Marionet met a fault of its own (${firstLine(what)}): please report this sentence and the command in the issues of the repository you have Marionet from; MARIONET_DEBUG=1 shows where it happened.`,
    );
    return 2;
  }
}

/**
 * Ctrl-C ends the program at once, with 130 for the shell.
 *
 * `process.exit` would wait for a running DuckDB query, which can take minutes. So the listeners of "exit" (which take temporary
 * folders away) are called here, and the program then dies of the signal itself. Returns what ends the watch, for a command that
 * goes on with something else.
 */
export function stopOnInterrupt(): () => void {
  const watches = (
    [
      ["SIGINT", STOPPED],
      ["SIGTERM", STOPPED + 13],
    ] as const
  ).map(([signal, code]) => {
    const stop = () => {
      say("Stopped; what was there before is untouched.");
      // Windows has no signals to die of, and does not wait.
      if (process.platform === "win32") process.exit(code);
      process.emit("exit", code);
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    };
    process.once(signal, stop);
    return () => process.removeListener(signal, stop);
  });
  return () => {
    for (const end of watches) end();
  };
}

/** A reader that has seen enough (`| head`) is no error. */
export function endOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

/** The sentence for a problem of the user's input or machine, or null when it is a fault of ours. */
export function expected(error: unknown): string | null {
  if (error instanceof UserError) return error.message;
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const where = path ?? "the place it was to write to";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `Marionet has no permission for ${where}: choose another folder, or change its rights.`;
  }
  if (code === "ENOSPC" || /No space left on device/.test(error.message)) {
    return `The disk is full at ${where}: make room, or choose an output folder on another disk.`;
  }
  if (/^(?:Error: )?Out of Memory Error/.test(error.message)) {
    return `The memory of this machine is too small for this input (${firstLine(error.message)}): close other programs, or analyse a shorter time span.`;
  }
  return null;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
