/** The service connections of Azure pipelines, through parameters, variables, templates and `extends`. */
import { expect, it } from 'vitest';
import { writtenText } from '../../../src/model/partial-text.ts';
import { pipelinesOf } from './pipelines-of.ts';

/** `pipeline: connection in file` for each sign-in. */
function connections(files: Record<string, string>): readonly string[] {
  return pipelinesOf(files).flatMap(({ manifest, jobs }) =>
    jobs.flatMap(({ logins }) =>
      logins.map(
        ({ connection, at }) =>
          `${manifest.source.path}: ${connection ? writtenText(connection) : ''} in ${at.manifest.source.path}`,
      ),
    ),
  );
}

const task = (connection: string) => `- task: AzureCLI@2\n    inputs:\n      azureSubscription: ${connection}\n`;

it('reads literal names, parameters and variables', () => {
  const pipeline = (head: string, connection: string) => ({
    'azure-pipelines.yml': `${head}steps:\n  ${task(connection)}`,
  });
  expect(connections(pipeline('', 'prod'))).toEqual(['azure-pipelines.yml: prod in azure-pipelines.yml']);
  const parameter = pipeline('parameters:\n  - name: c\n    default: live\n', '${' + '{ parameters.c }}');
  expect(connections(parameter)).toEqual(['azure-pipelines.yml: live in azure-pipelines.yml']);
  expect(connections(pipeline('variables: {c: test}\n', '$(c)'))).toEqual([
    'azure-pipelines.yml: test in azure-pipelines.yml',
  ]);
  expect(connections(pipeline('', '$(elsewhere)'))).toEqual([
    'azure-pipelines.yml: $(elsewhere) in azure-pipelines.yml',
  ]);
});

it('follows templates and what a pipeline extends, and reports where the name is written', () => {
  const files = {
    'ci/azure-pipelines.yml': 'extends:\n  template: stages.yml\n  parameters:\n    connection: prod\n',
    'ci/stages.yml': `stages:
  - stage: deploy
    jobs:
      - deployment: web
        environment: production
        strategy:
          runOnce:
            deploy:
              steps:
                - template: /steps/login.yml@self
                  parameters:
                    name: \${{ parameters.connection }}
`,
    'steps/login.yml': `steps:\n  - \${{ if ne(parameters.name, '') }}:\n    ${task('${' + '{ parameters.name }}').replaceAll('\n', '\n  ')}`,
  };
  expect(connections(files)).toEqual(['ci/azure-pipelines.yml: prod in ci/azure-pipelines.yml']);
  const [pipeline] = pipelinesOf(files);
  expect(pipeline?.jobs[0]).toMatchObject({ name: 'web' });
  expect(pipeline?.jobs[0]?.environment?.text).toBe('production');
});

it('ends in a circle of templates, and leaves other repositories and manifests alone', () => {
  const files = {
    'azure-pipelines.yml': `steps:\n  - template: azure-pipelines.yml\n  - template: x.yml@other\n  ${task('prod')}`,
    '.pipelines/pod.yaml': 'apiVersion: v1\nkind: Pod\nsteps: []\n',
  };
  expect(new Set(connections(files))).toEqual(new Set());
});
