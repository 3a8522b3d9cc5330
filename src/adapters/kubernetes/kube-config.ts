/** The one way to the Kubernetes client library: its reader of kubeconfig files, and nothing of its 14 MB of API classes. */
export { KubeConfig } from '@kubernetes/client-node/dist/config.js';
