/** Expands the generators of an Argo CD ApplicationSet as far as the repository alone decides what they give. */
import type { Field } from '../../model/field.ts';
import type { GitopsFiles } from './gitops-files.ts';

/** Values by the names that templates use, without the leading dot of Go templates. */
export type Parameters = ReadonlyMap<string, string>;

/** What one application of a set is made of; more is generated elsewhere, so one with no parameter stands for it. */
const unknown: Parameters = new Map();

/** More than anybody has clusters or folders in one set. */
const mostApplications = 500;

/** One set of parameters for each application. Source: argo-cd.readthedocs.io, ApplicationSet generators. */
export function parametersOf(generators: Field | undefined, files: GitopsFiles): readonly Parameters[] {
  const all = (generators?.items() ?? []).flatMap((generator) => generated(generator, unknown, files));
  return all.slice(0, mostApplications);
}

function generated(generator: Field, outer: Parameters, files: GitopsFiles): readonly Parameters[] {
  const [kind] = generator.entries().filter(({ key }) => key !== 'selector');
  // A selector leaves some out, and which ones is not worth following: none is certain.
  if (!kind || generator.get('selector')) return [unknown];
  if (kind.key === 'list')
    return (kind.get('elements')?.items() ?? []).slice(0, mostApplications).map((item) => flattened(item, outer));
  if (kind.key === 'git' && kind.get('directories')) return directories(kind, outer, files);
  if (kind.key === 'matrix') return matrix(kind.get('generators')?.items() ?? [], files);
  return [unknown];
}

/** Every combination; a later generator may use what an earlier one gives. */
function matrix(generators: readonly Field[], files: GitopsFiles): readonly Parameters[] {
  let sets: readonly Parameters[] = [new Map()];
  for (const generator of generators) {
    const next: Parameters[] = [];
    for (const outer of sets) {
      if (next.length >= mostApplications) break;
      const inner = generated(generator, outer, files).slice(0, mostApplications - next.length);
      next.push(...inner.map((parameters) => new Map([...outer, ...parameters])));
    }
    sets = next;
  }
  return sets;
}

/** `{a: {b: c}}` is `a.b` to a template. */
function flattened(item: Field, outer: Parameters): Parameters {
  const values = new Map<string, string>();
  const visit = (field: Field, name: string): void => {
    if (field.text !== undefined) values.set(name, fill(field.text, outer));
    for (const entry of field.entries()) visit(entry, name === '' ? entry.key : `${name}.${entry.key}`);
  };
  visit(item, '');
  return values;
}

function directories(git: Field, outer: Parameters, files: GitopsFiles): readonly Parameters[] {
  const patterns = (git.get('directories')?.items() ?? []).map((item) => ({
    pattern: fill(item.get('path')?.text ?? '', outer).replace(/^\.?\/|\/$/g, ''),
    exclude: item.get('exclude')?.value === true,
  }));
  const included = patterns.filter(({ exclude }) => !exclude).map(({ pattern }) => pattern);
  if (included.some((pattern) => pattern.includes('{{'))) return [unknown];
  const excluded = patterns.filter(({ exclude }) => exclude).map(({ pattern }) => matcher(pattern));
  const found = new Set(included.flatMap((pattern) => foldersMatching(pattern, files)));
  return [...found].filter((path) => !excluded.some((match) => match.test(path))).map(pathParameters);
}

function foldersMatching(pattern: string, files: GitopsFiles): readonly string[] {
  const fixed = pattern.replace(/[*?[{].*$/s, '');
  const base = fixed === pattern ? pattern : fixed.replace(/\/?[^/]*$/, '');
  const match = matcher(pattern);
  const folders = files.below(base).flatMap((file) => {
    const parts = file.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(folders)].filter((folder) => match.test(folder));
}

/** `*` stays within one folder, `**` does not. */
function matcher(pattern: string): RegExp {
  const source = pattern.replace(/\*\*|[^\w]/g, (sign) => {
    if (sign === '**') return '.*';
    if (sign === '*') return '[^/]*';
    return sign === '?' ? '[^/]' : `\\${sign}`;
  });
  return new RegExp(`^${source}$`);
}

/** Names of both template languages: `path` and `path.path`, `path[0]` and `path.segments`. */
function pathParameters(path: string): Parameters {
  const segments = path.split('/');
  const basename = segments.at(-1) as string;
  const normalised = basename.toLowerCase().replace(/[^a-z0-9-]/g, '-');
  return new Map([
    ['path', path],
    ['path.path', path],
    ['path.basename', basename],
    ['path.basenameNormalized', normalised],
    ...segments.flatMap((segment, index): [string, string][] => [
      [`path[${index}]`, segment],
      [`index .path.segments ${index}`, segment],
    ]),
  ]);
}

/** Fills `{{name}}` and `{{ .name }}` in; what has no value stays as it is. */
export function fill(text: string, parameters: Parameters): string {
  if (!text.includes('{{')) return text;
  return text.replace(/\{\{-?\s*(.*?)\s*-?\}\}/g, (written, expression: string) => {
    return parameters.get(expression.replace(/^\./, '')) ?? written;
  });
}
