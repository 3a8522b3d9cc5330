/** Runs rules over the examples of rules: what the marks ask for, and what was found. */
import { type Loaded, load } from '../../src/manifests/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { judge } from '../../src/rules/engine.ts';
import type { Rule, RuleExample } from '../../src/rules/rule.ts';
import { memoryFiles } from './memory-files.ts';

const mark = / #~ ([a-z0-9 -]+)$/;

/** An example without its marks; `expected` holds `file:line rule`, sorted. */
export interface PreparedExample {
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
}

export function prepareExample(example: RuleExample): PreparedExample {
  const files: Record<string, string> = {};
  const expected: string[] = [];
  for (const [path, text] of Object.entries(example.files)) {
    const lines = text.split('\n').map((line, index) => {
      const ids = mark.exec(line)?.[1]?.trim().split(' ') ?? [];
      expected.push(...ids.map((id) => `${path}:${index + 1} ${id}`));
      return line.replace(mark, '');
    });
    files[path] = lines.join('\n');
  }
  return { files, expected: expected.sort() };
}

export async function loadExample(files: Readonly<Record<string, string>>, exhaustive = false): Promise<Loaded> {
  return load(memoryFiles(files), { paths: ['.'], ignore: [], exhaustive });
}

/** The findings that nobody silenced. A rule that throws is thrown on. */
export function findingsOf({ repository, sources }: Loaded, rules: readonly Rule[]): readonly Finding[] {
  const { findings, bugs } = judge(repository, rules, { sources });
  if (bugs[0]) throw bugs[0];
  return findings.filter((finding) => !finding.suppressed);
}

/** Findings in the form of `expected`. */
export function spotted(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => `${finding.file}:${finding.line} ${finding.rule}`).sort();
}

/** The severities of a rule's findings that are not the one the example asks for. */
export function wrongSeverities(example: RuleExample, rule: Rule, findings: readonly Finding[]): readonly string[] {
  if (example.severity === undefined) return [];
  return findings
    .filter((finding) => finding.rule === rule.id && finding.severity !== example.severity)
    .map((finding) => `${finding.file}:${finding.line} ${finding.severity}`);
}
