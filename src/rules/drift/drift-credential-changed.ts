/** Rule: the credential of a wire is there, but not as the wire needs it. */
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
  id: 'drift-credential-changed',
  title: 'A federated credential differs from what the repository needs',
  group: 'Live (drift)',
  why: 'Entra compares issuer, subject and audience byte for byte. A slash, a capital letter or another audience is a refusal (AADSTS700211, AADSTS700212, AADSTS7002138).',
  remedy: 'Run `idwire apply`; it adds the right credential, and corrects the audience of its own.',
  severity: 'error',
  sources: [
    'Microsoft Entra documentation, workload identity federation considerations',
    'Azure/azure-workload-identity issue 1700',
  ],
  *checkLive(live) {
    for (const [wire, verdict] of verdictsOf(live)) {
      if (!wire.cluster || !wire.target || (verdict.kind !== 'audience' && verdict.kind !== 'near')) continue;
      const { credential } = verdict;
      const where = `credential ${credential.name} of identity ${nameOfIdentity(wire.target.identity)}`;
      const difference =
        verdict.kind === 'audience'
          ? `has the audience ${credential.audiences.join(', ')}; the tokens have ${wire.audience}`
          : `does not fit: ${verdict.differences.join(', and ')}. It records issuer ${credential.issuer} and subject ${credential.subject}; needed is issuer ${wire.issuer}`;
      yield { at: wire.at, topic: credential.name, message: `${describeWire(wire)}: ${where} ${difference}.` };
    }
  },
});

const files = { 'idwire.yaml': exampleConfiguration(), ...exampleWire(' #~ drift-credential-changed') };
const changed = (change: Partial<typeof fittingCredential>) =>
  estate({ identity: { credentials: [{ ...fittingCredential, ...change }] } });

export const examples = defineExamples({
  bad: [
    { title: 'Another audience', severity: 'error', files, live: changed({ audiences: ['api://AKSIdentityBinding'] }) },
    {
      title: 'The issuer without its slash',
      severity: 'error',
      files,
      live: changed({ issuer: exampleIssuer.slice(0, -1) }),
    },
    {
      title: 'The subject in other letters',
      severity: 'error',
      files,
      live: changed({ subject: 'system:serviceaccount:shop:Orders' }),
    },
    {
      title: 'Namespace and account swapped',
      severity: 'error',
      files,
      live: changed({ subject: 'system:serviceaccount:orders:shop' }),
    },
  ],
  good: [healthyExample],
});
