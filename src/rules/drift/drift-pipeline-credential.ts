/** Rule: a pipeline signs in with a subject that its identity does not trust. */
import { estate, exampleConfiguration, exampleWire, fittingCredential, healthyExample } from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { nameOfIdentity, verdictsOf } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'drift-pipeline-credential',
  title: 'A pipeline has no federated credential for its issuer and subject',
  group: 'Live (drift)',
  why: 'The job is refused when it signs in (AADSTS700213), usually after the change that renamed a branch, an environment or the repository was merged.',
  remedy: 'Run `idwire apply` as somebody who may write to the identity.',
  severity: 'error',
  sources: ['GitHub documentation, OpenID Connect reference', 'azure-devops-docs troubleshoot-workload-identity'],
  *checkLive(live) {
    for (const [wire, verdict] of verdictsOf(live)) {
      if (wire.cluster || !wire.target || wire.planned || verdict.kind === 'fits' || verdict.kind === 'unknown')
        continue;
      const identity = nameOfIdentity(wire.target.identity);
      const near =
        verdict.kind === 'missing'
          ? ''
          : ` Credential ${verdict.credential.name} comes close: it records issuer ${verdict.credential.issuer}, subject ${verdict.credential.subject} and audience ${verdict.credential.audiences.join(', ')}.`;
      yield {
        at: wire.at,
        topic: wire.subject,
        ...(!wire.proven && { confidence: 'medium' as const }),
        message: `Identity ${identity} has no federated credential for ${wire.subject} of ${wire.issuer}.${near}`,
      };
    }
  },
});

const issuer = 'https://token.actions.githubusercontent.com';
const subject = 'repo:contoso/shop:environment:production';
const connection = (mark: string) => `pipelines:
  - host: azure-pipelines
    identity: orders
    organization: contoso
    project: shop
    service-connection: prod
    issuer: https://vstoken.dev.azure.com/9b1f8a63-4d07-4d0e-8c55-3c2a7e6f5b14
    subject: sc://contoso/shop/prod${mark}
`;
const pipelines = (mark: string) =>
  `pipelines:\n  - host: github\n    repository: contoso/shop\n    identity: orders\n    subjects:\n      - environment:production${mark}\n`;

export const examples = defineExamples({
  bad: [
    {
      title: 'No credential for the service connection',
      severity: 'error',
      files: {
        'idwire.yaml': exampleConfiguration({ more: connection(' #~ drift-pipeline-credential') }),
        ...exampleWire(),
      },
      live: estate(),
    },
    {
      title: 'No credential for the environment, as far as the form of the subject is the usual one',
      severity: 'warning',
      files: {
        'idwire.yaml': exampleConfiguration({ more: pipelines(' #~ drift-pipeline-credential') }),
        ...exampleWire(),
      },
      live: estate(),
    },
    {
      title: 'The environment in other letters',
      files: {
        'idwire.yaml': exampleConfiguration({ more: pipelines(' #~ drift-pipeline-credential') }),
        ...exampleWire(),
      },
      live: estate({
        identity: {
          credentials: [
            fittingCredential,
            { ...fittingCredential, name: 'deploy', issuer, subject: 'repo:contoso/shop:environment:Production' },
          ],
        },
      }),
    },
  ],
  good: [
    {
      ...healthyExample,
      files: { ...healthyExample.files, 'idwire.yaml': exampleConfiguration({ more: pipelines('') }) },
      live: estate({
        identity: { credentials: [fittingCredential, { ...fittingCredential, name: 'deploy', issuer, subject }] },
      }),
    },
  ],
});
