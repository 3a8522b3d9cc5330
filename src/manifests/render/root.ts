/** What is to be rendered: roots that the repository names, with everything that it says about how. */
import type { Field } from '../../model/field.ts';
import type { Place } from '../../model/manifest.ts';
import type { Spot } from '../../model/source.ts';
import type { Substitution } from '../envsubst/envsubst.ts';

interface CommonRequest {
  /** The namespace that objects are put into: a target namespace, or the namespace of a release. */
  readonly namespace?: string;
  /** Values of placeholders by bare name (`CLIENT_ID` for `${CLIENT_ID}`). Given at all, defaults (`${X:-d}`) count. */
  readonly substitutions?: ReadonlyMap<string, string>;
  /** What Flux fills in after it has built the root: variables of envsubst, and nothing else. */
  readonly flux?: Substitution;
  /** The environment, when configuration says; else it is guessed from the names of folders and values files. */
  readonly environment?: string;
  /** Roots of one cluster are one world, under this name. */
  readonly cluster?: string;
  /** What names it: an entry of `idwire.yaml`, a Flux or Argo CD object, a line of a pipeline. */
  readonly namedBy: Place | Spot;
}

/** A folder that is built with kustomize; without a kustomization in it, its manifests are taken as they stand. */
export interface KustomizeRequest extends CommonRequest {
  readonly kind: 'kustomize';
  /** Relative to the working directory; empty for the working directory itself. */
  readonly folder: string;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
}

/** One value set by its path, as `helm --set` does. */
export interface SetValue {
  /** The dotted path as Helm reads it: `podLabels.azure\.workload\.identity/use`. */
  readonly path: string;
  readonly text: string;
  readonly at: Place | Spot;
}

/** A chart of the repository with one set of values; later ones win, `sets` last. */
export interface HelmRequest extends CommonRequest {
  readonly kind: 'helm';
  /** Folder of the chart, relative to the working directory. */
  readonly chart: string;
  /** Values files, relative to the working directory, without the chart's own `values.yaml`. */
  readonly values: readonly string[];
  /** Maps of values that stand in other files (`spec.values` of a HelmRelease, `valuesObject` of an Application). */
  readonly inline?: readonly Field[];
  readonly sets?: readonly SetValue[];
  /** A release that nobody named is a symbol. */
  readonly release?: string;
}

/** A root that something in the repository names. */
export type RootRequest = KustomizeRequest | HelmRequest;
