/** What the metadata of both hosts says about the product itself. */

export const product = {
  name: 'Idwire',
  author: 'Idwire contributors',
  publisher: 'idwire',
  description:
    'Checks the wiring that lets a Kubernetes workload or a pipeline act as an Azure identity without a secret.',
  /** The identity of the task on every agent: it never changes. */
  taskId: '6b1f7c7e-0a55-4c39-9a3e-6d1d5b0c8f42',
  taskTarget: 'dist/azure-pipelines.mjs',
} as const;
