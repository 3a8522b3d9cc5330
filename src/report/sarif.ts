/** The report as SARIF 2.1.0, for code scanning and other viewers (OASIS sarif-v2.1.0). */
import { version } from '../config/version.ts';
import { compareText, type Finding, type Fix, type Suppression } from '../model/finding.ts';
import type { Outcome, Report } from '../model/report.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { escapeJson, escapeUrlPath, visible, visibleLines } from './escape.ts';
import { worstFirst } from './order.ts';

type Json = Readonly<Record<string, unknown>>;

/** Code scanning refuses files beyond these (github/docs sarif-support-for-code-scanning.md, "Validating your SARIF file"). */
export const mostResults = 25_000;
export const mostRelated = 999;

const sourceRoot = '%SRCROOT%';
const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
const sortedRules = rules.toSorted((a, b) => compareText(a.id, b.id));
const ruleIndexes: ReadonlyMap<string, number> = new Map(sortedRules.map(({ id }, index) => [id, index]));

/** One run with all rules; when there are too many results the mildest are left out, which a notification says. */
export function renderSarif({ report }: Outcome, options: { readonly docsUrl?: string } = {}): string {
  const results = shownFindings(report).map(resultOf);
  const run = {
    tool: { driver: driver(options.docsUrl) },
    automationDetails: { id: `idwire/${report.command}/` },
    invocations: [invocation(report)],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: 'The working directory of the run: the root of the repository, usually.' } },
    },
    results,
  };
  return `${escapeJson(JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2))}\n`;
}

/** In the order of the report; suppressed findings go first when there is not room for all. */
function shownFindings({ findings }: Report): readonly Finding[] {
  if (findings.length <= mostResults) return findings;
  const suppressed = findings.filter((finding) => finding.suppressed);
  const shown = new Set([...worstFirst(findings), ...suppressed].slice(0, mostResults));
  return findings.filter((finding) => shown.has(finding));
}

function driver(docsUrl: string | undefined): Json {
  return {
    name: 'Idwire',
    semanticVersion: version,
    ...(docsUrl && { informationUri: docsUrl }),
    rules: sortedRules.map((rule) => descriptor(rule, docsUrl)),
  };
}

function descriptor({ id, title, group, why, remedy, severity, confidence }: Rule, docsUrl: string | undefined): Json {
  return {
    id,
    shortDescription: { text: plain(title) },
    fullDescription: { text: plain(why) },
    help: { text: plain(`${why}\n\nRemedy: ${remedy}`), markdown: `${why}\n\n**Remedy:** ${remedy}` },
    ...(docsUrl && { helpUri: `${docsUrl}/docs/rules/${id}.md` }),
    defaultConfiguration: { level: severity },
    properties: {
      tags: [
        'azure',
        'identity',
        group
          .toLowerCase()
          .replace(/[^a-z]+/g, '-')
          .replace(/-$/, ''),
      ],
      precision: confidence ?? 'high',
      'problem.severity': severity === 'note' ? 'recommendation' : severity,
    },
  };
}

/** Rules are written with the code marks of Markdown. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}

function resultOf(finding: Finding): Json {
  const index = ruleIndexes.get(finding.rule);
  const related = finding.related.slice(0, mostRelated);
  return {
    ruleId: visible(finding.rule),
    ...(index !== undefined && { ruleIndex: index }),
    level: finding.severity,
    message: { text: messageText(finding) },
    locations: [{ physicalLocation: { artifactLocation: artifact(finding.file), region: region(finding) } }],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ file, line, note }, at) => ({
        id: at + 1,
        physicalLocation: { artifactLocation: artifact(file), region: { startLine: line } },
        message: { text: withoutLinks(visible(note)) },
      })),
    }),
    partialFingerprints: { 'idwire/v1': visible(finding.fingerprint) },
    ...(finding.suppressed && { suppressions: [suppression(finding.suppressed)] }),
    ...(finding.fix && finding.fix.edits.length > 0 && { fixes: [fixOf(finding.fix, finding.remedy)] }),
    properties: { confidence: finding.confidence },
  };
}

function messageText({ message, remedy, rendered, related }: Finding): string {
  const lines = [visible(message), `Remedy: ${visibleLines(remedy)}`];
  if (rendered) lines.push(visible(`Rendered by ${rendered.by} from ${rendered.root}.`));
  const rest = related.length - mostRelated;
  if (rest > 0) lines.push(`${rest} more related places did not fit here; the JSON report has all of them.`);
  return withoutLinks(lines.join('\n'));
}

/** A `]` before a `(` would end the text of a link (section 3.11.6). Braces mean nothing where there are no arguments. */
function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, '\\]');
}

/** Relative to the source root, unless it is standard input or lies elsewhere. */
function artifact(file: string): Json {
  if (/^(?:\/|[A-Za-z]:\/)/.test(file))
    return { uri: `file://${file.startsWith('/') ? '' : '/'}${escapeUrlPath(file)}` };
  return { uri: escapeUrlPath(file) || '.', ...(file !== '-' && { uriBaseId: sourceRoot }) };
}

function region(range: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>): Json {
  return { startLine: range.line, startColumn: range.column, endLine: range.endLine, endColumn: range.endColumn };
}

function suppression({ by, reason }: Suppression): Json {
  return {
    kind: by === 'comment' || by === 'annotation' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason !== '' && { justification: visibleLines(reason) }),
  };
}

function fixOf({ safety, edits }: Fix, remedy: string): Json {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: withoutLinks(visibleLines(remedy)) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
    })),
    properties: { safety },
  };
}

/** What was not looked at, and what did not fit, are notifications. */
function invocation({ conclusion, gaps, findings }: Report): Json {
  const texts = gaps.map(({ what, why, remedy }) => `Not checked: ${what}: ${why} Remedy: ${remedy}`);
  const rest = findings.length - mostResults;
  if (rest > 0) texts.push(`${rest} more findings did not fit here; the JSON report has all of them.`);
  return {
    executionSuccessful: conclusion !== 'error',
    ...(texts.length > 0 && {
      toolExecutionNotifications: texts.map((text) => ({
        level: 'warning',
        message: { text: withoutLinks(visibleLines(text)) },
      })),
    }),
  };
}
