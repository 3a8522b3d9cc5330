/** The files that pipelines are made of: found by their paths, parsed when something leads to them. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Source } from '../../model/source.ts';
import type { Files } from '../../ports/files.ts';
import { decodeText } from '../yaml/decode-text.ts';
import { defaultLimits } from '../yaml/limits.ts';
import { parseDocument } from '../yaml/parse-document.ts';
import { splitDocuments } from '../yaml/split-documents.ts';

const workflow = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/;
const azurePipeline =
  /(?:^|\/)(?:[^/]*azure-pipelines?[^/]*\.ya?ml|\.vsts-ci\.yml|(?:\.pipelines|\.?azure-pipelines|\.azuredevops|\.ado)\/(?:.+\/)?[^/]+\.ya?ml)$/i;

/** Words without which no file of a workflow can sign in, call, or be called; searched in bytes before any parsing. */
const signsIn =
  /azure\/login|idwire|ARM_USE_OIDC|ARM_CLIENT_SECRET|AZURE_CLIENT_SECRET|AZURE_FEDERATED_TOKEN_FILE|AzureADTokenExchange|federated-|workflow_call|uses["']?\s*:\s*["']?\.\//i;

/** The same for Azure pipelines: tasks with inputs, what they extend, stored secrets. */
const usesConnection = /azure|connectedService|template|environmentServiceName|backendService|CLIENT_SECRET/i;

/** Paths of workflows and Azure pipelines among the discovered ones. */
export function pipelinePaths(paths: readonly string[]): { workflows: readonly string[]; azure: readonly string[] } {
  return {
    workflows: paths.filter((path) => workflow.test(path)),
    azure: paths.filter((path) => azurePipeline.test(path) && !path.includes('.github/')),
  };
}

/** Discovered files by path. Only those are ever read, so that what git ignores or lies outside stays unread. */
export class PipelineFiles {
  private readonly files: Files;
  private readonly known: ReadonlySet<string>;
  private readonly parsed = new Map<string, Field | undefined>();

  constructor(files: Files, paths: readonly string[]) {
    this.files = files;
    this.known = new Set(paths);
  }

  /** The root of a file; undefined when it is not there, is no map, or cannot be parsed (its host refuses it then). */
  document(path: string, relevant?: RegExp): Field | undefined {
    if (!this.known.has(path)) return undefined;
    if (!this.parsed.has(path)) this.parsed.set(path, this.parse(path, relevant));
    return this.parsed.get(path);
  }

  /** The same for a workflow, which is only parsed when it holds a word that matters. */
  workflow(path: string): Field | undefined {
    return this.document(path, signsIn);
  }

  /** The same for an Azure pipeline or a template of one. */
  azurePipeline(path: string): Field | undefined {
    return this.document(path, usesConnection);
  }

  private parse(path: string, relevant: RegExp | undefined): Field | undefined {
    const bytes = this.files.read(path);
    const text = bytes.length > defaultLimits.fileBytes ? undefined : decodeText(bytes);
    if (text === undefined || (relevant && !relevant.test(text))) return undefined;
    const source: Source = { path, text };
    const [span] = splitDocuments(text, 1).spans;
    const root = span && parseDocument(source, span.start, span.end).root;
    if (!span || root?.type !== 'map') return undefined;
    return fieldsOf({ source, root, apiVersion: '', kind: '', start: span.start, end: span.end });
  }
}

/** A path below a folder with `.` and `..` resolved; undefined when it leads out of the working directory. */
export function resolvePath(folder: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}
