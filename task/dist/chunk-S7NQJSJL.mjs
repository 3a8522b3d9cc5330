import {
  readPlaceholders
} from "./chunk-AWIFEEWH.mjs";
import {
  literalOf,
  unknownText,
  writtenText
} from "./chunk-YXW6GTPK.mjs";

// src/manifests/envsubst/envsubst-operators.ts
function isDefault(operator) {
  return operator === "=" || /^:[-=?+]$/.test(operator);
}
function applyOperator(operator, value, parameters) {
  const [first = "", second = ""] = parameters;
  if (isDefault(operator)) return value === "" ? parameters.join("") : value;
  if (/^[:#%l]/.test(operator) && /[^ -~]/.test(value)) return void 0;
  if (/^[#%]/.test(operator) && first.includes("[")) return void 0;
  switch (operator) {
    case "length":
      return String(value.length);
    case ":":
      return substring(value, parameters);
    case ",":
      return value.slice(0, 1).toLowerCase() + value.slice(1);
    case ",,":
      return value.toLowerCase();
    case "^":
      return value.slice(0, 1).toUpperCase() + value.slice(1);
    case "^^":
      return value.toUpperCase();
    case "/":
      return value.replace(first, () => second);
    case "//":
      return value.replaceAll(first, () => second);
    case "/#":
      return parameters.length === 2 && value.startsWith(first) ? second + value.slice(first.length) : value;
    case "/%":
      return parameters.length === 2 && value.endsWith(first) ? value.slice(0, value.length - first.length) + second : value;
    case "#":
    case "##":
      return trimmed(value, first, operator.length === 2);
    case "%":
    case "%%":
      return reversed(trimmed(reversed(value), reversed(first), operator.length === 2));
    default:
      return value;
  }
}
function substring(value, [position = "", length]) {
  if (!isNumber(position) || length !== void 0 && !isNumber(length)) return value;
  const given = Number(position);
  const start = given < 0 ? Math.max(0, value.length + given) : given;
  if (length === void 0) return value.slice(start);
  const count = Number(length);
  const end = count < 0 ? value.length + count : start + count;
  return end < start ? "" : value.slice(start, end);
}
function isNumber(text) {
  return /^[+-]?\d+$/.test(text);
}
function trimmed(value, pattern, longest) {
  const source = pattern.replace(/[^\w]/g, (sign) => {
    if (sign === "*") return `[^]*${longest ? "" : "?"}`;
    return sign === "?" ? "[^]" : `\\${sign}`;
  });
  return value.replace(new RegExp(`^${source}`), "");
}
function reversed(text) {
  return text.split("").reverse().join("");
}

// src/manifests/envsubst/envsubst-template.ts
var Refusal = class extends Error {
};
function parseTemplate(text) {
  const parts = [];
  const broken = [];
  let plain = "";
  let at = 0;
  while (at < text.length) {
    if (text.startsWith("${", at)) {
      const found = expansionAt(text, at);
      const refused = "effect" in found;
      const fault = refused ? found : misreadPosition(found);
      if (fault) broken.push(fault);
      parts.push(plain, refused ? { name: "", operator: "refused", parameters: [], start: at, end: found.end } : found);
      plain = "";
      at = found.end;
    } else {
      plain += text[at];
      at += text.startsWith("$$", at) ? 2 : 1;
    }
  }
  parts.push(plain);
  return { parts: parts.filter((part) => part !== ""), broken };
}
function expansionAt(text, start) {
  const scanner = new ExpansionScanner(text, start);
  try {
    return scanner.expansion();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const close = /^[^}\r\n]*\}?/.exec(text.slice(start))?.[0].length ?? 2;
    return { start, end: start + Math.max(2, close), effect: "refused", why: error.message };
  }
}
function misreadPosition(expansion) {
  const [position] = expansion.parameters;
  const { name, operator, start, end } = expansion;
  if (operator !== ":" || typeof position !== "string" || /^[+-]?\d+$/.test(position)) return void 0;
  const why = `":${position}" is read as a position in the value of ${name} and, being no number, is ignored`;
  return { start, end, effect: "ignored", why };
}
var ExpansionScanner = class {
  #text;
  #at;
  constructor(text, at) {
    this.#text = text;
    this.#at = at;
  }
  expansion() {
    const start = this.#at;
    this.#at += 2;
    if (this.#take(/#/y)) {
      const name2 = this.#take(/[\p{L}\p{N}_]+/uy) ?? this.#refuse("no name stands behind ${#");
      return this.#close({ name: name2, operator: "length", parameters: [], start });
    }
    const name = this.#take(/[\p{L}\p{N}_]+/uy) ?? this.#refuse("no name of a variable stands behind ${");
    const operator = this.#take(/:[-=?+]|=|:|[,^]{1,2}|\/[/#%]?|##?|%%?/y) ?? "";
    return this.#close({ name, operator, parameters: this.#parameters(operator), start });
  }
  #parameters(operator) {
    if (operator === "" || /^[,^]/.test(operator)) return [];
    if (operator === ":") return this.#substring();
    if (operator.startsWith("/")) return this.#replacement();
    if (/^[#%]/.test(operator)) return [this.#parameter(/(?:(?!\$\{)[^}])+/y)];
    const parts = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== "}")
      parts.push(this.#parameter(/(?:(?!\$\{)[^}])+/y));
    return parts;
  }
  #substring() {
    const position = this.#parameter(/(?:(?!\$\{)[^:}])+/y);
    return this.#take(/:+/y) ? [position, this.#parameter(/(?:(?!\$\{)[^}])+/y)] : [position];
  }
  #replacement() {
    const pattern = this.#text[this.#at] === "/" ? "" : this.#escaped(/(?:\\[/\\]|\$\$|(?!\$\{)[^/])+/y);
    if (!this.#take(/\/+/y)) this.#refuse("the pattern does not end in /");
    return this.#text[this.#at] === "}" ? [pattern] : [pattern, this.#escaped(/(?:\\[/\\]|\$\$|(?!\$\{)[^}])+/y)];
  }
  #escaped(stretch) {
    const part = this.#parameter(stretch);
    return typeof part === "string" ? part.replace(/\\([/\\])|\$(\$)/g, "$1$2") : part;
  }
  #parameter(stretch) {
    if (this.#text.startsWith("${", this.#at)) return this.expansion();
    return this.#take(stretch) ?? this.#refuse("the operator is given nothing");
  }
  #close(expansion) {
    if (!this.#take(/\}/y)) {
      const rest = this.#text.slice(this.#at, this.#at + 1);
      this.#refuse(rest === "" ? "no } closes it" : `"${rest}" cannot stand behind ${expansion.name}`);
    }
    return { ...expansion, end: this.#at };
  }
  #take(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
  #refuse(why) {
    throw new Refusal(why);
  }
};

// src/manifests/envsubst/envsubst.ts
function substitute(text, substitution) {
  if (!text.includes("$")) return literal(text);
  return concatenate(parseTemplate(text).parts.map((part) => filled(part, text, substitution)));
}
function substituteIn(text, substitution) {
  let before = text.pieces[0];
  const parts = [];
  for (const [index, symbol] of text.symbols.entries()) {
    const escaped = symbol.startsWith("${") && before.endsWith("$");
    parts.push(literal(escaped ? before.slice(0, -1) + symbol : before));
    if (!escaped) parts.push(symbol.startsWith("${") ? substitute(symbol, substitution) : unknownText(symbol));
    before = text.pieces[index + 1];
  }
  return concatenate([...parts, literal(before)]);
}
function brokenSubstitution(text) {
  return text.includes("${") ? parseTemplate(text).broken[0] : void 0;
}
function unfilledVariables(text, { values }) {
  const names = /* @__PURE__ */ new Set();
  const visit = (part) => {
    if (typeof part === "string") return;
    if (part.name !== "" && !values.has(part.name) && !isDefault(part.operator)) names.add(part.name);
    if (!values.get(part.name)) part.parameters.forEach(visit);
  };
  parseTemplate(text).parts.forEach(visit);
  return names;
}
function filled(part, text, substitution) {
  if (typeof part === "string") return literal(part);
  const symbol = unknownText(text.slice(part.start, part.end));
  if (misreadPosition(part)) return symbol;
  const value = substitution.values.get(part.name);
  if (value === void 0) {
    const given = isDefault(part.operator) && !substitution.open;
    return given ? concatenate(part.parameters.map((item) => filled(item, text, substitution))) : symbol;
  }
  const read = readPlaceholders(value);
  if (read.symbols.length > 0) return part.operator === "" || isDefault(part.operator) ? read : symbol;
  const outcome = outcomeOf(part, value, text, substitution);
  return outcome === void 0 ? symbol : literal(outcome);
}
function outcomeOf(part, value, text, substitution) {
  if (isDefault(part.operator) && value !== "") return value;
  const parameters = part.parameters.map((item) => literalOf(filled(item, text, substitution)));
  const known = parameters.filter((parameter) => parameter !== void 0);
  return known.length === parameters.length ? applyOperator(part.operator, value, known) : void 0;
}
function literal(text) {
  return { pieces: [text], symbols: [] };
}
function concatenate(texts) {
  const pieces = [""];
  const symbols = [];
  for (const text of texts) {
    pieces.push(pieces.pop() + text.pieces[0], ...text.pieces.slice(1));
    symbols.push(...text.symbols);
  }
  return { pieces, symbols };
}
function substitutedText(text, substitution) {
  return writtenText(substitute(text, substitution));
}

export {
  substitute,
  substituteIn,
  brokenSubstitution,
  unfilledVariables,
  substitutedText
};
