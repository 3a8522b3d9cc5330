/** The tables of all rules, for the README and the page over the rule pages. */
import { ruleGroups } from '../../src/rules/rule.ts';
import { table } from './markdown.ts';
import type { CatalogueEntry } from './rule-catalogue.ts';

/** One table for each group that has a rule; `base` leads to the pages, `heading` is the marks of a heading. */
export function ruleTables(catalogue: readonly CatalogueEntry[], base: string, heading: string): string {
  return ruleGroups
    .map((group) => ({ group, rules: catalogue.map(({ rule }) => rule).filter((rule) => rule.group === group) }))
    .filter(({ rules }) => rules.length > 0)
    .map(({ group, rules }) => {
      const rows = rules.map(({ id, severity, title }) => [`[${id}](${base}${id}.md)`, severity, title]);
      return `${heading} ${group}\n\n${table(['Rule', 'Severity', 'What it finds'], rows)}`;
    })
    .join('\n\n');
}
