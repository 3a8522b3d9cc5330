/** The licences of the packages that are in a set of bundles. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface BundledPackage {
  readonly title: string;
  readonly texts: readonly string[];
}

const licenceFile = /^(?:licen[cs]e|copying|notice|copyright)(?:[-.].*)?$/i;
const ruler = '-'.repeat(80);

/**
 * The text of `THIRD-PARTY.txt` for the given sources (paths relative to the root, with `/`). Packages with the same
 * licence text stand together. Throws when a package says nothing about its licence.
 */
export function thirdPartyNotice(root: string, sources: readonly string[]): string {
  const folders = new Set(
    sources.flatMap((source) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? []),
  );
  const titlesByText = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const { title, texts } = readPackage(join(root, folder));
    const text = texts.join('\n\n');
    titlesByText.set(text, [...(titlesByText.get(text) ?? []), title]);
  }
  const parts = [...titlesByText].map(([text, titles]) => `${ruler}\n${titles.join('\n')}\n${ruler}\n\n${text}\n`);
  return `${['The bundles in this folder hold code of these packages, under these licences.\n', ...parts].join('\n')}`;
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const files = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .sort();
  if (typeof license !== 'string' && files.length === 0) {
    throw new Error(`${name} ${version} is bundled and says nothing about its licence.`);
  }
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const stated = `The package holds no licence file; its package.json says: ${license}`;
  return { title: `${name} ${version} (${license ?? 'see below'})`, texts: texts.length > 0 ? texts : [stated] };
}
