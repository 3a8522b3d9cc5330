import {
  chunk_YXW6GTPK_mjs_literalText as literalText,
  chunk_YXW6GTPK_mjs_unknownText as unknownText
} from "./check-CA0AB372.mjs";

// src/manifests/declared/join-texts.ts
var longest = 1e4;
function joinTexts(parts) {
  const only = parts[0];
  if (only && parts.length === 1) return only;
  const pieces = [""];
  const symbols = [];
  for (const part of parts) {
    part.pieces.forEach((piece, index) => {
      if (index > 0) {
        symbols.push(part.symbols[index - 1]);
        pieces.push("");
      }
      pieces[pieces.length - 1] += piece;
    });
  }
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0) + symbols.length;
  return length > longest ? expressionText("…") : { pieces, symbols };
}
function symbolOf(text) {
  return text.symbols.length === 1 && text.pieces.every((piece) => piece === "") ? text.symbols[0] : void 0;
}
function expressionText(expression) {
  return unknownText(`\${${expression}}`);
}
function expressionOf(text) {
  const symbol = symbolOf(text);
  return symbol?.startsWith("${") && symbol.endsWith("}") ? symbol.slice(2, -1) : void 0;
}

// src/manifests/declared/shell-scanner.ts
var longestCommand = 2e4;
var ShellScanner = class {
  at;
  text;
  constructor(text, start, end = start + longestCommand) {
    this.at = start;
    this.text = text.slice(0, end);
  }
  get end() {
    return this.text.length;
  }
  /** The character here; empty at the end. */
  get sign() {
    return this.text[this.at] ?? "";
  }
  /** Takes what a sticky pattern finds here. */
  take(pattern) {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match;
  }
  /** Takes so many characters, or what is left of them. */
  takeSigns(count) {
    const taken = this.text.slice(this.at, this.at + count);
    this.at += taken.length;
    return taken;
  }
  /** Takes a stretch in round brackets, the brackets included, and what comes before the first. */
  takeBalanced() {
    const start = this.at;
    for (let depth = 0; this.at < this.end; ) {
      const sign = this.takeSigns(1);
      if (sign === "(") depth += 1;
      else if (sign === ")") depth -= 1;
      if (depth <= 0 && (sign === "(" || sign === ")")) break;
    }
    return this.text.slice(start, this.at);
  }
};

// src/manifests/declared/shell-expansion.ts
function literalPart(written) {
  const text = literalText(written);
  return { text, loose: text };
}
function symbolPart(symbol) {
  const text = unknownText(symbol);
  return { text, loose: text };
}
function joinedParts(parts, at, reading) {
  const read = (texts) => {
    const { pieces, symbols } = texts.length === 0 ? literalText("") : joinTexts(texts);
    return joinTexts(
      pieces.flatMap((piece, index) => {
        const text2 = reading.readText(piece);
        return index === 0 ? [text2] : [unknownText(symbols[index - 1]), text2];
      })
    );
  };
  const text = read(parts.map((part) => part.text));
  const known = parts.every((part) => part.text === part.loose);
  return { kind: "text", text, loose: known ? text : read(parts.map((part) => part.loose)), at };
}
function takeVariable(scanner, reading, quoted) {
  const workflow = scanner.take(/\$\{\{[^}]*\}\}/y);
  if (workflow) return symbolPart(workflow[0]);
  const withDefault = scanner.take(/\$\{([A-Za-z_]\w*):?[-=]([^{}$`"]*)\}/y);
  if (withDefault) return defaulted(withDefault[1], withDefault[2], withDefault[0], reading);
  const named = scanner.take(/\$\(\$([A-Za-z_]\w*)\)/y) ?? scanner.take(/\$(?:\{(?:env:)?([A-Za-z_]\w*)\}|(?:env:|script:|global:)?([A-Za-z_]\w*))/y);
  if (named) {
    const members = reading.dialect === "powershell" && !quoted ? scanner.take(/(?:\.[A-Za-z_]\w*|\[[^\]\s]*\])+/y) : null;
    const name = named[1] ?? named[2];
    const known = members ? void 0 : reading.variable(name);
    return known ?? symbolPart(`\${${name}${members?.[0] ?? ""}}`);
  }
  if (scanner.text.startsWith("$(", scanner.at)) return substitution(scanner, reading);
  const other = scanner.take(/\$\{[^}]*\}|\$[\d@#?*!$-]/y);
  return other ? symbolPart(other[0]) : literalPart(scanner.takeSigns(1));
}
function defaulted(name, byDefault, written, reading) {
  const known = reading.variable(name);
  if (known) return known;
  if (byDefault === "") return symbolPart(`\${${name}}`);
  return { text: literalText(byDefault), loose: unknownText(written) };
}
function substitution(scanner, reading) {
  const start = scanner.at;
  const document = scanner.take(/\$\(\s*cat\s*(?=<<)/y) && takeHereDocument(scanner, reading);
  if (document) {
    scanner.at = document.at.end;
    scanner.take(/[^)]*\)?/y);
    return document;
  }
  scanner.at = start;
  return symbolPart(scanner.takeBalanced());
}
function takeHereDocument(scanner, reading) {
  const head = scanner.take(/<<-?[ \t]*(["']?)(\w+)\1/y);
  if (!head) {
    scanner.takeSigns(2);
    return void 0;
  }
  const from = scanner.text.indexOf("\n", scanner.at) + 1;
  const close = new RegExp(`^[ \\t]*${head[2]}[ \\t]*\\r?$`, "m").exec(scanner.text.slice(from));
  return from === 0 || !close ? void 0 : expandedText(from, from + close.index, head[1] !== "", reading);
}
function expandedText(from, until, literal, reading) {
  const scanner = new ShellScanner(reading.source.text, from, until);
  const parts = [];
  if (literal) parts.push(literalPart(scanner.takeSigns(until - from)));
  while (scanner.at < scanner.end) {
    if (scanner.sign === '"') parts.push(literalPart(scanner.takeSigns(1)));
    else parts.push(takeQuoted(scanner, reading));
  }
  return joinedParts(parts, { source: reading.source, start: from, end: until }, reading);
}
function takeQuoted(scanner, reading) {
  const powerShell = reading.dialect === "powershell";
  const { sign } = scanner;
  if (sign === "$") return takeVariable(scanner, reading, true);
  if (sign === "`" && !powerShell) return takeBackquoted(scanner);
  if (sign === (powerShell ? "`" : "\\")) {
    const pair = scanner.takeSigns(2);
    const next = pair.slice(1);
    if (next === "\n") return literalPart("");
    return literalPart(powerShell || '"\\$`'.includes(next) ? next : pair);
  }
  return literalPart(scanner.take(/[^"$`\\]+/y)?.[0] ?? scanner.takeSigns(1));
}
function takeBackquoted(scanner) {
  return symbolPart(scanner.take(/`[^`]*`?/y)?.[0] ?? scanner.takeSigns(1));
}

// src/manifests/declared/shell-words.ts
function readCommand(start, reading) {
  const scanner = new ShellScanner(reading.source.text, start);
  const words = [];
  let input;
  for (; ; ) {
    skipBlanks(scanner, reading);
    if (reading.dialect === "posix" && scanner.text.startsWith("<<", scanner.at)) {
      input = takeHereDocument(scanner, reading) ?? input;
    } else if (isEnd(scanner, reading)) break;
    else words.push(takeWord(scanner, reading));
  }
  return { words, input, end: scanner.at };
}
function readWord(start, reading) {
  const scanner = new ShellScanner(reading.source.text, start);
  const value = isEnd(scanner, reading) ? joinedParts([], { source: reading.source, start, end: start }, reading) : takeWord(scanner, reading);
  return { value, end: scanner.at };
}
function skipBlanks(scanner, reading) {
  const blanks = reading.dialect === "powershell" ? /(?:[ \t,]|`[ \t]*\r?\n)+/y : /(?:[ \t]|\\\r?\n)+/y;
  while (scanner.take(blanks) ?? scanner.take(/\r?\n(?=[ \t]*--[a-z])/y)) ;
}
function isEnd(scanner, reading) {
  const { sign } = scanner;
  if (sign === "" || "\r\n;|&)}<>".includes(sign)) return true;
  return sign === "#" && (reading.dialect === "powershell" || /\s/.test(scanner.text[scanner.at - 1] ?? " "));
}
function takeWord(scanner, reading) {
  const start = scanner.at;
  const hereString = takeHereString(scanner, reading);
  if (hereString) return { ...hereString, at: { source: reading.source, start, end: scanner.at } };
  const parts = [];
  const separators = reading.dialect === "powershell" ? /[\s,]/ : /\s/;
  while (!isEnd(scanner, reading) && !separators.test(scanner.sign)) takeStretch(scanner, reading, parts);
  if (scanner.at === start) scanner.takeSigns(1);
  return joinedParts(parts, { source: reading.source, start, end: scanner.at }, reading);
}
function takeHereString(scanner, reading) {
  const head = reading.dialect === "powershell" ? scanner.take(/@(["'])\r?\n/y) : null;
  if (!head) return void 0;
  const from = scanner.at;
  const close = scanner.text.indexOf(`
${head[1]}@`, from - 1);
  const until = close === -1 ? scanner.end : close;
  scanner.at = Math.min(scanner.end, until + 3);
  return expandedText(from, until, head[1] === "'", reading);
}
function takeStretch(scanner, reading, parts) {
  const powerShell = reading.dialect === "powershell";
  const { sign } = scanner;
  if (sign === "'") parts.push(literalPart(takeSingleQuoted(scanner, powerShell)));
  else if (sign === '"') takeDoubleQuoted(scanner, reading, parts);
  else if (sign === "$") parts.push(takeVariable(scanner, reading, false));
  else if (sign === "`" && !powerShell) parts.push(takeBackquoted(scanner));
  else if (sign === "(" && powerShell) parts.push(symbolPart(scanner.takeBalanced()));
  else if (sign === (powerShell ? "`" : "\\")) parts.push(literalPart(scanner.takeSigns(2).slice(1)));
  else parts.push(literalPart(scanner.take(/[^\s,'"$`\\;|&)}<>(#]+/y)?.[0] ?? scanner.takeSigns(1)));
}
function takeSingleQuoted(scanner, powerShell) {
  const text = scanner.take(powerShell ? /'((?:[^']|'')*)'?/y : /'([^']*)'?/y)?.[1] ?? "";
  return powerShell ? text.replaceAll("''", "'") : text;
}
function takeDoubleQuoted(scanner, reading, parts) {
  scanner.takeSigns(1);
  for (; ; ) {
    while (scanner.at < scanner.end && scanner.sign !== '"') parts.push(takeQuoted(scanner, reading));
    scanner.takeSigns(1);
    if (reading.dialect !== "powershell" || scanner.sign !== '"') return;
    parts.push(literalPart(scanner.takeSigns(1)));
  }
}

// src/manifests/declared/script-commands.ts
var beforeCommand = /(?:^|[;&|({!=@]|[$<]\(|\b(?:then|do|else|if|elif|while|until|sudo|time|exec|xargs|RUN)|\b(?:run|script|bash|pwsh|powershell|inlineScript|inline|command)\s*:\s*[|>]?[-+]?|-exec|(?:^|\s)-|\$)\s*(?:[A-Z_][A-Z0-9_]*=\S+\s+){0,5}(?:[^\s;&|()]*\/)?$/;
function callsOf(pattern, reading) {
  const { source } = reading;
  return commandsAt(pattern, reading).flatMap((command) => {
    const start = command.start;
    const lineStart = source.text.lastIndexOf("\n", start) + 1;
    const lead = source.text.slice(Math.max(lineStart, start - longestLead), start);
    if (/(?:^|\s)(?:#|\/\/|::|REM\b)/i.test(lead) || !beforeCommand.test(lead)) return [];
    const at = { source, start, end: start + command.matched.trimEnd().length };
    return [{ ...command, at, conditional: isNested(source.text, lineStart) }];
  });
}
var mostCalls = 500;
var longestLead = 500;
var mostLinesUp = 400;
function commandsAt(pattern, reading) {
  const commands = [];
  let end = 0;
  for (const match of reading.source.text.matchAll(pattern)) {
    if (match.index < end) continue;
    if (commands.length >= mostCalls) break;
    const command = readCommand(match.index, reading);
    commands.push({ ...command, start: match.index, matched: match[0] });
    end = command.end;
  }
  return commands;
}
var opener = /^\s*(?:-\s+)?(?:if|elif|else|for|while|until|case|foreach|function|switch|try|catch|\}\s*else)\b|\{\s*$|\(\)\s*$/i;
function isNested(text, lineStart) {
  let indent = indentAt(text, lineStart);
  for (let at = lineStart, lines = 0; at > 0 && indent > 0 && lines < mostLinesUp; lines += 1) {
    const previous = text.lastIndexOf("\n", at - 2) + 1;
    const line = text.slice(previous, at - 1);
    const width = indentAt(text, previous);
    if (line.trim() !== "" && width < indent) {
      if (opener.test(line)) return true;
      indent = width;
    }
    at = previous;
  }
  return false;
}
function indentAt(text, lineStart) {
  let at = lineStart;
  while (text[at] === " " || text[at] === "	") at += 1;
  return at - lineStart;
}
function optionsOf(words) {
  const options = /* @__PURE__ */ new Map();
  let current;
  for (const word of words) {
    const start = word.text.pieces[0];
    const option = /^(--?[A-Za-z][\w-]*)(=|:)?/.exec(start);
    if (!option) {
      current?.push(word);
      continue;
    }
    current = [];
    options.set(option[1].toLowerCase(), current);
    if (option[2]) current.push(withoutStart(word, option[0].length));
  }
  return options;
}
function withoutStart(word, length) {
  const cut = ({ pieces, symbols }) => ({
    pieces: [pieces[0].slice(length), ...pieces.slice(1)],
    symbols
  });
  const text = cut(word.text);
  const at = { ...word.at, start: Math.min(word.at.end, word.at.start + length) };
  return { kind: "text", text, loose: word.loose === word.text ? text : cut(word.loose), at };
}

// src/manifests/declared/shell-variables.ts
function dialectOf(source) {
  if (/\.psm?1$/i.test(source.path)) return "powershell";
  return /\.(ya?ml|md)$/i.test(source.path) && /[ \t]`[ \t]*\r?\n/.test(source.text) ? "powershell" : "posix";
}
var posixAssignment = /^[ \t]*(?:-[ \t]+)?(?:(?:export|local|readonly|declare|typeset)[ \t]+(?:-\w+[ \t]+)*)?([A-Za-z_]\w*)(\+?=)(?!=)/gm;
var powerShellAssignment = /^[ \t]*(?:param[ \t]*\([ \t]*)?(?:\[[^\]\n]*\][ \t]*)*\$(?:script:|global:|env:)?([A-Za-z_]\w*)[ \t]*(\+?=)(?!=)[ \t]*/gim;
var otherwiseSet = /\b(?:read[ \t]+(?:-\w+[ \t]+)*|for[ \t]+|foreach[ \t]*\([ \t]*\$)([A-Za-z_]\w*)/gi;
function shellReading(source, readText) {
  const dialect = dialectOf(source);
  const fold = (name) => dialect === "powershell" ? name.toLowerCase() : name;
  const assignments = assignmentsOf(source, dialect, fold);
  const parameters = dialect === "powershell" ? parameterRanges(source.text) : [];
  const known = /* @__PURE__ */ new Map();
  const reading = {
    source,
    dialect,
    readText,
    variable: (name) => {
      const folded = fold(name);
      if (!known.has(folded)) {
        known.set(folded, void 0);
        known.set(folded, assignedText(folded, assignments.get(folded), parameters, reading));
      }
      return known.get(folded);
    }
  };
  return reading;
}
function assignmentsOf(source, dialect, fold) {
  const offsets = /* @__PURE__ */ new Map();
  const pattern = dialect === "powershell" ? powerShellAssignment : posixAssignment;
  for (const match of source.text.matchAll(pattern)) {
    const name = fold(match[1]);
    const once = !offsets.has(name) && match[2] === "=";
    offsets.set(name, once ? match.index + match[0].length : void 0);
  }
  for (const match of source.text.matchAll(otherwiseSet)) offsets.set(fold(match[1]), void 0);
  return offsets;
}
function assignedText(name, offset, parameters, reading) {
  if (offset === void 0) return void 0;
  const { text } = reading.source;
  const quoted = /["']/.test(text[offset] ?? "");
  if (reading.dialect === "powershell" && !quoted) return void 0;
  const { value, end } = readWord(offset, reading);
  if (value.text.pieces.every((piece) => piece === "")) return void 0;
  const rest = /^[^\r\n;#,)]*/.exec(text.slice(end, end + 200))?.[0] ?? "";
  if (rest.trim() !== "") return void 0;
  return parameters.some(([from, until]) => offset > from && offset < until) ? { ...value, loose: expressionText(name) } : value;
}
var mostParameterBlocks = 20;
var longestParameterBlock = 2e4;
function parameterRanges(text) {
  const ranges = [];
  for (const match of text.matchAll(/\bparam\s?\(/gi)) {
    if (ranges.length >= mostParameterBlocks) break;
    const from = match.index + match[0].length;
    const block = text.slice(from, from + longestParameterBlock).replace(/"[^"\n]*"|'[^'\n]*'/g, (quoted) => " ".repeat(quoted.length));
    let depth = 1;
    let length = 0;
    for (; length < block.length && depth > 0; length += 1) {
      if (block[length] === "(") depth += 1;
      else if (block[length] === ")") depth -= 1;
    }
    ranges.push([from, from + length]);
  }
  return ranges;
}

export {
  joinTexts,
  expressionText,
  expressionOf,
  callsOf,
  commandsAt,
  optionsOf,
  shellReading
};
