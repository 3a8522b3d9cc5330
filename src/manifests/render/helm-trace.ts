/** From a spot of an object that Helm rendered back to the value that feeds it, or to the line of the template. */
import { type Field, fieldsOf } from '../../model/field.ts';
import type { Place, Traced } from '../../model/manifest.ts';
import type { Source, Spot } from '../../model/source.ts';
import { spotOf } from '../locate.ts';
import { type Chart, chartFiles } from './charts.ts';
import { fieldAt, likeness } from './follow.ts';
import { entriesNamed, lookup, namedTemplates, referencesIn, scalarsOf, type ValueLayer } from './helm-values.ts';
import type { RootFiles } from './root-files.ts';
import {
  blockBelow,
  findLine,
  lineManifest,
  readOutline,
  type TemplateLine,
  type TemplateOutline,
} from './template-outline.ts';

/** A text this long is found in the values by itself; shorter ones stand there by chance. */
const tellingLength = 8;

/** Traces the objects of one chart with one set of values. */
export class HelmTrace {
  readonly #chart: Chart;
  readonly #files: RootFiles;
  /** Values beside the chart's own, in order of precedence. */
  readonly #given: readonly Field[];
  #named: ReadonlyMap<string, string> | undefined;
  readonly #outlines = new Map<string, TemplateOutline>();

  constructor(chart: Chart, given: readonly Field[], files: RootFiles) {
    this.#chart = chart;
    this.#given = given;
    this.#files = files;
  }

  /** The trace of an object of one kind that a template made, named as Helm names it. */
  of(kind: string, template: string | undefined): (place: Place) => Traced {
    const { path, layers } = this.#origin(template);
    const source = path === undefined ? undefined : this.#files.source(path);
    if (!source) {
      const { manifest } = this.#chart;
      return () => ({ spot: { source: manifest.source, start: manifest.start, end: manifest.start } });
    }
    return (place) => this.#trace(place, kind, this.#outline(source), layers);
  }

  /** The file of a template, and the values as its chart sees them. */
  #origin(template: string | undefined): { path: string | undefined; layers: readonly ValueLayer[] } {
    const own = (folder: string): readonly Field[] =>
      [`${folder}/values.yaml`, `${folder}/values.yml`].flatMap((path) => this.#files.documents(path).map(fieldsOf));
    let folder = this.#chart.folder;
    const steps = (template ?? '').split('/').slice(1);
    const defaults = this.#chart.defaults;
    const top = [...this.#given, ...(defaults ? this.#files.documents(defaults).map(fieldsOf) : [])];
    let layers: readonly ValueLayer[] = top.map((root) => ({ root, prefix: [] }));
    while (steps[0] === 'charts' && steps[1] !== undefined) {
      const [name] = steps.splice(0, 2).slice(1) as [string];
      const dependency = this.#chart.dependencies.find((one) => one.name === name || one.alias === name);
      folder = dependency?.folder ?? `${folder}/charts/${name}`;
      const key = dependency?.alias ?? name;
      layers = [
        ...layers.map(({ root, prefix }) => ({ root, prefix: [...prefix, key] })),
        ...own(folder).map((root) => ({ root, prefix: [] })),
      ];
    }
    return { path: template ? `${folder === '' ? '' : `${folder}/`}${steps.join('/')}` : undefined, layers };
  }

  #outline(source: Source): TemplateOutline {
    let outline = this.#outlines.get(source.path);
    if (!outline) {
      outline = readOutline(source);
      this.#outlines.set(source.path, outline);
    }
    return outline;
  }

  #references(text: string): ReadonlySet<string> {
    this.#named ??= namedTemplates(
      [
        ...this.#chart.files,
        ...this.#chart.dependencies.flatMap(({ folder }) => (folder ? chartFiles(folder, this.#files) : [])),
      ]
        .filter((path) => /\/templates\//.test(`/${path}`))
        .flatMap((path) => this.#files.source(path) ?? []),
    );
    return referencesIn(text, this.#named);
  }

  #trace(place: Place, kind: string, outline: TemplateOutline, layers: readonly ValueLayer[]): Traced {
    const rendered = fieldAt(place);
    const text = rendered?.text;
    const found = findLine(outline, place.path, kind, text);
    if (found?.whole) return this.#written(place, found.line, outline, layers);
    const fed = rendered && this.#entry(place, rendered, outline, layers);
    if (fed) return fed;
    const named = rendered?.keyNode && this.#inNamedTemplate(rendered.key);
    if (named) return { spot: named };
    if (!found) return { spot: { source: outline.source, start: 0, end: outline.texts[0]?.length ?? 0 } };
    return { spot: spotOf({ manifest: lineManifest(outline, found.line), path: [found.line.key.text], part: 'key' }) };
  }

  /** The one spot of the chart's helpers that writes a key, when no template of an object does. */
  #inNamedTemplate(key: string): Spot | undefined {
    if (key.length < tellingLength) return undefined;
    const spots = this.#chart.files
      .filter((path) => path.endsWith('.tpl'))
      .flatMap((path) => {
        const source = this.#files.source(path);
        const start = source?.text.indexOf(key) ?? -1;
        if (!source || start === -1) return [];
        const again = source.text.includes(key, start + key.length);
        return again ? [undefined, undefined] : [{ source, start, end: start + key.length }];
      });
    return spots.length === 1 ? spots[0] : undefined;
  }

  /** The template itself writes the key: its value is literal, or one of the values it refers to. */
  #written(place: Place, line: TemplateLine, outline: TemplateOutline, layers: readonly ValueLayer[]): Traced {
    const rendered = fieldAt(place);
    const manifest = lineManifest(outline, line);
    const here = { manifest, path: [line.key.text], part: place.part } as const;
    if (rendered?.node.type !== 'scalar') {
      const map = this.#mapBelow(line, outline, layers);
      return { spot: spotOf(map?.keyPlace ?? { ...here, part: 'key' }) };
    }
    if (place.part === 'key') return { spot: spotOf(here), exact: here };
    if (!line.value.text.includes('{{')) {
      return line.value.text === rendered.text ? { spot: spotOf(here), exact: here } : { spot: spotOf(here) };
    }
    const references = this.#references(line.value.text);
    const feeding = [...references].flatMap((path) => lookup(layers, path.split('.')) ?? []);
    return scalarFeeding(rendered, feeding) ?? this.#byText(rendered, layers) ?? { spot: spotOf(here) };
  }

  /** The values that are laid into a map of the template: where a person adds what is missing there. */
  #mapBelow(line: TemplateLine, outline: TemplateOutline, layers: readonly ValueLayer[]): Field | undefined {
    const block = `${line.value.text}\n${blockBelow(outline, line)}`;
    const maps = [...this.#references(block)]
      .flatMap((path) => lookup(layers, path.split('.')) ?? [])
      .filter((field) => field.keyNode && (field.node.type === 'map' || field.value === null))
      .filter((field) => /labels|annotations/i.test(field.key) === /labels|annotations/i.test(line.key.text));
    return maps.length === 1 ? maps[0] : undefined;
  }

  /** A key that the template does not write: it was laid in from a map of values. */
  #entry(place: Place, rendered: Field, outline: TemplateOutline, layers: readonly ValueLayer[]): Traced | undefined {
    const references = this.#references(outline.source.text);
    const named = entriesNamed(layers, rendered.key).filter(({ field }) => likeness(field, rendered) !== 'other');
    const fed = named.filter(({ owner }) => isReferred(owner, references));
    const candidates = (fed.length > 0 ? fed : named).map(({ field }) => field);
    const [first] = candidates;
    if (!first)
      return place.part === 'value' && rendered.node.type === 'scalar' ? this.#byText(rendered, layers) : undefined;
    const at = place.part === 'key' ? first.keyPlace : first.place;
    // The same entry twice in one file feeds two spots, and nothing says which is this one.
    const only = new Set(candidates.map((field) => field.path.join('.'))).size === 1;
    return only && likeness(first, rendered) === 'same' ? { spot: spotOf(at), exact: at } : { spot: spotOf(at) };
  }

  #byText(rendered: Field, layers: readonly ValueLayer[]): Traced | undefined {
    if ((rendered.text?.length ?? 0) < tellingLength) return undefined;
    const found = scalarsOf(layers, rendered.text as string);
    const only = new Set(found.map((field) => `${field.manifest.source.path} ${field.path.join('.')}`)).size === 1;
    return only && found[0] ? { spot: spotOf(found[0].place), exact: found[0].place } : undefined;
  }
}

function scalarFeeding(rendered: Field, feeding: readonly Field[]): Traced | undefined {
  const same = feeding.filter((field) => likeness(field, rendered) === 'same');
  if (same.length === 1 && same[0]) return { spot: spotOf(same[0].place), exact: same[0].place };
  const possible = same[0] ?? feeding.find((field) => likeness(field, rendered) === 'filled');
  return possible && { spot: spotOf(possible.place) };
}

/** Whether a template refers to a map, or to one around it. */
function isReferred(owner: string, references: ReadonlySet<string>): boolean {
  return [...references].some((path) => owner === path || owner.startsWith(`${path}.`));
}
