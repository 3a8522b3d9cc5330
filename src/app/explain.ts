/** Explains a rule or an AADSTS code, from tables and pages alone. */
import { nearest } from '../config/nearest.ts';
import { type AadstsCode, aadstsCodes, aadstsSources } from '../model/aadsts.ts';
import { InputError } from '../model/errors.ts';
import { pageText } from '../report/page-text.ts';
import { rules } from '../rules/index.ts';

/**
 * The explanation as text for a terminal; ends with a line feed. `page` gives the generated page of a rule (its object
 * and examples, as Markdown). Throws an `InputError` for a topic that is neither a rule nor a known code.
 */
export function explainTopic(topic: string, page: (rule: string) => string | undefined): string {
  const digits = /^(?:AADSTS)?(\d+)$/i.exec(topic.trim())?.[1];
  const code = aadstsCodes.find((candidate) => String(candidate.code) === digits);
  if (code) return pageText(codePage(code));
  const rule = rules.find(({ id }) => id === topic.trim().toLowerCase());
  if (!rule) throw unknownTopic(topic, digits);
  const text = page(rule.id);
  if (text === undefined) throw missingPage(rule.id);
  return pageText(text);
}

function codePage({ code, meaning, causes, remedy, rules: ids }: AadstsCode): string {
  const known = rules.filter(({ id }) => ids.includes(id));
  const parts = [
    `# AADSTS${code}`,
    meaning,
    '## Usual causes',
    list(causes),
    '## What to look at next',
    remedy,
    ...(known.length > 0
      ? ['## Rules that see such a cause before', list(known.map(({ id, title }) => `${id}: ${title}`))]
      : []),
    '## Sources',
    list(aadstsSources),
    'Microsoft may change codes and their meaning; read the whole message beside this.',
  ];
  return parts.join('\n\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function unknownTopic(topic: string, digits: string | undefined): InputError {
  const codes = aadstsCodes.map(({ code }) => `AADSTS${code}`);
  const ids = rules.map(({ id }) => id);
  const meant = digits === undefined ? nearest(topic, [...ids, ...codes]) : nearest(`AADSTS${digits}`, codes);
  return new InputError({
    problem: `${JSON.stringify(topic)} is neither a rule nor a known AADSTS code${meant ? `; did you mean ${meant}?` : '.'}`,
    evidence: '',
    remedy: 'Rules are listed in docs/rules; codes are written like AADSTS700213.',
  });
}

function missingPage(id: string): InputError {
  return new InputError({
    problem: `The page of the rule ${id} is not part of this installation.`,
    evidence: `docs/rules/${id}.md is missing beside dist.`,
    remedy: 'Run Idwire from a complete checkout.',
  });
}
