/** The command line: arguments in, report on standard output, problems on standard error, exit code 0, 1 or 2. */
import { version } from '../config/version.ts';
import { print } from './standard-output.ts';

process.exitCode = await main(process.argv.slice(2));

/** Loads only what the arguments ask for; nothing at all for a bare `--version`, which is as fast as Node itself. */
async function main(args: readonly string[]): Promise<number> {
  if (args.length === 1 && args[0] === '--version') return printed(`${version}\n`);
  try {
    const { parseCommandLine } = await import('../config/command-line.ts');
    const line = parseCommandLine(args);
    if (line.kind === 'version') return printed(`${version}\n`);
    if (line.kind === 'help') return printed((await import('../config/help.ts')).helpText(line.command));
    if (line.command === 'demo') return (await import('./demo.ts')).demo();
    if (line.command === 'explain') return printed((await import('./explanation.ts')).explanation(line.topic ?? ''));
    const { runCommand } = await import('./run-command.ts');
    return await runCommand(line, process.env);
  } catch (thrown) {
    const { reportFailure } = await import('./report-failure.ts');
    return reportFailure(thrown);
  }
}

function printed(text: string): number {
  print(text);
  return 0;
}
