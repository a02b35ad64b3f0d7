/** A table of a parity run: its path in the folder, header and rows. Numbers are already written as the peer writes them. */
export interface Table {
  readonly path: string;
  readonly columns: readonly string[];
  rows(): Iterable<readonly (string | number)[]>;
}
