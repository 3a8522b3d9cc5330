/** The steps of a GitHub job that sign in to Azure, and with what. */
import type { Field } from '../../model/field.ts';
import type { PartialText } from '../../model/partial-text.ts';
import type { LoginKind } from '../../model/pipeline.ts';
import { type Bindings, bound, githubText } from './github-bindings.ts';

/** A sign-in before the starts of its job are known; `condition` is the `if` of its step. */
export interface FoundLogin {
  readonly kind: LoginKind;
  readonly at: Field;
  readonly by: string;
  readonly clientId: PartialText | undefined;
  readonly condition: string | undefined;
}

/** Steps of an action of this repository (`uses: ./path`), or undefined when it is not composite or not here. */
export type LocalSteps = (path: string) => readonly Field[] | undefined;

/** What a step can see: variables by name, nearest first, and what its expressions stand for. */
interface Scope {
  readonly environments: readonly (Field | undefined)[];
  readonly bindings: Bindings;
  readonly localSteps: LocalSteps;
}

const deepestAction = 5;

/** Sign-ins of a job in one of its variants; those inside local actions stand at the step that uses the action. */
export function loginsOf(
  job: Field,
  workflow: Field,
  bindings: Bindings,
  localSteps: LocalSteps,
): readonly FoundLogin[] {
  const scope = { environments: [job.get('env'), workflow.get('env')], bindings, localSteps };
  return (job.get('steps')?.items() ?? []).flatMap((step) => stepLogins(step, scope, 0));
}

function stepLogins(step: Field, outer: Scope, depth: number): readonly FoundLogin[] {
  const scope = { ...outer, environments: [step.get('env'), ...outer.environments] };
  const uses = step.get('uses');
  const condition = step.get('if')?.text;
  const found = uses?.text === undefined ? scriptLogin(step, scope) : actionLogins(step, uses, scope, depth);
  return found.map((login) => ({ ...login, condition }));
}

function actionLogins(step: Field, uses: Field, scope: Scope, depth: number): readonly FoundLogin[] {
  const name = (uses.text ?? '').replace(/@.*$/s, '').toLowerCase();
  if (name === 'azure/login') return azureLogin(step, uses, scope);
  if (/^[^./][^/]*\/idwire$/.test(name)) return idwire(step, uses, scope);
  if (!name.startsWith('./') || depth >= deepestAction) return terraformAction(name, scope);
  const given = (step.get('with')?.entries() ?? []).map(
    (entry) => [`inputs.${entry.key.toLowerCase()}`, textIn(entry, scope) ?? ''] as const,
  );
  const inner = { ...scope, environments: [step.get('env')], bindings: new Map(given) };
  const steps = scope.localSteps((uses.text ?? '').slice(2)) ?? [];
  return steps.flatMap((item) => stepLogins(item, inner, depth + 1)).map((login) => ({ ...login, at: uses }));
}

/**
 * `creds` counts only when no id is given; `auth-type: IDENTITY` uses the identity of the machine, and Azure Stack knows
 * no OIDC (Azure/login, src/common/LoginConfig.ts).
 */
function azureLogin(step: Field, uses: Field, scope: Scope): readonly FoundLogin[] {
  const input = inputsOf(step, scope);
  if (input('auth-type')?.toUpperCase() === 'IDENTITY') return [];
  const clientId = input('client-id');
  const ids = clientId || input('tenant-id') || input('subscription-id');
  if (ids) return [login('oidc', uses, uses.text, clientId)];
  const stack = input('environment')?.toLowerCase() === 'azurestack';
  return input('creds') && !stack ? [login('client-secret', uses, uses.text, undefined)] : [];
}

/** Idwire itself signs in when it is told to, or when it is given a client id. */
function idwire(step: Field, uses: Field, scope: Scope): readonly FoundLogin[] {
  const input = inputsOf(step, scope);
  const way = input('azure-auth') ?? 'auto';
  const clientId = input('client-id');
  return way === 'oidc' || (way === 'auto' && clientId) ? [login('oidc', uses, uses.text, clientId)] : [];
}

function inputsOf(step: Field, scope: Scope): (name: string) => string | undefined {
  const given = step.get('with')?.entries() ?? [];
  return (name) => {
    const entry = given.find((candidate) => candidate.key.toLowerCase() === name);
    return entry && textIn(entry, scope);
  };
}

/** Terraform reads `ARM_*` (hashicorp/terraform-provider-azurerm, guides): in its own steps, by whatever action. */
function terraformAction(name: string, scope: Scope): readonly FoundLogin[] {
  return /terraform|terragrunt|tofu/.test(name) && !/\/setup-/.test(name) ? terraformLogin(scope) : [];
}

function scriptLogin(step: Field, scope: Scope): readonly FoundLogin[] {
  const at = step.get('run');
  const script = at?.text ?? '';
  const variables = step.get('env');
  // Formatting and validating ask Azure nothing; a step that sets the variables itself means to sign in.
  const named = variables?.get('ARM_USE_OIDC') ?? variables?.get('ARM_CLIENT_SECRET');
  if (named || /\b(?:terraform|terragrunt|tofu)\b.*\b(?:plan|apply|destroy|import|refresh)\b/.test(script)) {
    return terraformLogin(scope);
  }
  if (at && /federated-credential-provider["'\s=]+github\b/.test(script)) {
    return [login('oidc', at, 'azd auth login', variable('AZURE_CLIENT_ID', scope)?.text)];
  }
  return at ? libraryLogin(at, scope) : [];
}

/** A token from elsewhere (`ARM_OIDC_TOKEN…`, `ARM_OIDC_REQUEST_…`) is none of the job's. */
function terraformLogin(scope: Scope): readonly FoundLogin[] {
  const oidc = variable('ARM_USE_OIDC', scope);
  const clientId = variable('ARM_CLIENT_ID', scope)?.text;
  if (oidc?.text.toLowerCase() === 'true') {
    const elsewhere = ['ARM_OIDC_TOKEN', 'ARM_OIDC_TOKEN_FILE_PATH', 'ARM_OIDC_REQUEST_URL'];
    return elsewhere.some((name) => variable(name, scope)) ? [] : [login('oidc', oidc.at, 'ARM_USE_OIDC', clientId)];
  }
  const secret = variable('ARM_CLIENT_SECRET', scope);
  return oidc || !secret?.text ? [] : [login('client-secret', secret.at, 'ARM_CLIENT_SECRET', clientId)];
}

/**
 * `@azure/identity` reads a stored secret from `AZURE_*` (Azure/azure-sdk-for-js, EnvironmentCredential). A script that
 * asks the runner for a token and sends it on to Azure signs in as well.
 */
function libraryLogin(at: Field, scope: Scope): readonly FoundLogin[] {
  const script = at.text ?? '';
  const clientId = variable('AZURE_CLIENT_ID', scope);
  const sendsOn = /AzureADTokenExchange|federated-token|AZURE_FEDERATED_TOKEN_FILE/.test(script);
  if (sendsOn && script.includes('ACTIONS_ID_TOKEN_REQUEST')) {
    return [login('oidc', at, 'ACTIONS_ID_TOKEN_REQUEST_URL', clientId?.text)];
  }
  const secret = variable('AZURE_CLIENT_SECRET', scope);
  return clientId && secret?.text ? [login('client-secret', secret.at, secret.at.key, clientId.text)] : [];
}

function login(kind: LoginKind, at: Field, by: string | undefined, clientId: string | undefined): FoundLogin {
  return { kind, at, by: by ?? at.key, clientId: clientId ? githubText(clientId) : undefined, condition: undefined };
}

function variable(name: string, scope: Scope): { readonly at: Field; readonly text: string } | undefined {
  const at = scope.environments.map((environment) => environment?.get(name)).find((field) => field !== undefined);
  const text = at && textIn(at, scope);
  return at && text !== undefined ? { at, text } : undefined;
}

/** The text of a field with bound expressions and, in them, variables of the job replaced. */
function textIn(field: Field, { environments, bindings }: Scope): string | undefined {
  const text = field.text;
  if (text === undefined) return undefined;
  const variables = text.replace(/\$\{\{\s*env\.(\w+)\s*\}\}/g, (whole, name: string) => {
    const found = environments.map((environment) => environment?.get(name)?.text).find((value) => value !== undefined);
    return found ?? whole;
  });
  return bound(variables, bindings);
}
