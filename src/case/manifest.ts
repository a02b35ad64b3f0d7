import type { CaseControl } from "../clusters/control.ts";

/** The object of `case.json`: what was done with what, so that it can be handed over, checked and repeated. */
export interface CaseManifest {
  /** Of the folder's layout. */
  readonly schema: 1;
  /** Of Marionet. */
  readonly version: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly inputs: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly format: string;
    readonly role: string;
    readonly rows: number;
    readonly kept: number;
    readonly rejected: number;
  }[];
  readonly rows: {
    readonly read: number;
    readonly kept: number;
    readonly rejected: number;
    readonly rejectedByReason: readonly { readonly code: string; readonly reason: string; readonly rows: number }[];
  };
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
  readonly counts: Readonly<Record<string, number>>;
  /** Reruns on shuffled data and what could have been seen. */
  readonly control: CaseControl;
  readonly traces: readonly TraceManifest[];
  /** Milliseconds of each stage; the only thing here that differs between two runs of the same. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface TraceManifest {
  readonly trace: string;
  readonly windowMs: number;
  readonly actions: number;
  readonly objects: number;
  /** Objects too common to propose pairs by themselves. */
  readonly commonObjects: number;
  readonly pairsTested: number;
  readonly pairsMet: number;
  readonly pairsListed: number;
  readonly pairsSignificant: number;
  /** Largest relative error left in the degrees of the sharing null. */
  readonly bicmResidual: number;
}
