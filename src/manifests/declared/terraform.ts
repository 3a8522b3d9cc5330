/** Reads the federated credentials and ServiceAccounts that the Terraform of a repository declares. */
import { posix } from 'node:path';
import type { DeclaredCredential, DeclaredServiceAccount } from '../../model/federation.ts';
import { literalOf } from '../../model/partial-text.ts';
import type { Source, Spot } from '../../model/source.ts';
import type { TextReader } from '../kubernetes.ts';
import { readPlaceholders } from '../placeholders.ts';
import { credentialOf, credentialsInArguments } from './credential-of.ts';
import { type Evaluation, evaluate, workLimit } from './evaluate.ts';
import { attributeOf, entryOf, type Value } from './expression.ts';
import { loadGrammar } from './grammar.ts';
import { readFolder, type TerraformFolder, type TerraformObject } from './terraform-folder.ts';
import { type Instance, instancesOf, type ModuleUse, moduleEvaluation } from './terraform-module.ts';
import { foldersOfInterest, moduleSources, templateFilesOf } from './terraform-search.ts';
import { serviceAccountsOf } from './terraform-service-accounts.ts';

/** What the Terraform of a repository tells. */
export interface TerraformReading {
  readonly credentials: readonly DeclaredCredential[];
  readonly serviceAccounts: readonly DeclaredServiceAccount[];
  /** Files that `templatefile` fills in: they are never applied as they stand. Paths like those of the sources. */
  readonly templateFiles: readonly { readonly path: string; readonly at: Spot }[];
  /** Where syntax broke: what stands there was not read. */
  readonly broken: readonly Spot[];
}

/**
 * Reads all `.tf`, `.tf.json`, `.tfvars` and `.tfvars.json` files of a repository. Modules that its own files call are
 * read as their callers use them; a module that comes from elsewhere only gives conditional credentials.
 * Loads nothing when no file mentions anything of interest.
 */
export async function readTerraform(
  sources: readonly Source[],
  readText: TextReader = readPlaceholders,
): Promise<TerraformReading> {
  const templateFiles = sources.flatMap(templateFilesOf);
  const interesting = foldersOfInterest(sources);
  if (interesting.size === 0) return { credentials: [], serviceAccounts: [], templateFiles, broken: [] };
  const grammar = await loadGrammar('hcl');
  const folders = new Map<string, TerraformFolder>();
  for (const [path, files] of interesting) folders.set(path, readFolder(path, files, grammar));
  const called = new Set([...interesting].flatMap(([path, files]) => [...moduleSources(path, files)]));
  const reader = new TerraformReader(folders, readText);
  for (const [path, folder] of folders) {
    if (called.has(path)) continue;
    reader.readUse({ folder, inputs: undefined, prefix: '', conditional: false, at: undefined, trail: [path] });
  }
  return {
    credentials: reader.credentials,
    serviceAccounts: reader.serviceAccounts,
    templateFiles,
    broken: [...folders.values()].flatMap((folder) => folder.broken),
  };
}

/** A module within a module within a module is real; ten deep is a loop in disguise. */
const deepestTrail = 10;

class TerraformReader {
  readonly credentials: DeclaredCredential[] = [];
  readonly serviceAccounts: DeclaredServiceAccount[] = [];
  readonly #folders: ReadonlyMap<string, TerraformFolder>;
  readonly #base: Pick<Evaluation, 'readText' | 'work'>;

  constructor(folders: ReadonlyMap<string, TerraformFolder>, readText: TextReader) {
    this.#folders = folders;
    this.#base = { readText, work: { left: workLimit } };
  }

  /** Reads a module for one use of it, and the modules it calls. */
  readUse(use: ModuleUse): void {
    const evaluation = moduleEvaluation(use, this.#base);
    for (const resource of use.folder.resources) {
      const credential = credentialReaders.get(resource.type);
      for (const instance of instancesFor(resource, evaluation, credential !== undefined)) {
        const context = {
          language: 'terraform' as const,
          at: use.at ?? resource.at,
          conditional: use.conditional || instance.conditional,
        };
        const parts = credential?.(resource, instance.evaluation);
        if (parts) this.credentials.push(credentialOf(parts, context));
        this.serviceAccounts.push(...serviceAccountsOf(resource, instance.evaluation, context.at));
      }
    }
    for (const call of use.folder.modules) {
      for (const instance of instancesOf(call.body, evaluation)) this.#readCall(call, instance, use);
    }
  }

  #readCall(call: TerraformObject, instance: Instance, caller: ModuleUse): void {
    const values = evaluate(call.body, instance.evaluation);
    const source = entryOf(values, 'source');
    const folder = this.#folders.get(resolvedSource(source, caller.folder.path) ?? '\0');
    const conditional = caller.conditional || instance.conditional;
    const at = caller.at ?? call.at;
    if (!folder || caller.trail.includes(folder.path) || caller.trail.length > deepestTrail) {
      const context = { language: 'terraform' as const, at, conditional: true };
      this.credentials.push(...credentialsInArguments(values, context));
      return;
    }
    const inputs = new Map(values.kind === 'map' ? [...values.entries].map(([key, entry]) => [key, entry.value]) : []);
    this.readUse({
      folder,
      inputs,
      prefix: `${caller.prefix}module.${call.name}${instance.suffix}.`,
      conditional,
      at,
      trail: [...caller.trail, folder.path],
    });
  }
}

/** Only resources that matter are multiplied. */
function instancesFor(resource: TerraformObject, evaluation: Evaluation, credential: boolean): readonly Instance[] {
  return credential || /^(kubernetes_|kubectl_|helm_)/.test(resource.type)
    ? instancesOf(resource.body, evaluation)
    : [];
}

function resolvedSource(source: Value | undefined, folder: string): string | undefined {
  const text = source?.kind === 'text' ? literalOf(source.text) : undefined;
  return text && /^\.{1,2}(\/|$)/.test(text) ? posix.join(folder, text).replace(/\/$/, '') : undefined;
}

type PartsReader = (
  resource: TerraformObject,
  evaluation: Evaluation,
) => Parameters<typeof credentialOf>[0] | undefined;

/** Resource types of the azurerm, azuread and azapi providers, with the names their attributes have had. */
const credentialReaders: ReadonlyMap<string, PartsReader> = new Map<string, PartsReader>([
  [
    'azurerm_federated_identity_credential',
    (resource, evaluation) => ownedParts(resource, evaluation, ['user_assigned_identity_id', 'parent_id']),
  ],
  [
    'azuread_application_federated_identity_credential',
    (resource, evaluation) => ownedParts(resource, evaluation, ['application_id', 'application_object_id']),
  ],
  [
    'azuread_application_flexible_federated_identity_credential',
    (resource, evaluation) => ownedParts(resource, evaluation, ['application_id']),
  ],
  ['azapi_resource', azapiParts],
]);

function ownedParts(resource: TerraformObject, evaluation: Evaluation, owners: readonly string[]) {
  const attribute = (...names: readonly string[]): Value | undefined => {
    const expression = attributeOf(resource.body, ...names);
    return expression && evaluate(expression, evaluation);
  };
  return {
    identity: attribute(...owners),
    name: attribute('name', 'display_name'),
    issuer: attribute('issuer'),
    subject: attribute('subject'),
    audiences: attribute('audience', 'audiences'),
    claimsMatchingExpression: attribute('claims_matching_expression'),
  };
}

/** The azapi provider takes the ARM type and body as they are. */
function azapiParts(resource: TerraformObject, evaluation: Evaluation) {
  const type = attributeOf(resource.body, 'type');
  if (type?.kind !== 'literal' || !/\/federatedIdentityCredentials@/i.test(type.text)) return undefined;
  const body = attributeOf(resource.body, 'body');
  const properties = entryOf(body && evaluate(body, evaluation), 'properties');
  return {
    ...ownedParts(resource, evaluation, ['parent_id']),
    issuer: entryOf(properties, 'issuer'),
    subject: entryOf(properties, 'subject'),
    audiences: entryOf(properties, 'audiences'),
    claimsMatchingExpression: entryOf(entryOf(properties, 'claimsMatchingExpression'), 'value'),
  };
}
