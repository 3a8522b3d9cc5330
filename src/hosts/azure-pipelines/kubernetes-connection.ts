/** Reads a Kubernetes service connection of an Azure Pipelines job as a kubeconfig. */
import { InputError } from '../../model/errors.ts';
import type { TaskLibrary } from './task-lib.ts';

type Tasks = Pick<TaskLibrary, 'getEndpointUrl' | 'getEndpointAuthorization' | 'getEndpointDataParameter'>;

/**
 * Connections of the kinds "KubeConfig" and "Service Account" (microsoft/azure-pipelines-tasks, kubernetesconnection).
 * JSON is YAML, so the text is a kubeconfig.
 */
export function kubernetesConnection(tasks: Tasks, id: string): string {
  const parameters = tasks.getEndpointAuthorization(id, true)?.parameters ?? {};
  const kubeconfig = parameters.kubeconfig ?? parameters.Kubeconfig;
  if (kubeconfig) return kubeconfig;
  const token = parameters.apitoken ?? parameters.apiToken;
  const server = tasks.getEndpointUrl(id, true);
  if (!token || !server) throw unusable(id);
  const authority = parameters.serviceAccountCertificate ?? parameters.serviceaccountcertificate;
  const cluster = { server, ...(authority && { 'certificate-authority-data': authority }) };
  // The connection holds the token of a ServiceAccount's Secret, in base64 as the Secret has it.
  const user = { token: Buffer.from(token, 'base64').toString() };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: id, cluster }],
    users: [{ name: id, user }],
    contexts: [{ name: id, context: { cluster: id, user: id } }],
    'current-context': id,
  });
}

function unusable(id: string): InputError {
  return new InputError({
    problem: 'The Kubernetes service connection holds neither a kubeconfig nor a token.',
    evidence: id,
    remedy: 'Make it with the method "Service Account" or "KubeConfig", or write a kubeconfig in an earlier step.',
  });
}
