/** Finds the literals that scripts exchange in files before these are applied. */
import { writtenText } from '../../model/partial-text.ts';
import type { Source } from '../../model/source.ts';
import { readPlaceholders } from '../placeholders.ts';
import { commandsAt } from './script-commands.ts';
import { shellReading } from './shell-variables.ts';

const mayReplace = /\bsed\b|\bperl\b|-replace\b|\.Replace\(/i;

/** Literals that `sed`, `perl -pe` and PowerShell's replace exchange. */
export function substitutesOf(source: Source): readonly string[] {
  if (!mayReplace.test(source.text)) return [];
  const reading = shellReading(source, readPlaceholders);
  const found = new Set<string>();
  for (const { words } of commandsAt(/\b(?:sed|perl)[ \t]+(?=-|['"]?s\W)/g, reading)) {
    for (const word of words.slice(1)) {
      for (const literal of literalsOf(writtenText(word.text))) found.add(literal);
    }
  }
  const replacements = /(?:-c?i?replace\s+|\.Replace\(\s*)(["'])((?:(?!\1)[^\n])+)\1\s*,/gi;
  for (const match of source.text.matchAll(replacements)) {
    const literal = literalPattern(match[2] as string);
    if (literal !== undefined) found.add(literal);
  }
  return [...found];
}

/** The literals of the `s/from/to/` commands in one expression of sed. */
function literalsOf(script: string): readonly string[] {
  const commands = script.matchAll(
    /(?:^|[;{\s])(?:\d+|\/[^/\n]{0,200}\/)?\s?s([^\w\s\\])((?:\\.|(?!\1)[^\\\n]){1,300})\1(?:\\.|(?!\1)[^\\\n]){0,500}\1/g,
  );
  return [...commands].flatMap((match) => literalPattern(match[2] as string) ?? []);
}

/** The text that a regular expression matches when it is but text; undefined when it has operators. */
function literalPattern(pattern: string): string | undefined {
  const plain = pattern.replace(/\\([^\w\s])/g, '$1');
  const operators = pattern.replace(/\\[^\w\s]/g, '').replace(/[$][{(]\w+[)}]|\{\{[^}]*\}\}/g, '');
  return /[*+?[\]^|\\]|\.[*+]|\$$/.test(operators) || plain.length < 3 ? undefined : plain;
}
