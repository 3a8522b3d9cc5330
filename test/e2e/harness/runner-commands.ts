/** Reads a process's output the way the two runners do, and says which commands they would act on. */

export interface RunnerCommand {
  /** `error`, `add-mask`; for Azure Pipelines `task.logissue`. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Commands that actions/runner registers (src/Runner.Worker/ActionCommandManager.cs); others are plain text to it. */
const githubCommands = new Set(
  `add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output
  stop-commands warning`.split(/\s+/),
);

/**
 * What the runner skips when it searches by culture: it compares as .NET does with ICU, to which controls and
 * default-ignorable characters weigh nothing. Removing them first finds at least what the runner would find.
 */
function weighed(line: string): string {
  return line.replace(/[\p{Cc}\p{DI}\p{Cf}]/gu, '');
}

/** Lines as a .NET StreamReader splits them: at CR, LF or both. */
function linesOf(output: string): string[] {
  return output.split(/\r\n|\r|\n/);
}

/** `::name key=value::data` at the start of a line, or `##[name key=value]data` anywhere in it (ActionCommand.cs). */
export function githubCommandsIn(output: string): RunnerCommand[] {
  const found: RunnerCommand[] = [];
  let resume: string | null = null;
  for (const line of linesOf(output)) {
    const command: RunnerCommand | null = currentForm(line, resume) ?? oldForm(line, resume);
    if (!command) continue;
    if (resume !== null) {
      if (command.name.toLowerCase() === resume) resume = null;
      continue;
    }
    found.push(command);
    if (command.name.toLowerCase() === 'stop-commands') resume = command.data.toLowerCase();
  }
  return found;
}

function currentForm(line: string, resume: string | null): RunnerCommand | null {
  const text = weighed(line).trimStart();
  const match = /^::(.*?)::(.*)$/su.exec(text);
  if (!match) return null;
  return commandFrom(match[1] as string, ',', match[2] as string, unescapeGithub, resume);
}

function oldForm(line: string, resume: string | null): RunnerCommand | null {
  const match = /##\[([^\]]*)\](.*)$/su.exec(weighed(line));
  if (!match) return null;
  return commandFrom(match[1] as string, ';', match[2] as string, unescapeGithub, resume);
}

function commandFrom(
  info: string,
  separator: string,
  data: string,
  decode: (text: string) => string,
  resume: string | null,
): RunnerCommand | null {
  const space = info.indexOf(' ');
  const name = space === -1 ? info : info.slice(0, space);
  if (!githubCommands.has(name.toLowerCase()) && name.toLowerCase() !== resume) return null;
  return {
    name,
    properties: propertiesIn(space === -1 ? '' : info.slice(space), separator, decode),
    data: decode(data),
  };
}

function propertiesIn(text: string, separator: string, decode: (text: string) => string): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const pair of text.trim().split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0 && equals < pair.length - 1) properties[pair.slice(0, equals)] = decode(pair.slice(equals + 1));
  }
  return properties;
}

function unescapeGithub(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%3B', ';')
    .replaceAll('%5D', ']')
    .replaceAll('%25', '%');
}

/** `##vso[area.event key=value;]data` anywhere in a line (azure-pipelines-agent Command.cs). */
export function azureCommandsIn(output: string): RunnerCommand[] {
  const found: RunnerCommand[] = [];
  for (const line of linesOf(output)) {
    const match = /##vso\[([^\]]*)\](.*)$/su.exec(weighed(line));
    if (!match) continue;
    const info = match[1] as string;
    const space = info.indexOf(' ');
    const name = space === -1 ? info : info.slice(0, space);
    if (name.split('.').filter((part) => part !== '').length !== 2) continue;
    const properties = propertiesIn(space === -1 ? '' : info.slice(space), ';', unescapeAzure);
    found.push({ name, properties, data: unescapeAzure(match[2] as string) });
  }
  return found;
}

function unescapeAzure(text: string): string {
  return text
    .replaceAll('%3B', ';')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%AZP25', '%');
}

/** `name=value` lines and `name<<delimiter` blocks of an output, state or environment file (actions/runner FileCommandManager.cs). */
export function fileCommandsIn(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line === '') continue;
    const block = /^([^=]*?)<<(.+)$/.exec(line);
    if (block) {
      const end = lines.indexOf(block[2] as string, at + 1);
      if (end === -1) throw new Error(`The block of ${block[1]} has no end ${block[2]}.`);
      values[block[1] as string] = lines.slice(at + 1, end).join('\n');
      at = end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 1) throw new Error(`Not a name and a value: ${line}`);
    values[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return values;
}
