/** `npm run new:rule <id> [folder]`: a rule file whose examples fail until it is written, and its place in the index. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ruleFiles, ruleId } from './docs/rule-catalogue.ts';
import { ruleIndex } from './docs/rule-index.ts';
import { projectRoot, writeGenerated } from './generated-files.ts';

const usage = 'Usage: npm run new:rule <id> [folder], such as: npm run new:rule pod-label-missing static';

/** The text of a rule that never fires, so that its bad example fails. */
function template(id: string): string {
  return `/** Rule: say in one sentence what it finds. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: '${id}',
  title: 'Say what is wrong in a few words',
  group: 'Workload identity',
  why: 'Say what goes wrong for a person when this is ignored.',
  remedy: 'Say what to do.',
  severity: 'warning',
  sources: ['Name the outside source of the fact'],
  *check(world) {
    for (const object of world.objects) {
      if (object.kind === '') yield { at: object.root, message: 'Say what is wrong here, with the evidence.' };
    }
  },
});

export const examples = defineExamples({
  bad: [
    {
      title: 'Say what is wrong in this one',
      files: {
        'account.yaml': \`apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders #~ ${id}
  namespace: shop
\`,
      },
    },
  ],
  good: [
    {
      title: 'Say what is right in this one',
      files: {
        'account.yaml': \`apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
\`,
      },
    },
  ],
});
`;
}

/** Why the rule cannot be made, if so. */
function refusal(id: string, folder: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id)) return `${JSON.stringify(id)} is no id: use words-with-hyphens.`;
  if (!existsSync(join(projectRoot, 'src/rules', folder))) return `There is no folder src/rules/${folder}.`;
  const taken = ruleFiles(projectRoot).find((path) => ruleId(path) === id);
  return taken && `${taken} defines this rule already.`;
}

const [id = '', folder = 'static'] = process.argv.slice(2);
const refused = refusal(id, folder);
if (refused) {
  console.error(`${refused}\n${usage}`);
  process.exitCode = 2;
} else {
  const path = `src/rules/${folder}/${id}.ts`;
  writeGenerated(projectRoot, { files: new Map([[path, template(id)]]), folders: [] });
  writeGenerated(projectRoot, { files: await ruleIndex.generate(projectRoot), folders: [] });
  console.log(`Wrote ${path}. Write its check until npx vitest run test/rules passes, then run npm run docs.`);
}
