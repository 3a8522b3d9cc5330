/** A check run with its annotations. */

export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number | null;
  readonly endColumn: number | null;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title: string | null;
  readonly rawDetails: string | null;
}

export interface CheckRun {
  readonly id: number;
  readonly nodeId: string;
  readonly headSha: string;
  readonly startedAt: string;
  readonly annotations: CheckAnnotation[];
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
}
