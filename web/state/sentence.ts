/** Why something failed, in the words of whoever knew. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
