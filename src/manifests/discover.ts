/** Finds the files that can matter below the given paths, in a fixed order, leaving out what git ignores. */
import ignore, { type Ignore } from 'ignore';
import { InputError } from '../model/errors.ts';
import { compareText } from '../model/finding.ts';
import type { Files } from '../ports/files.ts';
import { decodeText } from './yaml/decode-text.ts';

/** What a file is by its name; content decides the rest. */
export type FileClass = 'manifest' | 'terraform' | 'bicep' | 'script';

export interface DiscoveredFile {
  /** Relative to the working directory with `/`; `-` is standard input. */
  readonly path: string;
  readonly class: FileClass;
  /** Named by the person, so it is read whatever it is called. */
  readonly explicit: boolean;
}

const template = '(?:\\.(?:tpl|tmpl|template|tftpl|gotmpl|j2|jinja2?|in))?';
const classes: readonly (readonly [FileClass, RegExp])[] = [
  ['terraform', /\.tf(?:vars)?(?:\.json)?$/],
  ['manifest', new RegExp(`(?:\\.(?:ya?ml|json)${template}|(?:^|/)Kustomization)$`)],
  ['bicep', /\.bicep$/],
  ['script', /(?:\.(?:sh|bash|zsh|azcli|ps1|psm1|cmd|bat|mk|md)|(?:^|\/)(?:Makefile|Taskfile\.ya?ml|justfile))$/i],
];

function classOf(path: string): FileClass | undefined {
  return classes.find(([, pattern]) => pattern.test(path))?.[0];
}

/** Folders that never hold a repository's own manifests. */
const skipped = new Set(['.git', 'node_modules', '.terraform', '.venv']);

/** Git's rule files that apply below a folder, outermost first. */
interface IgnoreRules {
  readonly base: string;
  readonly matcher: Ignore;
}

/**
 * Walks the paths. A path that does not exist or cannot be read is an `InputError`; symbolic links are never followed
 * below a path, so that nothing outside the tree is read and nothing is read twice.
 */
export function discover(
  files: Files,
  paths: readonly string[],
  ignored: readonly string[],
): readonly DiscoveredFile[] {
  const found = new Map<string, DiscoveredFile>();
  const own: IgnoreRules = { base: '', matcher: ignore().add([...ignored]) };
  const outer = ignored.length > 0 ? [own] : [];
  for (const given of paths) {
    const path = normalise(given);
    if (path === '-') {
      found.set('-', { path, class: 'manifest', explicit: true });
      continue;
    }
    const kind = files.stat(path || '.')?.kind;
    if (kind === undefined) throw missingPath(given);
    if (kind === 'directory') walk(files, path, [...outer, ...ancestorRules(files, path)], found);
    else found.set(path, { path, class: classOf(path) ?? 'manifest', explicit: true });
  }
  return [...found.values()].sort((a, b) => compareText(a.path, b.path));
}

function missingPath(path: string): InputError {
  return new InputError({
    problem: `The path "${path}" does not exist.`,
    evidence: '',
    remedy: 'Give a file or folder relative to the working directory, or - for standard input.',
  });
}

/** `./a/b/` and `a//b` are `a/b`; the working directory is the empty text. */
function normalise(path: string): string {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return (absolute ? '/' : '') + parts.join('/');
}

/** Rule files of the folders above a path, down from the working directory. */
function ancestorRules(files: Files, path: string): readonly IgnoreRules[] {
  if (path === '' || path.startsWith('/') || path.startsWith('..')) return [];
  const parts = path.split('/');
  return parts.flatMap((_, index) => {
    const folder = parts.slice(0, index).join('/');
    const names = new Set(files.list(folder || '.').map((entry) => entry.name));
    return names.has('.gitignore') ? [rulesIn(files, folder)] : [];
  });
}

function rulesIn(files: Files, folder: string): IgnoreRules {
  const bytes = files.read(join(folder, '.gitignore'));
  const text = decodeText(bytes) ?? Buffer.from(bytes).toString('latin1');
  return { base: folder, matcher: ignore().add(text) };
}

function walk(files: Files, folder: string, outer: readonly IgnoreRules[], found: Map<string, DiscoveredFile>): void {
  const entries = listed(files, folder);
  const rules = entries.some((entry) => entry.name === '.gitignore' && entry.kind === 'file')
    ? [...outer, rulesIn(files, folder)]
    : outer;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.kind === 'directory') {
      if (!skipped.has(entry.name) && !isIgnored(`${path}/`, rules)) walk(files, path, rules, found);
    } else if (entry.kind === 'file') {
      const fileClass = classOf(entry.name);
      if (fileClass && !isIgnored(path, rules)) found.set(path, { path, class: fileClass, explicit: false });
    }
  }
}

function listed(files: Files, folder: string): ReturnType<Files['list']> {
  try {
    return files.list(folder || '.');
  } catch (thrown) {
    throw new InputError(
      {
        problem: `The folder "${folder || '.'}" cannot be read.`,
        evidence: thrown instanceof Error ? thrown.message : String(thrown),
        remedy: 'Give the run permission to read it, or leave it out with an ignore pattern.',
      },
      { cause: thrown },
    );
  }
}

/** The innermost rule file that has an opinion decides, as in git. */
function isIgnored(path: string, rules: readonly IgnoreRules[]): boolean {
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const { base, matcher } = rules[index] as IgnoreRules;
    const relative = base === '' ? path : path.slice(base.length + 1);
    if (relative === '' || relative.startsWith('../') || relative.startsWith('/')) continue;
    const { ignored, unignored } = matcher.test(relative);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

function join(folder: string, name: string): string {
  return folder === '' || folder === '/' ? folder + name : `${folder}/${name}`;
}
