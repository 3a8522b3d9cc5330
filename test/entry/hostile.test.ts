/** Hostile names and texts in real files: no command of either runner, no escape and no markup comes out of any form. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBundle } from '../e2e/harness/run-bundle.ts';
import { sarifFaults } from '../report/sarif-schema.ts';
import { builtEntries } from './built-entries.ts';
import { inRepository } from './repositories.ts';

const entry = builtEntries();
const escapeCharacter = String.fromCharCode(0x1b);

const payloads: readonly string[] = [
  'a\n::error::owned',
  'a\r\n::set-output name=conclusion::success',
  '::add-mask::a',
  '##[add-mask]a',
  '##vso[task.setvariable variable=PATH]evil',
  `${escapeCharacter}[31mred${escapeCharacter}]8;;https://evil.example${escapeCharacter}\\`,
  'safe\u202elive\u2066x\u2069\u200b',
  '[click](javascript:alert(1)) | **b** `c` @octocat #1',
  '</code></td><img src=x onerror=alert(1)>"\'&<!--',
  '\u2028\u0085\u009b2J\u0007',
];

/** A double-quoted scalar of YAML with every other character escaped. */
const scalar = (text: string) =>
  JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A workload and its account, wrong in several ways, with the text wherever a finding can show it. */
function manifests(text: string): string {
  const hostile = scalar(text);
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${hostile}
  namespace: ${hostile}
  labels: {${hostile}: ${hostile}}
  annotations:
    azure.workload.identity/client-id: ${hostile}
    azure.workload.identity/tenantid: ${hostile}
    azure.workload.identity/service-account-token-expiration: ${hostile}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${hostile}
  namespace: ${hostile}
  labels:
    azure.workload.identity/use: "true" # ${text.replace(/[^\x20-\x7e]/g, ' ')}
spec:
  template:
    metadata: {labels: {app: ${hostile}}}
    spec:
      serviceAccountName: ${hostile}
      containers: [{name: ${hostile}, image: ${hostile}, env: [{name: AZURE_CLIENT_ID, value: ${hostile}}]}]
---
apiVersion: v1
kind: Pod
metadata:
  name: x
  namespace: ${hostile}
  labels: {azure.workload.identity/use: "True"}
spec:
  serviceAccountName: elsewhere
# idwire-ignore: ${text.replace(/[^\x20-\x7e]/g, ' ')}
  containers: [{name: a, image: a}]
`;
}

const nameOf = (text: string) => `${text.replaceAll('/', '-')}.yaml`;
const files = Object.fromEntries(payloads.map((text) => [nameOf(text), manifests(text)]));

const forms: readonly (readonly [name: string, args: readonly string[], own: RegExp])[] = [
  ...['text', 'json', 'sarif', 'markdown'].map((format) => [format, ['check', '--format', format], /^$/] as const),
  ['github', ['check', '--format', 'github'], /^(?:(?:error|warning|notice),?)+$/],
  ['azure-pipelines', ['check', '--format', 'azure-pipelines'], /^(?:task\.logissue,?)+$/],
  ['diff of fix', ['fix', '--dry-run'], /^$/],
  ['JSON of fix', ['fix', '--dry-run', '--format', 'json'], /^$/],
];

describe('hostile repository text', () => {
  it.each(forms)('stays text as %s', async (_, args, own) => {
    const run = await inRepository(files, (cwd) => runBundle('cli', { cwd, script: entry('cli'), args }));
    expect(run.code).toBe(1);
    expect(run.stderr).toBe('');
    expect(run.stdout.length).toBeGreaterThan(10_000);
    expect([...run.github, ...run.azure].map(({ name }) => name).join()).toMatch(own);
    expect(run.stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    const bare = run.stdout.replace(/^::(?:error|warning|notice) [^:]*::|^##vso\[task\.logissue [^\]]*\]/gm, '');
    expect(bare).not.toMatch(/::|##\[|##vso/i);
  });

  it('stays text in the files that are written, and their addresses lead back to the files', async () => {
    await inRepository(files, async (cwd) => {
      const out = ['--report-file', 'r.json', '--sarif-file', 'r.sarif', '--html-file', 'r.html'];
      await runBundle('cli', { cwd, script: entry('cli'), args: ['check', ...out] });
      const written = (name: string) => fs.readFileSync(path.join(cwd, name), 'utf8');
      const report = JSON.parse(written('r.json'));
      expect(new Set(report.findings.map(({ file }: { file: string }) => file))).toEqual(new Set(Object.keys(files)));
      const sarif = JSON.parse(written('r.sarif'));
      expect(sarifFaults(sarif)).toEqual([]);
      const uris = sarif.runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          decodeURIComponent(result.locations[0]?.physicalLocation.artifactLocation.uri ?? ''),
      );
      expect(new Set(uris)).toEqual(new Set(Object.keys(files)));
      const html = written('r.html');
      expect(html).toContain("default-src 'none'");
      const strange = /<(?!\/?(?:h[12]|p|pre|table|thead|tbody|tr|th|td|b|i|code|footer|main|body|html)\b)[^>]*/;
      expect(strange.exec(html.split('</head>')[1] ?? '<none')?.[0]).toBeUndefined();
      for (const text of [written('r.json'), written('r.sarif'), html]) {
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(text).not.toMatch(/::|##\[|##vso/i);
      }
    });
  });

  it('is edited as text: the fixed files hold it unchanged', async () => {
    await inRepository(files, async (cwd) => {
      const run = await runBundle('cli', { cwd, script: entry('cli'), args: ['fix', '--format', 'json'] });
      const { mended } = JSON.parse(run.stdout).fixes;
      expect(mended.length).toBeGreaterThanOrEqual(payloads.length);
      for (const text of payloads) {
        const now = fs.readFileSync(path.join(cwd, nameOf(text)), 'utf8');
        const before = files[nameOf(text)] as string;
        expect(now).not.toBe(before);
        expect(now.split(scalar(text)).length).toBe(before.split(scalar(text)).length);
      }
    });
  });
});
