/** Rule: a cluster has another issuer than the credentials or the configuration say; it was rebuilt. */
import {
  estate,
  exampleConfiguration,
  exampleIssuer,
  exampleWire,
  fittingCredential,
  healthyExample,
} from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { describeWire, nameOfIdentity, verdictsOf } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'drift-cluster-issuer-changed',
  title: 'The issuer of a cluster is not the one that credentials or configuration name',
  group: 'Live (drift)',
  why: 'A rebuilt cluster always has a new issuer. Every credential that trusts the old one is worthless, and every pod is refused (AADSTS700211).',
  remedy: 'Run `idwire apply`: it adds credentials for the new issuer, and `prune` removes our own of the old one.',
  severity: 'error',
  sources: [
    'AKS documentation, use the OIDC issuer',
    'Azure/AKS issue 3982',
    'Azure/azure-workload-identity issue 1200',
  ],
  *checkLive(live) {
    for (const { name, at, written, issuer, contents } of live.clusters) {
      if (written && issuer !== undefined && written.issuer !== issuer)
        yield {
          at: written.at,
          topic: name,
          message: `Cluster ${name} has the issuer ${issuer}; idwire.yaml gives ${written.issuer}.`,
          remedy: `Write ${issuer}, or leave the issuer out where the resource of the cluster is given.`,
        };
      else if (contents?.issuer !== undefined && issuer !== undefined && contents.issuer !== issuer)
        yield {
          at,
          topic: name,
          message: `The API server of cluster ${name} issues tokens as ${contents.issuer}; Azure gives ${issuer}.`,
          remedy: 'Check that the kubeconfig leads to this cluster and not to the one before it.',
        };
    }
    for (const [wire, verdict] of verdictsOf(live)) {
      if (verdict.kind !== 'old-issuer' || !wire.target) continue;
      yield {
        at: wire.at,
        topic: wire.issuer,
        message: `${describeWire(wire)}: credential ${verdict.credential.name} of identity ${nameOfIdentity(wire.target.identity)} trusts the issuer ${verdict.credential.issuer}; the cluster has ${wire.issuer}, and no credential trusts that.`,
      };
    }
  },
});

const before = exampleIssuer.replace('3e0b7d1c', '91c4f2aa');
const external = { contents: { issuer: before } };

export const examples = defineExamples({
  bad: [
    {
      title: 'The credentials trust the cluster before it was rebuilt',
      severity: 'error',
      files: { 'idwire.yaml': exampleConfiguration(), ...exampleWire(' #~ drift-cluster-issuer-changed') },
      live: estate({ identity: { credentials: [{ ...fittingCredential, issuer: before }] } }),
    },
    {
      title: 'The configuration names the issuer of the cluster before',
      severity: 'error',
      files: {
        'idwire.yaml': exampleConfiguration({ issuer: `${before} #~ drift-cluster-issuer-changed` }),
        ...exampleWire(),
      },
      live: estate(),
    },
    {
      title: 'The API server is another one than the cluster in Azure',
      files: { 'idwire.yaml': exampleConfiguration({ cluster: ' #~ drift-cluster-issuer-changed' }), ...exampleWire() },
      live: estate({ cluster: external }),
    },
  ],
  good: [
    {
      ...healthyExample,
      files: { ...healthyExample.files, 'idwire.yaml': exampleConfiguration({ issuer: exampleIssuer }) },
    },
    {
      title: 'A second cluster is trusted as well',
      files: healthyExample.files,
      live: estate({
        identity: { credentials: [fittingCredential, { ...fittingCredential, name: 'green', issuer: before }] },
      }),
    },
  ],
});
