/** Finds the charts and kustomize folders that pipelines and scripts deploy by literal calls of helm, kubectl and kustomize. */
import { literalOf } from '../../model/partial-text.ts';
import type { Source, Spot } from '../../model/source.ts';
import type { TextValue } from '../declared/expression.ts';
import { callsOf, type ScriptCall } from '../declared/script-commands.ts';
import { shellReading } from '../declared/shell-variables.ts';
import { resolvePath } from '../kustomizations.ts';
import { readPlaceholders } from '../placeholders.ts';
import type { HelmRequest, KustomizeRequest, RootRequest, SetValue } from '../render/root.ts';
import { folderOf, type GitopsFiles, joinPath } from './gitops-files.ts';

/** Whether a text can hold such a call, judged without reading it. */
export function mayCallHelm(text: string): boolean {
  return /\bhelm(?:\.exe)?[ \t]+(?:[^\n]{0,200}[ \t])?(?:upgrade|install|template)\b|\bkustomize[ \t]+build\b|\bkubectl[^\n]{0,200}[ \t](?:-k|--kustomize|kustomize)\b/.test(
    text,
  );
}

/**
 * One request for each call whose chart or folder is in the repository. A values file that is not literal, or not in
 * the repository, makes the whole call unknown: without it the chart would be judged with the wrong values.
 */
export function helmCallsOf(source: Source, files: GitopsFiles): readonly RootRequest[] {
  if (!mayCallHelm(source.text)) return [];
  const reading = shellReading(source, readPlaceholders);
  const folders = startingFolders(source);
  const charts = callsOf(/\bhelm(?:\.exe)?[ \t](?=[^\n]{0,200}\b(?:upgrade|install|template)\b)/g, reading);
  const builds = callsOf(
    /\bkustomize[ \t]+build\b|\bkubectl[ \t](?=[^\n]{0,200}(?:-k|--kustomize|kustomize)\b)/g,
    reading,
  );
  const built = builds.flatMap((call) => kustomizeRequest(call, folders, files) ?? []);
  const edits = callsOf(/\bkustomize[ \t]+edit[ \t]+set[ \t]/g, reading);
  return [
    ...charts.flatMap((call) => helmRequest(call, folders, files) ?? []),
    ...(edits.length > 0 ? edited(built, edits) : built),
  ];
}

const editable = { namespace: 'namespace', nameprefix: 'namePrefix', namesuffix: 'nameSuffix' } as const;

/**
 * Folders as `kustomize edit set namespace NAME` and the like change them before they are built. Which folder an edit
 * meant is only certain where one is built; of more, or of an edit that is not literal, nothing is known.
 */
function edited(built: readonly KustomizeRequest[], edits: readonly ScriptCall[]): readonly KustomizeRequest[] {
  const changes = edits.flatMap((call) => {
    const [, , what, ...values] = argumentsOf(call).plain.map((word) => literalOf(word.text));
    const key = Object.entries(editable).find(([name]) => name === what)?.[1];
    return key ? [[key, values.at(-1)] as const] : [];
  });
  if (changes.length === 0) return built;
  const certain = new Set(built.map(({ folder }) => folder)).size === 1 && changes.every(([, value]) => value);
  return certain ? built.map((request) => ({ ...request, ...Object.fromEntries(changes) })) : [];
}

/** Folders that a relative path may be meant from: the working directory, those that the text changes to, its own. */
function startingFolders({ path, text }: Source): readonly string[] {
  const named = [...text.matchAll(/\b(?:working-?directory\s*:|cd)[ \t]+["']?([\w./-]+)/gi)].map((match) =>
    resolvePath('', (match[1] as string).replace(/^\/+/, '')),
  );
  return [...new Set(['', ...named.slice(0, 20), folderOf(path)])];
}

/** Options of `helm` that take a value; any other is a switch. Source: `helm upgrade --help`, `helm template --help`. */
const valued =
  /^(?:-f|--values|-n|--namespace|--set|--set-string|--set-file|--set-json|--set-literal|--version|--repo|--timeout|--kube-context|--kubeconfig|--history-max|--description|--post-renderer|--post-renderer-args|--username|--password|--ca-file|--cert-file|--key-file|--kube-version|-a|--api-versions|-s|--show-only|--output-dir|--name-template|-o|--output|--keyring|--registry-config|--kube-token|--kube-apiserver|--kube-as-user|--labels|-l|--dry-run|-k|--kustomize|--context|--load-restrictor|--reorder|--enable-helm|--field-manager)$/;

/** Words that are no options, and the values of each option in order. */
interface Arguments {
  readonly plain: readonly TextValue[];
  readonly options: readonly (readonly [string, TextValue])[];
}

function argumentsOf(call: ScriptCall): Arguments {
  const plain: TextValue[] = [];
  const options: (readonly [string, TextValue])[] = [];
  const all = call.words.slice(1);
  // Behind `--` nothing is an option.
  const stop = all.findIndex((word) => literalOf(word.text) === '--');
  const words = stop === -1 ? all : all.slice(0, stop);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as TextValue;
    const [, name = '', joined] = /^(--?[A-Za-z][\w-]*)(=)?/.exec(word.text.pieces[0] as string) ?? [];
    if (name === '') plain.push(word);
    else if (joined) options.push([name, withoutStart(word, name.length + 1)]);
    else if (valued.test(name) && words[index + 1]) {
      index += 1;
      options.push([name, words[index] as TextValue]);
    }
  }
  return { plain: stop === -1 ? plain : [...plain, ...all.slice(stop + 1)], options };
}

function withoutStart(word: TextValue, length: number): TextValue {
  const [first = '', ...rest] = word.text.pieces;
  const text = { pieces: [first.slice(length), ...rest], symbols: word.text.symbols };
  return { ...word, text, loose: text };
}

function helmRequest(call: ScriptCall, folders: readonly string[], files: GitopsFiles): HelmRequest | undefined {
  const { plain, options } = argumentsOf(call);
  const [verb, ...names] = plain.map((word) => literalOf(word.text));
  if (!verb || !/^(?:upgrade|install|template)$/.test(verb)) return undefined;
  const written = names.at(-1);
  const chart = written === undefined ? undefined : chartAt(written, folders, files);
  if (chart === undefined) return undefined;
  const given = (...keys: string[]) => options.flatMap(([name, value]) => (keys.includes(name) ? [value] : []));
  const values: string[] = [];
  for (const value of given('-f', '--values')) {
    for (const path of literalOf(value.text)?.split(',') ?? ['']) {
      const file = folders.map((folder) => resolvePath(folder, path)).find((one) => files.kind(one) === 'file');
      if (path === '' || file === undefined) return undefined;
      values.push(file);
    }
  }
  const sets = given('--set', '--set-string').flatMap(setValues);
  const [namespace] = given('-n', '--namespace').flatMap((value) => literalOf(value.text) ?? []);
  const release = names.length > 1 ? names[0] : undefined;
  return {
    kind: 'helm',
    chart,
    values,
    namedBy: call.at,
    ...(sets.length > 0 && { sets }),
    ...(namespace && { namespace }),
    ...(release && { release }),
  };
}

/** `folder` or `./folder` with a chart in it; `repository/chart` and addresses are charts elsewhere. */
function chartAt(written: string, folders: readonly string[], files: GitopsFiles): string | undefined {
  if (/^[a-z]+:\/\//.test(written) || written.startsWith('/')) return undefined;
  return folders
    .map((folder) => resolvePath(folder, written))
    .find((folder) => ['Chart.yaml', 'Chart.yml'].some((name) => files.kind(joinPath(folder, name)) === 'file'));
}

/** `a.b=c,d=e`; commas and equals signs behind a backslash belong to the text. */
function setValues({ text, at }: TextValue): readonly SetValue[] {
  const written = text.pieces.map((piece, index) => piece + (text.symbols[index] ?? '')).join('');
  return written.split(/(?<!\\),/).flatMap((pair) => {
    const [, path, value] = /^((?:\\.|[^=\\])+)=(.*)$/s.exec(pair) ?? [];
    return path === undefined || value === undefined ? [] : [{ path, text: value.replace(/\\(,)/g, '$1'), at }];
  });
}

function kustomizeRequest(
  call: ScriptCall,
  folders: readonly string[],
  files: GitopsFiles,
): KustomizeRequest | undefined {
  const { plain, options } = argumentsOf(call);
  const words = plain.map((word) => literalOf(word.text));
  const verb = words.findIndex((word) => word === 'build' || word === 'kustomize');
  const option = options.find(([name]) => name === '-k' || name === '--kustomize')?.[1];
  const written = option ? literalOf(option.text) : verb === -1 ? undefined : words[verb + 1];
  if (written === undefined || /^[a-z]+:\/\//.test(written)) return undefined;
  const folder = folders.map((from) => resolvePath(from, written)).find((path) => isKustomizeFolder(path, files));
  return folder === undefined ? undefined : { kind: 'kustomize', folder, namedBy: call.at satisfies Spot };
}

function isKustomizeFolder(folder: string, files: GitopsFiles): boolean {
  return ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].some(
    (name) => files.kind(joinPath(folder, name)) === 'file',
  );
}
