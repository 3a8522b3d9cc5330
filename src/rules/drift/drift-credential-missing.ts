/** Rule: an account is wired in the repository, and the credential that it needs is not in Azure. */
import { locate } from '../../manifests/locate.ts';
import { estate, exampleConfiguration, exampleWire, fittingCredential, healthyExample } from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { describeWire, nameOfIdentity, verdictsOf } from '../wire-verdict.ts';

export const rule = defineRule({
  id: 'drift-credential-missing',
  title: 'A federated credential that the repository needs is missing in Azure',
  group: 'Live (drift)',
  why: 'Without a credential for exactly this issuer and subject, Entra refuses the token of the pod (AADSTS700213 or AADSTS70025), and the workload has no access to anything.',
  remedy: 'Run `idwire apply`, or create the credential where the identity is declared.',
  severity: 'error',
  sources: ['Microsoft Entra documentation, workload identity federation considerations'],
  *checkLive(live) {
    for (const [wire, verdict] of verdictsOf(live)) {
      if (verdict.kind !== 'missing' || !wire.cluster || !wire.target) continue;
      const identity = nameOfIdentity(wire.target.identity);
      const { file, line } = locate(wire.at);
      const related = wire.leftTo === undefined ? '' : ` ${wire.leftTo} declares it, and has not been deployed.`;
      const what = `${describeWire(wire)}: identity ${identity} has no federated credential for the issuer ${wire.issuer}.`;
      yield wire.planned
        ? {
            at: wire.at,
            topic: wire.issuer,
            severity: 'note',
            message: `${what} It is planned: ${file}:${line} is new in this change.`,
            remedy: 'Nothing to do: the credential is created when the change is merged and applied.',
          }
        : {
            at: wire.at,
            topic: wire.issuer,
            message: what + related,
            ...(wire.leftTo !== undefined && { remedy: `Deploy what ${wire.leftTo} declares.` }),
          };
    }
  },
});

const gone = estate({ identity: { credentials: [] } });

export const examples = defineExamples({
  bad: [
    {
      title: 'The identity has no credential',
      severity: 'error',
      files: { 'idwire.yaml': exampleConfiguration(), ...exampleWire(' #~ drift-credential-missing') },
      live: gone,
    },
    {
      title: 'Only a credential of another account is there',
      severity: 'error',
      files: { 'idwire.yaml': exampleConfiguration(), ...exampleWire(' #~ drift-credential-missing') },
      live: estate({
        identity: {
          credentials: [
            { ...fittingCredential, issuer: 'https://issuer.example.com', subject: 'system:serviceaccount:shop:mail' },
          ],
        },
      }),
    },
    {
      title: 'The account is new in this change',
      severity: 'note',
      files: { 'idwire.yaml': exampleConfiguration(), ...exampleWire(' #~ drift-credential-missing') },
      live: { ...gone, newLines: ['k8s/orders.yaml:8'] },
    },
  ],
  good: [healthyExample],
});
