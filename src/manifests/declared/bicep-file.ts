/** The declarations of a Bicep file: parameters, variables, resources and modules. */
import type { Node } from 'web-tree-sitter';
import type { Source, Spot } from '../../model/source.ts';
import { bicepExpression, bicepParts, bicepSpot, loopOf } from './bicep-expression.ts';
import type { Expression, LoopExpression } from './expression.ts';
import type { Grammar } from './grammar.ts';

/** A resource or module: `resource symbol 'type' = …`. */
export interface BicepObject {
  readonly symbol: string;
  /** Of a resource its type, without version and in full also where it is nested; of a module its path. */
  readonly type: string;
  readonly existing: boolean;
  readonly parent: BicepObject | undefined;
  /** The loop it stands in, and whether `@batchSize(1)` makes its runs serial. */
  readonly loop: (Expression & LoopExpression) | undefined;
  readonly serial: boolean;
  /** Its `if`. */
  readonly condition: Expression | undefined;
  readonly body: Expression;
  /** The words before the `=`. */
  readonly at: Spot;
}

export interface BicepFile {
  readonly source: Source;
  /** Parameters with their default, undefined where there is none. */
  readonly parameters: ReadonlyMap<string, Expression | undefined>;
  readonly variables: ReadonlyMap<string, Expression>;
  readonly resources: readonly BicepObject[];
  readonly modules: readonly BicepObject[];
  /** The first spot in a declaration of credentials that did not parse; newer syntax elsewhere does no harm. */
  readonly broken: Spot | undefined;
}

/** Resources nest in resources; Azure's types have few levels. */
const deepest = 10;

/** Reads a file. Broken stretches are left out, the rest is read. */
export function readBicepFile(source: Source, grammar: Grammar): BicepFile {
  return grammar.read(source.text, (root) => {
    const parameters = new Map<string, Expression | undefined>();
    const variables = new Map<string, Expression>();
    const resources: BicepObject[] = [];
    const modules: BicepObject[] = [];
    let decorators: Node | undefined;
    let broken: Spot | undefined;
    for (const node of bicepParts(root)) {
      if (node.hasError && /federatedIdentityCredentials/i.test(node.text)) broken ??= firstError(node, source);
      const name = bicepParts(node).find((part) => part.type === 'identifier')?.text ?? '';
      if (node.type === 'parameter_declaration') parameters.set(name, assigned(node, source));
      else if (node.type === 'variable_declaration') {
        const value = assigned(node, source);
        if (value) variables.set(name, value);
      } else if (node.type === 'resource_declaration') {
        collectResource(node, decorators, undefined, source, resources, 0);
      } else if (node.type === 'module_declaration') {
        const found = objectOf(node, decorators, undefined, source)?.object;
        if (found) modules.push(found);
      }
      decorators = node.type === 'decorators' ? node : undefined;
    }
    return { source, parameters, variables, resources, modules, broken };
  });
}

function firstError(root: Node, source: Source): Spot {
  let at = root;
  for (let next: Node | undefined = at; next; next = at.children.find((child) => child.hasError || child.isMissing)) {
    at = next;
    if (at.isError || at.isMissing) break;
  }
  return bicepSpot(at, source);
}

/** The expression after the `=` of a declaration. */
function assigned(node: Node, source: Source): Expression | undefined {
  const value = valueNode(node);
  return value && bicepExpression(value, source);
}

function valueNode(node: Node): Node | undefined {
  const equals = node.children.findIndex((child) => child.type === '=');
  return equals === -1 ? undefined : node.children.slice(equals + 1).find((child) => child.isNamed);
}

function collectResource(
  node: Node,
  decorators: Node | undefined,
  parent: BicepObject | undefined,
  source: Source,
  resources: BicepObject[],
  depth: number,
): void {
  const found = objectOf(node, decorators, parent, source);
  if (!found || depth > deepest) return;
  resources.push(found.object);
  for (const child of found.body ? bicepParts(found.body) : []) {
    const nested = child.type === 'object_property' ? bicepParts(child) : [child];
    const resource = nested.find((part) => part.type === 'resource_declaration');
    const nestedDecorators = nested.find((part) => part.type === 'decorators');
    if (resource) collectResource(resource, nestedDecorators, found.object, source, resources, depth + 1);
  }
}

function objectOf(
  node: Node,
  decorators: Node | undefined,
  parent: BicepObject | undefined,
  source: Source,
): { readonly object: BicepObject; readonly body: Node | undefined } | undefined {
  const [symbol, reference] = bicepParts(node);
  const value = valueNode(node);
  if (!symbol || reference?.type !== 'string' || !value) return undefined;
  const loop = value.type === 'for_statement' ? loopOf(value, source) : undefined;
  const [condition, guarded] = value.type === 'if_statement' ? bicepParts(value) : [];
  const body = loop?.body ?? guarded ?? value;
  const written = reference.text.slice(1, -1);
  const type = node.type === 'module_declaration' ? written : written.replace(/@.*$/, '');
  const object: BicepObject = {
    symbol: symbol.text,
    type: parent ? `${parent.type}/${type}` : type,
    existing: node.children.some((child) => child.type === 'existing'),
    parent,
    loop: loop?.loop,
    serial: /@\s*(?:sys\s*\.\s*)?batchSize\s*\(\s*1\s*\)/.test(decorators?.text ?? ''),
    condition: condition && bicepExpression(condition, source),
    body: bicepExpression(body, source),
    at: { source, start: node.startIndex, end: reference.endIndex },
  };
  return { object, body };
}
