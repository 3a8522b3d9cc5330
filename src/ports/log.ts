/** Where a run tells a person what it is doing; never where results go. */

export interface Log {
  /** Progress of long work; may be dropped, and replaces the line before it on a terminal. */
  progress(message: string): void;
  /** Worth a person's attention, once. */
  notice(message: string): void;
  /** Only shown when debugging was asked for. */
  debug(message: string): void;
}
