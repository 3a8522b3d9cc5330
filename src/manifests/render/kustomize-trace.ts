/** From a spot of an object that kustomize built back to the patch, resource or kustomization that a person edits. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Manifest, Place, Traced } from '../../model/manifest.ts';
import type { Spot } from '../../model/source.ts';
import type { Kustomization } from '../kustomizations.ts';
import { spotOf } from '../locate.ts';
import { fieldAt, follow, likeness } from './follow.ts';
import { nameFits, type Patch, type PatchOperation, patchesOf } from './kustomize-patches.ts';
import type { KustomizeTree } from './kustomize-tree.ts';
import type { RootFiles } from './root-files.ts';

/** Traces the objects of one root. Patches are read at the first question. */
export class KustomizeTrace {
  readonly #tree: KustomizeTree;
  readonly #files: RootFiles;
  #patches: readonly Patch[] | undefined;

  constructor(tree: KustomizeTree, files: RootFiles) {
    this.#tree = tree;
    this.#files = files;
  }

  /** The trace of one object; `origin` is the file that kustomize names, relative to a folder of its own. */
  of(manifest: Manifest, origin: string | undefined): (place: Place) => Traced {
    let sources: { readonly resource: Manifest | undefined; readonly patches: readonly Patch[] } | undefined;
    return (place) => {
      const { kind } = manifest;
      const name = writtenName(manifest);
      if (!sources) {
        const resource = this.#resourceOf(manifest, origin);
        const namespace = resource && writtenNamespace(resource);
        sources = {
          resource,
          patches: this.#appliedLast().filter((patch) => patch.applies(kind, name, namespace)),
        };
      }
      return this.#trace(place, sources.resource, sources.patches);
    };
  }

  /** What is applied last comes first: it decides what a spot holds. */
  #appliedLast(): readonly Patch[] {
    this.#patches ??= this.#tree.layers.flatMap((layer) => patchesOf(layer, this.#files).toReversed());
    return this.#patches;
  }

  /** The document that became the object: of its kind, of the name that is most of the rendered one, of its namespace. */
  #resourceOf(manifest: Manifest, origin: string | undefined): Manifest | undefined {
    const { kind } = manifest;
    const name = writtenName(manifest);
    const patches = new Set(this.#tree.layers.flatMap((layer) => layer.patches));
    const taken = this.#tree.files.filter((path) => !patches.has(path));
    const named = taken.filter((path) => origin !== undefined && this.#files.isAt(path, origin));
    const documents = (paths: readonly string[]) =>
      paths
        .flatMap((path) => this.#files.documents(path))
        .flatMap((document) => [document, ...itemsOf(document)])
        .filter((document) => document.kind === kind);
    const fitting = documents(named.length > 0 ? named : taken).filter((one) => nameFits(writtenName(one), name));
    const inPlace = (one: Manifest) => Number(writtenNamespace(one) === writtenNamespace(manifest));
    const nearest = fitting.toSorted(
      (a, b) => writtenName(b).length - writtenName(a).length || inPlace(b) - inPlace(a),
    );
    if (nearest.length > 0) return nearest[0];
    // A patch may have given it another name altogether.
    const alone = documents(named);
    return alone.length === 1 ? alone[0] : undefined;
  }

  #trace(place: Place, resource: Manifest | undefined, patches: readonly Patch[]): Traced {
    const resourceRoot = resource && fieldsOf(resource);
    const rendered = fieldAt(place);
    const found = patchSpot(place, patches) ?? (resourceRoot && resourceSpot(place, resourceRoot));
    if (found && rendered?.node.type === 'scalar') return found;
    // A map is shown where it was first written: that is where something missing from it would be added.
    const map = (resourceRoot && resourceSpot(place, resourceRoot)) ?? found;
    if (map) return map;
    const added = this.#transformerSpot(place);
    if (added) return { spot: added };
    if (resourceRoot) return { spot: nearest(follow(resourceRoot, place).field, place) };
    const part = patches.find((patch) => patch.part)?.part;
    return { spot: part ? nearest(follow(fieldsOf(part), place).field, place) : this.#rootSpot() };
  }

  /** The key of a kustomization that gave the value: labels, annotations, namespace, prefix. */
  #transformerSpot(place: Place): Spot | undefined {
    const rendered = fieldAt(place);
    const key = String(place.path.at(-1) ?? '');
    for (const layer of this.#tree.layers) {
      const entry = [...pairsOf(layer), ...generatedPairs(layer)].find(
        (candidate) => candidate.key === key && (rendered === undefined || candidate.text === rendered.text),
      );
      if (entry) return spotOf(place.part === 'key' ? entry.keyPlace : entry.place);
      const given = fieldsOf(layer.manifest).get('namespace');
      if (key === 'namespace' && given?.text !== undefined && given.text === rendered?.text) return spotOf(given.place);
    }
    return undefined;
  }

  #rootSpot(): Spot {
    const source = this.#tree.layers[0]?.manifest.source ?? { path: this.#tree.folder, text: '' };
    return { source, start: 0, end: source.text.search(/\r?\n|$/) };
  }
}

function writtenName(document: Manifest): string {
  return fieldsOf(document).get('metadata', 'name')?.text ?? '';
}

function writtenNamespace(document: Manifest): string | undefined {
  return fieldsOf(document).get('metadata', 'namespace')?.text;
}

/** The items of a `List`, which kustomize takes apart. */
function itemsOf(document: Manifest): readonly Manifest[] {
  if (!document.kind.endsWith('List')) return [];
  return (fieldsOf(document).get('items')?.items() ?? []).flatMap(({ node }) =>
    node.type === 'map'
      ? [{ ...document, root: node, kind: fieldsOf({ ...document, root: node }).get('kind')?.text ?? '' }]
      : [],
  );
}

/** The patch that sets the spot, the one that is applied last first. */
function patchSpot(place: Place, patches: readonly Patch[]): Traced | undefined {
  for (const { part, operations } of patches) {
    const { field, whole } = part ? follow(fieldsOf(part), place) : { field: undefined, whole: false };
    if (field && whole && sets(field, place)) return tracedAt(field, place);
    for (const operation of operations.toReversed()) {
      const traced = operationSpot(place, operation);
      if (traced) return traced;
    }
  }
  return undefined;
}

/** An operation sets what its pointer names, and everything below. */
function operationSpot(place: Place, { steps, value, pathField }: PatchOperation): Traced | undefined {
  if (!value || steps.length > place.path.length) return undefined;
  if (!steps.every((step, index) => step === String(place.path[index]) || step === '-')) return undefined;
  if (steps.length === place.path.length) {
    if (likeness(value, fieldAt(place)) === 'other') return undefined;
    return place.part === 'key' ? { spot: spotOf(pathField.place) } : tracedAt(value, place);
  }
  let field: Field | undefined = value;
  for (const step of place.path.slice(steps.length)) field = field?.get(step);
  return field && sets(field, place) ? tracedAt(field, place) : undefined;
}

function resourceSpot(place: Place, root: Field): Traced | undefined {
  const { field, whole } = follow(root, place);
  return whole && sets(field, place) ? tracedAt(field, place) : undefined;
}

/** Whether a source field can have become the rendered one; a key only has to be there. */
function sets(field: Field, place: Place): boolean {
  return place.part === 'key' || likeness(field, fieldAt(place)) !== 'other';
}

function tracedAt(field: Field, place: Place): Traced {
  const at = place.part === 'key' ? field.keyPlace : field.place;
  return likeness(field, fieldAt(place)) === 'same' ? { spot: spotOf(at), exact: at } : { spot: spotOf(at) };
}

/** A value that rendering changed (a prefixed name) is shown at its source; something absent at what would hold it. */
function nearest(field: Field, place: Place): Spot {
  return spotOf(field.node.type === 'scalar' && place.part === 'value' ? field.place : field.keyPlace);
}

function pairsOf({ manifest }: Kustomization): readonly Field[] {
  const root = fieldsOf(manifest);
  return [
    ...(root.get('labels')?.items() ?? []).flatMap((item) => item.get('pairs')?.entries() ?? []),
    ...(root.get('commonLabels')?.entries() ?? []),
    ...(root.get('commonAnnotations')?.entries() ?? []),
  ];
}

/** Labels and annotations that are given to generated objects. */
function generatedPairs({ manifest }: Kustomization): readonly Field[] {
  const options = fieldsOf(manifest).get('generatorOptions');
  return [...(options?.get('labels')?.entries() ?? []), ...(options?.get('annotations')?.entries() ?? [])];
}
