/** Publishes the outcome of a JSON file through a host, in a process of its own: `publish-script.ts <host> <file>`. */
import fs from 'node:fs';
import { createFiles } from '../../src/adapters/files.ts';
import type { ReportParts } from '../../src/report/build.ts';
import { escapeLine } from '../../src/report/escape.ts';
import { makeOutcome } from '../report/make-report.ts';

export interface Scenario {
  readonly parts: Partial<ReportParts>;
  readonly annotations?: boolean;
  readonly changedFiles?: readonly string[];
}

const [host, file = ''] = process.argv.slice(2);
const scenario = JSON.parse(fs.readFileSync(file, 'utf8')) as Scenario;
const outcome = makeOutcome(scenario.parts);
const files = createFiles(process.cwd());
const line = (message: string) => process.stderr.write(`${escapeLine(message)}\n`);
const shared = {
  environment: process.env,
  files,
  log: { progress: line, notice: line, debug: line },
  annotations: scenario.annotations ?? true,
  written: { report: 'out/report.json', sarif: '' },
  ...(scenario.changedFiles && { changedFiles: new Set(scenario.changedFiles) }),
};

if (host === 'github') {
  const [{ githubContext }, { publish }] = await Promise.all([
    import('../../src/hosts/github/context.ts'),
    import('../../src/hosts/github/publish.ts'),
  ]);
  await publish(outcome, { ...shared, context: githubContext(process.env, files) });
} else {
  const environment = { ...process.env };
  const [{ azurePipelinesContext }, { publish }] = await Promise.all([
    import('../../src/hosts/azure-pipelines/context.ts'),
    import('../../src/hosts/azure-pipelines/publish.ts'),
  ]);
  publish(outcome, { ...shared, context: azurePipelinesContext(environment) });
}
