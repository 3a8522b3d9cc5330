/** Rule: a storage volume asks for the pod's token and does not say for which identity. */
import type { Field } from '../../model/field.ts';
import { nameOf, type World } from '../../model/world.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'storage-volume-client-id-missing',
  title: 'A storage volume names no client id',
  group: 'Key Vault and other controllers',
  why: 'With mountWithWorkloadIdentityToken the file and blob drivers exchange the token of the pod, and need the client id of the identity for it. They do not read it from the ServiceAccount: without clientID the mount fails.',
  remedy: 'Add clientID beside it, with the client id of the managed identity.',
  severity: 'warning',
  absence: true,
  sources: ['kubernetes-sigs/blob-csi-driver and azurefile-csi-driver, docs/workload-identity'],
  *check(world) {
    for (const { owner, parameters } of volumesOf(world)) {
      const entries = parameters.entries();
      const token = entries.find(({ key }) => key.toLowerCase() === 'mountwithworkloadidentitytoken');
      if (token?.text?.toLowerCase() !== 'true') continue;
      const clientId = entries.find(({ key }) => key.toLowerCase() === 'clientid');
      if (clientId && (clientId.text || clientId.node.type !== 'scalar')) continue;
      yield {
        at: clientId?.keyPlace ?? token.keyPlace,
        message: `${owner} mounts with the token of the pod and has no clientID.`,
      };
    }
  },
});

const drivers = new Set(['file.csi.azure.com', 'blob.csi.azure.com']);

/** The parameters of the two drivers, whose names they read in any letter case: of classes, volumes, and inline volumes. */
function* volumesOf(world: World): Iterable<{ owner: string; parameters: Field }> {
  for (const object of world.objects) {
    const csi = object.kind === 'PersistentVolume' ? object.root.get('spec', 'csi') : undefined;
    const [driver, parameters] =
      object.kind === 'StorageClass'
        ? [object.root.get('provisioner'), object.root.get('parameters')]
        : [csi?.get('driver'), csi?.get('volumeAttributes')];
    if (parameters && drivers.has(driver?.text ?? ''))
      yield { owner: `The ${object.kind} ${nameOf(object)}`, parameters };
  }
  for (const workload of world.workloads) {
    for (const volume of workload.templates.flatMap(({ spec }) => spec.get('volumes')?.items() ?? [])) {
      const parameters = volume.get('csi', 'volumeAttributes');
      if (!parameters || !drivers.has(volume.get('csi', 'driver')?.text ?? '')) continue;
      yield { owner: `A volume of the ${workload.kind} ${nameOf(workload)}`, parameters };
    }
  }
}

const mark = ' #~ storage-volume-client-id-missing';
const storageClass = (parameters: string) => `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: documents}
provisioner: blob.csi.azure.com
parameters:
  storageAccount: contosodocuments
${parameters}`;
const volume = (attributes: string) => `apiVersion: v1
kind: PersistentVolume
metadata: {name: documents}
spec:
  capacity: {storage: 10Gi}
  accessModes: [ReadWriteMany]
  csi:
    driver: file.csi.azure.com
    volumeHandle: documents
    volumeAttributes:
      shareName: documents
${attributes}`;

export const examples = defineExamples({
  bad: [
    {
      title: 'A storage class',
      files: { 'class.yaml': storageClass(`  mountWithWorkloadIdentityToken: "true"${mark}\n`) },
    },
    {
      title: 'A volume with an empty one',
      files: { 'volume.yaml': volume(`      mountWithWorkloadIdentityToken: "true"\n      clientID: ""${mark}\n`) },
    },
    {
      title: 'An inline volume',
      files: {
        'pod.yaml': `apiVersion: v1
kind: Pod
metadata: {name: reader, namespace: shop}
spec:
  serviceAccountName: reader
  containers:
    - name: reader
      image: "registry.example/reader:1"
      volumeMounts: [{name: documents, mountPath: /documents}]
  volumes:
    - name: documents
      csi:
        driver: blob.csi.azure.com
        volumeAttributes:
          containerName: documents
          mountWithWorkloadIdentityToken: "true"${mark}
`,
      },
    },
  ],
  good: [
    {
      title: 'With a client id',
      files: {
        'class.yaml': storageClass(
          '  mountWithWorkloadIdentityToken: "true"\n  clientID: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11\n',
        ),
      },
    },
    {
      title: 'In other letter case, filled in later',
      files: {
        'volume.yaml': volume('      mountWithWorkloadIdentityToken: "true"\n      clientid: $' + '{CLIENT_ID}\n'),
      },
    },
    { title: 'Switched off', files: { 'class.yaml': storageClass('  mountWithWorkloadIdentityToken: "false"\n') } },
  ],
});
