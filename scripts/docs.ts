/** `npm run docs`: writes every file that is made from the sources; with `--check` compares instead. */
import { actionYml } from './docs/action-yml.ts';
import { architecture } from './docs/architecture.ts';
import type { Artefact } from './docs/artefact.ts';
import { clusterAccess } from './docs/cluster-access.ts';
import { configSchema } from './docs/config-schema.ts';
import { extension } from './docs/extension.ts';
import { readme } from './docs/readme.ts';
import { reportSchema } from './docs/report-schema.ts';
import { ruleIndex } from './docs/rule-index.ts';
import { rulePages } from './docs/rule-pages.ts';
import { taskJson } from './docs/task-json.ts';
import { troubleshooting } from './docs/troubleshooting.ts';
import { projectRoot, writeOrCheck } from './generated-files.ts';

const artefacts: readonly Artefact[] = [
  actionYml,
  taskJson,
  extension,
  configSchema,
  clusterAccess,
  reportSchema,
  ruleIndex,
  rulePages,
  troubleshooting,
  architecture,
  readme,
];

const files = new Map<string, string | Uint8Array>();
for (const artefact of artefacts) {
  for (const [path, contents] of await artefact.generate(projectRoot)) files.set(path, contents);
}
const folders = artefacts.flatMap((artefact) => artefact.folders ?? []);
writeOrCheck(projectRoot, { files, folders }, 'Run `npm run docs` and commit the result.');
