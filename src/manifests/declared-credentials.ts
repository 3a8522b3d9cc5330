/** Reads what files other than manifests declare: federated credentials, ServiceAccounts, and what scripts do to both. */
import type { Source } from '../model/source.ts';
import type { Files } from '../ports/files.ts';
import { declarationFileKind } from './declared/declaration-files.ts';
import type { Declarations } from './declared/declarations.ts';
import type { DiscoveredFile } from './discover.ts';
import { isInteresting } from './interests.ts';
import { decodeText } from './yaml/decode-text.ts';
import { defaultLimits } from './yaml/limits.ts';

const nothing: Declarations = {
  credentials: [],
  serviceAccounts: [],
  scripts: { annotatesAccounts: false, createsAccounts: false },
  templateFiles: new Set(),
  sources: [],
  complete: true,
};

/**
 * Any word without which no reader finds anything. One search over the bytes decides whether a file is decoded, and
 * only a file that is loads the readers. A file without it can still matter as a module's caller (see below).
 */
const telling =
  /federated|serviceaccount|service_account|\bazwi\b|workload\\*\.identity|kubernetes_|kubectl_manifest|helm_release|templatefile|\bsubject/i;

/**
 * Reads the files of other languages among those discovered. `searched` are the texts that the scan of manifests kept:
 * of them pipelines, and JSON templates, are read here.
 */
export async function readDeclarations(
  { sources, found, complete }: OtherFiles,
  searched: readonly Source[],
): Promise<Declarations> {
  const fromScan = searched.filter(isPipelineOrTemplate);
  if (!found && fromScan.length === 0) return { ...nothing, complete };
  const { readDeclarationSources } = await import('./declared/read-sources.ts');
  const declarations = await readDeclarationSources([...sources, ...fromScan]);
  return { ...declarations, complete: complete && declarations.complete };
}

/** Texts that are no manifests. */
export interface OtherFiles {
  readonly sources: readonly Source[];
  /** Whether any of them may declare something. */
  readonly found: boolean;
  /** False when one was too long to be read. */
  readonly complete: boolean;
}

/** All texts of Terraform and Bicep, since modules are read through their callers; of scripts those that tell. */
export function readOtherFiles(files: Files, discovered: readonly DiscoveredFile[]): OtherFiles {
  const sources: Source[] = [];
  let found = false;
  let complete = true;
  for (const { path, class: fileClass } of discovered) {
    const kind = declarationFileKind(path);
    if (kind === undefined || fileClass === 'manifest') continue;
    const bytes = files.read(path);
    if (bytes.length > defaultLimits.fileBytes) {
      complete = false;
      continue;
    }
    const tells = telling.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
    if (!tells && kind !== 'terraform' && kind !== 'bicep') continue;
    found ||= tells;
    const text = decodeText(bytes);
    if (text !== undefined) sources.push({ path, text });
  }
  return { sources, found, complete };
}

/** YAML of Kubernetes objects holds scripts only inside values; what they do there is done in the cluster. */
function isManifestText(path: string, text: string): boolean {
  return /\.ya?ml$/i.test(path) && /^apiVersion[ \t]*:/m.test(text) && /^kind[ \t]*:/m.test(text);
}

/** Of what the scan kept, also in exhaustive mode, the texts that are read as scripts or as templates of Azure. */
function isPipelineOrTemplate({ path, text }: Source): boolean {
  return (
    declarationFileKind(path) !== undefined && telling.test(text) && isInteresting(text) && !isManifestText(path, text)
  );
}

/** Whether a text that the scan kept may declare credentials. */
export function mayDeclare(source: Source): boolean {
  return isInteresting(source.text) && (/federated/i.test(source.text) || source.text.includes('azwi'));
}

/** What stands for the account in the subjects that texts mention, so far as it is plain text; empty where it is not. */
export function subjectsIn(sources: readonly Source[]): readonly string[] {
  const names = new Set<string>();
  for (const { text } of sources) {
    for (const match of text.matchAll(/system:serviceaccount:(?:\S{0,200}?:)?([a-z0-9.-]*)/gi))
      names.add(match[1] as string);
  }
  return [...names];
}
