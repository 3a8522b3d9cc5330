/** Hands each file to the reader of its language and puts together what they tell. */
import type { DeclaredCredential, DeclaredServiceAccount } from '../../model/federation.ts';
import type { Source } from '../../model/source.ts';
import { readArm } from './arm.ts';
import { readBicep } from './bicep.ts';
import { type DeclarationFileKind, declarationFileKind } from './declaration-files.ts';
import type { Declarations } from './declarations.ts';
import { scriptFacts } from './script-facts.ts';
import { readTerraform } from './terraform.ts';

/** Reads the given files; the grammars of Terraform and Bicep are loaded only when such a file is of interest. */
export async function readDeclarationSources(sources: readonly Source[]): Promise<Declarations> {
  const of = (...kinds: readonly DeclarationFileKind[]) =>
    sources.filter(({ path }) => kinds.includes(declarationFileKind(path) as DeclarationFileKind));
  const terraform = await readTerraform(of('terraform'));
  const bicep = await readBicep(of('bicep'));
  const scripts = of('script', 'document').map((source) => scriptFacts(source));
  const credentials = [
    ...terraform.credentials,
    ...bicep.credentials,
    ...of('arm').flatMap((source) => readArm(source)),
    ...scripts.flatMap((script) => script.credentials),
  ];
  const serviceAccounts = [...terraform.serviceAccounts, ...scripts.flatMap((script) => script.serviceAccounts)];
  return {
    credentials,
    serviceAccounts,
    scripts: {
      annotatesAccounts:
        scripts.some((script) => script.annotatesAccounts) ||
        terraform.serviceAccounts.some((account) => !account.created && account.clientId),
      createsAccounts: serviceAccounts.some((account) => account.created),
    },
    templateFiles: new Set(terraform.templateFiles.map((file) => file.path)),
    sources: sourcesOf(credentials, serviceAccounts),
    complete: terraform.broken.length === 0 && bicep.broken.length === 0,
  };
}

function sourcesOf(
  credentials: readonly DeclaredCredential[],
  serviceAccounts: readonly DeclaredServiceAccount[],
): readonly Source[] {
  const places = [...credentials, ...serviceAccounts].map(({ at }) => at);
  return [...new Set(places.map((at) => ('manifest' in at ? at.manifest.source : at.source)))];
}
