/** Writes a repository of any number of manifests: the same bytes for one seed, five percent touching identities. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Application, type FaultRule, faultRules } from './generated-application.ts';
import { customResourceDefinition } from './generated-documents.ts';
import { applicationFiles, configFile, type GeneratedFile, type LongText } from './generated-layout.ts';
import { longTexts, word } from './generated-text.ts';
import { type Random, seededRandom } from './random.ts';

export interface GenerateOptions {
  /** Manifest files to write; some hold several documents. */
  readonly manifests: number;
  readonly seed?: number;
  /** Applications to put one fault each into. Without any, the repository holds nothing at severity error. */
  readonly faults?: number;
}

/** What was written. Sizes are bytes; paths are relative to the repository, with `/`. */
export interface GeneratedRepository {
  readonly directory: string;
  /** The folders that hold manifests and nothing else. */
  readonly manifestFolders: readonly string[];
  readonly manifests: number;
  readonly documents: number;
  readonly manifestBytes: number;
  /** All files, those that are not manifests included. */
  readonly files: number;
  readonly bytes: number;
  /** Manifests that hold an identity key. */
  readonly identityManifests: number;
  readonly faults: readonly { readonly rule: FaultRule; readonly application: string }[];
}

/** Of all manifests, those that hold an identity key. */
const identityShare = 0.05;
/** Of the applications without an identity, those whose pods do not run as `default`. */
const ownAccountShare = 0.4;
const teams = [
  'billing',
  'catalog',
  'checkout',
  'delivery',
  'insight',
  'ledger',
  'market',
  'partner',
  'search',
  'support',
];
/** What stands beside manifests in a repository; the ignore files name nothing that is there. */
const otherFiles: Readonly<Record<string, string>> = {
  '.gitignore': 'node_modules/\n*.log\n/out/\n.cache/\n!keep.log\n',
  '.editorconfig': 'root = true\n\n[*]\nindent_style = space\nindent_size = 2\n',
  'README.md': '# Deployments\n\nManifests of all teams, one folder an application.\n',
  'platform/.gitignore': 'rendered/\n*.tmp.yaml\n',
  'scripts/apply.sh': '#!/bin/sh\nset -eu\nexec kubectl apply --recursive -f apps -f platform\n',
};

/**
 * Writes the repository below `directory`, which must exist.
 *
 * @throws RangeError when there are fewer identity-bearing applications than faults
 */
export function generateRepository(directory: string, options: GenerateOptions): GeneratedRepository {
  const counts = { manifests: 0, documents: 0, manifestBytes: 0, files: 0, bytes: 0, identityManifests: 0 };
  const folders = new Set<string>();
  const write = (path: string, text: string): number => {
    const target = join(directory, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, text);
    const bytes = Buffer.byteLength(text);
    counts.files += 1;
    counts.bytes += bytes;
    return bytes;
  };
  for (const [path, text] of Object.entries(otherFiles)) write(path, text);

  const plan = planRepository(options);
  let step = plan.next();
  for (; step.done !== true; step = plan.next()) {
    const { path, documents } = step.value;
    const text = documents.join('---\n');
    counts.manifestBytes += write(path, text);
    counts.manifests += 1;
    counts.documents += documents.length;
    if (text.includes('azure.workload.identity/')) counts.identityManifests += 1;
  }
  return { directory, manifestFolders: ['apps', 'platform'], ...counts, faults: step.value };
}

/** Yields the manifest files one after another and returns the faults that they hold. */
function* planRepository(options: GenerateOptions): Generator<GeneratedFile, GeneratedRepository['faults'], undefined> {
  const random = seededRandom(options.seed ?? 1);
  const text = longTexts(random);
  const faults: { rule: FaultRule; application: string }[] = [];
  let written = 0;
  let bearing = 0;
  for (let index = 0; written < options.manifests; index++) {
    const wired = bearing <= written * identityShare;
    const fault =
      wired && faults.length < (options.faults ?? 0) ? faultRules[faults.length % faultRules.length] : undefined;
    const application = nameApplication(index, wired, fault, random);
    const files = [...applicationFiles(application, random, text), ...definitionFiles(index, random)];
    // An application is written whole or not at all: half of one would have pods whose account is missing.
    const room = options.manifests - written;
    const chosen = files.length <= room ? files : fillerFiles(room, random, text);
    yield* chosen;
    written += chosen.length;
    if (chosen !== files) continue;
    if (wired) bearing += files.filter(holdsIdentityKey).length;
    if (fault !== undefined) faults.push({ rule: fault, application: `apps/${application.team}/${application.name}` });
  }
  if (faults.length < (options.faults ?? 0)) {
    throw new RangeError(
      `${options.manifests} manifests hold too few applications with an identity for ${options.faults} faults.`,
    );
  }
  return faults;
}

function holdsIdentityKey({ documents }: GeneratedFile): boolean {
  return documents.some((document) => document.includes('azure.workload.identity/'));
}

function nameApplication(index: number, wired: boolean, fault: FaultRule | undefined, random: Random): Application {
  const team = teams[index % teams.length] as string;
  const name = `${word(random)}-${word(random)}-${index}`;
  return {
    team,
    name,
    namespace: `${team}-${word(random)}`,
    ownAccount: random.chance(ownAccountShare) || wired,
    identity: wired ? { clientId: random.guid(), fault } : undefined,
  };
}

/** Roughly every tenth application brings a CustomResourceDefinition. */
function definitionFiles(index: number, random: Random): readonly GeneratedFile[] {
  if (!random.chance(0.1)) return [];
  const kind = `${capitalise(word(random))}${capitalise(word(random))}${index}`;
  const group = `${word(random)}.example.com`;
  const document = customResourceDefinition(kind, group, random);
  return [{ path: `platform/definitions/${group}/${kind.toLowerCase()}.yaml`, documents: [document] }];
}

function fillerFiles(count: number, random: Random, text: LongText): readonly GeneratedFile[] {
  const platform: Application = {
    team: 'platform',
    name: 'settings',
    namespace: 'platform-settings',
    ownAccount: false,
    identity: undefined,
  };
  return Array.from({ length: count }, (_, index) =>
    configFile(platform, `config-${index}.yaml`, `settings-${index}`, random, text),
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
