/** Reads an Azure pipeline with its templates: the service connections that its tasks sign in through. */
import type { Field } from '../../model/field.ts';
import type { PartialText } from '../../model/partial-text.ts';
import type { Pipeline, PipelineJob, PipelineLogin, PipelineSubject } from '../../model/pipeline.ts';
import { readPlaceholders } from '../placeholders.ts';
import { type PipelineFiles, resolvePath } from './pipeline-files.ts';

/**
 * Inputs of tasks that name a connection to Azure, with their aliases (microsoft/azure-pipelines-tasks, task.json of
 * AzureCLI, AzurePowerShell, ARM deployment, Kubernetes, Terraform and web app tasks).
 */
const connectionInputs: ReadonlySet<string> = new Set([
  'azuresubscription',
  'azuresubscriptionendpoint',
  'azureresourcemanagerconnection',
  'connectedservicename',
  'connectedservicenamearm',
  'environmentservicename',
  'environmentservicenameazurerm',
  'backendservicearm',
  'azureserviceconnection',
]);

const deepestTemplate = 20;

/** Parameters of a template and variables, as the file that uses them wrote them. */
type Values = ReadonlyMap<string, Field>;

/** What is around a step. */
interface Around {
  readonly path: string;
  readonly values: Values;
  readonly job: Field;
  readonly depth: number;
}

/** The pipelines that sign in; a template that another one uses stands under its users only. */
export function readAzurePipelines(files: PipelineFiles, paths: readonly string[]): readonly Pipeline[] {
  const reader = new AzureReader(files);
  const read = paths.flatMap((path) => {
    const root = files.azurePipeline(path);
    // Only pipelines have steps, jobs, stages or something they extend at the top; and no kind, as manifests do.
    if (!root || root.get('kind') || !['steps', 'jobs', 'stages', 'extends'].some((key) => root.get(key))) return [];
    const jobs = reader.read(path, root);
    return jobs.length === 0
      ? []
      : [{ host: 'azure-pipelines' as const, manifest: root.manifest, repository: undefined, jobs }];
  });
  return read.filter(({ manifest }) => !reader.followed.has(manifest.source.path));
}

class AzureReader {
  /** Paths of the templates that something uses. */
  readonly followed = new Set<string>();
  private readonly files: PipelineFiles;
  private logins = new Map<Field, PipelineLogin[]>();

  constructor(files: PipelineFiles) {
    this.files = files;
  }

  read(path: string, root: Field): readonly PipelineJob[] {
    this.logins = new Map();
    this.visit(root, { path, values: valuesOf(root, new Map()), job: root, depth: 0 });
    return [...this.logins].map(([field, logins]) => ({
      name: field.get('job')?.text ?? field.get('deployment')?.text ?? field.manifest.source.path,
      field,
      callers: [],
      environment: field.get('environment', 'name') ?? field.get('environment'),
      permission: { granted: undefined },
      subjects: logins.flatMap((login) => login.subjects),
      logins,
    }));
  }

  /** Steps, jobs and stages nest in each other, and in `${{ if }}` and `${{ each }}`, at any depth. */
  private visit(field: Field, around: Around): void {
    const job = field.get('job') || field.get('deployment') ? field : around.job;
    const here = { ...around, job };
    const template = field.get('template')?.text;
    if (template !== undefined) this.follow(template, field, here);
    const inputs = field.get('inputs');
    if (field.get('task') && inputs) this.addConnections(field, inputs, here);
    const variables = field.get('env');
    if (variables) this.addSecret(variables, here);
    const inner = [...field.entries(), ...field.items()].filter((child) => child.key !== 'parameters');
    for (const child of inner) if (child.node.type !== 'scalar') this.visit(child, here);
  }

  private follow(template: string, use: Field, around: Around): void {
    const name = template.replace(/@self$/, '');
    if (name.includes('@') || name.includes('${{') || around.depth >= deepestTemplate) return;
    const folder = name.startsWith('/') ? '' : around.path.slice(0, Math.max(0, around.path.lastIndexOf('/')));
    const path = resolvePath(folder, name);
    const root = path === undefined ? undefined : this.files.azurePipeline(path);
    if (path === undefined || !root) return;
    this.followed.add(path);
    const given = (use.get('parameters')?.entries() ?? []).map((entry) => [
      `parameters.${entry.key}`,
      followed(entry, around.values),
    ]);
    const values = new Map([...valuesOf(root, new Map()), ...(given as [string, Field][])]);
    // Jobs of a template belong to it; its steps to the job that uses it.
    this.visit(root, { ...around, path, values, depth: around.depth + 1 });
  }

  private addConnections(task: Field, inputs: Field, { values, job }: Around): void {
    for (const input of inputs.entries()) {
      if (!connectionInputs.has(input.key.toLowerCase()) || !input.text) continue;
      const at = followed(input, values);
      if (!at.text) continue;
      const connection = readPlaceholders(at.text);
      const by = task.get('task')?.text ?? '';
      const subjects = [connectionSubject(connection)];
      this.add(job, { kind: 'service-connection', at, by, clientId: undefined, connection, subjects });
    }
  }

  private addSecret(variables: Field, { job }: Around): void {
    const at = variables.get('ARM_CLIENT_SECRET') ?? variables.get('AZURE_CLIENT_SECRET');
    const id = variables.get('ARM_CLIENT_ID') ?? variables.get('AZURE_CLIENT_ID');
    if (!at?.text || !id?.text) return;
    const clientId = readPlaceholders(id.text);
    this.add(job, { kind: 'client-secret', at, by: at.key, clientId, connection: undefined, subjects: [] });
  }

  private add(job: Field, login: PipelineLogin): void {
    const logins = this.logins.get(job) ?? [];
    const known = logins.some((other) => other.at === login.at && other.kind === login.kind);
    if (!known) this.logins.set(job, [...logins, login]);
  }
}

/** Defaults of parameters and literal variables of a file, over those that it was given. */
function valuesOf(root: Field, given: Values): Values {
  const values = new Map<string, Field>();
  for (const parameter of root.get('parameters')?.items() ?? []) {
    const initial = parameter.get('default');
    const name = parameter.get('name')?.text;
    if (initial && name) values.set(`parameters.${name}`, initial);
  }
  for (const entry of root.get('parameters')?.entries() ?? []) values.set(`parameters.${entry.key}`, entry);
  const variables = root.get('variables');
  for (const entry of variables?.entries() ?? []) values.set(`variables.${entry.key}`, entry);
  for (const item of variables?.items() ?? []) {
    const value = item.get('value');
    const name = item.get('name')?.text;
    if (value && name) values.set(`variables.${name}`, value);
  }
  return new Map([...values, ...given]);
}

/** The field whose text a reference leads to: `${{ parameters.x }}`, `${{ variables.x }}`, `$(x)`; itself otherwise. */
function followed(field: Field, values: Values): Field {
  const text = field.text ?? '';
  const name = /^\s*\$\{\{\s*((?:parameters|variables)\.[\w.-]+)\s*\}\}\s*$/.exec(text)?.[1];
  const macro = /^\$\(([\w.-]+)\)$/.exec(text)?.[1];
  return values.get(name ?? `variables.${macro}`) ?? field;
}

/** Azure DevOps' own issuer: `sc://ORGANISATION/PROJECT/CONNECTION`; no file tells the first two. */
function connectionSubject(connection: PartialText): PipelineSubject {
  const { pieces, symbols } = connection;
  const [first = '', ...rest] = pieces;
  const text = { pieces: ['sc://', '/', `/${first}`, ...rest], symbols: ['$(organization)', '$(project)', ...symbols] };
  const context = { pieces, symbols };
  return { kind: 'service-connection', event: '', context, text, immutable: undefined, certain: true, fork: false };
}
