/** Loads the syntax-tree parsers of HCL and Bicep when the first such file is read, and never before. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Node, Parser } from 'web-tree-sitter';

export type GrammarName = 'hcl' | 'bicep';

/** The WebAssembly files by their place in the packages; the build copies them beside the bundle under their base names. */
export const grammarFiles = {
  runtime: 'web-tree-sitter/web-tree-sitter.wasm',
  hcl: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  bicep: 'tree-sitter-bicep/tree-sitter-bicep.wasm',
} as const;

let runtime: Promise<typeof import('web-tree-sitter')> | undefined;
const parsers = new Map<GrammarName, Promise<Parser>>();

/** The parser of a language; loaded once. Rejects only when the files of the installation are damaged. */
export function loadGrammar(name: GrammarName): Promise<Grammar> {
  let parser = parsers.get(name);
  if (!parser) {
    parser = createParser(name);
    parsers.set(name, parser);
  }
  return parser.then((loaded) => new Grammar(loaded));
}

/** Parses texts of one language. Trees live outside the garbage collector: each is gone when its reader returns. */
export class Grammar {
  readonly #parser: Parser;

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  /** What `read` makes of the text's tree. Nodes must not be kept. Offsets are those of the string. */
  read<Result>(text: string, read: (root: Node) => Result): Result {
    const tree = this.#parser.parse(text);
    if (!tree) throw new TypeError('A parser without a language cannot parse.');
    try {
      return read(tree.rootNode);
    } finally {
      tree.delete();
    }
  }
}

async function createParser(name: GrammarName): Promise<Parser> {
  runtime ??= import('web-tree-sitter').then(async (library) => {
    await library.Parser.init({ wasmBinary: bytesOf(grammarFiles.runtime) });
    return library;
  });
  const library = await runtime;
  const parser = new library.Parser();
  parser.setLanguage(await library.Language.load(bytesOf(grammarFiles[name])));
  return parser;
}

/** Beside the bundle when there is one, else out of the package. */
function bytesOf(file: string): Uint8Array {
  const beside = new URL(file.slice(file.lastIndexOf('/') + 1), import.meta.url);
  return readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(file));
}
