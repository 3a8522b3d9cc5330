/** An uploaded SARIF file and what became of it. */

export interface SarifUpload {
  readonly id: string;
  readonly commit: string;
  readonly ref: string;
  /** The unpacked log. */
  readonly sarif: unknown;
  readonly status: 'complete' | 'failed';
  readonly errors: readonly string[];
}
