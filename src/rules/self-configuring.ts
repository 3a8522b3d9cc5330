/** Controllers that take their client id from objects of their own, so that their account needs none. */
import type { PodTemplate, Workload } from '../model/kubernetes.ts';
import { writtenText } from '../model/partial-text.ts';

/**
 * Words in the image or name of such controllers, and where each finds the identity instead:
 * KEDA TriggerAuthentication.spec.podIdentity.identityId; cert-manager Issuer azureDNS.managedIdentity.clientID;
 * External Secrets SecretStore.spec.provider.azurekv; Crossplane ProviderConfig; Flux (OCIRepository, Kustomization
 * decryption and notification providers); external-dns azure.json; Velero and Azure Service Operator settings Secret;
 * the App Configuration provider's own resource; kubelogin-style init tools.
 */
const controllers =
  /(?:^|[/.-])(?:keda|cert-manager|external-secrets|crossplane|upbound|provider-azure|provider-family-azure|fluxcd|kustomize-controller|source-controller|helm-controller|image-reflector-controller|notification-controller|external-dns|velero|azureserviceoperator|aso-controller|azure-app-configuration|appconfiguration)(?:[/:.@-]|$)/;

export function isSelfConfiguring(workload: Workload, template: PodTemplate): boolean {
  const images = template.containers.map((container) => container.field.get('image')?.text ?? '');
  return [writtenText(workload.name), writtenText(template.account), ...images].some((text) => controllers.test(text));
}
