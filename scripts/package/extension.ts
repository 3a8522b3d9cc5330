/** A .vsix from the manifest of the extension: a zip with the parts that `tfx extension create` (0.23.1) makes. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { GeneratedFiles } from '../generated-files.ts';

/** What Idwire uses of `vss-extension.json` (learn.microsoft.com, extension manifest reference). */
interface ExtensionManifest {
  readonly manifestVersion: number;
  readonly id: string;
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly public: boolean;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly targets: readonly { readonly id: string }[];
  readonly icons: { readonly default: string };
  readonly content: { readonly details: { readonly path: string }; readonly license: { readonly path: string } };
  readonly files: readonly { readonly path: string; readonly packagePath: string }[];
  readonly contributions: readonly object[];
}

/** Contents of a file or folder beside the manifest, by path from there; throws when there is nothing. */
export type ReadFiles = (path: string) => GeneratedFiles;

const manifestFile = 'vss-extension.json';

/** `publisher.id-version.vsix`, as tfx names it. */
export function extensionName(root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'task', manifestFile), 'utf8')) as ExtensionManifest;
  return `${manifest.publisher}.${manifest.id}-${manifest.version}.vsix`;
}

/** The bytes of the .vsix; the same files make the same bytes, whatever the time and the machine. */
export function packExtension(read: ReadFiles): Uint8Array {
  const manifest = JSON.parse(textOf(read(manifestFile).get(manifestFile))) as ExtensionManifest;
  const parts = new Map<string, string | Uint8Array>();
  for (const path of [manifest.icons.default, manifest.content.details.path, manifest.content.license.path]) {
    add(parts, read(path), path, path);
  }
  for (const { path, packagePath } of manifest.files) add(parts, read(path), path, packagePath);
  parts.set('extension.vsomanifest', contributionManifest(manifest));
  parts.set('extension.vsixmanifest', packageManifest(manifest));
  const all = new Map([['[Content_Types].xml', contentTypes([...parts.keys()])] as const, ...parts]);
  return zipSync(Object.fromEntries([...all].map(([path, contents]) => [path, bytesOf(contents)])) as Zippable, {
    level: 9,
    // The earliest time that a zip can hold, in whatever zone this runs.
    mtime: new Date(1980, 0, 1),
  });
}

function add(parts: Map<string, string | Uint8Array>, files: GeneratedFiles, path: string, packagePath: string): void {
  if (files.size === 0) throw new Error(`There is no ${path} beside ${manifestFile}. Run "npm run build".`);
  for (const [file, contents] of files) parts.set(packagePath + file.slice(path.length), contents);
}

function textOf(contents: string | Uint8Array | undefined): string {
  return typeof contents === 'string' ? contents : new TextDecoder().decode(contents);
}

function bytesOf(contents: string | Uint8Array): Uint8Array {
  return typeof contents === 'string' ? strToU8(contents) : new Uint8Array(contents);
}

function contributionManifest({ manifestVersion, contributions }: ExtensionManifest): string {
  return JSON.stringify({ manifestVersion, contributions, scopes: [], contributionTypes: [] }, null, 2);
}

/** The manifest of the package (schemas.microsoft.com/developer/vsx-schema/2011). */
function packageManifest(manifest: ExtensionManifest): string {
  const { icons, content } = manifest;
  const attributes = { Language: 'en-US', Id: manifest.id, Publisher: manifest.publisher, Version: manifest.version };
  const asset = (type: string, path: string) =>
    element('Asset', {
      Type: `Microsoft.VisualStudio.Services.${type}`,
      'd:Source': 'File',
      Path: path,
      Addressable: 'true',
    });
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    ${element('Identity', attributes)}
    <DisplayName>${xml(manifest.name)}</DisplayName>
    <Description xml:space="preserve">${xml(manifest.description)}</Description>
    ${manifest.public ? '<GalleryFlags>Public</GalleryFlags>' : '<GalleryFlags/>'}
    <Categories>${xml(manifest.categories.join(','))}</Categories>
    <Tags>${xml(manifest.tags.join(','))}</Tags>
    <Icon>${xml(icons.default)}</Icon>
    <License>${xml(content.license.path)}</License>
  </Metadata>
  <Dependencies/>
  <Installation>
    ${manifest.targets.map(({ id }) => element('InstallationTarget', { Id: id })).join('\n    ')}
  </Installation>
  <Assets>
    ${asset('Icons.Default', icons.default)}
    ${asset('Content.Details', content.details.path)}
    ${asset('Content.License', content.license.path)}
    ${asset('Manifest', 'extension.vsomanifest')}
  </Assets>
</PackageManifest>
`;
}

const typesByExtension: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'application/javascript',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.vsixmanifest': 'text/xml',
  '.vsomanifest': 'application/json',
  '.wasm': 'application/wasm',
};

/** A package holds no part whose type it does not state (ECMA-376 part 2, Open Packaging Conventions). */
function contentTypes(paths: readonly string[]): string {
  const extensions = [...new Set(paths.map((path) => extname(path)))].sort();
  const defaults = extensions.map((extension) => {
    const type = typesByExtension[extension];
    if (!type) throw new Error(`Nobody said what type of content "${extension}" files have.`);
    return `  ${element('Default', { Extension: extension, ContentType: type })}\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\n${defaults.join('')}</Types>\n`;
}

function element(name: string, attributes: Readonly<Record<string, string>>): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(value)}"`);
  return `<${name}${list.join('')}/>`;
}

function xml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
