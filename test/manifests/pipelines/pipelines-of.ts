/** The pipelines of a small repository in memory, as the lines that a person would write down. */
import { discover } from '../../../src/manifests/discover.ts';
import { readPipelines } from '../../../src/manifests/pipelines/read-pipelines.ts';
import { writtenText } from '../../../src/model/partial-text.ts';
import type { Pipeline } from '../../../src/model/pipeline.ts';
import { memoryFiles } from '../../rules/memory-files.ts';

export function pipelinesOf(contents: Readonly<Record<string, string>>, repository?: string): readonly Pipeline[] {
  const files = memoryFiles(contents);
  return readPipelines(files, discover(files, ['.'], []), repository);
}

/** `job: subject` for each subject of each sign-in, with `?` behind one that conditions may exclude. */
export function subjectLines(pipelines: readonly Pipeline[]): readonly string[] {
  const lines = pipelines.flatMap(({ jobs }) =>
    jobs.flatMap(({ name, logins }) =>
      logins.flatMap(({ subjects }) =>
        subjects.map(({ text, certain }) => `${name}: ${writtenText(text)}${certain ? '' : ' ?'}`),
      ),
    ),
  );
  return [...new Set(lines)];
}

/** A workflow `.github/workflows/<name>` whose one job signs in with azure/login. */
export function loginWorkflow(events: string, job = '', stepCondition = ''): string {
  return `${events}
permissions:
  id-token: write
jobs:
  deploy:
    runs-on: ubuntu-latest
${job}    steps:
      - uses: azure/login@v2
${stepCondition}        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
`;
}
