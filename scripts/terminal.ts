/**
 * What may reach a terminal. Names of files and pieces of posts stand in messages, and adversaries write both: control characters
 * could move the cursor or set the title, bidi marks could turn a sentence round.
 */
export function inert(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, "\ufffd");
}

/** One line of data to stdout. */
export function print(line: string): void {
  process.stdout.write(`${inert(line)}\n`);
}

/** One sentence for the person at the terminal, to stderr. */
export function say(sentence: string): void {
  process.stderr.write(`${inert(sentence)}\n`);
}
