/** A SecretProviderClass of the Azure provider: what it fetches, as whom, and which Secrets it makes. */
import type { Field } from './field.ts';
import type { KubernetesObject } from './kubernetes.ts';
import type { Place } from './manifest.ts';
import type { PartialText } from './partial-text.ts';
import type { Spot } from './source.ts';

/** One thing to fetch from the vault; the spots are the lines inside the text of `objects`. */
export interface VaultObject {
  readonly at: Place | Spot;
  readonly name: PartialText | undefined;
  readonly alias: PartialText | undefined;
  readonly type: PartialText | undefined;
  readonly versionHistory: string | undefined;
  readonly nameAt: Place | Spot;
  readonly aliasAt: Place | Spot;
  readonly typeAt: Place | Spot;
}

/** The `objects` parameter, read: what it lists, and what of it cannot be read. */
export interface VaultObjects {
  readonly items: readonly VaultObject[];
  readonly faults: readonly { readonly at: Place | Spot; readonly reason: string }[];
  /** Whether the list is all there is: no fault, and nothing filled in later that could add to it. */
  readonly complete: boolean;
}

/** A Kubernetes Secret that the driver makes once the class is mounted. */
export interface SyncedSecret {
  readonly nameField: Field;
  readonly name: PartialText;
  readonly objectNames: readonly Field[];
}

/** How the provider signs in, by its parameters; a switch that is filled in later is undefined. */
export interface SecretClassAccess {
  readonly podIdentity: boolean | undefined;
  readonly nodeIdentity: boolean | undefined;
  readonly tokenProxy: boolean | undefined;
}

export interface SecretClass {
  readonly object: KubernetesObject;
  readonly parameters: readonly Field[];
  readonly access: SecretClassAccess;
  /** The parameters that are not empty. */
  readonly clientId: Field | undefined;
  readonly nodeClientId: Field | undefined;
  /** Undefined when the parameter is not given as text. */
  readonly objects: VaultObjects | undefined;
  readonly secrets: readonly SyncedSecret[];
}

/** The parameter with exactly this name: the provider looks nowhere else. */
export function parameterOf({ parameters }: Pick<SecretClass, 'parameters'>, name: string): Field | undefined {
  return parameters.find((parameter) => parameter.key === name);
}

/** Whether the class signs in as the account of the pods that mount it: no other mode on, and a client id given. */
export function usesPodAccount({ access, clientId }: SecretClass): boolean {
  const { podIdentity, nodeIdentity, tokenProxy } = access;
  return clientId !== undefined && podIdentity === false && nodeIdentity === false && tokenProxy === false;
}
