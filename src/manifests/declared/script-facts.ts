/** What scripts and workflows do to identities and manifests: it explains away what the manifests alone seem to lack. */
import type { DeclaredCredential, DeclaredServiceAccount, DeclaredValue } from '../../model/federation.ts';
import { literalText, writtenText } from '../../model/partial-text.ts';
import type { Source } from '../../model/source.ts';
import type { ScriptFacts } from '../../model/world.ts';
import type { TextReader } from '../kubernetes.ts';
import { readPlaceholders } from '../placeholders.ts';
import { accountsInYaml } from './accounts-in-yaml.ts';
import { commandLineCredentials } from './command-line-calls.ts';
import { declared } from './credential-of.ts';
import type { TextValue } from './expression.ts';
import { callsOf, optionsOf, type ScriptCall } from './script-commands.ts';
import type { ShellReading } from './shell-expansion.ts';
import { shellReading } from './shell-variables.ts';

/** What one text tells; the facts of the model are those of all texts together. */
export interface ScriptReading extends Pick<ScriptFacts, 'annotatesAccounts' | 'createsAccounts'> {
  readonly credentials: readonly DeclaredCredential[];
  /** Accounts that the script makes, or annotates (`created: false`). */
  readonly serviceAccounts: readonly DeclaredServiceAccount[];
}

/** Whether a text can hold any such fact. */
export function mayHoldScriptFacts(text: string): boolean {
  return /federated-credential|FederatedIdentityCredential|FederatedCredential|\bazwi\b|\bkubectl\b|serviceaccount|workload\\*\.identity/i.test(
    text,
  );
}

/** Reads a script, a workflow or a pipeline as text; places are exact, quoting and continuation lines are undone. */
export function scriptFacts(source: Source, readText: TextReader = readPlaceholders): ScriptReading {
  if (!mayHoldScriptFacts(source.text)) return noFacts;
  const reading = shellReading(source, readText);
  const serviceAccounts = [
    ...kubectlAccounts(reading),
    ...azwiAccounts(reading),
    ...documentAccounts(reading, readText),
  ];
  return {
    credentials: commandLineCredentials(source, readText),
    serviceAccounts,
    annotatesAccounts: serviceAccounts.some((account) => account.clientId) || annotates(source.text),
    createsAccounts: serviceAccounts.some((account) => account.created),
  };
}

const noFacts: ScriptReading = {
  credentials: [],
  serviceAccounts: [],
  annotatesAccounts: false,
  createsAccounts: false,
};

const clientIdKey = 'azure.workload.identity/client-id';

/** A line that writes the annotation by any of the usual tools. */
function annotates(text: string): boolean {
  return /\b(?:annotate|patch|kustomize[ \t]+edit|add[ \t]+annotation|yq|jq|sed|helm|--set(?:-string)?)\b[^\n]{0,300}(?:[\\`][ \t]*\r?\n[^\n]{0,300}){0,12}azure\\*\.workload\\*\.identity\/client-id/.test(
    text,
  );
}

/** `kubectl create serviceaccount NAME` and `kubectl annotate serviceaccount NAME key=value`. */
function kubectlAccounts(reading: ShellReading): readonly DeclaredServiceAccount[] {
  return callsOf(/\b(?:kubectl|oc)[ \t](?=[^\n]{0,300}\b(?:create|annotate)\b)/g, reading).flatMap((call) => {
    const plain = positional(call);
    const verb = plain.findIndex((word) => /^(?:create|annotate)$/.test(writtenText(word.text)));
    const [kind, next, ...rest] = plain.slice(verb + 1);
    const typed = kind && /^(?:sa|serviceaccounts?)(?:\/(.+))?$/.exec(writtenText(kind.text));
    if (verb === -1 || !typed) return [];
    const inKind = typed[1];
    const name: DeclaredValue | undefined =
      inKind === undefined ? declared(next) : { text: literalText(inKind), at: (kind as TextValue).at };
    if (!name) return [];
    const options = optionsOf(call.words);
    const namespace = declared((options.get('--namespace') ?? options.get('-n'))?.[0]);
    const assignments = inKind === undefined ? rest : next ? [next, ...rest] : [];
    const created = writtenText((plain[verb] as TextValue).text) === 'create';
    return [account(call, name, namespace, declared(clientIdIn(assignments)), created)];
  });
}

/** Words that belong to no option; of the options only those of kubectl that take a value are known. */
function positional(call: ScriptCall): readonly TextValue[] {
  const words = call.words.slice(1);
  const taking = /^(?:-n|--namespace|--context|--kubeconfig|--cluster|--dry-run|-o|--output|-s|--server|--user)$/;
  return words.filter((word, index) => {
    const before = words[index - 1];
    return !(word.text.pieces[0] as string).startsWith('-') && !(before && taking.test(writtenText(before.text)));
  });
}

function clientIdIn(words: readonly TextValue[]): TextValue | undefined {
  const lead = `${clientIdKey}=`;
  const word = words.find(({ text }) => (text.pieces[0] as string).startsWith(lead));
  if (!word) return undefined;
  const cut = ({ pieces, symbols }: TextValue['text']) => ({
    pieces: [(pieces[0] as string).slice(lead.length), ...pieces.slice(1)],
    symbols,
  });
  const text = cut(word.text);
  return { ...word, text, loose: word.loose === word.text ? text : cut(word.loose) };
}

function azwiAccounts(reading: ShellReading): readonly DeclaredServiceAccount[] {
  return callsOf(/\bazwi[ \t]+(?:serviceaccount|sa)[ \t]+create\b/g, reading).flatMap((call) => {
    const words = call.words.map((word) => writtenText(word.text));
    const phase = words.indexOf('phase');
    const options = optionsOf(call.words);
    const name = declared(options.get('--service-account-name')?.[0]);
    if (!name || (phase !== -1 && words[phase + 1] !== 'sa')) return [];
    const namespace = declared(options.get('--service-account-namespace')?.[0]);
    return [account(call, name, namespace ?? { text: literalText('default'), at: call.at }, undefined, true)];
  });
}

function account(
  call: ScriptCall,
  name: DeclaredValue,
  namespace: DeclaredValue | undefined,
  clientId: DeclaredValue | undefined,
  created: boolean,
): DeclaredServiceAccount {
  return {
    language: 'cli',
    name,
    ...(namespace && { namespace }),
    ...(clientId && { clientId }),
    created,
    at: call.at,
  };
}

/** Manifests in here-documents and here-strings, applied from standard input. */
function documentAccounts(reading: ShellReading, readText: TextReader): readonly DeclaredServiceAccount[] {
  const { source } = reading;
  if (!/kind:\s*["']?ServiceAccount\b/.test(source.text)) return [];
  return documentsOf(source.text).flatMap(({ start, body }) => {
    const resolved = body.replace(/\$\{?([A-Za-z_]\w*)\}?/g, (written, name: string) => {
      const value = reading.variable(name);
      return value ? writtenText(value.text) : written.startsWith('${') ? written : `\${${name}}`;
    });
    return accountsInYaml(resolved, readText, { source, start, end: start + body.length }, 'cli');
  });
}

/** More documents than this in one script are not looked at, nor longer ones. */
const mostDocuments = 200;
const longestDocument = 20_000;

/** The bodies of here-documents and here-strings. */
function documentsOf(text: string): readonly { readonly start: number; readonly body: string }[] {
  const found: { start: number; body: string }[] = [];
  let tried = 0;
  const openers = /<<-?[ \t]*["']?(\w+)["']?[^\n]*\n|@(["'])\r?\n/g;
  for (let match = openers.exec(text); match && tried < mostDocuments; match = openers.exec(text)) {
    tried += 1;
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + longestDocument);
    const close = match[1] ? new RegExp(`^[ \\t]*${match[1]}[ \\t]*\\r?$`, 'm') : new RegExp(`^${match[2]}@`, 'm');
    const end = close.exec(rest);
    if (!end) continue;
    found.push({ start, body: rest.slice(0, end.index) });
    openers.lastIndex = start + end.index;
  }
  return found;
}
