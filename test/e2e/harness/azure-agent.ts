/** The environment that an Azure Pipelines agent gives a Node task, and what its logging commands amount to. */
import fs from 'node:fs';
import path from 'node:path';
import type { RunnerCommand } from './runner-commands.ts';

export interface AzureTask {
  readonly environment: Record<string, string>;
  /** What the agent makes of the commands; files that a summary names are read, so call it before they are removed. */
  collect(commands: readonly RunnerCommand[]): AzureOutcome;
}

export interface AzureOutcome {
  /** `Succeeded`, `SucceededWithIssues`, `Failed`; the worst that was set, or undefined when none was. */
  readonly result: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

const results = ['Succeeded', 'SucceededWithIssues', 'Failed'];

/**
 * Predefined variables of MicrosoftDocs/azure-devops-docs build/variables.md, for Azure Repos. Inputs that are not given
 * have the default of `task.json`, else the empty text.
 */
export function azureTask(
  folder: string,
  options: {
    readonly workspace: string;
    readonly taskFile: string;
    readonly inputs?: Readonly<Record<string, string>>;
  },
): AzureTask {
  const environment = {
    ...fixedVariables,
    AGENT_TEMPDIRECTORY: folder,
    AGENT_BUILDDIRECTORY: path.dirname(options.workspace),
    AGENT_WORKFOLDER: path.dirname(options.workspace),
    BUILD_SOURCESDIRECTORY: options.workspace,
    BUILD_REPOSITORY_LOCALPATH: options.workspace,
    SYSTEM_DEFAULTWORKINGDIRECTORY: options.workspace,
    ...inputVariables(options.taskFile, options.inputs ?? {}),
  };
  return { environment, collect: amountOf };
}

function amountOf(commands: readonly RunnerCommand[]): AzureOutcome {
  const named = (name: string) => commands.filter((command) => command.name.toLowerCase() === name);
  const set = named('task.complete').map(({ properties }) => properties.result ?? '');
  const wrong = set.find((result) => !results.includes(result));
  if (wrong !== undefined) throw new Error(`The agent knows no result "${wrong}".`);
  const outputs = named('task.setvariable')
    .filter(({ properties }) => property(properties, 'isoutput')?.toLowerCase() === 'true')
    .map(({ properties, data }) => [property(properties, 'variable') ?? '', data] as const);
  return {
    result: set.toSorted((a, b) => results.indexOf(b) - results.indexOf(a))[0],
    outputs: Object.fromEntries(outputs),
    summary: named('task.uploadsummary')
      .map(({ data }) => fs.readFileSync(data, 'utf8'))
      .join(''),
  };
}

/** The agent reads names of properties without regard to case. */
function property(properties: RunnerCommand['properties'], name: string): string | undefined {
  return Object.entries(properties).find(([key]) => key.toLowerCase() === name)?.[1];
}

const fixedVariables = {
  TF_BUILD: 'True',
  AGENT_ID: '7',
  AGENT_JOBNAME: 'check',
  AGENT_JOBSTATUS: 'Succeeded',
  AGENT_MACHINENAME: 'agent',
  AGENT_NAME: 'Azure Pipelines 1',
  AGENT_OS: 'Linux',
  AGENT_OSARCHITECTURE: 'X64',
  AGENT_VERSION: '4.248.0',
  BUILD_BUILDID: '42',
  BUILD_BUILDNUMBER: '20260101.1',
  BUILD_DEFINITIONNAME: 'ci',
  BUILD_REASON: 'IndividualCI',
  BUILD_REPOSITORY_ID: 'b0e3b1e4-5f0c-4c5e-9a53-1f3b3c1f7a10',
  BUILD_REPOSITORY_NAME: 'shop',
  BUILD_REPOSITORY_PROVIDER: 'TfsGit',
  BUILD_REPOSITORY_URI: 'https://contoso@dev.azure.com/contoso/shop/_git/shop',
  BUILD_SOURCEBRANCH: 'refs/heads/main',
  BUILD_SOURCEBRANCHNAME: 'main',
  BUILD_SOURCEVERSION: '0123456789abcdef0123456789abcdef01234567',
  SYSTEM_COLLECTIONURI: 'https://dev.azure.com/contoso/',
  SYSTEM_CULTURE: 'en-US',
  SYSTEM_DEBUG: 'false',
  SYSTEM_HOSTTYPE: 'build',
  SYSTEM_JOBID: '12f1170f-54f2-53f3-20dd-22fc7dff55f9',
  SYSTEM_SERVERTYPE: 'Hosted',
  SYSTEM_TASKINSTANCEID: '96ac2280-8cb4-5df5-99de-dd2da759617d',
  SYSTEM_TASKINSTANCENAME: 'Idwire',
  SYSTEM_TEAMFOUNDATIONCOLLECTIONURI: 'https://dev.azure.com/contoso/',
  SYSTEM_TEAMPROJECT: 'shop',
  SYSTEM_TEAMPROJECTID: 'c0e3b1e4-5f0c-4c5e-9a53-1f3b3c1f7a10',
};

/** `INPUT_` and the name in upper case (azure-pipelines-agent VarUtil.ConvertToEnvVariableFormat). */
function inputVariables(taskFile: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const { inputs } = JSON.parse(fs.readFileSync(taskFile, 'utf8')) as {
    inputs: readonly { readonly name: string; readonly defaultValue?: string | number | boolean }[];
  };
  const unknown = Object.keys(given).filter((name) => !inputs.some((input) => input.name === name));
  if (unknown.length > 0) throw new Error(`task.json has no input ${unknown.join(', ')}.`);
  return Object.fromEntries(
    inputs.map(({ name, defaultValue }) => [
      `INPUT_${name.replaceAll(/[ .]/g, '_').toUpperCase()}`,
      given[name] ?? String(defaultValue ?? ''),
    ]),
  );
}
