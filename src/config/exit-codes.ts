/** The exit codes, one for each conclusion of a run. */
import type { Conclusion } from '../model/report.ts';

export interface ExitCode {
  readonly code: 0 | 1 | 2;
  readonly meaning: string;
}

export const exitCodes: Readonly<Record<Conclusion, ExitCode>> = {
  success: { code: 0, meaning: 'nothing at or above `fail-on`' },
  failure: { code: 1, meaning: 'findings at or above `fail-on`' },
  error: { code: 2, meaning: 'the job could not be done: a bad input or configuration, or an unreadable path' },
};
