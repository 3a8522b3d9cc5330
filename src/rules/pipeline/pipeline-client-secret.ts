/** Rule: a pipeline signs in with a stored client secret. */
import { defineExamples, defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'pipeline-client-secret',
  title: 'A pipeline signs in with a stored client secret',
  group: 'Pipelines',
  why: 'A stored secret expires on a day that nobody remembers, is valid from anywhere, and leaks with a log line or a fork of a workflow. A federated credential needs no secret, and is accepted from this pipeline alone.',
  remedy:
    'Sign in with client-id, tenant-id and a federated credential for the subject of the job (GitHub), or through a service connection with workload identity federation (Azure Pipelines), and delete the secret.',
  severity: 'warning',
  sources: [
    'Azure/login README (OIDC)',
    'hashicorp/terraform-provider-azurerm guides: service principal with OpenID Connect',
  ],
  *checkRepository({ pipelines }) {
    for (const { name, logins } of pipelines.flatMap((pipeline) => pipeline.jobs)) {
      for (const login of logins) {
        if (login.kind !== 'client-secret') continue;
        yield { at: login.at, message: `The job ${name} signs in with a stored client secret (${login.by}).` };
      }
    }
  },
});

const path = '.github/workflows/deploy.yml';
const workflow = (step: string) => `on:
  push:
    branches: [main]
permissions:
  id-token: write
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
${step}`;
const mark = ' #~ pipeline-client-secret';

export const examples = defineExamples({
  bad: [
    {
      title: 'azure/login with a service principal as JSON',
      files: {
        [path]: workflow(`      - uses: azure/login@v2${mark}
        with:
          creds: \${{ secrets.AZURE_CREDENTIALS }}
`),
      },
    },
    {
      title: 'Terraform',
      files: {
        [path]: workflow(`      - run: terraform apply -auto-approve
        env:
          ARM_CLIENT_ID: \${{ vars.AZURE_CLIENT_ID }}
          ARM_CLIENT_SECRET: \${{ secrets.AZURE_CLIENT_SECRET }}${mark}
`),
      },
    },
    {
      title: 'An Azure pipeline',
      files: {
        'azure-pipelines.yml': `trigger: [main]
steps:
  - script: terraform apply -auto-approve
    env:
      ARM_CLIENT_ID: $(armClientId)
      ARM_CLIENT_SECRET: $(armClientSecret)${mark}
`,
      },
    },
  ],
  good: [
    {
      title: 'Ids beside it: the secret is ignored, and OIDC is used',
      files: {
        [path]: workflow(`      - uses: azure/login@v2
        with:
          client-id: \${{ vars.AZURE_CLIENT_ID }}
          tenant-id: \${{ vars.AZURE_TENANT_ID }}
          creds: \${{ secrets.AZURE_CREDENTIALS }}
`),
      },
    },
    {
      title: 'Azure Stack knows no OIDC',
      files: {
        [path]: workflow(`      - uses: azure/login@v2
        with:
          environment: azurestack
          creds: \${{ secrets.AZURE_CREDENTIALS }}
`),
      },
    },
    {
      title: 'A service connection',
      files: {
        'azure-pipelines.yml': `trigger: [main]
steps:
  - task: AzureCLI@2
    inputs:
      azureSubscription: prod
      scriptType: bash
      scriptLocation: inlineScript
      inlineScript: az group list
`,
      },
    },
  ],
});
