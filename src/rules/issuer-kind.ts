/** Tells whose tokens an issuer stands for, so far as its literal parts or the resource it is read from say. */
import type { DeclaredValue } from '../model/federation.ts';
import { literalOf, type PartialText, writtenText } from '../model/partial-text.ts';

/** `kubernetes`: some cluster, perhaps none of Azure's. */
export type IssuerKind = 'aks' | 'identity-binding' | 'kubernetes' | 'github' | 'azure-devops' | 'entra' | 'other';

const hosts: readonly (readonly [IssuerKind, RegExp])[] = [
  ['identity-binding', /^https:\/\/ib\.oic\.prod-aks\.azure\.(?:com|us|cn)\b/i],
  ['aks', /^https:\/\/(?:[^/]*\.oic|oidc)\.prod-aks\.azure\.(?:com|us|cn)(?:\/|$)/i],
  ['github', /^https:\/\/token\.actions\.(?:githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(?:\/|$)/i],
  ['azure-devops', /^https:\/\/(?:vstoken\.dev\.azure\.com|app\.vstoken\.visualstudio\.com)(?:\/|$)/i],
  [
    'entra',
    /^https:\/\/login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|chinacloudapi\.cn)(?:\/|$)/i,
  ],
];

/** References that can only be the issuer of an AKS cluster: of Terraform, of Bicep and ARM, of the Azure CLI. */
const aksReference =
  /azurerm_kubernetes_cluster\b.*oidc_issuer_url|oidcIssuerProfile\.issuerU(?:RL|rl)|\baz aks show\b/;

/** Undefined when nothing tells. A parameter's default is no evidence, since whoever deploys may pass another one. */
export function issuerKind(issuer: DeclaredValue | undefined): IssuerKind | undefined {
  if (!issuer) return undefined;
  const text = issuer.loose ?? issuer.text;
  const known = hosts.find(([, pattern]) => pattern.test(withoutSymbols(text)));
  if (known) return known[0];
  if (literalOf(text) !== undefined) return 'other';
  const written = writtenText(text);
  if (aksReference.test(written)) return 'aks';
  if (/git_?hub|gitlab|devops|actions/i.test(written)) return undefined;
  return /(?:oidc|aks|cluster|kube)\w*[_.-]?issuer/i.test(written) ? 'kubernetes' : undefined;
}

/** Symbols as letters, so that a host with an unknown region is still recognised. */
function withoutSymbols({ pieces }: PartialText): string {
  return pieces.join('x');
}

export function isKubernetes(kind: IssuerKind | undefined): boolean {
  return kind === 'aks' || kind === 'kubernetes';
}
