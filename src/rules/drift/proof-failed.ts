/** Rule: Entra refused a real token. */
import { aadstsIn } from '../../model/aadsts.ts';
import type { Proof } from '../../model/live.ts';
import {
  estate,
  exampleAudience,
  exampleConfiguration,
  exampleIssuer,
  exampleSubject,
  exampleWire,
  healthyExample,
} from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'proof-failed',
  title: 'Entra refused a real token',
  group: 'Live (drift)',
  why: 'What the proof was refused, the pod or the pipeline is refused as well.',
  remedy: 'Mend the part that differs. After a change of credentials wait a few minutes before the next proof.',
  severity: 'error',
  sources: ['Microsoft Entra documentation, authentication and authorization error codes'],
  *checkLive(live) {
    for (const proof of live.proofs) {
      if (proof.outcome.accepted) continue;
      const known = aadstsIn(proof.outcome.evidence)?.known;
      yield {
        at: proof.at,
        topic: `${proof.claims.issuer} ${proof.claims.subject}`,
        message: messageFor(proof, proof.outcome.evidence),
        ...(known && { remedy: known.remedy }),
      };
    }
  },
});

/** The token's claims are no secret; the token itself never gets here. */
function messageFor({ who, claims, recorded }: Proof, evidence: string): string {
  const code = aadstsIn(evidence);
  const meaning = code ? `AADSTS${code.code}${code.known ? `: ${code.known.meaning}` : ''}` : evidence;
  const nearest = recorded?.toSorted((a, b) => likeness(b, claims) - likeness(a, claims))[0];
  const seen = `The token says issuer ${claims.issuer}, subject ${claims.subject}, audience ${claims.audience}.`;
  const differing = nearest && differences(nearest, claims);
  const against = !recorded
    ? ''
    : !nearest
      ? ' The identity has no federated credential.'
      : differing?.length
        ? ` The nearest credential, ${nearest.name}, records ${differing.join(' and ')}.`
        : ` Credential ${nearest.name} records exactly that.`;
  return `Entra refused the token of ${who} (${meaning.replace(/\.$/, '')}). ${seen}${against}`;
}

type Recorded = NonNullable<Proof['recorded']>[number];

function differences({ issuer, subject, audiences }: Recorded, claims: Proof['claims']): readonly string[] {
  return [
    ...(issuer === claims.issuer ? [] : [`issuer ${issuer}`]),
    ...(subject === claims.subject ? [] : [`subject ${subject ?? 'by an expression'}`]),
    ...(audiences.includes(claims.audience) ? [] : [`audience ${audiences.join(', ')}`]),
  ];
}

/** Which credential a person would have meant: by parts that are equal, then by letters. */
function likeness(credential: Recorded, claims: Proof['claims']): number {
  const near = credential.subject?.toLowerCase() === claims.subject.toLowerCase() ? 0.5 : 0;
  return 3 - differences(credential, claims).length + near;
}

const files = { 'idwire.yaml': exampleConfiguration(), ...exampleWire(' #~ proof-failed') };
const token = { issuer: exampleIssuer, subject: exampleSubject, audience: exampleAudience };
const refused = (evidence: string) => estate({ proofs: [{ subject: exampleSubject, token, evidence }] });

export const examples = defineExamples({
  bad: [
    { title: 'An unknown key', severity: 'error', files, live: refused('AADSTS7000272: The key was not found.') },
    {
      title: 'Not yet known everywhere',
      files,
      live: refused('AADSTS70021: No matching federated identity record found.'),
    },
    { title: 'A code that nobody has described', files, live: refused('AADSTS99999: Something else.') },
  ],
  good: [{ ...healthyExample, live: refused('') }],
});
