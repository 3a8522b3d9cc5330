/** The command line: arguments in, report on standard output, problems on standard error, exit code 0, 1 or 2. */
import { parseCommandLine } from '../config/command-line.ts';
import { exitCodes } from '../config/exit-codes.ts';
import { version } from '../config/version.ts';

process.exitCode = await main(process.argv.slice(2));

/** Nothing beyond the tables of inputs is loaded until it is known what to do: `--version` is as fast as Node. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const line = parseCommandLine(args);
    const { print } = await import('./standard-output.ts');
    if (line.kind === 'version') {
      await print(`${version}\n`);
      return 0;
    }
    if (line.kind === 'help') {
      const { helpText } = await import('../config/help.ts');
      await print(helpText(line.command));
      return 0;
    }
    const { runCommand } = await import('./run-command.ts');
    return exitCodes[await runCommand(line, process.env)].code;
  } catch (thrown) {
    const [{ explain }, { failureLines }] = await Promise.all([
      import('../model/errors.ts'),
      import('../report/failure.ts'),
    ]);
    process.stderr.write(failureLines(explain(thrown)));
    return exitCodes.error.code;
  }
}
