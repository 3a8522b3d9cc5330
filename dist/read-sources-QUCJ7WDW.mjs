import {
  chunk_7ARPJBV4_mjs_declarationFileKind as declarationFileKind
} from "./check-CA0AB372.mjs";
import {
  callsOf,
  expressionOf,
  expressionText,
  joinTexts,
  optionsOf,
  shellReading
} from "./chunk-37WHE2VR.mjs";
import {
  chunk_AWIFEEWH_mjs_readPlaceholders as readPlaceholders
} from "./check-CA0AB372.mjs";
import {
  chunk_YXW6GTPK_mjs_literalOf as literalOf,
  chunk_YXW6GTPK_mjs_literalText as literalText,
  chunk_YXW6GTPK_mjs_unknownText as unknownText,
  chunk_YXW6GTPK_mjs_writtenText as writtenText
} from "./check-CA0AB372.mjs";
import {
  chunk_CJGED6K7_mjs_parseDocument as parseDocument
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/manifests/declared/evaluate.ts
var workLimit = 1e6;
function evaluate(expression, evaluation) {
  evaluation.work.left -= 1;
  if (evaluation.work.left < 0) return unknownValue(expression, evaluation);
  switch (expression.kind) {
    case "literal":
      return textValue(evaluation.readText(expression.text), expression.at);
    case "template":
      return templateValue(expression.parts, expression, evaluation);
    case "name": {
      const found = evaluation.lookup(expression.name);
      if (found?.kind === "namespace") return { ...found, at: expression.at };
      return found ?? symbolValue(evaluation.prefix + expression.name, expression.at);
    }
    case "member":
      return memberOf(evaluate(expression.target, evaluation), expression.name, expression, evaluation);
    case "index":
      return indexed(expression, evaluation);
    case "object":
      return objectValue(expression.entries, expression, evaluation);
    case "list": {
      const items = expression.items.map((item) => evaluate(item, evaluation));
      return { kind: "list", items, open: false, at: expression.at };
    }
    case "call": {
      const values = expression.arguments.map((argument) => evaluate(argument, evaluation));
      const known = evaluation.functions.get(expression.name)?.(values, expression.at);
      return known ?? unknownValue(expression, evaluation);
    }
    case "choice":
      return chosen(expression, evaluation);
    case "loop":
      return loopValue(expression, expression, evaluation);
    case "opaque":
      return unknownValue(expression, evaluation);
  }
}
function textValue(text, at) {
  return { kind: "text", text, loose: text, at };
}
function symbolValue(symbol, at) {
  return textValue(expressionText(symbol), at);
}
function unknownValue(expression, evaluation) {
  const { source, start, end } = expression.at;
  const written = source.text.slice(start, Math.min(end, start + 300)).replace(/\s+/g, " ");
  const runs = evaluation.runs.filter((run) => run.variables.some((variable) => written.includes(variable)));
  return symbolValue(evaluation.prefix + written + runs.map((run) => ` (${run.label})`).join(""), expression.at);
}
function templateValue(parts, expression, evaluation) {
  const texts = [];
  const loose = [];
  for (const part of parts) {
    const value = typeof part === "string" ? void 0 : evaluate(part, evaluation);
    if (value && value.kind !== "text") return unknownValue(expression, evaluation);
    const text = value?.text ?? evaluation.readText(part);
    texts.push(text);
    loose.push(value?.loose ?? text);
  }
  const joined2 = texts.length === 0 ? literalText("") : joinTexts(texts);
  const same = texts.every((text, index) => text === loose[index]);
  return { kind: "text", text: joined2, loose: same ? joined2 : joinTexts(loose), at: expression.at };
}
function memberOf(target, name, expression, evaluation) {
  if (target.kind === "namespace") {
    const member = target.member(name);
    if (member?.kind === "namespace") return { ...member, at: expression.at };
    return member ?? { ...symbolValue(`${target.symbol}.${name}`, expression.at), of: target };
  }
  if (target.kind === "map") return target.entries.get(name)?.value ?? unknownValue(expression, evaluation);
  const symbol = target.kind === "text" ? expressionOf(target.text) : void 0;
  return symbol === void 0 ? unknownValue(expression, evaluation) : symbolValue(`${symbol}.${name}`, expression.at);
}
function indexed(expression, evaluation) {
  const target = evaluate(expression.target, evaluation);
  const index = keyValue(expression.index, evaluation);
  const literal = index.kind === "text" ? literalOf(index.text) : void 0;
  if (literal !== void 0 && target.kind === "list") {
    return target.items[Number(literal)] ?? unknownValue(expression, evaluation);
  }
  if (literal !== void 0 && target.kind === "map") return memberOf(target, literal, expression, evaluation);
  const symbol = rootSymbol(target);
  if (symbol === void 0 || index.kind !== "text") return unknownValue(expression, evaluation);
  const written = literal ?? expressionOf(index.text) ?? writtenText(index.text);
  const shown = literal === void 0 || /^\d+$/.test(literal) ? written : JSON.stringify(literal);
  return target.kind === "namespace" ? { ...target, symbol: `${symbol}[${shown}]` } : symbolValue(`${symbol}[${shown}]`, expression.at);
}
function rootSymbol(value) {
  if (value.kind === "namespace") return value.symbol;
  return value.kind === "text" ? expressionOf(value.text) : void 0;
}
function objectValue(entries, expression, evaluation) {
  const known = /* @__PURE__ */ new Map();
  let open = false;
  for (const entry of entries) {
    const key = entry.key && keyValue(entry.key, evaluation);
    open = !setEntry(known, key, evaluate(entry.value, evaluation)) || open;
  }
  return { kind: "map", entries: known, open, at: expression.at };
}
function keyValue(expression, evaluation) {
  if (expression.kind !== "literal") return evaluate(expression, evaluation);
  return textValue(literalText(expression.text), expression.at);
}
function setEntry(entries, key, value) {
  const name = key?.kind === "text" ? literalOf(key.text) : void 0;
  if (name === void 0) return false;
  entries.set(name, { key: key.at, value });
  return true;
}
function chosen(expression, evaluation) {
  const when = evaluate(expression.when, evaluation);
  const known = when.kind === "text" && when.loose === when.text ? literalOf(when.text) : void 0;
  if (known === "true") return evaluate(expression.yes, evaluation);
  if (known === "false") return evaluate(expression.no, evaluation);
  return unknownValue(expression, evaluation);
}
function loopValue(loop2, expression, evaluation) {
  const over = evaluate(loop2.over, evaluation);
  const runs = runsOf(over);
  if (!runs || loop2.condition) return unknownValue(expression, evaluation);
  const items = [];
  const entries = /* @__PURE__ */ new Map();
  let open = runs.open;
  for (const run of runs.items) {
    const inner = within(evaluation, variablesOf(loop2, run), run.label);
    const value = evaluate(loop2.value, inner);
    if (!loop2.key) items.push(value);
    else open = !setEntry(entries, keyValue(loop2.key, inner), value) || open;
  }
  return loop2.key ? { kind: "map", entries, open, at: expression.at } : { kind: "list", items, open, at: expression.at };
}
function runsOf(over) {
  if (over.kind === "list") {
    const items2 = over.items.map((value, index) => {
      const key = textValue(literalText(String(index)), value.at);
      return { key, value, label: String(index) };
    });
    return { items: items2, open: over.open };
  }
  if (over.kind !== "map") return void 0;
  const items = [...over.entries].map(([name, entry]) => {
    const key = textValue(literalText(name), entry.key);
    return { key: over.open ? { ...key, loose: expressionText("each.key") } : key, value: entry.value, label: name };
  });
  return { items, open: over.open };
}
function variablesOf(loop2, run) {
  const variables = /* @__PURE__ */ new Map([[loop2.valueVariable, run.value]]);
  if (loop2.keyVariable !== void 0) variables.set(loop2.keyVariable, run.key);
  return variables;
}
function within(evaluation, names, label) {
  return {
    ...evaluation,
    lookup: (name) => names.get(name) ?? evaluation.lookup(name),
    runs: [...evaluation.runs, { variables: [...names.keys()], label }]
  };
}
function replaceable(value, symbol) {
  switch (value.kind) {
    case "text":
      return { ...value, loose: expressionText(symbol) };
    case "list": {
      const items = value.items.map((item, index) => replaceable(item, `${symbol}[${index}]`));
      return { ...value, items, open: true };
    }
    case "map": {
      const entries = [...value.entries].map(
        ([name, entry]) => [name, { ...entry, value: replaceable(entry.value, `${symbol}[${JSON.stringify(name)}]`) }]
      );
      return { ...value, entries: new Map(entries), open: true };
    }
    case "namespace":
      return value;
  }
}

// src/manifests/declared/expression.ts
function entryOf(value, key) {
  return value?.kind === "map" ? value.entries.get(key)?.value : void 0;
}
function keyText(key) {
  return key?.kind === "literal" ? key.text : "";
}
function attributeOf(body, ...names) {
  for (const name of names) {
    const found = body.entries.find(({ key }) => keyText(key) === name);
    if (found) return found.value;
  }
  return void 0;
}

// src/manifests/declared/arm-evaluation.ts
function templateEvaluation(template, inputs, prefix, base) {
  const sections = /* @__PURE__ */ new Map();
  for (const name of ["parameters", "variables"]) {
    const section2 = attributeOf(template, name);
    if (section2?.kind === "object") sections.set(name, section2);
  }
  const known = /* @__PURE__ */ new Map();
  const { readText, work } = base;
  const evaluation = {
    readText,
    work,
    functions: armFunctions,
    prefix,
    runs: [],
    lookup: (root) => root === "parameters" || root === "variables" ? {
      kind: "namespace",
      symbol: prefix + root,
      member: (name) => member(root, name.toLowerCase()),
      at: template.at
    } : void 0
  };
  const member = (root, name) => {
    const key = `${root}.${name}`;
    if (!known.has(key)) {
      known.set(key, void 0);
      known.set(key, memberValue(root, name, sections.get(root), inputs, evaluation));
    }
    return known.get(key);
  };
  return evaluation;
}
function memberValue(root, name, section2, inputs, evaluation) {
  const given = root === "parameters" ? inputs?.get(name) : void 0;
  const entry = section2?.entries.find(({ key }) => keyText(key).toLowerCase() === name)?.value;
  if (given || !entry) return given;
  if (root === "variables") return evaluate(entry, evaluation);
  const byDefault = entry.kind === "object" ? attributeOf(entry, "defaultValue") : void 0;
  const value = byDefault && evaluate(byDefault, evaluation);
  if (!value || value.kind === "text" && literalOf(value.text) === "") return void 0;
  return inputs ? value : replaceable(value, `parameters.${name}`);
}
var armFunctions = /* @__PURE__ */ new Map([
  ["concat", concatenated],
  ["string", ([value]) => value],
  ["createarray", (values, at) => ({ kind: "list", items: values, open: false, at })],
  ["format", formatted],
  [
    "length",
    ([value], at) => {
      if (value?.kind !== "list") return void 0;
      const count = textValue(literalText(String(value.items.length)), at);
      return value.open ? { ...count, loose: { pieces: ["", ""], symbols: ["length()"] } } : count;
    }
  ]
]);
function concatenated(values, at) {
  if (values.every((value) => value.kind === "list")) {
    return {
      kind: "list",
      items: values.flatMap((value) => value.items),
      open: values.some((value) => value.open),
      at
    };
  }
  return joined(values, at);
}
function joined(values, at) {
  const texts = [];
  const loose = [];
  for (const value of values) {
    if (!("kind" in value)) {
      texts.push(value);
      loose.push(value);
    } else if (value.kind === "text") {
      texts.push(value.text);
      loose.push(value.loose);
    } else return void 0;
  }
  const text = joinTexts(texts);
  return {
    kind: "text",
    text,
    loose: texts.every((part, index) => part === loose[index]) ? text : joinTexts(loose),
    at
  };
}
function formatted(values, at) {
  const [pattern, ...rest] = values;
  const written = pattern?.kind === "text" ? literalOf(pattern.text) : void 0;
  if (written === void 0 || /\{\{|\}\}|\{\d+[^}\d]/.test(written)) return void 0;
  const parts = written.split(/\{(\d+)\}/).map((part, index) => index % 2 ? rest[Number(part)] : literalText(part));
  return parts.includes(void 0) ? void 0 : joined(parts, at);
}

// src/manifests/declared/arm-expression.ts
var deepest = 60;
function armExpression(node, source) {
  const at = { source, start: node.start, end: node.end };
  const text = node.text;
  if (!text.startsWith("[") || !text.endsWith("]")) return { kind: "literal", text, at };
  if (text.startsWith("[[")) return { kind: "literal", text: text.slice(1), at };
  const exact = source.text.slice(node.start + 1, node.end - 1) === text;
  const parser = new ArmParser(text.slice(1, -1), at, exact ? node.start + 2 : void 0);
  return parser.parse() ?? { kind: "opaque", at };
}
var ArmParser = class {
  #tokens;
  #whole;
  #shift;
  #next = 0;
  /** `shift` is the offset of the text in the source, undefined where escapes move it. */
  constructor(text, whole, shift) {
    this.#tokens = tokensOf(text);
    this.#whole = whole;
    this.#shift = shift;
  }
  /** The whole text as one expression; undefined when it is none. */
  parse() {
    const expression = this.#expression(0);
    return this.#next === this.#tokens.length ? expression : void 0;
  }
  #expression(depth) {
    if (depth > deepest) return void 0;
    const first2 = this.#take();
    if (!first2) return void 0;
    let result = this.#primary(first2, depth);
    while (result) {
      if (this.#accept(".")) {
        const name = this.#take();
        if (name?.kind !== "word") return void 0;
        result = { kind: "member", target: result, name: name.text, at: this.#spot(first2, name) };
      } else if (this.#accept("[")) {
        const index = this.#expression(depth + 1);
        const end = this.#accept("]");
        if (!index || !end) return void 0;
        result = { kind: "index", target: result, index, at: this.#spot(first2, end) };
      } else break;
    }
    return result;
  }
  #primary(first2, depth) {
    const at = this.#spot(first2, first2);
    if (first2.kind === "text" || first2.kind === "number") return { kind: "literal", text: first2.text, at };
    if (first2.kind !== "word") return void 0;
    if (!this.#accept("("))
      return /^(true|false|null)$/.test(first2.text) ? { kind: "literal", text: first2.text, at } : void 0;
    const values = [];
    let end = this.#accept(")");
    while (!end) {
      const value = this.#expression(depth + 1);
      if (!value) return void 0;
      values.push(value);
      end = this.#accept(")");
      if (!end && !this.#accept(",")) return void 0;
    }
    return called(first2.text, values, this.#spot(first2, end));
  }
  #take() {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    return token;
  }
  #accept(sign) {
    const token = this.#tokens[this.#next];
    if (token?.kind !== "sign" || token.text !== sign) return void 0;
    this.#next += 1;
    return token;
  }
  #spot(from, to) {
    if (this.#shift === void 0) return this.#whole;
    return { source: this.#whole.source, start: this.#shift + from.at, end: this.#shift + to.end };
  }
};
function called(name, values, at) {
  const word = name.toLowerCase();
  const [first2, second, third] = values;
  if ((word === "parameters" || word === "variables") && values.length === 1 && first2?.kind === "literal") {
    return { kind: "member", target: { kind: "name", name: word, at }, name: first2.text, at };
  }
  if (word === "copyindex") {
    const plain = values.every((value) => value.kind === "literal" && !/^-?\d+$/.test(value.text));
    return plain ? { kind: "name", name: "copyIndex()", at } : { kind: "opaque", at };
  }
  if (word === "if" && first2 && second && third) return { kind: "choice", when: first2, yes: second, no: third, at };
  return { kind: "call", name: word, arguments: values, at };
}
function tokensOf(text) {
  const tokens = [];
  for (const match of text.matchAll(/'((?:[^']|'')*)'|(-?\d+)|([A-Za-z_][\w]*)|(\s+)|([\s\S])/g)) {
    const [whole, quoted2, number, word, space] = match;
    const place = { at: match.index, end: match.index + whole.length };
    if (quoted2 !== void 0) tokens.push({ kind: "text", text: quoted2.replaceAll("''", "'"), ...place });
    else if (number !== void 0) tokens.push({ kind: "number", text: number, ...place });
    else if (word !== void 0) tokens.push({ kind: "word", text: word, ...place });
    else if (space === void 0) tokens.push({ kind: "sign", text: whole, ...place });
  }
  return tokens;
}

// src/manifests/declared/credential-of.ts
function credentialOf(parts, context) {
  const identity = declared(parts.identity);
  const identityName = declared(parts.identityName ?? nameOf(parts.identity));
  const name = declared(parts.name);
  const issuer = declared(parts.issuer);
  const subject = declared(parts.subject);
  return {
    language: context.language,
    at: context.at,
    ...identity && { identity },
    ...identityName && literalOf(identityName.text) !== void 0 && { identityName },
    ...name && { name },
    ...issuer && { issuer },
    ...subject && { subject },
    audiences: audiencesOf(parts.audiences),
    conditional: context.conditional,
    parallelLoop: false,
    claimsMatchingExpression: scalarOf(parts.claimsMatchingExpression) !== void 0
  };
}
function nameOf(identity) {
  if (identity?.kind === "namespace") return identity.member("name");
  if (identity?.kind !== "text") return void 0;
  const name = /\/userAssignedIdentities\/([^/]+)$/i.exec(identity.text.pieces.at(-1) ?? "")?.[1];
  return name === void 0 ? identity.of?.member("name") : textValue(literalText(name), identity.at);
}
function declared(value) {
  const scalar = scalarOf(value);
  if (!scalar) return void 0;
  const { text, loose, at } = scalar;
  return writtenText(loose) === writtenText(text) ? { text, at } : { text, loose, at };
}
function scalarOf(value) {
  if (value?.kind === "text") return literalOf(value.text) === "null" ? void 0 : value;
  if (value?.kind === "namespace") return symbolValue(value.symbol, value.at);
  return value && symbolValue("…", value.at);
}
function audiencesOf(value) {
  const items = value?.kind === "list" ? value.items : value ? [value] : [];
  return items.flatMap((item) => declared(item) ?? []);
}
var subjectKeys = ["subject"];
var claimsKeys = ["claims_matching_expression", "claimsMatchingExpression"];
var ownerKeys = [
  "user_assigned_identity_id",
  "parent_id",
  "application_id",
  "application_object_id",
  "managed_identity_id",
  "identity_id",
  "parent_resource_id"
];
var audienceKeys = ["audiences", "audience"];
var deepest2 = 5;
function credentialsInArguments(value, context, owner = {}, depth = 0) {
  if (!value || depth > deepest2) return [];
  if (value.kind === "list") {
    return value.items.flatMap((item) => credentialsInArguments(item, context, owner, depth + 1));
  }
  if (value.kind !== "map") return [];
  const own = { ...owner, identity: firstOf(value, ownerKeys) ?? owner.identity };
  const found = scalarLike(firstOf(value, subjectKeys)) || scalarLike(firstOf(value, claimsKeys));
  if (found) {
    const parts = {
      ...own,
      name: firstOf(value, ["name", "display_name"]),
      issuer: firstOf(value, ["issuer", "issuer_url", "oidc_issuer_url"]),
      subject: firstOf(value, subjectKeys),
      audiences: firstOf(value, audienceKeys),
      claimsMatchingExpression: firstOf(value, claimsKeys)
    };
    return [credentialOf(parts, { ...context, conditional: true })];
  }
  return [...value.entries.values()].flatMap((entry) => credentialsInArguments(entry.value, context, own, depth + 1));
}
function scalarLike(value) {
  return value?.kind === "text" || value?.kind === "namespace";
}
function firstOf(value, keys) {
  for (const key of keys) {
    const found = entryOf(value, key);
    if (found) return found;
  }
  return void 0;
}

// src/manifests/declared/parallel-loop.ts
function markParallel(runs, mentionsLoop) {
  const writers = /* @__PURE__ */ new Map();
  for (const { credentials, unknown } of runs) {
    for (const owner of new Set(credentials.map(ownerOf))) {
      const weight = unknown && !mentionsLoop(owner) ? 2 : 1;
      writers.set(owner, (writers.get(owner) ?? 0) + weight);
    }
  }
  return runs.flatMap(
    ({ credentials }) => credentials.map((credential) => {
      const owner = ownerOf(credential);
      const shared = owner !== "" && (writers.get(owner) ?? 0) > 1;
      return shared ? { ...credential, parallelLoop: true } : credential;
    })
  );
}
function ownerOf(credential) {
  const owner = credential.identityName ?? credential.identity;
  return owner ? writtenText(owner.text) : "";
}

// src/manifests/declared/split-at-slash.ts
function splitAtSlash(value) {
  if (value?.kind !== "text") return void 0;
  const text = splitText(value.text);
  const loose = splitText(value.loose);
  if (!text) return void 0;
  const [before, after] = text.map((part) => textValue(part, value.at));
  if (value.loose === value.text || !loose) return { before, after };
  return {
    before: { kind: "text", text: text[0], loose: loose[0], at: value.at },
    after: { kind: "text", text: text[1], loose: loose[1], at: value.at }
  };
}
function splitText({ pieces, symbols }) {
  const index = pieces.findIndex((piece2) => piece2.includes("/"));
  const piece = pieces[index];
  if (piece === void 0) return void 0;
  const slash = piece.indexOf("/");
  return [
    { pieces: [...pieces.slice(0, index), piece.slice(0, slash)], symbols: symbols.slice(0, index) },
    { pieces: [piece.slice(slash + 1), ...pieces.slice(index + 1)], symbols: symbols.slice(index) }
  ];
}

// src/manifests/declared/tree-expression.ts
function jsonExpression(source, readString) {
  const text = withoutComments(source.text);
  const { root } = parseDocument({ path: source.path, text }, 0, text.length);
  return root && treeExpression(root, source, readString);
}
function treeExpression(node, source, readString) {
  const at = { source, start: node.start, end: node.end };
  if (node.type === "scalar") {
    return typeof node.value === "string" ? readString(node) : { kind: "literal", text: node.text, at };
  }
  if (node.type === "sequence") {
    return { kind: "list", items: node.items.map((item) => treeExpression(item, source, readString)), at };
  }
  const entries = node.entries.map((entry) => {
    const key = {
      kind: "literal",
      text: entry.key.text,
      at: { source, start: entry.key.start, end: entry.key.end }
    };
    return { key, value: treeExpression(entry.value, source, readString) };
  });
  return { kind: "object", entries, at };
}
function withoutComments(text) {
  if (!text.includes("//") && !text.includes("/*")) return text;
  return text.replace(
    /"(?:[^"\\\n]|\\[\s\S])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
    (match) => match.startsWith('"') ? match : match.replace(/[^\r\n]/g, " ")
  );
}

// src/manifests/declared/arm.ts
function mayDeclareInArm(text) {
  return /federatedIdentityCredentials/i.test(text) && text.includes('"resources"');
}
function readArm(source, readText = readPlaceholders) {
  if (!mayDeclareInArm(source.text)) return [];
  const template = jsonExpression(source, (node) => armExpression(node, source));
  if (template?.kind !== "object") return [];
  const base = { readText, work: { left: workLimit } };
  const evaluation = templateEvaluation(template, void 0, "", base);
  return readResources(template, { evaluation, conditional: false, parent: void 0, depth: 0 });
}
var deepest3 = 12;
function readResources(owner, around) {
  const resources = attributeOf(owner, "resources");
  if (around.depth > deepest3 || !resources) return [];
  const items = resources.kind === "list" ? resources.items.map((body) => ({ body, at: void 0 })) : resources.kind === "object" ? resources.entries.map((entry) => ({ body: entry.value, at: entry.key?.at })) : [];
  return items.flatMap(({ body, at }) => body.kind === "object" ? readResource(body, at, around) : []);
}
function readResource(body, at, around) {
  const written = attributeOf(body, "type");
  const existing = attributeOf(body, "existing");
  if (written?.kind !== "literal" || existing?.kind === "literal" && existing.text === "true") return [];
  const relative = around.parent && !written.text.toLowerCase().startsWith("microsoft.");
  const type = (relative ? `${around.parent?.type}/${written.text}` : written.text).replace(/@.*$/, "").toLowerCase();
  const copy = attributeOf(body, "copy");
  const runs = copy?.kind === "object" ? copyRuns(copy, around.evaluation) : [{ evaluation: around.evaluation, unknown: false, sure: true }];
  const condition = attributeOf(body, "condition");
  const results = runs.map((run) => {
    const when = condition && evaluate(condition, run.evaluation);
    const known = when?.kind === "text" && when.loose === when.text ? literalOf(when.text)?.toLowerCase() : void 0;
    if (known === "false") return { credentials: [], unknown: run.unknown };
    const conditional = around.conditional || !run.sure || when !== void 0 && known !== "true";
    const inner = { ...around, evaluation: run.evaluation, conditional, depth: around.depth + 1 };
    return { credentials: readRun(body, type, at ?? written.at, inner), unknown: run.unknown };
  });
  const serial = copy?.kind === "object" && /^"?serial"?$/i.test(keyText(attributeOf(copy, "mode")));
  if (copy === void 0 || serial) return results.flatMap((result) => result.credentials);
  return markParallel(results, (text) => /copyIndex/i.test(text));
}
function readRun(body, type, at, around) {
  if (type === "microsoft.resources/deployments") return readDeployment(body, around);
  const nameExpression = attributeOf(body, "name");
  const name = nameExpression && evaluate(nameExpression, around.evaluation);
  const nested = readResources(body, { ...around, parent: { type, name } });
  if (type !== "microsoft.managedidentity/userassignedidentities/federatedidentitycredentials") return nested;
  const propertiesExpression = attributeOf(body, "properties");
  const properties = propertiesExpression && evaluate(propertiesExpression, around.evaluation);
  const split = splitAtSlash(name);
  const identity = split?.before ?? around.parent?.name;
  const parts = {
    identity,
    identityName: identity,
    name: split?.after ?? name,
    issuer: entryOf(properties, "issuer"),
    subject: entryOf(properties, "subject"),
    audiences: entryOf(properties, "audiences"),
    claimsMatchingExpression: entryOf(entryOf(properties, "claimsMatchingExpression"), "value")
  };
  return [credentialOf(parts, { language: "arm", at, conditional: around.conditional }), ...nested];
}
function readDeployment(body, around) {
  const properties = attributeOf(body, "properties");
  if (properties?.kind !== "object") return [];
  const template = attributeOf(properties, "template");
  if (template?.kind !== "object") return [];
  const options = attributeOf(properties, "expressionEvaluationOptions");
  const scope = options?.kind === "object" ? keyText(attributeOf(options, "scope")).toLowerCase() : "";
  if (scope !== "inner") return readResources(template, { ...around, parent: void 0 });
  const given = attributeOf(properties, "parameters");
  const inputs = /* @__PURE__ */ new Map();
  for (const { key, value } of given?.kind === "object" ? given.entries : []) {
    const expression = value.kind === "object" ? attributeOf(value, "value") : void 0;
    if (expression) inputs.set(keyText(key).toLowerCase(), evaluate(expression, around.evaluation));
  }
  const name = attributeOf(body, "name");
  const label = name ? evaluate(name, around.evaluation) : void 0;
  const prefix = `${around.evaluation.prefix}${label?.kind === "text" ? literalOf(label.text) ?? "deployment" : "deployment"}.`;
  const evaluation = templateEvaluation(template, inputs, prefix, around.evaluation);
  return readResources(template, { ...around, evaluation, parent: void 0 });
}
var mostCopies = 25;
function copyRuns(copy, evaluation) {
  const expression = attributeOf(copy, "count");
  const count = expression && evaluate(expression, evaluation);
  const literal = count?.kind === "text" ? literalOf(count.text) : void 0;
  const unknown = { evaluation, unknown: true, sure: false };
  if (count?.kind !== "text" || literal === void 0 || !/^\d+$/.test(literal)) return [unknown];
  const sure = count.loose === count.text;
  const runs = Array.from({ length: Math.min(Number(literal), mostCopies) }, (_, index) => {
    const value = textValue(literalText(String(index)), copy.at);
    return { evaluation: within(evaluation, /* @__PURE__ */ new Map([["copyIndex()", value]]), String(index)), unknown: false, sure };
  });
  return sure ? runs : [...runs, unknown];
}

// src/manifests/declared/bicep.ts
const { posix } = process.getBuiltinModule("node:path");

// src/manifests/declared/bicep-evaluation.ts
function fileEvaluation(use, base) {
  const { file, prefix } = use;
  const known = /* @__PURE__ */ new Map();
  const objects = new Map([...file.resources, ...file.modules].map((object) => [object.symbol, object]));
  const evaluation = {
    ...base,
    functions: bicepFunctions,
    prefix,
    runs: [],
    lookup: (name) => {
      if (!known.has(name)) {
        known.set(name, void 0);
        known.set(name, declaredValue(name));
      }
      return known.get(name);
    }
  };
  const declaredValue = (name) => {
    const variable = file.variables.get(name);
    if (variable) return evaluate(variable, evaluation);
    if (file.parameters.has(name)) return parameterValue(name, use, evaluation);
    const object = objects.get(name);
    return object && namespaceOf(object, evaluation);
  };
  return evaluation;
}
function parameterValue(name, use, evaluation) {
  const given = use.inputs?.get(name);
  if (given) return given;
  const expression = use.file.parameters.get(name);
  const value = expression && evaluate(expression, evaluation);
  if (!value || value.kind === "text" && ["", "null"].includes(literalOf(value.text) ?? ".")) return void 0;
  return use.inputs ? value : replaceable(value, name);
}
function namespaceOf(object, evaluation) {
  return {
    kind: "namespace",
    symbol: evaluation.prefix + object.symbol,
    member: (attribute) => {
      if (attribute !== "name" || object.loop) return void 0;
      const value = entryOf(evaluate(object.body, evaluation), "name");
      return value?.kind === "text" && literalOf(value.text) !== void 0 ? value : void 0;
    },
    at: object.at
  };
}
var longestRange = 25;
var bicepFunctions = /* @__PURE__ */ new Map([
  ["any", ([value]) => value],
  [
    "items",
    ([map], at) => {
      if (map?.kind !== "map") return void 0;
      const items = [...map.entries].map(([name, entry]) => {
        const key = textValue(literalText(name), entry.key);
        const members = { key: map.open ? { ...key, loose: symbolValue("key", at).text } : key, value: entry.value };
        const entries = new Map(Object.entries(members).map(([word, value]) => [word, { key: entry.key, value }]));
        return { kind: "map", entries, open: false, at: entry.key };
      });
      return { kind: "list", items, open: map.open, at };
    }
  ],
  [
    "range",
    (values, at) => {
      const [start, length] = values.map(
        (value) => value.kind === "text" ? Number(literalOf(value.text)) : Number.NaN
      );
      if (!Number.isInteger(start) || !Number.isInteger(length) || length > longestRange) return void 0;
      const numbers = Array.from({ length: Math.max(0, length) }, (_, index) => start + index);
      const open = values.some((value) => value.kind === "text" && value.loose !== value.text);
      return { kind: "list", items: numbers.map((number) => textValue(literalText(String(number)), at)), open, at };
    }
  ]
]);

// src/manifests/declared/bicep-expression.ts
var deepest4 = 150;
function bicepSpot(node, source) {
  return { source, start: node.startIndex, end: node.endIndex };
}
function bicepParts(node) {
  return node.namedChildren.filter((child) => !child.type.endsWith("comment"));
}
function bicepExpression(node, source, depth = 0) {
  const at = bicepSpot(node, source);
  if (depth > deepest4 || node.isError || node.hasError && node.type !== "object") return { kind: "opaque", at };
  const parts = bicepParts(node);
  const inner = (part) => part ? bicepExpression(part, source, depth + 1) : { kind: "opaque", at };
  switch (node.type) {
    case "string":
      return bicepString(node, source, depth);
    case "number":
    case "boolean":
    case "null":
      return { kind: "literal", text: node.text, at };
    case "identifier":
      return { kind: "name", name: node.text, at };
    case "parenthesized_expression":
      return inner(parts[0]);
    case "member_expression":
      return parts.length === 2 ? { kind: "member", target: inner(parts[0]), name: parts[1].text, at } : { kind: "opaque", at };
    case "subscript_expression":
      return { kind: "index", target: inner(parts[0]), index: inner(parts[1]), at };
    case "ternary_expression":
      return { kind: "choice", when: inner(parts[0]), yes: inner(parts[1]), no: inner(parts[2]), at };
    case "array":
      return parts.some((part) => part.type.startsWith("spread")) ? { kind: "opaque", at } : { kind: "list", items: parts.map(inner), at };
    case "object":
      return { kind: "object", entries: entriesOf(parts, source, depth), at };
    case "call_expression":
      return call(parts, at, source, depth);
    case "for_statement":
      return loopOf(node, source, depth)?.loop ?? { kind: "opaque", at };
    default:
      return { kind: "opaque", at };
  }
}
function entriesOf(parts, source, depth) {
  return parts.flatMap((part) => {
    if (part.type.startsWith("spread") || part.isError) return [{ key: void 0, value: opaque(part, source) }];
    const [key, value] = bicepParts(part);
    if (part.type !== "object_property" || !key || !value || value.type === "resource_declaration") return [];
    const name = key.type === "identifier" ? { kind: "literal", text: key.text, at: bicepSpot(key, source) } : bicepExpression(key, source, depth + 1);
    return [{ key: name, value: bicepExpression(value, source, depth + 1) }];
  });
}
function call(parts, at, source, depth) {
  const [name, list] = parts;
  if (name?.type !== "identifier") return { kind: "opaque", at };
  const values = list ? bicepParts(list).map((part) => bicepExpression(part, source, depth + 1)) : [];
  return { kind: "call", name: name.text, arguments: values, at };
}
function opaque(node, source) {
  return { kind: "opaque", at: bicepSpot(node, source) };
}
function loopOf(node, source, depth = 0) {
  const [names, over, body] = bicepParts(node);
  if (!names || !over || !body) return void 0;
  const pair = bicepParts(names).map((name) => name.text);
  const conditional = body.type === "if_statement";
  const result = conditional ? bicepParts(body)[1] : body;
  if (!result) return void 0;
  const loop2 = {
    kind: "loop",
    keyVariable: pair[1],
    valueVariable: pair[0] ?? names.text,
    over: bicepExpression(over, source, depth + 1),
    key: void 0,
    value: bicepExpression(result, source, depth + 1),
    condition: conditional ? opaque(body, source) : void 0,
    at: bicepSpot(node, source)
  };
  return { loop: loop2, body: result };
}
function bicepString(node, source, depth) {
  const at = bicepSpot(node, source);
  const raw = source.text.slice(at.start, at.end);
  if (raw.startsWith("'''")) return { kind: "literal", text: raw.slice(3, -3).replace(/^\r?\n/, ""), at };
  const parts = [];
  let from = at.start + 1;
  for (const child of bicepParts(node)) {
    if (child.type !== "interpolation") continue;
    if (child.startIndex > from) parts.push(unescaped(source.text.slice(from, child.startIndex)));
    const inner = bicepParts(child)[0];
    parts.push(inner ? bicepExpression(inner, source, depth + 1) : opaque(child, source));
    from = child.endIndex;
  }
  if (at.end - 1 > from) parts.push(unescaped(source.text.slice(from, at.end - 1)));
  const only = parts[0] ?? "";
  return parts.length <= 1 && typeof only === "string" ? { kind: "literal", text: only, at } : { kind: "template", parts, at };
}
var escapes = { n: "\n", r: "\r", t: "	" };
function unescaped(text) {
  return text.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/g, (_, code, plain) => {
    if (plain !== void 0) return escapes[plain] ?? plain;
    const point = Number.parseInt(code, 16);
    return point <= 1114111 ? String.fromCodePoint(point) : "�";
  });
}

// src/manifests/declared/bicep-file.ts
var deepest5 = 10;
function readBicepFile(source, grammar) {
  return grammar.read(source.text, (root) => {
    const parameters = /* @__PURE__ */ new Map();
    const variables = /* @__PURE__ */ new Map();
    const resources = [];
    const modules = [];
    let decorators;
    let broken;
    for (const node of bicepParts(root)) {
      if (node.hasError && /federatedIdentityCredentials/i.test(node.text)) broken ??= firstError(node, source);
      const name = bicepParts(node).find((part) => part.type === "identifier")?.text ?? "";
      if (node.type === "parameter_declaration") parameters.set(name, assigned(node, source));
      else if (node.type === "variable_declaration") {
        const value = assigned(node, source);
        if (value) variables.set(name, value);
      } else if (node.type === "resource_declaration") {
        collectResource(node, decorators, void 0, source, resources, 0);
      } else if (node.type === "module_declaration") {
        const found = objectOf(node, decorators, void 0, source)?.object;
        if (found) modules.push(found);
      }
      decorators = node.type === "decorators" ? node : void 0;
    }
    return { source, parameters, variables, resources, modules, broken };
  });
}
function firstError(root, source) {
  let at = root;
  for (let next = at; next; next = at.children.find((child) => child.hasError || child.isMissing)) {
    at = next;
    if (at.isError || at.isMissing) break;
  }
  return bicepSpot(at, source);
}
function assigned(node, source) {
  const value = valueNode(node);
  return value && bicepExpression(value, source);
}
function valueNode(node) {
  const equals = node.children.findIndex((child) => child.type === "=");
  return equals === -1 ? void 0 : node.children.slice(equals + 1).find((child) => child.isNamed);
}
function collectResource(node, decorators, parent, source, resources, depth) {
  const found = objectOf(node, decorators, parent, source);
  if (!found || depth > deepest5) return;
  resources.push(found.object);
  for (const child of found.body ? bicepParts(found.body) : []) {
    const nested = child.type === "object_property" ? bicepParts(child) : [child];
    const resource = nested.find((part) => part.type === "resource_declaration");
    const nestedDecorators = nested.find((part) => part.type === "decorators");
    if (resource) collectResource(resource, nestedDecorators, found.object, source, resources, depth + 1);
  }
}
function objectOf(node, decorators, parent, source) {
  const [symbol, reference] = bicepParts(node);
  const value = valueNode(node);
  if (!symbol || reference?.type !== "string" || !value) return void 0;
  const loop2 = value.type === "for_statement" ? loopOf(value, source) : void 0;
  const [condition, guarded2] = value.type === "if_statement" ? bicepParts(value) : [];
  const body = loop2?.body ?? guarded2 ?? value;
  const written = reference.text.slice(1, -1);
  const type = node.type === "module_declaration" ? written : written.replace(/@.*$/, "");
  const object = {
    symbol: symbol.text,
    type: parent ? `${parent.type}/${type}` : type,
    existing: node.children.some((child) => child.type === "existing"),
    parent,
    loop: loop2?.loop,
    serial: /@\s*(?:sys\s*\.\s*)?batchSize\s*\(\s*1\s*\)/.test(decorators?.text ?? ""),
    condition: condition && bicepExpression(condition, source),
    body: bicepExpression(body, source),
    at: { source, start: node.startIndex, end: reference.endIndex }
  };
  return { object, body };
}

// src/manifests/declared/grammar.ts
const { existsSync, readFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
var grammarFiles = {
  runtime: "web-tree-sitter/web-tree-sitter.wasm",
  hcl: "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm",
  bicep: "tree-sitter-bicep/tree-sitter-bicep.wasm"
};
var runtime;
var parsers = /* @__PURE__ */ new Map();
function loadGrammar(name) {
  let parser = parsers.get(name);
  if (!parser) {
    parser = createParser(name);
    parsers.set(name, parser);
  }
  return parser.then((loaded) => new Grammar(loaded));
}
var Grammar = class {
  #parser;
  constructor(parser) {
    this.#parser = parser;
  }
  /** What `read` makes of the text's tree. Nodes must not be kept. Offsets are those of the string. */
  read(text, read) {
    const tree = this.#parser.parse(text);
    if (!tree) throw new TypeError("A parser without a language cannot parse.");
    try {
      return read(tree.rootNode);
    } finally {
      tree.delete();
    }
  }
};
async function createParser(name) {
  runtime ??= import("./web-tree-sitter-LQQQV64H.mjs").then(async (library2) => {
    await library2.Parser.init({ wasmBinary: bytesOf(grammarFiles.runtime) });
    return library2;
  });
  const library = await runtime;
  const parser = new library.Parser();
  parser.setLanguage(await library.Language.load(bytesOf(grammarFiles[name])));
  return parser;
}
function bytesOf(file) {
  const beside = new URL(file.slice(file.lastIndexOf("/") + 1), import.meta.url);
  return readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(file));
}

// src/manifests/declared/bicep.ts
function mayDeclareInBicep(text) {
  return /federatedIdentityCredentials|\bsubject\s*:/i.test(text);
}
async function readBicep(sources, readText = readPlaceholders) {
  const calls = new Map(sources.map((source) => [source, localModules(source)]));
  const interesting = new Set(sources.filter((source) => mayDeclareInBicep(source.text)).map((source) => source.path));
  if (interesting.size === 0) return { credentials: [], broken: [] };
  for (let before = -1; before !== interesting.size; ) {
    before = interesting.size;
    for (const [source, called2] of calls) {
      if (called2.some((path) => interesting.has(path))) interesting.add(source.path);
    }
  }
  const grammar = await loadGrammar("bicep");
  const files = /* @__PURE__ */ new Map();
  for (const source of sources) {
    if (interesting.has(source.path)) files.set(source.path, readBicepFile(source, grammar));
  }
  const used = new Set([...files.values()].flatMap((file) => calls.get(file.source) ?? []));
  const reader = new BicepReader(files, { readText, work: { left: workLimit } });
  const credentials = [...files.values()].filter((file) => !used.has(file.source.path)).flatMap(
    (file) => reader.read({ file, inputs: void 0, prefix: "", conditional: false, at: void 0, trail: [] })
  );
  return { credentials, broken: [...files.values()].flatMap((file) => file.broken ?? []) };
}
function localModules(source) {
  const calls = source.text.matchAll(/^[ \t]*module[ \t]+\w+[ \t]+'(\.{0,2}[^':]+\.bicep)'/gm);
  return [...calls].map((match) => posix.join(posix.dirname(source.path), match[1]));
}
var deepestTrail = 10;
var BicepReader = class {
  #files;
  #base;
  constructor(files, base) {
    this.#files = files;
    this.#base = base;
  }
  read(use) {
    const evaluation = fileEvaluation(use, this.#base);
    const resources = use.file.resources.flatMap(
      (resource) => isCredential(resource) ? looped(resource, evaluation, (run) => {
        const conditional = use.conditional || run.conditional || guarded(resource.parent);
        const parts = credentialParts(resource, run.evaluation);
        return [credentialOf(parts, { language: "bicep", at: use.at ?? resource.at, conditional })];
      }) : []
    );
    const modules = use.file.modules.flatMap(
      (module) => looped(module, evaluation, (run) => this.#readModule(module, run, use))
    );
    return [...resources, ...modules];
  }
  #readModule(module, run, caller) {
    const params = entryOf(evaluate(module.body, run.evaluation), "params");
    const path = posix.join(posix.dirname(caller.file.source.path), module.type);
    const file = this.#files.get(path);
    const at = caller.at ?? module.at;
    if (!file || caller.trail.includes(path) || caller.trail.length > deepestTrail) {
      const context = { language: "bicep", at, conditional: true };
      const ofIdentity = /user-assigned-identity/.test(module.type);
      return credentialsInArguments(
        params,
        context,
        ofIdentity ? { identity: entryOf(params, "name"), identityName: entryOf(params, "name") } : {}
      );
    }
    const given = params?.kind === "map" ? [...params.entries].map(([name, entry]) => [name, entry.value]) : [];
    return this.read({
      file,
      inputs: new Map(given),
      prefix: `${caller.prefix}${module.symbol}${run.suffix}.`,
      conditional: caller.conditional || run.conditional,
      at,
      trail: [...caller.trail, caller.file.source.path]
    });
  }
};
function isCredential(resource) {
  return !resource.existing && /^microsoft\.(managedidentity\/userassignedidentities|graph\/applications)\/federatedidentitycredentials$/i.test(
    resource.type
  );
}
function guarded(parent) {
  return parent !== void 0 && (parent.condition !== void 0 || parent.loop !== void 0 || guarded(parent.parent));
}
function credentialParts(resource, evaluation) {
  const body = evaluate(resource.body, evaluation);
  const name = entryOf(body, "name");
  const properties = entryOf(body, "properties") ?? body;
  const parent = resource.parent ? evaluation.lookup(resource.parent.symbol) : entryOf(body, "parent");
  const split = parent && properties !== body ? void 0 : splitAtSlash(name);
  return {
    identity: parent ?? split?.before,
    identityName: parent ? void 0 : split?.before,
    name: split ? split.after : name,
    issuer: entryOf(properties, "issuer"),
    subject: entryOf(properties, "subject"),
    audiences: entryOf(properties, "audiences"),
    claimsMatchingExpression: entryOf(entryOf(properties, "claimsMatchingExpression"), "value")
  };
}
function looped(object, evaluation, read) {
  const { loop: loop2 } = object;
  if (!loop2) {
    const condition = object.condition && evaluate(object.condition, evaluation);
    const known = condition?.kind === "text" && condition.loose === condition.text ? literalOf(condition.text) : void 0;
    if (known === "false") return [];
    const conditional = condition !== void 0 && known !== "true";
    return read({ evaluation, conditional, suffix: "", unknown: false });
  }
  const over = runsOf(evaluate(loop2.over, evaluation));
  const runs = (over?.items ?? []).map((item) => {
    const names = /* @__PURE__ */ new Map([[loop2.valueVariable, item.value]]);
    if (loop2.keyVariable) names.set(loop2.keyVariable, item.key);
    const conditional = loop2.condition !== void 0 || over?.open === true;
    return {
      evaluation: within(evaluation, names, item.label),
      conditional,
      suffix: `[${item.label}]`,
      unknown: false
    };
  });
  if (!over || over.open) runs.push({ evaluation, conditional: true, suffix: "", unknown: true });
  const results = runs.map((run) => ({ credentials: read(run), unknown: run.unknown }));
  const words = [loop2.valueVariable, ...loop2.keyVariable ? [loop2.keyVariable] : []];
  const mentionsLoop = (text) => words.some((word) => new RegExp(`\\b${word}\\b`).test(text));
  return object.serial ? results.flatMap((result) => result.credentials) : markParallel(results, mentionsLoop);
}

// src/manifests/declared/accounts-in-yaml.ts
function accountsInYaml(text, readText, at, language) {
  const read = (written) => {
    const plain = written?.trimEnd().replace(/^(["'])(.*)\1$/, "$2");
    return plain === void 0 ? void 0 : { text: readText(plain), at };
  };
  return text.split(/^[ \t]*---.*$/m).flatMap((document) => {
    if (!/^[ \t]*kind:[ \t]*["']?ServiceAccount["']?[ \t\r]*$/m.test(document)) return [];
    const name = read(/^[ \t]+name:[ \t]*(\S.*)$/m.exec(document)?.[1]);
    const namespace = read(/^[ \t]+namespace:[ \t]*(\S.*)$/m.exec(document)?.[1]);
    const clientId = read(/azure\.workload\.identity\/client-id["']?:[ \t]*(\S.*)$/m.exec(document)?.[1]);
    if (!name) return [];
    return [{ language, name, ...namespace && { namespace }, ...clientId && { clientId }, created: true, at }];
  });
}

// src/manifests/declared/command-line-calls.ts
function mayCreateCredential(text) {
  return /federated-credential|\bazwi\b|New-Az(?:Federated|ADAppFederated)/i.test(text);
}
function commandLineCredentials(source, readText = readPlaceholders) {
  if (!mayCreateCredential(source.text)) return [];
  const reading = shellReading(source, readText);
  const instructions = declarationFileKind(source.path) === "document";
  return callForms.flatMap(
    ({ pattern, parts }) => callsOf(pattern, reading).flatMap((call3) => {
      const found = parts(call3);
      return found ? [credentialOf(found, { language: "cli", at: call3.at, conditional: instructions || call3.conditional })] : [];
    })
  );
}
var callForms = [
  { pattern: /\baz[ \t]+identity[ \t]+federated-credential[ \t]+(?:create|update)\b/g, parts: identityCall },
  { pattern: /\baz[ \t]+ad[ \t]+app[ \t]+federated-credential[ \t]+(?:create|update)\b/g, parts: applicationCall },
  { pattern: /\bazwi[ \t]+(?:serviceaccount|sa)[ \t]+create\b/g, parts: azwiCall },
  { pattern: /\bNew-AzFederatedIdentityCredentials?\b/gi, parts: powerShellCall },
  { pattern: /\bNew-AzADAppFederatedCredential\b/gi, parts: powerShellCall }
];
function optionReader(call3, abbreviated = false) {
  const options = optionsOf(call3.words);
  return (...names) => {
    for (const name of names) {
      const beginning = abbreviated ? [...options].find(([given]) => given.length > 5 && name.startsWith(given)) : void 0;
      const words = options.get(name) ?? beginning?.[1];
      const [first2, ...rest] = words ?? [];
      if (first2)
        return rest.length === 0 ? first2 : { kind: "list", items: [first2, ...rest], open: false, at: first2.at };
    }
    return void 0;
  };
}
function identityCall(call3) {
  const option = optionReader(call3, true);
  return {
    identity: option("--identity-name"),
    identityName: option("--identity-name"),
    name: option("--name", "-n"),
    issuer: option("--issuer"),
    subject: option("--subject"),
    audiences: option("--audiences"),
    claimsMatchingExpression: option("--claims-matching-expression-value", "--cme-value")
  };
}
function powerShellCall(call3) {
  const option = optionReader(call3);
  return {
    identity: option("-identityname", "-applicationobjectid"),
    identityName: option("-identityname"),
    name: option("-name"),
    issuer: option("-issuer"),
    subject: option("-subject"),
    audiences: option("-audience")
  };
}
function azwiCall(call3) {
  const words = call3.words.map((word) => writtenText(word.text));
  const phase = words.indexOf("phase");
  if (phase !== -1 && words[phase + 1] !== "federated-identity") return void 0;
  const option = optionReader(call3);
  const name = option("--service-account-name");
  if (!name) return void 0;
  const namespace = option("--service-account-namespace") ?? textValue(literalText("default"), call3.at);
  return {
    identity: option("--aad-application-name", "--aad-application-object-id"),
    issuer: option("--service-account-issuer-url"),
    subject: name.kind === "text" && namespace.kind === "text" ? subjectOf(namespace, name) : void 0
  };
}
function subjectOf(namespace, name) {
  const join = (of) => joinTexts([literalText("system:serviceaccount:"), of(namespace), literalText(":"), of(name)]);
  const known = namespace.loose === namespace.text && name.loose === name.text;
  const text = join((value) => value.text);
  return { kind: "text", text, loose: known ? text : join((value) => value.loose), at: name.at };
}
function applicationCall(call3) {
  const option = optionReader(call3, true);
  const given = option("--parameters");
  const fromInput = given?.kind === "text" && /^@?(?:-|\/dev\/stdin)$/.test(writtenText(given.text));
  const json = fromInput ? call3.input : given;
  const fields = json?.kind === "text" ? jsonFields(json) : void 0;
  return {
    identity: option("--id"),
    name: fields?.get("name")?.[0],
    issuer: fields?.get("issuer")?.[0],
    subject: fields?.get("subject")?.[0],
    audiences: listOf(fields?.get("audiences")),
    claimsMatchingExpression: fields?.has("claimsMatchingExpression") ? textValue(literalText("…"), call3.at) : void 0
  };
}
function listOf(items) {
  return items?.[0] && { kind: "list", items, open: false, at: items[0].at };
}
function jsonFields(word) {
  const marked = word.text.pieces.reduce((text, piece, index) => `${text}${index - 1}${piece}`);
  const parsed = parsedObject(marked) ?? parsedObject(marked.replaceAll('\\"', '"'));
  if (!parsed) return void 0;
  const fields = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(parsed)) {
    const items = Array.isArray(value) ? value : [value];
    const texts = items.map((item) => typeof item === "string" ? unmarked(item, word.text) : literalText("…"));
    fields.set(
      key,
      texts.map((text) => textValue(text, valueSpot(word.at, key)))
    );
  }
  return fields;
}
function parsedObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : void 0;
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function unmarked(text, word) {
  const parts = text.split(/\ue000(\d+)\ue001/);
  const symbols = parts.filter((_, index) => index % 2 === 1).map((index) => word.symbols[Number(index)] ?? "…");
  return { pieces: parts.filter((_, index) => index % 2 === 0), symbols };
}
function valueSpot(at, key) {
  const written = at.source.text.slice(at.start, at.end);
  const match = new RegExp(`"${key}[\\\\\`]*"\\s*:\\s*(\\[?\\s*[\\\\\`]*".*)`).exec(written);
  if (!match?.[1]) return at;
  const start = at.start + match.index + match[0].length - match[1].length;
  return { source: at.source, start, end: start + match[1].replace(/[\s,}]+$/, "").length };
}

// src/manifests/declared/script-facts.ts
function mayHoldScriptFacts(text) {
  return /federated-credential|FederatedIdentityCredential|FederatedCredential|\bazwi\b|\bkubectl\b|serviceaccount|workload\\*\.identity/i.test(
    text
  );
}
function scriptFacts(source, readText = readPlaceholders) {
  if (!mayHoldScriptFacts(source.text)) return noFacts;
  const reading = shellReading(source, readText);
  const serviceAccounts = [
    ...kubectlAccounts(reading),
    ...azwiAccounts(reading),
    ...documentAccounts(reading, readText)
  ];
  return {
    credentials: commandLineCredentials(source, readText),
    serviceAccounts,
    annotatesAccounts: serviceAccounts.some((account3) => account3.clientId) || annotates(source.text),
    createsAccounts: serviceAccounts.some((account3) => account3.created)
  };
}
var noFacts = {
  credentials: [],
  serviceAccounts: [],
  annotatesAccounts: false,
  createsAccounts: false
};
var clientIdKey = "azure.workload.identity/client-id";
function annotates(text) {
  return /\b(?:annotate|patch|kustomize[ \t]+edit|add[ \t]+annotation|yq|jq|sed|helm|--set(?:-string)?)\b[^\n]{0,300}(?:[\\`][ \t]*\r?\n[^\n]{0,300}){0,12}azure\\*\.workload\\*\.identity\/client-id/.test(
    text
  );
}
function kubectlAccounts(reading) {
  return callsOf(/\b(?:kubectl|oc)[ \t](?=[^\n]{0,300}\b(?:create|annotate)\b)/g, reading).flatMap((call3) => {
    const plain = positional(call3);
    const verb = plain.findIndex((word) => /^(?:create|annotate)$/.test(writtenText(word.text)));
    const [kind, next, ...rest] = plain.slice(verb + 1);
    const typed = kind && /^(?:sa|serviceaccounts?)(?:\/(.+))?$/.exec(writtenText(kind.text));
    if (verb === -1 || !typed) return [];
    const inKind = typed[1];
    const name = inKind === void 0 ? declared(next) : { text: literalText(inKind), at: kind.at };
    if (!name) return [];
    const options = optionsOf(call3.words);
    const namespace = declared((options.get("--namespace") ?? options.get("-n"))?.[0]);
    const assignments = inKind === void 0 ? rest : next ? [next, ...rest] : [];
    const created = writtenText(plain[verb].text) === "create";
    return [account(call3, name, namespace, declared(clientIdIn(assignments)), created)];
  });
}
function positional(call3) {
  const words = call3.words.slice(1);
  const taking = /^(?:-n|--namespace|--context|--kubeconfig|--cluster|--dry-run|-o|--output|-s|--server|--user)$/;
  return words.filter((word, index) => {
    const before = words[index - 1];
    return !word.text.pieces[0].startsWith("-") && !(before && taking.test(writtenText(before.text)));
  });
}
function clientIdIn(words) {
  const lead = `${clientIdKey}=`;
  const word = words.find(({ text: text2 }) => text2.pieces[0].startsWith(lead));
  if (!word) return void 0;
  const cut = ({ pieces, symbols }) => ({
    pieces: [pieces[0].slice(lead.length), ...pieces.slice(1)],
    symbols
  });
  const text = cut(word.text);
  return { ...word, text, loose: word.loose === word.text ? text : cut(word.loose) };
}
function azwiAccounts(reading) {
  return callsOf(/\bazwi[ \t]+(?:serviceaccount|sa)[ \t]+create\b/g, reading).flatMap((call3) => {
    const words = call3.words.map((word) => writtenText(word.text));
    const phase = words.indexOf("phase");
    const options = optionsOf(call3.words);
    const name = declared(options.get("--service-account-name")?.[0]);
    if (!name || phase !== -1 && words[phase + 1] !== "sa") return [];
    const namespace = declared(options.get("--service-account-namespace")?.[0]);
    return [account(call3, name, namespace ?? { text: literalText("default"), at: call3.at }, void 0, true)];
  });
}
function account(call3, name, namespace, clientId, created) {
  return {
    language: "cli",
    name,
    ...namespace && { namespace },
    ...clientId && { clientId },
    created,
    at: call3.at
  };
}
function documentAccounts(reading, readText) {
  const { source } = reading;
  if (!/kind:\s*["']?ServiceAccount\b/.test(source.text)) return [];
  return documentsOf(source.text).flatMap(({ start, body }) => {
    const resolved = body.replace(/\$\{?([A-Za-z_]\w*)\}?/g, (written, name) => {
      const value = reading.variable(name);
      return value ? writtenText(value.text) : written.startsWith("${") ? written : `\${${name}}`;
    });
    return accountsInYaml(resolved, readText, { source, start, end: start + body.length }, "cli");
  });
}
var mostDocuments = 200;
var longestDocument = 2e4;
function documentsOf(text) {
  const found = [];
  let tried = 0;
  const openers = /<<-?[ \t]*["']?(\w+)["']?[^\n]*\n|@(["'])\r?\n/g;
  for (let match = openers.exec(text); match && tried < mostDocuments; match = openers.exec(text)) {
    tried += 1;
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + longestDocument);
    const close = match[1] ? new RegExp(`^[ \\t]*${match[1]}[ \\t]*\\r?$`, "m") : new RegExp(`^${match[2]}@`, "m");
    const end = close.exec(rest);
    if (!end) continue;
    found.push({ start, body: rest.slice(0, end.index) });
    openers.lastIndex = start + end.index;
  }
  return found;
}

// src/manifests/declared/terraform.ts
const { posix: posix3 } = process.getBuiltinModule("node:path");

// src/manifests/declared/hcl-expression.ts
var deepest6 = 150;
function spotOf(node, text) {
  return { source: text.source, start: node.startIndex + text.shift, end: node.endIndex + text.shift };
}
function partsOf(node) {
  return node.namedChildren.filter((child) => child.type !== "comment");
}
function hclExpression(node, text, depth = 0) {
  const opaque2 = { kind: "opaque", at: spotOf(node, text) };
  if (depth > deepest6 || node.hasError) return opaque2;
  const parts = partsOf(node);
  const [first2, ...suffixes] = parts;
  switch (node.type) {
    case "expression":
      return first2 ? suffixed(primary(first2, text, depth + 1), suffixes, text, depth) : opaque2;
    case "conditional":
      return parts.length === 3 ? choice(parts, node, text, depth) : opaque2;
    default:
      return primary(node, text, depth);
  }
}
function primary(node, text, depth) {
  const at = spotOf(node, text);
  const first2 = partsOf(node)[0];
  switch (node.type) {
    case "expression":
    case "conditional":
      return hclExpression(node, text, depth + 1);
    case "literal_value":
      return first2?.type === "string_lit" ? quoted(first2, text, depth) : { kind: "literal", text: node.text, at };
    case "string_lit":
      return quoted(node, text, depth);
    case "template_expr":
      return first2 ? quoted(first2, text, depth) : { kind: "opaque", at };
    case "variable_expr":
      return { kind: "name", name: node.text, at };
    case "collection_value":
      return first2 ? primary(first2, text, depth + 1) : { kind: "opaque", at };
    case "tuple":
      return { kind: "list", items: expressionsIn(node, text, depth), at };
    case "object":
      return { kind: "object", entries: entriesIn(node, text, depth), at };
    case "function_call":
      return call2(node, text, depth);
    case "for_expr":
      return first2 ? loop(first2, at, text, depth) : { kind: "opaque", at };
    default:
      return { kind: "opaque", at };
  }
}
function suffixed(target, suffixes, text, depth) {
  let result = target;
  for (const suffix of suffixes) {
    const at = { ...target.at, end: suffix.endIndex + text.shift };
    const inner = partsOf(suffix)[0];
    if (suffix.type === "get_attr" && inner) result = { kind: "member", target: result, name: inner.text, at };
    else if (suffix.type === "index" && inner) {
      const index = partsOf(inner)[0];
      const legacy = { kind: "literal", text: inner.text.replace(/^\./, ""), at };
      const value = index ? hclExpression(index, text, depth + 1) : legacy;
      result = { kind: "index", target: result, index: value, at };
    } else result = { kind: "opaque", at };
  }
  return result;
}
function choice(parts, node, text, depth) {
  const [when, yes, no] = parts;
  return {
    kind: "choice",
    when: hclExpression(when, text, depth + 1),
    yes: hclExpression(yes, text, depth + 1),
    no: hclExpression(no, text, depth + 1),
    at: spotOf(node, text)
  };
}
function expressionsIn(node, text, depth) {
  const expressions = partsOf(node).filter((child) => child.type === "expression");
  return expressions.map((child) => hclExpression(child, text, depth + 1));
}
function entriesIn(node, text, depth) {
  return partsOf(node).filter((child) => child.type === "object_elem").flatMap((element) => {
    const [key, value] = partsOf(element);
    if (!key || !value) return [];
    return [{ key: objectKey(key, text, depth), value: hclExpression(value, text, depth + 1) }];
  });
}
function objectKey(node, text, depth) {
  const parts = partsOf(node);
  const only = parts[0];
  if (parts.length === 1 && only?.type === "variable_expr") {
    return { kind: "literal", text: only.text, at: spotOf(only, text) };
  }
  return hclExpression(node, text, depth + 1);
}
function call2(node, text, depth) {
  const at = spotOf(node, text);
  const [name, list] = partsOf(node);
  if (!name || list && list.type !== "function_arguments") return { kind: "opaque", at };
  if (list?.children.some((child) => child.type === "ellipsis" || child.type === "...")) return { kind: "opaque", at };
  return { kind: "call", name: name.text, arguments: list ? expressionsIn(list, text, depth) : [], at };
}
function loop(node, at, text, depth) {
  const parts = partsOf(node);
  const intro = parts.find((child) => child.type === "for_intro");
  const condition = parts.find((child) => child.type === "for_cond");
  const results = parts.filter((child) => child.type === "expression");
  const names = intro ? partsOf(intro).filter((child) => child.type === "identifier") : [];
  const over = intro && partsOf(intro).find((child) => child.type === "expression");
  const value = results.at(-1);
  const grouped2 = node.children.some((child) => child.type === "ellipsis" || child.type === "...");
  if (!over || !value || names.length === 0 || grouped2) return { kind: "opaque", at };
  const key = node.type === "for_object_expr" ? results[0] : void 0;
  return {
    kind: "loop",
    keyVariable: names.length > 1 ? names[0].text : void 0,
    valueVariable: names.at(-1).text,
    over: hclExpression(over, text, depth + 1),
    key: key && hclExpression(key, text, depth + 1),
    value: hclExpression(value, text, depth + 1),
    condition: condition ? { kind: "opaque", at: spotOf(condition, text) } : void 0,
    at
  };
}
function quoted(node, text, depth) {
  const at = spotOf(node, text);
  const heredoc = node.type === "heredoc_template";
  const raw = text.source.text;
  const parts = [];
  const last = node.children.at(-1);
  let from = at.start + 1;
  if (heredoc) from = raw.indexOf("\n", at.start) + 1 || at.end;
  const until = Math.max(from, (last?.startIndex ?? node.endIndex) + text.shift);
  for (const child of partsOf(node)) {
    if (child.type !== "template_interpolation" && child.type !== "template_directive") continue;
    const spot = spotOf(child, text);
    const literal = raw.slice(from, spot.start);
    if (literal !== "") parts.push(heredoc ? literal : unescaped2(literal));
    const inner = partsOf(child).find((part) => part.type === "expression");
    const readable = child.type === "template_interpolation" && inner;
    parts.push(readable ? hclExpression(inner, text, depth + 1) : { kind: "opaque", at: spot });
    from = spot.end;
  }
  const rest = raw.slice(from, until);
  if (rest !== "") parts.push(heredoc ? rest : unescaped2(rest));
  const only = parts[0] ?? "";
  if (parts.length <= 1 && typeof only === "string") return { kind: "literal", text: only, at };
  return { kind: "template", parts, at };
}
var escapes2 = { n: "\n", r: "\r", t: "	", b: "\b", f: "\f" };
function unescaped2(text) {
  if (!/[\\$%]/.test(text)) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g, (_, short, long, plain) => {
    if (plain !== void 0) return escapes2[plain] ?? plain;
    const code = Number.parseInt(short ?? long, 16);
    return code <= 1114111 ? String.fromCodePoint(code) : "�";
  }).replace(/([$%])\1\{/g, "$1{");
}

// src/manifests/declared/hcl-block.ts
var deepest7 = 20;
var heading = /^([a-z]\w*)(?:[ \t]+"([^"\n]*)")?(?:[ \t]+"[^"\n]*")?[ \t]*\{/gm;
var indentedHeading = /^[ \t]+(?:resource|data|module|variable|locals)[ \t]*["{]/m;
var relevantType = /^(?:azurerm_federated_|azurerm_user_assigned_identity$|azuread_application|azapi_resource$|kubectl_manifest$|helm_release$|kubernetes_(?:service_account|default_service_account|manifest|annotations|namespace))/;
function readHcl(source, grammar) {
  const { text } = source;
  const headings = indentedHeading.test(text) ? [] : [...text.matchAll(heading)];
  if (headings.length === 0) return readStretch(source, 0, text.length, grammar);
  const stretches = headings.flatMap((match, index) => {
    const end = headings[index + 1]?.index ?? text.length;
    return isRelevant(match) ? [readStretch(source, match.index, end, grammar)] : [];
  });
  const broken = stretches.find((stretch) => stretch.broken)?.broken;
  const whole = broken && readStretch(source, 0, text.length, grammar);
  if (whole && !whole.broken) return whole;
  const blocks = stretches.flatMap(({ body }) => body.blocks);
  const at = { source, start: 0, end: 0 };
  return { body: { type: "", labels: [], attributes: /* @__PURE__ */ new Map(), blocks, at }, broken };
}
function isRelevant([, word, label]) {
  if (word === "resource" || word === "data") return relevantType.test(label ?? "");
  return word === "locals" || word === "variable" || word === "module";
}
function readStretch(source, start, end, grammar) {
  return grammar.read(source.text.slice(start, end), (root) => {
    const text = { source, shift: start };
    return {
      body: blockOf("", [], { source, start, end: start }, topLevel(root), text, 0),
      broken: root.hasError ? firstError2(root, text) : void 0
    };
  });
}
function readHclExpression(source, start, end, grammar) {
  const lead = "_ = ";
  return grammar.read(lead + source.text.slice(start, end), (root) => {
    const text = { source, shift: start - lead.length };
    const attribute = root.descendantsOfType("attribute")[0];
    const value = attribute && partsOf(attribute)[1];
    return value ? hclExpression(value, text) : { kind: "opaque", at: { source, start, end } };
  });
}
function topLevel(node) {
  return partsOf(node).flatMap((child) => child.type === "body" || child.isError ? topLevel(child) : [child]);
}
function firstError2(node, text) {
  let at = node;
  for (let next = at; next; next = at.children.find((child) => child.hasError || child.isMissing)) {
    at = next;
    if (at.isError || at.isMissing) break;
  }
  return spotOf(at, text);
}
function blockOf(type, labels, at, children, text, depth) {
  const attributes = /* @__PURE__ */ new Map();
  const blocks = [];
  for (const child of children) {
    const [name, value] = partsOf(child);
    if (child.type === "attribute" && name && value) {
      attributes.set(name.text, { name: spotOf(name, text), value: hclExpression(value, text) });
    } else if (child.type === "block" && depth < deepest7) {
      blocks.push(nestedBlock(child, text, depth + 1));
    }
  }
  return { type, labels, attributes, blocks, at };
}
function nestedBlock(node, text, depth) {
  const parts = partsOf(node);
  const words = parts.filter((part) => part.type === "identifier" || part.type === "string_lit");
  const labels = words.slice(1).map((word) => word.text.replace(/^"|"$/g, ""));
  const header = { ...spotOf(node, text), end: (words.at(-1) ?? node).endIndex + text.shift };
  const body = parts.find((part) => part.type === "body");
  return blockOf(words[0]?.text ?? "", labels, header, body ? partsOf(body) : [], text, depth);
}

// src/manifests/declared/terraform-folder.ts
function readFolder(path, sources, grammar) {
  const folder = {
    path,
    resources: [],
    data: [],
    modules: [],
    locals: /* @__PURE__ */ new Map(),
    variables: /* @__PURE__ */ new Map(),
    settings: /* @__PURE__ */ new Map(),
    broken: []
  };
  for (const source of sources) {
    const file = source.path.endsWith(".json") ? readJson(source, grammar) : nativeFile(source, grammar);
    if (file.broken) folder.broken.push(file.broken);
    if (/\.tfvars(\.json)?$/.test(source.path)) collectSettings(file.body, folder);
    else collect(file.body, folder);
  }
  return folder;
}
function nativeFile(source, grammar) {
  const file = readHcl(source, grammar);
  return { body: bodyOf(file.body, true), broken: file.broken };
}
function bodyOf(block, top) {
  const attributes = [...block.attributes].map(([name, attribute]) => ({
    key: { kind: "literal", text: name, at: attribute.name },
    value: attribute.value
  }));
  const blocks = block.blocks.map((nested) => {
    const labels = top ? nested.labels : [];
    const body = labels.reduceRight(
      (inner, label) => objectOf2(label, inner, nested.at),
      bodyOf(nested, false)
    );
    return { key: { kind: "literal", text: nested.type, at: nested.at }, value: body };
  });
  return {
    kind: "object",
    entries: top ? [...attributes, ...blocks] : [...attributes, ...grouped(blocks)],
    at: block.at
  };
}
function objectOf2(key, value, at) {
  return { kind: "object", entries: [{ key: { kind: "literal", text: key, at }, value }], at };
}
function grouped(blocks) {
  const groups = /* @__PURE__ */ new Map();
  for (const { key, value } of blocks) {
    const name = keyText(key);
    const group = groups.get(name) ?? { key, items: [] };
    group.items.push(value);
    groups.set(name, group);
  }
  return [...groups.values()].map(({ key, items }) => ({ key, value: { kind: "list", items, at: key.at } }));
}
function readJson(source, grammar) {
  const whole = { source, start: 0, end: source.text.length };
  const tree = jsonExpression(
    source,
    (node) => /[$%]\{/.test(node.text) ? readHclExpression(source, node.start, node.end, grammar) : { kind: "literal", text: node.text, at: { source, start: node.start, end: node.end } }
  );
  return tree?.kind === "object" ? { body: tree, broken: void 0 } : { body: { kind: "object", entries: [], at: whole }, broken: whole };
}
function collect(body, folder) {
  for (const { key, value } of body.entries) {
    const sections = value.kind === "list" ? value.items : [value];
    for (const section2 of sections) collectSection(keyText(key), section2, folder);
  }
}
function collectSection(word, section2, folder) {
  if (word === "resource") folder.resources.push(...typedObjects(section2));
  else if (word === "data") folder.data.push(...typedObjects(section2));
  else if (word === "module") folder.modules.push(...namedObjects("module", section2));
  else if (word === "variable") {
    for (const variable of namedObjects("variable", section2)) {
      folder.variables.set(variable.name, attributeOf(variable.body, "default"));
    }
  } else if (word === "locals" && section2.kind === "object") {
    for (const { key, value } of section2.entries) folder.locals.set(keyText(key), value);
  }
}
function collectSettings(body, folder) {
  for (const { key, value } of body.entries) {
    const name = keyText(key);
    folder.settings.set(name, [...folder.settings.get(name) ?? [], value]);
  }
}
function typedObjects(section2) {
  if (section2.kind !== "object") return [];
  return section2.entries.flatMap(({ key, value }) => namedObjects(keyText(key), value));
}
function namedObjects(type, section2) {
  if (section2.kind !== "object") return [];
  return section2.entries.flatMap(({ key, value }) => {
    const bodies = value.kind === "list" ? value.items : [value];
    return bodies.flatMap(
      (body) => body.kind === "object" && key ? [{ type, name: keyText(key), at: key.at, body }] : []
    );
  });
}

// src/manifests/declared/terraform-module.ts
function moduleEvaluation(use, base) {
  const { folder, prefix } = use;
  const nowhere = use.at ?? folderSpot(folder);
  const namespaces = /* @__PURE__ */ new Map();
  const evaluation = {
    ...base,
    lookup: (name) => namespaces.get(name),
    functions: terraformFunctions,
    prefix,
    runs: []
  };
  const namespace = (name, member) => ({
    kind: "namespace",
    symbol: prefix + name,
    member: once(member),
    at: nowhere
  });
  namespaces.set(
    "var",
    namespace("var", (name) => variableValue(name, use, evaluation))
  );
  namespaces.set(
    "local",
    namespace("local", (name) => {
      const local = folder.locals.get(name);
      return local && evaluate(local, evaluation);
    })
  );
  namespaces.set(
    "path",
    namespace("path", (name) => name === "module" ? textValue(literalText(folder.path || "."), nowhere) : void 0)
  );
  addObjects(namespaces, folder.resources, namespace, evaluation, "");
  const data = /* @__PURE__ */ new Map();
  addObjects(data, folder.data, namespace, evaluation, "data.");
  namespaces.set(
    "data",
    namespace("data", (type) => data.get(type))
  );
  return evaluation;
}
function addObjects(namespaces, objects, namespace, evaluation, lead) {
  for (const type of new Set(objects.map((object) => object.type))) {
    const members = new Map(
      objects.filter((object) => object.type === type).map((object) => {
        const written = (attribute) => {
          const expression = attributeOf(object.body, attribute);
          const value = expression && evaluate(expression, evaluation);
          return value?.kind === "text" && literalOf(value.text) === void 0 ? void 0 : value;
        };
        return [object.name, namespace(`${lead}${type}.${object.name}`, written)];
      })
    );
    if (!namespaces.has(type))
      namespaces.set(
        type,
        namespace(lead + type, (name) => members.get(name))
      );
  }
}
function once(member) {
  const known = /* @__PURE__ */ new Map();
  return (name) => {
    if (known.has(name)) return known.get(name);
    known.set(name, void 0);
    const value = member(name);
    known.set(name, value);
    return value;
  };
}
function variableValue(name, use, evaluation) {
  const { folder, inputs } = use;
  const given = inputs?.get(name);
  if (given) return given;
  const byDefault = folder.variables.get(name);
  const settings = inputs ? [] : (folder.settings.get(name) ?? []).map((setting) => evaluate(setting, evaluation));
  const written = new Set(settings.map((value2) => JSON.stringify(comparable(value2))));
  if (written.size > 1) return void 0;
  const value = settings[0] ?? (byDefault && evaluate(byDefault, evaluation));
  if (!value || value.kind === "text" && ["", "null"].includes(literalOf(value.text) ?? ".")) return void 0;
  return inputs ? value : replaceable(value, `var.${name}`);
}
function comparable(value) {
  if (value.kind === "text") return value.text;
  if (value.kind === "list") return value.items.map(comparable);
  return value.kind === "map" ? [...value.entries].map(([key, entry]) => [key, comparable(entry.value)]) : value.symbol;
}
function folderSpot(folder) {
  const first2 = folder.resources[0] ?? folder.modules[0] ?? folder.data[0];
  return first2?.at ?? { source: { path: folder.path, text: "" }, start: 0, end: 0 };
}
function instancesOf(body, evaluation) {
  const forEach = attributeOf(body, "for_each");
  if (forEach) return eachInstances(forEach, evaluation);
  const count = attributeOf(body, "count");
  return count ? countInstances(count, evaluation) : [{ evaluation, conditional: false, suffix: "" }];
}
function eachInstances(forEach, evaluation) {
  const over = evaluate(forEach, evaluation);
  const runs = runsOf(over);
  const known = (runs?.items ?? []).map((run) => {
    const key = over.kind === "list" && run.value.kind === "text" ? run.value : run.key;
    const label = literalOf(key.text) ?? run.label;
    const conditional = runs?.open === true;
    return { ...bound(evaluation, "each", { key, value: run.value }, `"${label}"`), conditional };
  });
  return runs && !runs.open ? known : [...known, { evaluation, conditional: true, suffix: "" }];
}
var mostCopies2 = 25;
function countInstances(count, evaluation) {
  const value = evaluate(count, evaluation);
  const literal = value.kind === "text" && value.loose === value.text ? literalOf(value.text) : void 0;
  const copies = literal !== void 0 && /^\d+$/.test(literal) ? Math.min(Number(literal), mostCopies2) : void 0;
  if (copies === void 0) return [{ evaluation, conditional: true, suffix: "" }];
  return Array.from({ length: copies }, (_, index) => {
    const text = textValue(literalText(String(index)), count.at);
    return { ...bound(evaluation, "count", { index: text }, String(index)), conditional: false };
  });
}
function bound(evaluation, root, members, label) {
  const first2 = Object.values(members)[0];
  const namespace = {
    kind: "namespace",
    symbol: evaluation.prefix + root,
    member: (name) => Object.hasOwn(members, name) ? members[name] : void 0,
    at: first2.at
  };
  return { evaluation: within(evaluation, /* @__PURE__ */ new Map([[root, namespace]]), label), suffix: `[${label}]` };
}
var first = ([value]) => value;
var terraformFunctions = new Map([
  ...["tolist", "tomap", "sensitive", "nonsensitive", "jsonencode", "yamlencode"].map((name) => [name, first]),
  ["toset", ([value]) => value?.kind === "list" ? { ...value, items: distinct(value.items) } : value],
  ["merge", (values, at) => merged(values, at)],
  [
    "concat",
    (values, at) => values.every((value) => value.kind === "list") ? { kind: "list", items: values.flatMap((value) => value.items), open: values.some((value) => value.open), at } : void 0
  ],
  ["lookup", ([map, key]) => entryOf(map, key?.kind === "text" ? literalOf(key.text) ?? "" : "")]
]);
function merged(values, at) {
  const maps = values.filter((value) => value.kind === "map");
  if (maps.length === 0) return void 0;
  const open = maps.length < values.length || maps.some((map) => map.open);
  return { kind: "map", entries: new Map(maps.flatMap((map) => [...map.entries])), open, at };
}
function distinct(items) {
  const seen = /* @__PURE__ */ new Set();
  return items.filter((item) => {
    const text = item.kind === "text" ? literalOf(item.text) ?? void 0 : void 0;
    if (text === void 0) return true;
    const fresh = !seen.has(text);
    seen.add(text);
    return fresh;
  });
}

// src/manifests/declared/terraform-search.ts
const { posix: posix2 } = process.getBuiltinModule("node:path");
var telling = /federated_?identity_?credential|system:serviceaccount:|\b(?:kubernetes_(?:service_account|manifest|annotations)|kubectl_manifest|helm_release)|\bsubject"?\s*[=:]/i;
function mayDeclareInTerraform(text) {
  return telling.test(text);
}
function foldersOfInterest(sources) {
  const folders = filesByFolder(sources);
  const interesting = /* @__PURE__ */ new Set();
  for (const [path, files] of folders) {
    if (files.some((file) => mayDeclareInTerraform(file.text))) interesting.add(path);
  }
  if (interesting.size === 0) return /* @__PURE__ */ new Map();
  const calls = new Map([...folders].map(([path, files]) => [path, moduleSources(path, files)]));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [path, called2] of calls) {
      if (interesting.has(path) || ![...called2].some((callee) => interesting.has(callee))) continue;
      interesting.add(path);
      grown = true;
    }
  }
  return new Map([...folders].filter(([path]) => interesting.has(path)));
}
function filesByFolder(sources) {
  const folders = /* @__PURE__ */ new Map();
  for (const source of sources) {
    if (/\.tf(\.json)?$/.test(source.path)) add(folders, folderOf(source.path), source);
  }
  for (const source of sources) {
    if (!/\.tfvars(\.json)?$/.test(source.path)) continue;
    let folder = folderOf(source.path);
    while (folder !== "" && !folders.has(folder)) folder = folderOf(folder);
    if (folders.has(folder)) add(folders, folder, source);
  }
  return folders;
}
function add(folders, folder, source) {
  const files = folders.get(folder);
  if (files) files.push(source);
  else folders.set(folder, [source]);
}
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function moduleSources(folder, files) {
  const found = /* @__PURE__ */ new Set();
  for (const file of files) {
    for (const match of file.text.matchAll(/\bsource"?\s*[=:]\s*"(\.{1,2}(?:\/[^"]*)?)"/g)) {
      const path = posix2.join(folder, match[1]).replace(/\/$/, "");
      found.add(path === "." ? "" : path);
    }
  }
  return found;
}
function templateFilesOf(source) {
  if (!source.text.includes("templatefile")) return [];
  const calls = source.text.matchAll(/\btemplatefile\(\s*"(?:\$\{path\.(?:module|root|cwd)\}\/)?([^"$]+)"/g);
  return [...calls].map((match) => ({
    path: posix2.join(folderOf(source.path), match[1]),
    at: { source, start: match.index, end: match.index + match[0].length }
  }));
}

// src/manifests/declared/terraform-service-accounts.ts
var clientIdKey2 = "azure.workload.identity/client-id";
function serviceAccountsOf(resource, evaluation, at) {
  const { type } = resource;
  if (!/^(kubernetes_|kubectl_|helm_)/.test(type)) return [];
  const body = evaluate(resource.body, evaluation);
  if (/^kubernetes_service_account(_v1)?$/.test(type)) return ofMetadata(section(body, "metadata"), at, true);
  if (type === "kubernetes_default_service_account" || type === "kubernetes_annotations") {
    const kind = textOf(entryOf(body, "kind")) ?? "ServiceAccount";
    if (kind !== "ServiceAccount") return [];
    return ofMetadata(section(body, "metadata"), at, false, entryOf(body, "annotations"));
  }
  if (type === "kubernetes_manifest") {
    const manifest = entryOf(body, "manifest");
    const isAccount = textOf(entryOf(manifest, "kind")) === "ServiceAccount";
    return isAccount ? ofMetadata(entryOf(manifest, "metadata"), at, true) : ofText(resource, evaluation, at);
  }
  if (type === "kubectl_manifest") return ofText(resource, evaluation, at);
  return type === "helm_release" ? ofRelease(resource, body, at) : [];
}
function ofMetadata(metadata, at, created, annotations = entryOf(metadata, "annotations")) {
  const name = declared(entryOf(metadata, "name")) ?? (created ? void 0 : { text: literalText("default"), at });
  return name ? [
    account2(
      name,
      declared(entryOf(metadata, "namespace")),
      declared(entryOf(annotations, clientIdKey2)),
      created,
      at
    )
  ] : [];
}
function account2(name, namespace, clientId, created, at) {
  return { language: "terraform", name, ...namespace && { namespace }, ...clientId && { clientId }, created, at };
}
function ofText(resource, evaluation, at) {
  const { source, start, end } = bodySpan(resource);
  if (!/kind"?\s*[:=]\s*"?ServiceAccount\b/.test(source.text.slice(start, end))) return [];
  const body = resource.body.entries.find(
    ({ key }) => key?.kind === "literal" && /^(yaml_body|manifest)$/.test(key.text)
  );
  const expression = body?.value.kind === "call" ? body.value.arguments[0] : body?.value;
  const value = expression && evaluate(expression, evaluation);
  if (value?.kind !== "text")
    return [account2({ text: unknownText("ServiceAccount"), at }, void 0, void 0, true, at)];
  return accountsInYaml(writtenText(value.text), evaluation.readText, at, "terraform");
}
function bodySpan(resource) {
  const ends = resource.body.entries.map((entry) => entry.value.at.end);
  return { ...resource.at, end: Math.max(resource.at.end, ...ends) };
}
var nameValue = /(^|\.)service_?account(\.server)?\.name$/i;
var clientIdValue = /service_?account(\.server)?\.annotations\.azure\\?\.workload\\?\.identity\/client-id$/i;
function ofRelease(resource, body, at) {
  const settings = settingsOf(body);
  const find = (pattern) => settings.find(([name2]) => pattern.test(name2))?.[1];
  const name = declared(find(nameValue)) ?? { text: unknownText(`\${helm_release.${resource.name}}`), at };
  return [account2(name, declared(entryOf(body, "namespace")), declared(find(clientIdValue)), true, at)];
}
function settingsOf(body) {
  const set = entryOf(body, "set");
  const single = (set?.kind === "list" ? set.items : []).flatMap((item) => {
    const name = textOf(entryOf(item, "name"));
    const value = entryOf(item, "value");
    return name !== void 0 && value ? [[name, value]] : [];
  });
  const values = entryOf(body, "values");
  const nested = values?.kind === "list" ? values.items.flatMap((item) => dotted(item, "")) : [];
  return [...single, ...nested];
}
function dotted(value, path) {
  if (value.kind !== "map") return path === "" ? [] : [[path, value]];
  return [...value.entries].flatMap(([key, entry]) => dotted(entry.value, path === "" ? key : `${path}.${key}`));
}
function section(body, name) {
  const value = entryOf(body, name);
  return value?.kind === "list" ? value.items[0] : value;
}
function textOf(value) {
  return value?.kind === "text" ? literalOf(value.text) : void 0;
}

// src/manifests/declared/terraform.ts
async function readTerraform(sources, readText = readPlaceholders) {
  const templateFiles = sources.flatMap(templateFilesOf);
  const interesting = foldersOfInterest(sources);
  if (interesting.size === 0) return { credentials: [], serviceAccounts: [], templateFiles, broken: [] };
  const grammar = await loadGrammar("hcl");
  const folders = /* @__PURE__ */ new Map();
  for (const [path, files] of interesting) folders.set(path, readFolder(path, files, grammar));
  const called2 = new Set([...interesting].flatMap(([path, files]) => [...moduleSources(path, files)]));
  const reader = new TerraformReader(folders, readText);
  for (const [path, folder] of folders) {
    if (called2.has(path)) continue;
    reader.readUse({ folder, inputs: void 0, prefix: "", conditional: false, at: void 0, trail: [path] });
  }
  return {
    credentials: reader.credentials,
    serviceAccounts: reader.serviceAccounts,
    templateFiles,
    broken: [...folders.values()].flatMap((folder) => folder.broken)
  };
}
var deepestTrail2 = 10;
var TerraformReader = class {
  credentials = [];
  serviceAccounts = [];
  #folders;
  #base;
  constructor(folders, readText) {
    this.#folders = folders;
    this.#base = { readText, work: { left: workLimit } };
  }
  /** Reads a module for one use of it, and the modules it calls. */
  readUse(use) {
    const evaluation = moduleEvaluation(use, this.#base);
    for (const resource of use.folder.resources) {
      const credential = credentialReaders.get(resource.type);
      for (const instance of instancesFor(resource, evaluation, credential !== void 0)) {
        const context = {
          language: "terraform",
          at: use.at ?? resource.at,
          conditional: use.conditional || instance.conditional
        };
        const parts = credential?.(resource, instance.evaluation);
        if (parts) this.credentials.push(credentialOf(parts, context));
        this.serviceAccounts.push(...serviceAccountsOf(resource, instance.evaluation, context.at));
      }
    }
    for (const call3 of use.folder.modules) {
      for (const instance of instancesOf(call3.body, evaluation)) this.#readCall(call3, instance, use);
    }
  }
  #readCall(call3, instance, caller) {
    const values = evaluate(call3.body, instance.evaluation);
    const source = entryOf(values, "source");
    const folder = this.#folders.get(resolvedSource(source, caller.folder.path) ?? "\0");
    const conditional = caller.conditional || instance.conditional;
    const at = caller.at ?? call3.at;
    if (!folder || caller.trail.includes(folder.path) || caller.trail.length > deepestTrail2) {
      const context = { language: "terraform", at, conditional: true };
      this.credentials.push(...credentialsInArguments(values, context));
      return;
    }
    const inputs = new Map(values.kind === "map" ? [...values.entries].map(([key, entry]) => [key, entry.value]) : []);
    this.readUse({
      folder,
      inputs,
      prefix: `${caller.prefix}module.${call3.name}${instance.suffix}.`,
      conditional,
      at,
      trail: [...caller.trail, folder.path]
    });
  }
};
function instancesFor(resource, evaluation, credential) {
  return credential || /^(kubernetes_|kubectl_|helm_)/.test(resource.type) ? instancesOf(resource.body, evaluation) : [];
}
function resolvedSource(source, folder) {
  const text = source?.kind === "text" ? literalOf(source.text) : void 0;
  return text && /^\.{1,2}(\/|$)/.test(text) ? posix3.join(folder, text).replace(/\/$/, "") : void 0;
}
var credentialReaders = /* @__PURE__ */ new Map([
  [
    "azurerm_federated_identity_credential",
    (resource, evaluation) => ownedParts(resource, evaluation, ["user_assigned_identity_id", "parent_id"])
  ],
  [
    "azuread_application_federated_identity_credential",
    (resource, evaluation) => ownedParts(resource, evaluation, ["application_id", "application_object_id"])
  ],
  [
    "azuread_application_flexible_federated_identity_credential",
    (resource, evaluation) => ownedParts(resource, evaluation, ["application_id"])
  ],
  ["azapi_resource", azapiParts]
]);
function ownedParts(resource, evaluation, owners) {
  const attribute = (...names) => {
    const expression = attributeOf(resource.body, ...names);
    return expression && evaluate(expression, evaluation);
  };
  return {
    identity: attribute(...owners),
    name: attribute("name", "display_name"),
    issuer: attribute("issuer"),
    subject: attribute("subject"),
    audiences: attribute("audience", "audiences"),
    claimsMatchingExpression: attribute("claims_matching_expression")
  };
}
function azapiParts(resource, evaluation) {
  const type = attributeOf(resource.body, "type");
  if (type?.kind !== "literal" || !/\/federatedIdentityCredentials@/i.test(type.text)) return void 0;
  const body = attributeOf(resource.body, "body");
  const properties = entryOf(body && evaluate(body, evaluation), "properties");
  return {
    ...ownedParts(resource, evaluation, ["parent_id"]),
    issuer: entryOf(properties, "issuer"),
    subject: entryOf(properties, "subject"),
    audiences: entryOf(properties, "audiences"),
    claimsMatchingExpression: entryOf(entryOf(properties, "claimsMatchingExpression"), "value")
  };
}

// src/manifests/declared/read-sources.ts
async function readDeclarationSources(sources) {
  const of = (...kinds) => sources.filter(({ path }) => kinds.includes(declarationFileKind(path)));
  const terraform = await readTerraform(of("terraform"));
  const bicep = await readBicep(of("bicep"));
  const scripts = of("script", "document").map((source) => scriptFacts(source));
  const credentials = [
    ...terraform.credentials,
    ...bicep.credentials,
    ...of("arm").flatMap((source) => readArm(source)),
    ...scripts.flatMap((script) => script.credentials)
  ];
  const serviceAccounts = [...terraform.serviceAccounts, ...scripts.flatMap((script) => script.serviceAccounts)];
  return {
    credentials,
    serviceAccounts,
    scripts: {
      annotatesAccounts: scripts.some((script) => script.annotatesAccounts) || terraform.serviceAccounts.some((account3) => !account3.created && account3.clientId),
      createsAccounts: serviceAccounts.some((account3) => account3.created)
    },
    templateFiles: new Set(terraform.templateFiles.map((file) => file.path)),
    sources: sourcesOf(credentials, serviceAccounts),
    complete: terraform.broken.length === 0 && bicep.broken.length === 0
  };
}
function sourcesOf(credentials, serviceAccounts) {
  const places = [...credentials, ...serviceAccounts].map(({ at }) => at);
  return [...new Set(places.map((at) => "manifest" in at ? at.manifest.source : at.source))];
}
export {
  readDeclarationSources
};
