/** Reads the federated credentials that the Bicep files of a repository declare. */
import { posix } from 'node:path';
import type { DeclaredCredential } from '../../model/federation.ts';
import { literalOf } from '../../model/partial-text.ts';
import type { Source, Spot } from '../../model/source.ts';
import type { TextReader } from '../kubernetes.ts';
import { readPlaceholders } from '../placeholders.ts';
import { type FileUse, fileEvaluation } from './bicep-evaluation.ts';
import { type BicepFile, type BicepObject, readBicepFile } from './bicep-file.ts';
import { type CredentialParts, credentialOf, credentialsInArguments } from './credential-of.ts';
import { type Evaluation, evaluate, runsOf, within, workLimit } from './evaluate.ts';
import { entryOf } from './expression.ts';
import { loadGrammar } from './grammar.ts';
import { markParallel } from './parallel-loop.ts';
import { splitAtSlash } from './split-at-slash.ts';

export interface BicepReading {
  readonly credentials: readonly DeclaredCredential[];
  /** Where syntax broke: what stands there was not read. */
  readonly broken: readonly Spot[];
}

/** Whether a Bicep file can declare a credential by itself. */
function mayDeclareInBicep(text: string): boolean {
  return /federatedIdentityCredentials|\bsubject\s*:/i.test(text);
}

/**
 * Reads all `.bicep` files of a repository. Local modules are read as their callers use them; a module of a registry
 * only gives conditional credentials. Loads nothing when no file mentions anything of interest.
 */
export async function readBicep(
  sources: readonly Source[],
  readText: TextReader = readPlaceholders,
): Promise<BicepReading> {
  const calls = new Map(sources.map((source) => [source, localModules(source)]));
  const interesting = new Set(sources.filter((source) => mayDeclareInBicep(source.text)).map((source) => source.path));
  if (interesting.size === 0) return { credentials: [], broken: [] };
  for (let before = -1; before !== interesting.size; ) {
    before = interesting.size;
    for (const [source, called] of calls) {
      if (called.some((path) => interesting.has(path))) interesting.add(source.path);
    }
  }
  const grammar = await loadGrammar('bicep');
  const files = new Map<string, BicepFile>();
  for (const source of sources) {
    if (interesting.has(source.path)) files.set(source.path, readBicepFile(source, grammar));
  }
  const used = new Set([...files.values()].flatMap((file) => calls.get(file.source) ?? []));
  const reader = new BicepReader(files, { readText, work: { left: workLimit } });
  const credentials = [...files.values()]
    .filter((file) => !used.has(file.source.path))
    .flatMap((file) =>
      reader.read({ file, inputs: undefined, prefix: '', conditional: false, at: undefined, trail: [] }),
    );
  return { credentials, broken: [...files.values()].flatMap((file) => file.broken ?? []) };
}

function localModules(source: Source): readonly string[] {
  const calls = source.text.matchAll(/^[ \t]*module[ \t]+\w+[ \t]+'(\.{0,2}[^':]+\.bicep)'/gm);
  return [...calls].map((match) => posix.join(posix.dirname(source.path), match[1] as string));
}

/** One run of a resource or module. */
interface Run {
  readonly evaluation: Evaluation;
  readonly conditional: boolean;
  readonly suffix: string;
  /** Stands for any number of runs. */
  readonly unknown: boolean;
}

const deepestTrail = 10;

class BicepReader {
  readonly #files: ReadonlyMap<string, BicepFile>;
  readonly #base: Pick<Evaluation, 'readText' | 'work'>;

  constructor(files: ReadonlyMap<string, BicepFile>, base: Pick<Evaluation, 'readText' | 'work'>) {
    this.#files = files;
    this.#base = base;
  }

  read(use: FileUse): readonly DeclaredCredential[] {
    const evaluation = fileEvaluation(use, this.#base);
    const resources = use.file.resources.flatMap((resource) =>
      isCredential(resource)
        ? looped(resource, evaluation, (run) => {
            const conditional = use.conditional || run.conditional || guarded(resource.parent);
            const parts = credentialParts(resource, run.evaluation);
            return [credentialOf(parts, { language: 'bicep', at: use.at ?? resource.at, conditional })];
          })
        : [],
    );
    const modules = use.file.modules.flatMap((module) =>
      looped(module, evaluation, (run) => this.#readModule(module, run, use)),
    );
    return [...resources, ...modules];
  }

  #readModule(module: BicepObject, run: Run, caller: FileUse): readonly DeclaredCredential[] {
    const params = entryOf(evaluate(module.body, run.evaluation), 'params');
    const path = posix.join(posix.dirname(caller.file.source.path), module.type);
    const file = this.#files.get(path);
    const at = caller.at ?? module.at;
    if (!file || caller.trail.includes(path) || caller.trail.length > deepestTrail) {
      const context = { language: 'bicep' as const, at, conditional: true };
      const ofIdentity = /user-assigned-identity/.test(module.type);
      return credentialsInArguments(
        params,
        context,
        ofIdentity ? { identity: entryOf(params, 'name'), identityName: entryOf(params, 'name') } : {},
      );
    }
    const given =
      params?.kind === 'map' ? [...params.entries].map(([name, entry]) => [name, entry.value] as const) : [];
    return this.read({
      file,
      inputs: new Map(given),
      prefix: `${caller.prefix}${module.symbol}${run.suffix}.`,
      conditional: caller.conditional || run.conditional,
      at,
      trail: [...caller.trail, caller.file.source.path],
    });
  }
}

function isCredential(resource: BicepObject): boolean {
  return (
    !resource.existing &&
    /^microsoft\.(managedidentity\/userassignedidentities|graph\/applications)\/federatedidentitycredentials$/i.test(
      resource.type,
    )
  );
}

function guarded(parent: BicepObject | undefined): boolean {
  return (
    parent !== undefined && (parent.condition !== undefined || parent.loop !== undefined || guarded(parent.parent))
  );
}

/** The name's first part names the owner where no `parent` does. Graph resources have no `properties`. */
function credentialParts(resource: BicepObject, evaluation: Evaluation): CredentialParts {
  const body = evaluate(resource.body, evaluation);
  const name = entryOf(body, 'name');
  const properties = entryOf(body, 'properties') ?? body;
  const parent = resource.parent ? evaluation.lookup(resource.parent.symbol) : entryOf(body, 'parent');
  const split = parent && properties !== body ? undefined : splitAtSlash(name);
  return {
    identity: parent ?? split?.before,
    identityName: parent ? undefined : split?.before,
    name: split ? split.after : name,
    issuer: entryOf(properties, 'issuer'),
    subject: entryOf(properties, 'subject'),
    audiences: entryOf(properties, 'audiences'),
    claimsMatchingExpression: entryOf(entryOf(properties, 'claimsMatchingExpression'), 'value'),
  };
}

/** Runs a resource or module through its loop and condition. */
function looped(
  object: BicepObject,
  evaluation: Evaluation,
  read: (run: Run) => readonly DeclaredCredential[],
): readonly DeclaredCredential[] {
  const { loop } = object;
  if (!loop) {
    const condition = object.condition && evaluate(object.condition, evaluation);
    const known =
      condition?.kind === 'text' && condition.loose === condition.text ? literalOf(condition.text) : undefined;
    if (known === 'false') return [];
    const conditional = condition !== undefined && known !== 'true';
    return read({ evaluation, conditional, suffix: '', unknown: false });
  }
  const over = runsOf(evaluate(loop.over, evaluation));
  const runs: Run[] = (over?.items ?? []).map((item) => {
    const names = new Map([[loop.valueVariable, item.value]]);
    if (loop.keyVariable) names.set(loop.keyVariable, item.key);
    const conditional = loop.condition !== undefined || over?.open === true;
    return {
      evaluation: within(evaluation, names, item.label),
      conditional,
      suffix: `[${item.label}]`,
      unknown: false,
    };
  });
  if (!over || over.open) runs.push({ evaluation, conditional: true, suffix: '', unknown: true });
  const results = runs.map((run) => ({ credentials: read(run), unknown: run.unknown }));
  const words = [loop.valueVariable, ...(loop.keyVariable ? [loop.keyVariable] : [])];
  const mentionsLoop = (text: string) => words.some((word) => new RegExp(`\\b${word}\\b`).test(text));
  return object.serial ? results.flatMap((result) => result.credentials) : markParallel(results, mentionsLoop);
}
