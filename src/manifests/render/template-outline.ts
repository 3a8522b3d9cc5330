/** The keys of a chart template by their indentation: a template is no YAML, but people indent it as if it were. */
import type { Manifest, ScalarNode } from '../../model/manifest.ts';
import type { Source } from '../../model/source.ts';

/** One line `key: value` of a template; `path` has `-` for items of lists. */
export interface TemplateLine {
  readonly path: readonly string[];
  readonly key: ScalarNode;
  readonly value: ScalarNode;
  readonly indent: number;
  /** Number of the line from 0. */
  readonly index: number;
  readonly kind: string;
}

export interface TemplateOutline {
  readonly source: Source;
  readonly lines: readonly TemplateLine[];
  readonly texts: readonly string[];
}

const keyLine = /^([ ]*)((?:-[ ]+)*)(?:"([^"\n]+)"|'([^'\n]+)'|([A-Za-z_/][^\s:"'{}]*))[ ]*:(?:[ ]+(.*?))?[ \t\r]*$/;

/** Reads a template. Lines of directives, comments and text blocks have no keys and are passed over. */
export function readOutline(source: Source): TemplateOutline {
  const texts = source.text.split('\n');
  const lines: TemplateLine[] = [];
  let stack: { indent: number; step: string }[] = [];
  let offset = 0;
  let document = 0;
  const kinds = kindsOf(texts);
  for (const [index, text] of texts.entries()) {
    if (text.startsWith('---')) {
      stack = [];
      document += 1;
    }
    const match = keyLine.exec(text);
    if (match) {
      const [, space = '', dashes = '', double, single, plain, value = ''] = match;
      const key = double ?? single ?? plain ?? '';
      stack = below(stack, space.length);
      for (const dash of dashes.matchAll(/-/g)) stack.push({ indent: space.length + dash.index, step: '-' });
      const indent = space.length + dashes.length;
      stack = [...stack, { indent, step: key }];
      const keyStart = offset + indent;
      const keyLength = plain === undefined ? key.length + 2 : key.length;
      const written = value.replace(/[ \t]+#.*$/, '');
      const valueStart =
        written === '' ? keyStart + keyLength + 1 : offset + text.indexOf(value, indent + keyLength + 1);
      lines.push({
        path: stack.map(({ step }) => step),
        key: scalar(key, keyStart, keyStart + keyLength),
        value: scalar(unquoted(written), valueStart, valueStart + written.length),
        indent,
        index,
        kind: kinds[document] ?? '',
      });
    }
    offset += text.length + 1;
  }
  return { source, lines, texts };
}

/** What encloses a line of an indentation; a list may stand at the indentation of its key. */
function below(stack: readonly { indent: number; step: string }[], indent: number): { indent: number; step: string }[] {
  const kept = stack.filter((entry) => entry.indent < indent);
  const last = stack[kept.length];
  return last && last.indent === indent && last.step !== '-' && stack.length === kept.length ? [...kept, last] : kept;
}

function kindsOf(texts: readonly string[]): readonly string[] {
  const kinds = [''];
  for (const text of texts) {
    if (text.startsWith('---')) kinds.push('');
    const kind = /^kind:[ ]*["']?(\w+)/.exec(text)?.[1];
    if (kind && kinds.at(-1) === '') kinds[kinds.length - 1] = kind;
  }
  return kinds;
}

function scalar(text: string, start: number, end: number): ScalarNode {
  return { type: 'scalar', value: text, text, style: 'plain', start, end };
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** The line that writes a path, or that writes most of it; of several the one whose value is as rendered. */
export function findLine(
  { lines }: TemplateOutline,
  path: readonly (string | number)[],
  kind: string,
  rendered: string | undefined,
): { readonly line: TemplateLine; readonly whole: boolean } | undefined {
  const ofKind = lines.filter((line) => line.kind === kind);
  const steps = path.map((step) => (typeof step === 'number' ? '-' : step));
  for (let length = steps.length; length > 0; length -= 1) {
    const wanted = steps.slice(0, length);
    const found = (ofKind.length > 0 ? ofKind : lines).filter((line) => isPath(line.path, wanted));
    const line =
      found.find((candidate) => candidate.value.text === rendered) ??
      found.find((candidate) => candidate.value.text.includes('{{')) ??
      found[0];
    if (line) return { line, whole: length === steps.length };
  }
  return undefined;
}

function isPath(path: readonly string[], wanted: readonly string[]): boolean {
  return path.length === wanted.length && path.every((step, index) => step === wanted[index]);
}

/** The text below a key: what is indented further, and directives wherever they stand. */
export function blockBelow({ texts }: TemplateOutline, { index, indent }: TemplateLine): string {
  const block: string[] = [];
  for (const text of texts.slice(index + 1)) {
    const directive = /^\s*(?:\{\{.*\}\})?\s*$/.test(text);
    if (!directive && text.search(/\S/) <= indent) break;
    block.push(text);
  }
  return block.join('\n');
}

/** A line as an object of one entry, so that its key and value are places that can be edited. */
export function lineManifest({ source }: TemplateOutline, { key, value }: TemplateLine): Manifest {
  const { start } = key;
  const { end } = value;
  return {
    source,
    root: { type: 'map', entries: [{ key, value }], flow: false, start, end },
    apiVersion: '',
    kind: '',
    start,
    end,
  };
}
