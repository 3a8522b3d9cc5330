/** Literal calls of az, azwi and Az PowerShell are credentials, in scripts, workflows and pipelines. */
import { describe, expect, test } from 'vitest';
import { commandLineCredentials } from '../../../src/manifests/declared/command-line-calls.ts';
import { lineOf, mutations, pointedAt, summary } from './show-credential.ts';

function read(text: string, path = 'deploy.sh') {
  return commandLineCredentials({ path, text });
}

const call = 'az identity federated-credential create';

describe('Azure CLI', () => {
  test('a call over several lines, with quotes in the middle of words', () => {
    const text = `${call} --name "\${UAMI}-fed" \\
  --identity-name id-orders -g rg \\
  --issuer "$OIDC" --subject system:serviceaccount:"shop":'orders' \\
  --audiences api://AzureADTokenExchange --output none # comment --subject other
`;
    const [credential, ...others] = read(text);
    expect(others).toEqual([]);
    expect(credential && summary(credential)).toEqual({
      identity: 'id-orders',
      identityName: 'id-orders',
      name: '«UAMI»-fed',
      issuer: '«OIDC»',
      subject: 'system:serviceaccount:shop:orders',
      audiences: 'api://AzureADTokenExchange',
    });
    expect(credential && [lineOf(credential.at), pointedAt(credential.at)]).toEqual(['deploy.sh:1', call]);
    const subject = credential?.subject;
    expect(subject && [lineOf(subject.at), pointedAt(subject.at)]).toEqual([
      'deploy.sh:3',
      `system:serviceaccount:"shop":'orders'`,
    ]);
  });

  test.each([
    ['--subject=s', 's'],
    ['--subj s', 's'],
    ['--subject "s;t"', 's;t'],
    ['--subject s; echo --subject t', 's'],
    ['--subject s | jq', 's'],
    ['--subject "a\\"b"', 'a"b'],
    ['--subject a\\ b', 'a b'],
    ['--subject $(cat subject)', '$(cat subject)'],
    ['--subject `cat subject`', '`cat subject`'],
    ['--subject "x:$1"', 'x:$1'],
  ])('%s', (option, expected) => {
    expect(read(`${call} ${option}\n`).map((credential) => summary(credential).subject)).toEqual([expected]);
  });

  test.each([
    ['set once', 'NS=shop', 'x:shop'],
    ['set once, quoted and exported', 'export NS="shop"', 'x:shop'],
    ['set by another', 'A=shop\nNS="$A-1"', 'x:shop-1'],
    ['set twice', 'NS=shop\nNS=pets', 'x:«NS»'],
    ['set by a command', 'NS=$(get)', 'x:«NS»'],
    ['set by a loop', 'NS=a\nfor NS in a b; do', 'x:«NS»'],
    ['read from input', 'NS=a\nread -r NS', 'x:«NS»'],
    ['set with a default', `NS="\${NS:-shop}"`, 'x:shop | x:«NS:-shop»'],
    ['never set', '', 'x:«NS»'],
  ])('a variable that is %s', (_, before, expected) => {
    expect(read(`${before}\n${call} --subject "x:$NS"\n`).map((credential) => summary(credential).subject)).toEqual([
      expected,
    ]);
  });

  test('a default in place is read, and left open beside it', () => {
    expect(read(`${call} --subject "x:\${NS:-shop}"\n`).map(summary)).toEqual([{ subject: 'x:shop | x:«NS:-shop»' }]);
  });

  test.each([
    ['after another command', `cd x && ${call} --subject s`, 1],
    ['in a condition', `if ! ${call} --subject s; then`, 1],
    ['with its output kept', `out=$(${call} --subject s)`, 1],
    ['with its environment and a path', `AZURE_X=1 B=2 /usr/bin/${call} --subject s`, 1],
    ['in a makefile', `\t@${call} --subject s`, 1],
    ['as a comment', `# ${call} --subject s`, 0],
    ['behind a comment', `true # ${call} --subject s`, 0],
    ['as a message', `echo "${call} --subject s"`, 0],
    ['as a deletion', 'az identity federated-credential delete --name x', 0],
  ])('%s', (_, text, count) => {
    expect(read(`${text}\n`)).toHaveLength(count);
  });

  test('conditions and loops around a call are told', () => {
    const text = `${call} --subject a\nif x; then\n  ${call} --subject b\nfi\nf() {\n  ${call} --subject c\n}\n`;
    expect(read(text).map((credential) => credential.conditional)).toEqual([false, true, true]);
  });
});

describe('parameters of application credentials', () => {
  const app = 'az ad app federated-credential create --id 1 --parameters';
  const expected = {
    identity: '1',
    name: 'main',
    issuer: 'https://a',
    subject: 'repo:«OWNER»/shop:ref:refs/heads/main',
    audiences: 'x',
  };
  const json = (quote: string, owner: string) =>
    `{\n  "name": "main",\n  "issuer": "https://a",\n  "subject": "repo:${owner}/shop:ref:refs/heads/main",\n  "audiences": ["x"]\n}`.replaceAll(
      '"',
      quote,
    );

  test.each([
    ['in single quotes', `${app} '${json('"', `'"$OWNER"'`)}'`],
    ['in double quotes', `${app} "${json('\\"', '$OWNER')}"`],
    ['from standard input', `${app} @- <<EOF\n${json('"', '$OWNER')}\nEOF\n`],
    ['from a substitution', `${app} "$(cat <<EOF\n${json('"', '$OWNER')}\nEOF\n)" --output none`],
  ])('%s', (_, text) => {
    const [credential] = read(text);
    expect(credential && summary(credential)).toEqual(expected);
    expect(credential?.subject && lineOf(credential.subject.at)).toMatch(/deploy\.sh:[45]/);
    expect(credential?.subject && pointedAt(credential.subject.at)).toMatch(/^\\?"repo:.*main\\?"$/);
  });

  test('a pattern, a file, and no JSON at all', () => {
    expect(read(`${app} '{"name": "x", "claimsMatchingExpression": {"value": "y"}}'`).map(summary)).toEqual([
      { identity: '1', name: 'x', flags: 'claims' },
    ]);
    expect(read(`${app} credential.json`).map(summary)).toEqual([{ identity: '1' }]);
    expect(read(`${app} '{ name: x'`).map(summary)).toEqual([{ identity: '1' }]);
  });
});

describe('PowerShell', () => {
  test('backticks, variables, parameters with defaults, and expressions', () => {
    const text = `param(
  [string]$Namespace = "shop",
  [string]$Other)
$account = "orders"
$issuer = az aks show -o tsv
${call} \`
  --name wf --issuer $issuer \`
  --subject "system:serviceaccount:$($Namespace):$account" --identity-name (Get-Name).Name | Out-Null
`;
    expect(read(text, 'deploy.ps1').map(summary)).toEqual([
      {
        identity: '(Get-Name).Name',
        name: 'wf',
        issuer: '«issuer»',
        subject: 'system:serviceaccount:shop:orders | system:serviceaccount:«namespace»:orders',
      },
    ]);
  });

  test('the modules of Az, and a here-string', () => {
    const text = `New-AzFederatedIdentityCredentials -Name n -IdentityName id -Issuer 'https://a/' -Subject 's' -Audience 'x', 'y'
az ad app federated-credential create --id 1 --parameters @"
{ "name": "main", "subject": "repo:$owner/shop:pull_request" }
"@
New-AzADAppFederatedCredential -ApplicationObjectId $app.Id -Name m -Subject "t"
`;
    const found = read(text, 'deploy.ps1').map(summary);
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        { identity: 'id', identityName: 'id', name: 'n', issuer: 'https://a/', subject: 's', audiences: 'x, y' },
        { identity: '1', name: 'main', subject: 'repo:«owner»/shop:pull_request' },
        { identity: '«app.Id»', name: 'm', subject: 't' },
      ]),
    );
  });
});

describe('workflows and pipelines', () => {
  const text = `jobs:
  a:
    steps:
      - run: ${call} --subject "\${{ env.S }}"
      - run: |
          if x; then
            ${call} --name y \\
              --subject b
          fi
      - run: >
          ${call}
          --name z
          --subject c
      - task: AzureCLI@2
        inputs:
          inlineScript: |
            ${call} --subject d --name $(name)
`;
  test('blocks, folded texts and inputs', () => {
    const found = read(text, '.github/workflows/a.yml');
    expect(found.map(summary)).toEqual([
      { subject: '«{ env.S }»' },
      { name: 'y', subject: 'b', flags: 'conditional' },
      { name: 'z', subject: 'c' },
      { name: '$(name)', subject: 'd' },
    ]);
    expect(found.map((credential) => credential.subject && lineOf(credential.subject.at).split(':')[1])).toEqual([
      '4',
      '8',
      '13',
      '17',
    ]);
  });
});

test('a document gives instructions, which somebody may have followed', () => {
  const text = `## Set up\n\n\`\`\`bash\n${call} --subject s\n\`\`\`\nNot \`${call} --subject t\`.\n`;
  expect(read(text, 'README.md').map(summary)).toEqual([{ subject: 's', flags: 'conditional' }]);
});

test('azwi composes the subject, and some of its phases make no credential', () => {
  const azwi = (rest: string) =>
    read(`./azwi serviceaccount create ${rest} --service-account-name orders\n`).map(summary);
  expect(azwi('--service-account-namespace "$NS" --service-account-issuer-url https://a/')).toEqual([
    { issuer: 'https://a/', subject: 'system:serviceaccount:«NS»:orders' },
  ]);
  expect(azwi('phase federated-identity')).toEqual([{ subject: 'system:serviceaccount:default:orders' }]);
  expect(azwi('phase sa')).toEqual([]);
});

test('placeholders are found across quotes', () => {
  const [credential] = commandLineCredentials({
    path: 'a.sh',
    text: `${call} --subject system:serviceaccount:<na"me>":orders\n`,
  });
  expect(credential?.subject?.text.symbols ?? []).toEqual([]);
  const [quoted] = commandLineCredentials({
    path: 'a.sh',
    text: `${call} --subject "system:serviceaccount:<na"'me>:orders'\n`,
  });
  expect(quoted?.subject?.text).toEqual({ pieces: ['system:serviceaccount:', ':orders'], symbols: ['<name>'] });
});

test('mutated scripts never throw, and hostile ones end', () => {
  const text = `NS="a"\n${call} --name "x$NS" \\\n --subject 'y' $(cat <<EOF\nz\nEOF\n)\nfor i in a; do\n  az ad app federated-credential create --parameters '{"name": "\${i}"}'\ndone\n$x = @"\n"@\n`;
  for (const path of ['a.sh', 'a.ps1', 'a.yaml']) {
    for (const mutant of mutations(text, 300, 5)) for (const found of read(mutant, path)) summary(found);
  }
  const started = performance.now();
  for (const path of ['a.sh', 'a.ps1']) {
    read(`${call} "`.repeat(20_000), path);
    read(`x ${'a/'.repeat(240)} ${call}\n`.repeat(20), path);
    read(`x ${'A=b/ '.repeat(95)}!${call}\n`.repeat(20), path);
    read(`  ${call} --subject $x\n`.repeat(20_000), path);
    read(`${call} ${'$('.repeat(100_000)}`, path);
    read(`${'$x = param('.repeat(50_000)}\n${call} $x`, path);
  }
  expect(performance.now() - started).toBeLessThan(5000);
});
