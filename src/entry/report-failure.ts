/** Tells on standard error that the job could not be done, whatever was thrown. */
import { exitCodes } from '../config/exit-codes.ts';
import { explain } from '../model/errors.ts';
import { failureLines } from '../report/failure.ts';

/** Returns the exit code. */
export function reportFailure(thrown: unknown): number {
  process.stderr.write(failureLines(explain(thrown)));
  return exitCodes.error.code;
}
