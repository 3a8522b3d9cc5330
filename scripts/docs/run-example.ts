/** What Idwire really says about an example, and the edits that it really makes. */
import { check } from '../../src/app/check.ts';
import { fix } from '../../src/app/fix.ts';
import type { CheckPorts } from '../../src/app/judge-repository.ts';
import type { Outcome } from '../../src/model/report.ts';
import { renderText } from '../../src/report/text.ts';
import type { RuleExample } from '../../src/rules/rule.ts';
import { prepareExample } from '../../test/rules/judge-example.ts';
import { memoryFiles } from '../../test/rules/memory-files.ts';

export interface ExampleRun {
  /** The files without the marks of the tests. */
  readonly files: Readonly<Record<string, string>>;
  /** What `idwire check` prints. */
  readonly output: string;
  /** The diff that `idwire fix --dry-run` prints for the findings of this rule; empty when it mends none of them. */
  readonly diff: string;
}

const inputs = { paths: ['.'], exhaustive: false, failOn: 'error' } as const;
const columns = 110;

/** Runs an example of a rule; the same files give the same texts. */
export async function runExample(example: RuleExample, rule: string): Promise<ExampleRun> {
  const { files } = prepareExample(example);
  const ports: CheckPorts = {
    files: memoryFiles(files),
    log: { progress() {}, notice() {}, debug() {} },
    clock: { monotonic: () => 0, sleep: async () => {} },
  };
  const outcome = await check(inputs, ports);
  const output = renderText(outcome, { color: false, columns });
  return { files, output, diff: hasSafeFix(outcome, rule) ? await diffOf(ports, rule) : '' };
}

function hasSafeFix({ report }: Outcome, rule: string): boolean {
  return report.findings.some((finding) => finding.rule === rule && finding.fix?.safety === 'safe');
}

async function diffOf(ports: CheckPorts, rule: string): Promise<string> {
  const { fixes } = (await fix({ ...inputs, dryRun: true }, ports)).report;
  if (!fixes?.mended.some((finding) => finding.rule === rule)) return '';
  return fixes.files.map(({ diff }) => diff).join('');
}
