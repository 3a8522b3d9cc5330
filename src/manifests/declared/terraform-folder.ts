/** One Terraform module: what all files of a folder hold together, native and JSON syntax alike. */
import type { Source, Spot } from '../../model/source.ts';
import { attributeOf, type Expression, keyText, type ObjectEntry, type ObjectExpression } from './expression.ts';
import type { Grammar } from './grammar.ts';
import { type HclBlock, type HclFile, readHcl, readHclExpression } from './hcl-block.ts';
import { jsonExpression } from './tree-expression.ts';

/** A resource, data source or module call: its words before the brace, and its body as an object. */
export interface TerraformObject {
  /** `azurerm_user_assigned_identity`, or `module`. */
  readonly type: string;
  readonly name: string;
  readonly at: Spot;
  readonly body: ObjectExpression;
}

/** The parts of a module that matter here. */
export interface TerraformFolder {
  readonly path: string;
  readonly resources: TerraformObject[];
  readonly data: TerraformObject[];
  readonly modules: TerraformObject[];
  readonly locals: Map<string, Expression>;
  /** Variables with their default, undefined where there is none. */
  readonly variables: Map<string, Expression | undefined>;
  /** What the `.tfvars` files at or below the folder set. */
  readonly settings: Map<string, Expression[]>;
  /** Where the syntax of a file broke. */
  readonly broken: Spot[];
}

/** Reads the files of one folder. */
export function readFolder(path: string, sources: readonly Source[], grammar: Grammar): TerraformFolder {
  const folder: TerraformFolder = {
    path,
    resources: [],
    data: [],
    modules: [],
    locals: new Map(),
    variables: new Map(),
    settings: new Map(),
    broken: [],
  };
  for (const source of sources) {
    const file = source.path.endsWith('.json') ? readJson(source, grammar) : nativeFile(source, grammar);
    if (file.broken) folder.broken.push(file.broken);
    if (/\.tfvars(\.json)?$/.test(source.path)) collectSettings(file.body, folder);
    else collect(file.body, folder);
  }
  return folder;
}

interface BodyFile {
  readonly body: ObjectExpression;
  readonly broken: Spot | undefined;
}

function nativeFile(source: Source, grammar: Grammar): BodyFile {
  const file: HclFile = readHcl(source, grammar);
  return { body: bodyOf(file.body, true), broken: file.broken };
}

/** The native syntax brought to the shape of Terraform's JSON: labels become nested keys at the top of a file. */
function bodyOf(block: HclBlock, top: boolean): ObjectExpression {
  const attributes: ObjectEntry[] = [...block.attributes].map(([name, attribute]) => ({
    key: { kind: 'literal', text: name, at: attribute.name },
    value: attribute.value,
  }));
  const blocks: ObjectEntry[] = block.blocks.map((nested) => {
    const labels = top ? nested.labels : [];
    const body = labels.reduceRight<Expression>(
      (inner, label) => objectOf(label, inner, nested.at),
      bodyOf(nested, false),
    );
    return { key: { kind: 'literal', text: nested.type, at: nested.at }, value: body };
  });
  return {
    kind: 'object',
    entries: top ? [...attributes, ...blocks] : [...attributes, ...grouped(blocks)],
    at: block.at,
  };
}

function objectOf(key: string, value: Expression, at: Spot): ObjectExpression {
  return { kind: 'object', entries: [{ key: { kind: 'literal', text: key, at }, value }], at };
}

/** Nested blocks of one type become a list, since any may be repeated. */
function grouped(blocks: readonly ObjectEntry[]): readonly ObjectEntry[] {
  const groups = new Map<string, { key: Expression; items: Expression[] }>();
  for (const { key, value } of blocks) {
    const name = keyText(key);
    const group = groups.get(name) ?? { key: key as Expression, items: [] };
    group.items.push(value);
    groups.set(name, group);
  }
  return [...groups.values()].map(({ key, items }) => ({ key, value: { kind: 'list', items, at: key.at } }));
}

/** Strings of Terraform's JSON are templates; JSON escapes are escapes of HCL as well, so offsets stay exact. */
function readJson(source: Source, grammar: Grammar): BodyFile {
  const whole: Spot = { source, start: 0, end: source.text.length };
  const tree = jsonExpression(source, (node) =>
    /[$%]\{/.test(node.text)
      ? readHclExpression(source, node.start, node.end, grammar)
      : { kind: 'literal', text: node.text, at: { source, start: node.start, end: node.end } },
  );
  return tree?.kind === 'object'
    ? { body: tree, broken: undefined }
    : { body: { kind: 'object', entries: [], at: whole }, broken: whole };
}

function collect(body: ObjectExpression, folder: TerraformFolder): void {
  for (const { key, value } of body.entries) {
    const sections = value.kind === 'list' ? value.items : [value];
    for (const section of sections) collectSection(keyText(key), section, folder);
  }
}

function collectSection(word: string, section: Expression, folder: TerraformFolder): void {
  if (word === 'resource') folder.resources.push(...typedObjects(section));
  else if (word === 'data') folder.data.push(...typedObjects(section));
  else if (word === 'module') folder.modules.push(...namedObjects('module', section));
  else if (word === 'variable') {
    for (const variable of namedObjects('variable', section)) {
      folder.variables.set(variable.name, attributeOf(variable.body, 'default'));
    }
  } else if (word === 'locals' && section.kind === 'object') {
    for (const { key, value } of section.entries) folder.locals.set(keyText(key), value);
  }
}

function collectSettings(body: ObjectExpression, folder: TerraformFolder): void {
  for (const { key, value } of body.entries) {
    const name = keyText(key);
    folder.settings.set(name, [...(folder.settings.get(name) ?? []), value]);
  }
}

function typedObjects(section: Expression): readonly TerraformObject[] {
  if (section.kind !== 'object') return [];
  return section.entries.flatMap(({ key, value }) => namedObjects(keyText(key), value));
}

function namedObjects(type: string, section: Expression): readonly TerraformObject[] {
  if (section.kind !== 'object') return [];
  return section.entries.flatMap(({ key, value }) => {
    const bodies = value.kind === 'list' ? value.items : [value];
    return bodies.flatMap((body) =>
      body.kind === 'object' && key ? [{ type, name: keyText(key), at: key.at, body }] : [],
    );
  });
}
