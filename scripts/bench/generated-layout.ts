/** How the documents of one application are laid out over files: one object a file, or several documents in one. */

import type { Application } from './generated-application.ts';
import { configMap, cronJob, deployment, service, serviceAccount, statefulSet } from './generated-documents.ts';
import { word } from './generated-text.ts';
import type { Random } from './random.ts';

/** A manifest file; `path` is relative to the repository, with `/`. */
export interface GeneratedFile {
  readonly path: string;
  readonly documents: readonly string[];
}

export type LongText = (random: Random, lines: number, indent: number) => string;

type Shape = (application: Application, random: Random, text: LongText) => readonly GeneratedFile[];

/** The files of one application below `apps/<team>/<application>/`; no object occurs twice. */
export function applicationFiles(application: Application, random: Random, text: LongText): readonly GeneratedFile[] {
  return random.pick(shapes)(application, random, text);
}

/** A file that holds one ConfigMap with a few long entries. */
export function configFile(
  application: Application,
  file: string,
  name: string,
  random: Random,
  text: LongText,
): GeneratedFile {
  const keys = ['application.properties', 'nginx.conf', 'dashboard.json', 'rules.yaml', 'schema.sql'];
  const entries = keys
    .slice(0, 1 + random.below(keys.length))
    .map((key) => [key, text(random, 4 + random.below(26), 4)] as const);
  return { path: path(application, file), documents: [configMap(application, name, entries)] };
}

function path(application: Application, file: string): string {
  return `apps/${application.team}/${application.name}/${file}`;
}

function accountFiles(application: Application): readonly GeneratedFile[] {
  const file = { path: path(application, 'service-account.yaml'), documents: [serviceAccount(application)] };
  return application.ownAccount ? [file] : [];
}

const web: Shape = (application, random, text) => {
  const files = [
    ...accountFiles(application),
    { path: path(application, 'deployment.yaml'), documents: [deployment(application, 'web', 'bearer', random)] },
    { path: path(application, 'service.yaml'), documents: [service(application, application.name, 'web', random)] },
    configFile(application, 'config.yaml', `${application.name}-config`, random, text),
  ];
  if (random.chance(0.6)) {
    files.push({
      path: path(application, 'worker/deployment.yaml'),
      documents: [deployment(application, 'worker', 'plain', random)],
    });
  }
  for (let extra = random.below(3); extra > 0; extra--) {
    const topic = `${word(random)}-${extra}`;
    files.push(configFile(application, `config/${topic}.yaml`, `${application.name}-${topic}`, random, text));
  }
  return files;
};

const stateful: Shape = (application, random, text) => [
  ...accountFiles(application),
  { path: path(application, 'statefulset.yaml'), documents: [statefulSet(application, 'store', random)] },
  {
    path: path(application, 'services.yml'),
    documents: [
      service(application, application.name, 'store', random),
      service(application, `${application.name}-headless`, 'store', random),
    ],
  },
  configFile(application, 'config.yaml', `${application.name}-config`, random, text),
];

const compact: Shape = (application, random, text) => [
  {
    path: path(application, `${application.name}.yaml`),
    documents: [
      ...(application.ownAccount ? [serviceAccount(application)] : []),
      deployment(application, 'web', 'bearer', random),
      service(application, application.name, 'web', random),
    ],
  },
  configFile(application, 'config.yaml', `${application.name}-config`, random, text),
];

const batch: Shape = (application, random, text) => [
  ...accountFiles(application),
  { path: path(application, 'jobs/nightly.yaml'), documents: [cronJob(application, 'nightly', random)] },
  configFile(application, 'config.yaml', `${application.name}-config`, random, text),
  {
    path: path(application, 'consumer/deployment.yaml'),
    documents: [deployment(application, 'consumer', 'plain', random)],
  },
  {
    path: path(application, 'consumer/service.yaml'),
    documents: [service(application, application.name, 'consumer', random)],
  },
];

const shapes: readonly Shape[] = [web, web, stateful, compact, batch];
