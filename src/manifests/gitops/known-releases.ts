/** Makes the workloads and accounts that HelmReleases of common charts lead to, every value of them at its place in the release. */
import { Field, fieldsOf } from '../../model/field.ts';
import {
  entryOf,
  identityKeys,
  type KubernetesObject,
  type ObjectMetadata,
  type PodTemplate,
  type ServiceAccount,
  type Workload,
} from '../../model/kubernetes.ts';
import type { Manifest } from '../../model/manifest.ts';
import { literalOf, literalText, type PartialText, unknownText, writtenText } from '../../model/partial-text.ts';
import { holdsIdentityWord } from '../interests.ts';
import { readObject, type TextReader } from '../kubernetes.ts';
import { fluxSources } from './flux-sources.ts';
import { isKind } from './gitops-files.ts';
import { type DefaultName, type KnownChart, knownCharts, type ValuesPath } from './known-charts.ts';

/** The objects of charts that are not in the repository, as far as the values of their releases tell them. */
export interface KnownReleases {
  readonly workloads: readonly Workload[];
  readonly serviceAccounts: readonly ServiceAccount[];
}

/**
 * Reads the HelmReleases among manifests that are applied together. A chart that is not in the table, and one whose
 * values say nothing of identities, gives nothing. `namespace` is that of objects that name none.
 */
export function knownReleases(manifests: readonly Manifest[], read: TextReader, namespace?: string): KnownReleases {
  const releases = manifests.filter((manifest) => isKind(manifest, 'helm.toolkit.fluxcd.io', 'HelmRelease'));
  if (releases.length === 0) return { workloads: [], serviceAccounts: [] };
  const sources = fluxSources(manifests);
  const found = releases.flatMap((manifest) => {
    const spec = fieldsOf(manifest).get('spec');
    const named = spec?.get('chart', 'spec', 'sourceRef', 'kind')?.text === 'HelmRepository';
    const name = named ? spec?.get('chart', 'spec', 'chart')?.text : sources.ociName(spec?.get('chartRef'));
    const chart = knownCharts.find((known) => known.chart === name);
    const values = spec?.get('values');
    if (!chart || !values || !speaksOfIdentity(chart, values)) return [];
    return [new Release(chart, readObject(manifest, read, namespace), values, read).objects()];
  });
  return {
    workloads: found.map(({ workload }) => workload),
    serviceAccounts: found.flatMap(({ account }) => account ?? []),
  };
}

function speaksOfIdentity({ identity }: KnownChart, values: Field): boolean {
  const { manifest, node } = values;
  if (holdsIdentityWord(manifest.source.text.slice(node.start, node.end))) return true;
  return identity !== undefined && values.get(...identity.at)?.text === identity.on;
}

/** Values that bring volumes may bring a token of their own. */
const volumeKeys = ['extraVolumes', 'volumes', 'extraVolumeMounts', 'extraContainers'];

class Release {
  readonly #chart: KnownChart;
  readonly #object: KubernetesObject;
  readonly #values: Field;
  readonly #read: TextReader;
  readonly #settings: Field | undefined;

  constructor(chart: KnownChart, object: KubernetesObject, values: Field, read: TextReader) {
    this.#chart = chart;
    this.#object = object;
    this.#values = values;
    this.#read = read;
    this.#settings = chart.accounts.flatMap((path) => values.get(...path) ?? [])[0];
  }

  objects(): { readonly workload: Workload; readonly account: ServiceAccount | undefined } {
    const created = this.#settings?.get('create')?.value !== false;
    return { workload: this.#workload(created), account: created ? this.#account() : undefined };
  }

  #workload(created: boolean): Workload {
    const { workload, workloadLabels } = this.#chart;
    return {
      ...this.#base('Deployment', 'apps', this.#nameOf(workload)),
      metadata: this.#metadata(this.#at(workloadLabels), undefined),
      templates: [this.#template(created)],
    };
  }

  #template(created: boolean): PodTemplate {
    const { podLabels, podAnnotations, identity } = this.#chart;
    const metadata = this.#metadata(this.#at(podLabels), this.#at(podAnnotations));
    const on = identity && this.#values.get(...identity.at);
    const switched = on?.text === identity?.on ? this.#entry(on, identityKeys.use, 'true') : [];
    const name = this.#settings?.get('name');
    const spec = this.#object.root.get('spec') ?? this.#object.root;
    return {
      metadata: { ...metadata, labels: [...switched, ...metadata.labels] },
      anchor: metadata.labelsField ?? this.#values,
      spec: this.#values,
      accountField: name?.text ? name : undefined,
      account: created ? this.#accountName() : name?.text ? this.#read(name.text) : literalText('default'),
      containers: [],
      complete: !spec.get('valuesFrom') && volumeKeys.every((key) => !this.#values.get(key)),
    };
  }

  #account(): ServiceAccount {
    const { identity, identityElsewhere } = this.#chart;
    const metadata = this.#metadata(this.#settings?.get('labels'), this.#settings?.get('annotations'));
    const on = identity !== undefined && this.#values.get(...identity.at)?.text === identity.on;
    const switched = on
      ? [
          ...this.#entry(this.#values.get(...identity.clientId), identityKeys.clientId),
          ...this.#entry(this.#at(identity.tenantId), identityKeys.tenantId),
        ]
      : [];
    const annotations = [...switched, ...metadata.annotations];
    const clientId = entryOf(annotations, identityKeys.clientId);
    const name = this.#settings?.get('name');
    // Without a name of its own nothing is missing from the account: that is how rules know that it is elsewhere.
    const silent = clientId === undefined && (identityElsewhere || this.#object.root.get('spec', 'valuesFrom'));
    return {
      ...this.#base('ServiceAccount', '', this.#accountName()),
      metadata: { ...metadata, annotations, nameField: silent ? undefined : name },
      clientId,
      tenantId: entryOf(annotations, identityKeys.tenantId),
    };
  }

  #base(kind: string, group: string, name: PartialText): KubernetesObject {
    const target = this.#object.root.get('spec', 'targetNamespace')?.text;
    return {
      ...this.#object,
      kind,
      group,
      version: 'v1',
      name,
      ...(target && { namespace: this.#read(target), namespaceGiven: true }),
    };
  }

  #metadata(labelsField: Field | undefined, annotationsField: Field | undefined): ObjectMetadata {
    return {
      field: labelsField ?? annotationsField,
      nameField: undefined,
      namespaceField: this.#object.metadata.namespaceField,
      labelsField,
      annotationsField,
      labels: labelsField?.entries() ?? [],
      annotations: annotationsField?.entries() ?? [],
    };
  }

  #at(path: ValuesPath | undefined): Field | undefined {
    return path && this.#values.get(...path);
  }

  /** A key that the chart writes because of a value: it reads as the key, and stands where the value does. */
  #entry(value: Field | undefined, key: string, text = value?.text ?? ''): readonly Field[] {
    if (value?.node.type !== 'scalar' || text === '') return [];
    return [new Field(value.manifest, { ...value.node, value: text, text }, [...value.path, key], value.keyNode)];
  }

  #accountName(): PartialText {
    const name = this.#settings?.get('name')?.text;
    return name ? this.#read(name) : this.#nameOf(this.#chart.account);
  }

  /** The usual naming of charts: the release, with the name of the chart behind it unless it holds that already. */
  #nameOf(name: DefaultName): PartialText {
    if ('fixed' in name) return literalText(name.fixed);
    const full = this.#values.get('fullnameOverride')?.text;
    const release = this.#release();
    const own = literalOf(full ? this.#read(full) : release);
    if (own === undefined) return unknownText(`${writtenText(release)}${name.joint}${name.ending}`);
    const chart = this.#values.get('nameOverride')?.text ?? this.#chart.chart;
    return literalText((full || own.includes(chart) ? own : `${own}${name.joint}${chart}`) + name.ending);
  }

  #release(): PartialText {
    const spec = this.#object.root.get('spec');
    const given = spec?.get('releaseName')?.text;
    if (given) return this.#read(given);
    const target = spec?.get('targetNamespace')?.text;
    const name = this.#object.metadata.nameField?.text ?? '';
    return this.#read(target ? `${target}-${name}` : name);
  }
}
