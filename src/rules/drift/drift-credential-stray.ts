/** Rule: a credential trusts a cluster or repository of ours, and nothing asks for it. */

import { bindingCredentialName, resourceParts } from '../../model/identity.ts';
import type { LiveCredential, LiveIdentity, LiveState } from '../../model/live.ts';
import { compareTexts, literalText } from '../../model/partial-text.ts';
import { estate, exampleConfiguration, exampleWire, fittingCredential, healthyExample } from '../live-estate.ts';
import { defineExamples, defineRule } from '../rule.ts';
import { keyOf, nameOfIdentity, verdictsOf } from '../wire-verdict.ts';

const gitHub = 'https://token.actions.githubusercontent.com';

export const rule = defineRule({
  id: 'drift-credential-stray',
  title: 'A federated credential is there that nothing in the repository asks for',
  group: 'Live (drift)',
  why: 'Whoever can run a pod as that account, or a pipeline with that subject, can act as the identity, and nobody looks after it any more.',
  remedy: 'Find out who needs it. Remove it when nobody does, or wire its account in the repository.',
  severity: 'warning',
  sources: ['Microsoft Entra documentation, workload identity federation considerations'],
  *checkLive(live) {
    if (!live.complete) return;
    const wanted = new Set(live.wires.map((wire) => keyOf(wire.clientId, wire)));
    // What another finding shows as the near miss or the old issuer of a wire is told there.
    const told = new Set(
      [...verdictsOf(live).values()].flatMap((one) => ('credential' in one ? [one.credential] : [])),
    );
    for (const holder of live.identities) {
      for (const credential of holder.credentials ?? []) {
        if (wanted.has(keyOf(holder.identity.clientId, credential)) || told.has(credential)) continue;
        if (!isOurs(live, credential) || isDeclared(live, credential)) continue;
        yield {
          at: holder.at,
          topic: `${holder.identity.id.toLowerCase()} ${credential.name}`,
          message: messageFor(holder, credential),
          ...(credential.owned && { remedy: removal(holder, credential) }),
        };
      }
    }
  },
});

/** Of foreign issuers nothing is known, and AKS looks after its own. What bears our mark is ours, whatever it trusts. */
function isOurs({ clusters, configuration }: LiveState, { name, issuer, subject, owned }: LiveCredential): boolean {
  if (subject === undefined || name === bindingCredentialName) return false;
  if (owned || clusters.some((cluster) => cluster.issuer === issuer)) return true;
  const repositories = configuration.pipelines.flatMap((pipeline) =>
    pipeline.kind === 'github' ? (pipeline.repository?.value ?? []) : [],
  );
  return issuer === gitHub && repositories.some((repository) => subject.startsWith(`repo:${repository}:`));
}

/** Another tool of the repository makes it, or may. */
function isDeclared({ repository }: LiveState, { issuer, subject = '' }: LiveCredential): boolean {
  return repository.credentials.some(
    (declared) =>
      declared.subject !== undefined &&
      compareTexts(declared.subject.text, literalText(subject)) !== 'different' &&
      (declared.issuer === undefined || compareTexts(declared.issuer.text, literalText(issuer)) !== 'different'),
  );
}

function messageFor({ identity }: LiveIdentity, { name, issuer, subject, owned }: LiveCredential): string {
  const who = owned ? 'Idwire wrote it for this repository' : 'It is not one of ours';
  return `Credential ${name} of identity ${nameOfIdentity(identity)} trusts ${subject} of ${issuer}, and nothing in this repository asks for it. ${who}.`;
}

function removal({ identity }: LiveIdentity, { name }: LiveCredential): string {
  const parts = resourceParts(identity.id);
  const command = parts
    ? `az identity federated-credential delete --subscription ${parts.subscription} --resource-group ${parts.group} --identity-name ${parts.name} --name ${name}`
    : `az ad app federated-credential delete --id ${identity.clientId} --federated-credential-id ${name}`;
  return `When nothing uses it any more: \`${command}\`, or \`idwire apply --prune owned\`.`;
}

const files = { 'idwire.yaml': exampleConfiguration({ identity: ' #~ drift-credential-stray' }), ...exampleWire() };
const old = { ...fittingCredential, name: 'shop-invoices', subject: 'system:serviceaccount:shop:invoices' };
const with_ = (...others: (typeof fittingCredential)[]) =>
  estate({ identity: { credentials: [fittingCredential, ...others] } });

export const examples = defineExamples({
  bad: [
    { title: 'An account that the repository does not have any more', severity: 'warning', files, live: with_(old) },
    {
      title: 'A branch of our own repository',
      files: {
        ...files,
        'idwire.yaml': exampleConfiguration({
          identity: ' #~ drift-credential-stray',
          more: 'pipelines:\n  - host: github\n    repository: contoso/shop\n    identity: orders\n    subjects: ["environment:production"]\n',
        }),
      },
      live: with_(
        { ...fittingCredential, name: 'deploy', issuer: gitHub, subject: 'repo:contoso/shop:environment:production' },
        {
          ...fittingCredential,
          name: 'feature',
          issuer: gitHub,
          subject: 'repo:contoso/shop:ref:refs/heads/feature',
        },
      ),
    },
  ],
  good: [
    healthyExample,
    {
      title: 'Foreign issuers, identity bindings and flexible credentials are left alone',
      files: healthyExample.files,
      live: with_(
        { ...old, issuer: 'https://issuer.example.com' },
        { ...old, name: bindingCredentialName },
        { ...old, name: 'flexible', subject: undefined },
        { ...old, name: 'other', issuer: gitHub, subject: 'repo:fabrikam/shop:ref:refs/heads/main' },
      ),
    },
  ],
});
