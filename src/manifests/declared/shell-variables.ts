/** The variables of a script that it sets exactly once, to a text that can be read. */
import type { Source } from '../../model/source.ts';
import type { TextReader } from '../kubernetes.ts';
import type { TextValue } from './expression.ts';
import { expressionText } from './join-texts.ts';
import type { ShellDialect, ShellReading } from './shell-expansion.ts';
import { readWord } from './shell-words.ts';

/** PowerShell by its ending, or by a line that goes on with a backtick; everything else is read as POSIX shell. */
function dialectOf(source: Source): ShellDialect {
  if (/\.psm?1$/i.test(source.path)) return 'powershell';
  return /\.(ya?ml|md)$/i.test(source.path) && /[ \t]`[ \t]*\r?\n/.test(source.text) ? 'powershell' : 'posix';
}

const posixAssignment =
  /^[ \t]*(?:-[ \t]+)?(?:(?:export|local|readonly|declare|typeset)[ \t]+(?:-\w+[ \t]+)*)?([A-Za-z_]\w*)(\+?=)(?!=)/gm;
const powerShellAssignment =
  /^[ \t]*(?:param[ \t]*\([ \t]*)?(?:\[[^\]\n]*\][ \t]*)*\$(?:script:|global:|env:)?([A-Za-z_]\w*)[ \t]*(\+?=)(?!=)[ \t]*/gim;

/** Names that take other values: read from input, or by a loop. */
const otherwiseSet = /\b(?:read[ \t]+(?:-\w+[ \t]+)*|for[ \t]+|foreach[ \t]*\([ \t]*\$)([A-Za-z_]\w*)/gi;

/** How to read the words of a script. */
export function shellReading(source: Source, readText: TextReader): ShellReading {
  const dialect = dialectOf(source);
  const fold = (name: string) => (dialect === 'powershell' ? name.toLowerCase() : name);
  const assignments = assignmentsOf(source, dialect, fold);
  const parameters = dialect === 'powershell' ? parameterRanges(source.text) : [];
  const known = new Map<string, TextValue | undefined>();
  const reading: ShellReading = {
    source,
    dialect,
    readText,
    variable: (name) => {
      const folded = fold(name);
      if (!known.has(folded)) {
        known.set(folded, undefined);
        known.set(folded, assignedText(folded, assignments.get(folded), parameters, reading));
      }
      return known.get(folded);
    },
  };
  return reading;
}

/** Offsets of the values by name; a second assignment, or another way to be set, makes it undefined. */
function assignmentsOf(
  source: Source,
  dialect: ShellDialect,
  fold: (name: string) => string,
): ReadonlyMap<string, number | undefined> {
  const offsets = new Map<string, number | undefined>();
  const pattern = dialect === 'powershell' ? powerShellAssignment : posixAssignment;
  for (const match of source.text.matchAll(pattern)) {
    const name = fold(match[1] as string);
    const once = !offsets.has(name) && match[2] === '=';
    offsets.set(name, once ? match.index + match[0].length : undefined);
  }
  for (const match of source.text.matchAll(otherwiseSet)) offsets.set(fold(match[1] as string), undefined);
  return offsets;
}

function assignedText(
  name: string,
  offset: number | undefined,
  parameters: readonly Range[],
  reading: ShellReading,
): TextValue | undefined {
  if (offset === undefined) return undefined;
  const { text } = reading.source;
  const quoted = /["']/.test(text[offset] ?? '');
  if (reading.dialect === 'powershell' && !quoted) return undefined;
  const { value, end } = readWord(offset, reading);
  if (value.text.pieces.every((piece) => piece === '')) return undefined;
  const rest = /^[^\r\n;#,)]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  if (rest.trim() !== '') return undefined;
  return parameters.some(([from, until]) => offset > from && offset < until)
    ? { ...value, loose: expressionText(name) }
    : value;
}

type Range = readonly [number, number];

const mostParameterBlocks = 20;
const longestParameterBlock = 20_000;

/** The `param(…)` blocks, whose defaults a caller may replace. */
function parameterRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(/\bparam\s?\(/gi)) {
    if (ranges.length >= mostParameterBlocks) break;
    const from = match.index + match[0].length;
    const block = text
      .slice(from, from + longestParameterBlock)
      .replace(/"[^"\n]*"|'[^'\n]*'/g, (quoted) => ' '.repeat(quoted.length));
    let depth = 1;
    let length = 0;
    for (; length < block.length && depth > 0; length += 1) {
      if (block[length] === '(') depth += 1;
      else if (block[length] === ')') depth -= 1;
    }
    ranges.push([from, from + length]);
  }
  return ranges;
}
