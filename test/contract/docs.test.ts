/** The pieces that generated pages are made of, and the form of the README that CI and readers rely on. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fenced, fillBlocks, table } from '../../scripts/docs/markdown.ts';
import { indexText } from '../../scripts/docs/rule-index.ts';
import { rulePage } from '../../scripts/docs/rule-pages.ts';
import { filesUnder, projectRoot } from '../../scripts/generated-files.ts';
import { purposeOf } from '../../scripts/purpose.ts';
import { aadstsCodes } from '../../src/model/aadsts.ts';

describe('Markdown', () => {
  test('tables escape bars', () => {
    expect(table(['a', 'b'], [['x|y', 'z']])).toBe('| a | b |\n| --- | --- |\n| x\\|y | z |');
  });

  test('fences are longer than what they hold', () => {
    expect(fenced('yaml', 'a: ```\n\n')).toBe('````yaml\na: ```\n````');
  });

  test('blocks are replaced, and must be there once', () => {
    const page = 'before\n<!-- x:start -->\nold\n<!-- x:end -->\nafter';
    const filled = 'before\n<!-- x:start -->\n\nnew\n\n<!-- x:end -->\nafter';
    expect(fillBlocks(page, { x: 'new' })).toBe(filled);
    expect(fillBlocks(filled, { x: 'new' })).toBe(filled);
    expect(() => fillBlocks(page, { y: 'new' })).toThrow('<!-- y:start -->');
    expect(() => fillBlocks(page + page, { x: 'new' })).toThrow('<!-- x:start -->');
  });
});

describe('the purpose of a file', () => {
  test.each([
    ['/** One sentence. And more. */\ncode', 'One sentence.'],
    ['/**\n * Over two\n * lines, see `a.ts`. More.\n */', 'Over two lines, see `a.ts`.'],
    ['/** `npm run x`: does. */', '`npm run x`: does.'],
  ])('%j', (text, purpose) => expect(purposeOf(text)).toBe(purpose));

  test.each(['', '// One sentence.', '/* One sentence. */', '/** no sentence */', "import 'a';\n/** Late. */"])(
    'is absent in %j',
    (text) => expect(purposeOf(text)).toBeUndefined(),
  );

  test('is said by every script and test', () => {
    const files = ['scripts', 'test'].flatMap((folder) => filesUnder(projectRoot, folder));
    const sources = files.filter((file) => file.endsWith('.ts') && !file.includes('/fixtures/'));
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((file) => !purposeOf(readFileSync(join(projectRoot, file), 'utf8')))).toEqual([]);
  });
});

describe('rules', () => {
  test('a page shows examples with what check says and fix makes of them, and the sources', async () => {
    const { rule, examples } = await import('../../src/rules/static/pod-label-misplaced.ts');
    const page = await rulePage({ rule: { ...rule, sources: ['A source'] }, examples });
    expect(page).toContain(`# ${rule.id}\n\n${rule.title}.\n\nSeverity: **error**. Confidence: **high**.`);
    expect(page).toMatch(/```text\n[\w.]+:\d+:\d+: error: .* \[pod-label-misplaced\]\n +\d+ \| /);
    expect(page).toMatch(/```diff\n--- a\/[\w.]+\n\+\+\+ b\/[\w.]+\n@@/);
    expect(page).toContain('# idwire-ignore: pod-label-misplaced the reason');
    expect(page).toContain('- A source\n');
    expect(page).not.toContain('#~');
  });

  test('a page of a rule without a fix shows none, and each language as what it is', async () => {
    const { rule, examples } = await import('../../src/rules/reading/duplicate-key.ts');
    const page = await rulePage({
      rule,
      examples: { ...examples, good: [{ title: 'x', files: { 'b.tf': 'x = 1' } }] },
    });
    expect(page).not.toContain('```diff');
    expect(page).toContain('```hcl\nx = 1\n```');
  });

  test('the index imports every file and lists the rules by id', () => {
    expect(indexText(['src/rules/static/a-b.ts', 'src/rules/declared/c-d.ts'])).toMatch(
      /import \{ rule as cD \} from '.\/declared\/c-d.ts';\n.*rule.ts';\n.* aB .*\n\nexport .* = \[aB, cD\];\n$/,
    );
  });
});

describe('the README', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const fences = [...readme.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map((match) => match[1]?.trimEnd() ?? '');

  test('starts with the main job, on one line, without an install', () => {
    const [path] = /^node dist\/cli\.mjs check (\S+) --fail-on never$/.exec(fences[0] ?? '')?.slice(1) ?? [];
    expect(path).toMatch(/^examples\//);
    expect(existsSync(join(projectRoot, path ?? ''))).toBe(true);
  });

  test('goes on with one line that sets up and tests, which CI takes from here', () => {
    expect(fences[1]).toBe('npm ci && npm run check');
    expect(readFileSync(join(projectRoot, '.ci/run'), 'utf8')).not.toContain('npm ci');
  });

  test('links to files that exist', () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] as string);
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((target) => !existsSync(join(projectRoot, target)))).toEqual([]);
  });
});

describe('troubleshooting', () => {
  const page = readFileSync(join(projectRoot, 'docs/troubleshooting.md'), 'utf8');

  test('has a section for every code', () => {
    const headings = [...page.matchAll(/^### AADSTS(\d+)$/gm)].map(([, code]) => Number(code));
    expect(headings).toEqual(aadstsCodes.map(({ code }) => code));
  });

  test('links to pages that exist', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !existsSync(join(projectRoot, 'docs', link)))).toEqual([]);
  });
});
