/** Prints a report and writes the files that were asked for. */
import type { Inputs } from '../config/inputs.ts';
import type { WrittenFiles } from '../hosts/outputs.ts';
import type { Outcome } from '../model/report.ts';
import type { Files } from '../ports/files.ts';
import { type Format, type RenderOptions, render } from '../report/format.ts';
import { print } from './standard-output.ts';

/** Files come first, so that a reader of standard output who leaves early costs nobody the report. */
export async function deliver(
  outcome: Outcome,
  inputs: Inputs,
  files: Pick<Files, 'write'>,
  options: RenderOptions & { readonly prints: boolean },
): Promise<WrittenFiles> {
  const write = async (file: string | undefined, format: Format) => {
    if (file) files.write(file, await render(format, outcome, { ...options, color: false }));
    return file ?? '';
  };
  const report = await write(inputs.reportFile, 'json');
  const sarif = await write(inputs.sarifFile, 'sarif');
  await write(inputs.htmlFile, 'html');
  if (options.prints) print(await render(inputs.format, outcome, options));
  return { report, sarif };
}
