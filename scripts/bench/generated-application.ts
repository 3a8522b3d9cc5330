/** One application of a generated repository: its names, its identity, and the fault that was put into it. */

/** Rules that an injected fault breaks, each at severity error. One fault gives exactly one error finding. */
export const faultRules = [
  'pod-label-misplaced',
  'pod-label-not-true',
  'metadata-value-not-string',
  'client-id-misspelt',
  'client-id-not-a-guid',
  'token-lifetime-out-of-range',
] as const;

export type FaultRule = (typeof faultRules)[number];

export interface Application {
  readonly team: string;
  readonly name: string;
  readonly namespace: string;
  /** Whether its pods run as a ServiceAccount of its own, called like the application, or as `default`. */
  readonly ownAccount: boolean;
  /** Present when the pods of the application act as an Azure identity; they then have an account of their own. */
  readonly identity: { readonly clientId: string; readonly fault: FaultRule | undefined } | undefined;
}

const prefix = 'azure.workload.identity';

/** Annotations of the ServiceAccount, one `key: value` an entry. */
export function accountAnnotations({ identity }: Application): readonly string[] {
  if (identity === undefined) return [];
  const { clientId, fault } = identity;
  const key = fault === 'client-id-misspelt' ? 'client_id' : 'client-id';
  const value = fault === 'client-id-not-a-guid' ? 'TBA' : clientId;
  // 86400 seconds is the longest lifetime that the webhook accepts.
  const lifetime = [`${prefix}/service-account-token-expiration: "86401"`];
  return [`${prefix}/${key}: ${value}`, ...(fault === 'token-lifetime-out-of-range' ? lifetime : [])];
}

/** Labels that the pod template of the identity-bearing workload carries beside the usual ones. */
export function podLabels({ identity }: Application): readonly string[] {
  switch (identity?.fault) {
    case 'pod-label-misplaced':
      return [];
    case 'pod-label-not-true':
      return [`${prefix}/use: "True"`];
    case 'metadata-value-not-string':
      return [`${prefix}/use: true`];
    default:
      return identity === undefined ? [] : [`${prefix}/use: "true"`];
  }
}

/** Labels of the workload object itself; the identity label stands here only as a fault. */
export function objectLabels({ identity }: Application): readonly string[] {
  return identity?.fault === 'pod-label-misplaced' ? [`${prefix}/use: "true"`] : [];
}
