/** The modules of the project with everything they import, read with a real parser, so that no form of import is missed. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';
import { filesUnder } from './generated-files.ts';
import { purposeOf } from './purpose.ts';

/**
 * `static` is evaluated with its importer, `dynamic` when it is called for, `type` not at all. `target` is a path
 * relative to the root for a file of the project, else the name as written.
 */
export interface Import {
  readonly target: string;
  readonly kind: 'static' | 'dynamic' | 'type';
  readonly line: number;
}

/** A use of what only entries may touch: `process.env`, `process.argv`, exit codes, or the whole of `process`. */
export interface ProcessUse {
  readonly what: string;
  readonly line: number;
}

export interface Module {
  readonly path: string;
  readonly purpose: string | undefined;
  readonly imports: readonly Import[];
  readonly processUses: readonly ProcessUse[];
}

/** Every file under the folders as a module. Throws for a file that is not TypeScript or does not parse. */
export function readModules(root: string, folders: readonly string[]): readonly Module[] {
  return folders
    .flatMap((folder) => filesUnder(root, folder))
    .map((path) => readModule(path, readFileSync(join(root, path), 'utf8')));
}

/** One module from its text; the path is relative to the root. */
export function readModule(path: string, text: string): Module {
  if (!path.endsWith('.ts')) throw new Error(`${path} is not a TypeScript file.`);
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const lineOf = (node: { readonly start: number }) => text.slice(0, node.start).split('\n').length;
  const imports: Import[] = [];
  const add = (source: ESTree.Expression | ESTree.StringLiteral, kind: Import['kind']) => {
    imports.push({ target: targetOf(path, source), kind, line: lineOf(source) });
  };
  const processUses: ProcessUse[] = [];
  const membersSeen = new Set<object>();
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type' ? 'type' : 'static'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type' ? 'type' : 'static'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.source, node.exportKind === 'type' ? 'type' : 'static');
    },
    TSImportEqualsDeclaration: (node) => {
      if (node.moduleReference.type === 'TSExternalModuleReference') add(node.moduleReference.expression, 'static');
    },
    ImportExpression: (node) => add(node.source, 'dynamic'),
    TSImportType: (node) => add(node.source, 'type'),
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier' || node.object.name !== 'process' || node.computed) return;
      membersSeen.add(node.object);
      const { name } = node.property as { readonly name: string };
      if (entryOnly.has(name)) processUses.push({ what: `process.${name}`, line: lineOf(node) });
    },
    Identifier: (node) => {
      if (node.name === 'process' && !membersSeen.has(node)) processUses.push({ what: 'process', line: lineOf(node) });
    },
  }).visit(program);
  return { path, purpose: purposeOf(text), imports, processUses };
}

const entryOnly: ReadonlySet<string> = new Set(['env', 'argv', 'argv0', 'execArgv', 'exit', 'exitCode']);

/** What an import names. Throws when that is computed, since nobody could then say what the module reaches. */
function targetOf(path: string, source: ESTree.Expression | ESTree.StringLiteral): string {
  if (source.type !== 'Literal' || typeof source.value !== 'string') {
    throw new Error(`${path} imports a computed name.`);
  }
  const name = source.value;
  return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
}
