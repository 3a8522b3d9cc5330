/** Environment variables as hosts are given them, so that only an entry reads the real ones. */

export type Environment = Readonly<Record<string, string | undefined>>;
