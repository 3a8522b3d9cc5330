/** Hostile repository text stays text: every field in every form, read back as runners and readers read it. */
import { describe, expect, it } from 'vitest';
import type { Change, Plan } from '../../src/model/change.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Outcome } from '../../src/model/report.ts';
import { escapeUrlPath, visible } from '../../src/report/escape.ts';
import { render, renderers } from '../../src/report/format.ts';
import { azureCommandsIn, githubCommandsIn } from '../e2e/harness/runner-commands.ts';
import { makeFinding, makeOutcome } from './make-report.ts';

const controlStart = String.fromCharCode(0x1b);
const payloads: Record<string, string> = {
  'workflow command': '::error file=x::owned',
  'workflow command after a line feed': 'a\n::set-output name=conclusion::success',
  'workflow command after a carriage return': 'a\r  ::stop-commands::x',
  'workflow command behind a zero-width space': 'a\n\u200b::add-mask::a',
  'workflow command parted by an ignorable character': 'a\n:\u034f:warning:\ufe0f:x',
  'four colons': 'a::::b',
  'legacy command': 'name ##[add-mask]secret',
  'legacy command of three hashes': '###[add-mask]a',
  'legacy command parted by ignorable characters': '#\u00ad#\u034f[add-mask]a',
  'logging command': 'x ##vso[task.setvariable variable=PATH]evil',
  'logging command in capitals': '##VSO[task.complete result=Failed]',
  'logging command parted by a variation selector': '##\ufe0fv\ufe00so[task.setvariable variable=a]b',
  'logging command keyword alone': 'see ##vso for more',
  'percent-encoded line feed': 'a%0A::error::b%0a%25%AZP25;]',
  'property separators': 'a,line=9;type=error]x',
  ansi: `${controlStart}[31mred${controlStart}[0m${controlStart}]8;;https://evil.example${controlStart}\\`,
  'eight-bit control sequence': '\u009b2J',
  'bidirectional override': 'safe\u202elive\u2066x\u2069',
  'line and paragraph separators': 'a\u2028b\u2029c',
  'null, bell, backspace': 'a\u0000\u0007\b\u007f',
  'tag characters': 'a\u{e0041}\u{e0042}',
  'half a character': 'a\ud800b',
  'markdown table and link': 'a | b |\n| --- |\n[click](javascript:alert(1)) ![x](https://evil.example/p.png)',
  'markdown emphasis and code': '**a** _b_ ~~c~~ `d` ``e`` $x$ \\| # h',
  'mention, issue, address': '@octocat fixes #1 GH-2 https://evil.example www.evil.example a@b.example :key:tada:',
  html: '</code></details><img src=x onerror=alert(1)>"\'&lt;<!-- x --><script>',
};

const change: Change = {
  action: 'create',
  identity: 'id',
  name: 'name',
  issuer: 'issuer',
  subject: 'subject',
  audience: 'audience',
  owned: true,
  origin: null,
  fields: [],
  blocked: null,
};
const plan: Plan = { digest: 'd', complete: true, changes: [change], unchanged: 0 };
const left = { identity: 'id', subject: 'subject', to: 'infra/main.tf:18', origin: { file: 'a.yaml', line: 1 } };
const planned = (changes: Partial<Change>) => ({
  outcome: { plan: { ...plan, changes: [{ ...change, ...changes }] } },
});

/** Each way in which text of a repository gets into a report. */
const fields: Record<
  string,
  (text: string) => { finding?: Partial<Finding>; outcome?: Partial<Parameters<typeof makeOutcome>[0]> }
> = {
  message: (text) => ({ finding: { message: text } }),
  remedy: (text) => ({ finding: { remedy: text } }),
  file: (text) => ({ finding: { file: text } }),
  rule: (text) => ({ finding: { rule: text } }),
  docs: (text) => ({ finding: { docs: text } }),
  'related file': (text) => ({ finding: { related: [{ file: text, line: 1, note: 'here' }] } }),
  'related note': (text) => ({ finding: { related: [{ file: 'a.yaml', line: 1, note: text }] } }),
  'rendered root': (text) => ({ finding: { rendered: { by: 'helm', root: text } } }),
  'rendered by': (text) => ({ finding: { rendered: { by: text, root: 'charts/app' } } }),
  'source line': () => ({}),
  'gap what': (text) => ({ outcome: { gaps: [{ what: text, why: 'why', remedy: 'remedy' }] } }),
  'gap why': (text) => ({ outcome: { gaps: [{ what: 'what', why: text, remedy: 'remedy' }] } }),
  'gap remedy': (text) => ({ outcome: { gaps: [{ what: 'what', why: 'why', remedy: text }] } }),
  'plan identity': (text) => planned({ identity: text }),
  'plan name': (text) => planned({ name: text }),
  'plan issuer': (text) => planned({ issuer: text }),
  'plan subject': (text) => planned({ subject: text }),
  'plan origin': (text) => planned({ origin: { file: text, line: 1 } }),
  'plan field': (text) => planned({ action: 'update', fields: [{ field: 'audience', from: text, to: text }] }),
  'plan reason': (text) => planned({ blocked: text }),
  'left to': (text) => ({ outcome: { plan: { ...plan, left: [{ ...left, to: text }] } } }),
  'left subject': (text) => ({ outcome: { plan: { ...plan, left: [{ ...left, subject: text }] } } }),
  'write error': (text) => ({
    outcome: { plan, applied: [{ action: 'create', identity: 'id', name: 'name', outcome: 'failed', error: text }] },
  }),
  'suppression reason': (text) => ({ finding: { suppressed: { by: 'comment', reason: text } } }),
};

/** Commands that a format itself is made of, for a report of one error and at most one gap. */
const ownCommands: Record<keyof typeof renderers, { github: RegExp; azure: RegExp }> = {
  text: { github: /^$/, azure: /^$/ },
  json: { github: /^$/, azure: /^$/ },
  markdown: { github: /^$/, azure: /^$/ },
  github: { github: /^(error)?(notice)?$/, azure: /^$/ },
  'azure-pipelines': { github: /^$/, azure: /^(task\.logissue)?$/ },
};

function outcomeWith(field: string, payload: string): Outcome {
  const { finding, outcome } = (fields[field] as (typeof fields)[string])(payload);
  const changed = makeFinding(finding);
  return makeOutcome({ findings: [changed], ...outcome }, { [changed.file]: ['a', 'b', `    ${payload}`] });
}

const urls = {
  docsUrl: 'https://github.com/contoso/idwire/blob/v1',
  fileUrl: (file: string, line: number) => `https://github.com/contoso/shop/blob/main/${escapeUrlPath(file)}#L${line}`,
};

describe.each(Object.keys(renderers) as (keyof typeof renderers)[])('%s', (format) => {
  describe.each(Object.entries(payloads))('%s', (_, payload) => {
    it.each(Object.keys(fields))('in %s is inert', async (field) => {
      const output = await render(format, outcomeWith(field, payload), { color: false, ...urls });
      const names = (commands: { name: string }[]) => commands.map((command) => command.name).join('');
      expect(names(githubCommandsIn(output))).toMatch(ownCommands[format].github);
      expect(names(azureCommandsIn(output))).toMatch(ownCommands[format].azure);
      const own = /^::(?:error|notice) [^:]*::|^##vso\[task\.logissue [^\]]*\]/gm;
      expect(output.replace(own, '')).not.toMatch(/::|##\[|##vso/i);
      expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    });
  });
});

describe('json', () => {
  it.each(Object.keys(fields))('parses to the very report with all payloads in %s', async (field) => {
    for (const payload of Object.values(payloads)) {
      const outcome = outcomeWith(field, payload);
      expect(JSON.parse(await render('json', outcome, { color: false }))).toEqual(outcome.report);
    }
  });
});

describe('markdown', () => {
  /** Everything that Markdown or HTML gives a meaning to, apart from what the report itself is made of. */
  const ownTags = /<(?:\/?(?:code|details|summary|a)|br|a href="[^"<>]*")>/g;

  describe.each(Object.entries(payloads))('%s', (_, payload) => {
    it.each(Object.keys(fields))('in %s is shown as it is, in its own cell', async (field) => {
      const output = await render('markdown', outcomeWith(field, payload), { color: false, ...urls });
      const rows = output.split('\n').filter((line) => line.startsWith('| error |'));
      for (const row of rows) expect(row.split('|')).toHaveLength(5);
      const bare = output.replace(ownTags, '');
      expect(bare.replaceAll('<!-- -->', '\0')).not.toMatch(/[<>"`*_[\]~\\$@]|www\.|:\/\/|GH-|#\d+(?!\d*;)/i);
      const decoded = bare
        .replaceAll('<!-- -->', '')
        .replace(/&#(\d+);/g, (_match, code) => String.fromCharCode(Number(code)));
      const shown = !['docs', 'source line', 'suppression reason', 'plan identity'].includes(field);
      const lines = field === 'remedy' ? payload.split(/\r\n?|\n/) : [payload];
      for (const line of lines) if (shown) expect(decoded).toContain(visible(line));
    });
  });
});
