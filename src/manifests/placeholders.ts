/** Recognises text that something fills in before Kubernetes sees it, in every style that repositories use. */
import { literalText, type PartialText, unknownText } from '../model/partial-text.ts';

/**
 * Placeholder styles. Each stands for text that this repository does not hold: Flux and envsubst `${X}`, `${X:-d}`,
 * `$X`; Azure Pipelines and Make `$(X)`; replace-tokens `#{X}#` and `__X__`; documentation `<x>`; Helm, Jinja and
 * ApplicationSet `{{ x }}`; SOPS `ENC[…]`; ytt and ERB `<%= x %>`; yq-style `%%X%%` and `@@X@@`; Bash here-documents.
 */
const placeholder = new RegExp(
  [
    /\$\{\{.*?\}\}/, // GitHub expression
    /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/, // one level of nesting: ${A:-${B}}
    /\$\([^()]*\)/,
    /#\{.*?\}#?/,
    /\{\{.*?\}\}/,
    /ENC\[[^\]]*\]/,
    /<%.*?%>/,
    /<[A-Za-z_][^<>]*>/,
    /%%[A-Za-z_][\w.-]*%%/,
    /@@?[A-Z_][A-Z0-9_.-]*@@?/,
    /\[\[.*?\]\]/,
    /__[A-Za-z][\w.-]*?__/,
    /\$[A-Za-z_]\w*/,
    /(?:REPLACE|SUBSTITUTE|INSERT)[-_](?:ME|WITH|HERE|BY)\w*/,
  ]
    .map((style) => style.source)
    .join('|'),
  'g',
);

/** A whole value in capitals with underscores is a name that a script replaces (`CLIENT_ID_HERE`). */
const scriptToken = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Words people leave behind by mistake: they look like tokens, and nothing ever replaces them. */
const leftover = /^(?:TBA|TBD|TODO|FIXME|XXX+|CHANGE[-_]?ME|PLACEHOLDER|REPLACE[-_]?ME|UNKNOWN|NONE)$/i;

/** Reads the unknown stretches out of a text; `known` gives values for symbols that the repository resolves. */
export function readPlaceholders(text: string, known?: (symbol: string) => string | undefined): PartialText {
  if (leftover.test(text)) return literalText(text);
  if (scriptToken.test(text)) {
    const value = known?.(text);
    return value === undefined ? unknownText(text) : literalText(value);
  }
  const pieces = [''];
  const symbols: string[] = [];
  let at = 0;
  for (const match of text.matchAll(placeholder)) {
    pieces[pieces.length - 1] += text.slice(at, match.index);
    const value = known?.(match[0]);
    if (value === undefined) {
      symbols.push(match[0]);
      pieces.push('');
    } else pieces[pieces.length - 1] += value;
    at = match.index + match[0].length;
  }
  pieces[pieces.length - 1] += text.slice(at);
  return { pieces, symbols };
}

/** Whether any part of the text is filled in elsewhere. */
export function hasPlaceholder(text: string): boolean {
  return readPlaceholders(text).symbols.length > 0;
}
