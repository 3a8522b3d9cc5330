/** Asks the GitHub runner for an OIDC token of the running job; the toolkit masks it. */
import { getIDToken } from '@actions/core';

/**
 * The toolkit prints the masking command to standard output, where a report may be on its way into a file; runners read
 * commands from standard error as well (actions/runner OutputManager).
 */
export async function idToken(audience: string): Promise<string> {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await getIDToken(audience);
  } finally {
    process.stdout.write = write;
  }
}
