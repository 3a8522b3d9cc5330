/** Finds the ServiceAccounts in manifests that stand as text within another language. */
import type { DeclarationLanguage, DeclaredServiceAccount, DeclaredValue } from '../../model/federation.ts';
import type { Spot } from '../../model/source.ts';
import type { TextReader } from '../kubernetes.ts';

/**
 * The accounts in a YAML text, document by document, read line by line: such texts hold expressions of the language
 * around them and seldom parse.
 */
export function accountsInYaml(
  text: string,
  readText: TextReader,
  at: Spot,
  language: DeclarationLanguage,
): readonly DeclaredServiceAccount[] {
  const read = (written: string | undefined): DeclaredValue | undefined => {
    const plain = written?.trimEnd().replace(/^(["'])(.*)\1$/, '$2');
    return plain === undefined ? undefined : { text: readText(plain), at };
  };
  return text.split(/^[ \t]*---.*$/m).flatMap((document) => {
    if (!/^[ \t]*kind:[ \t]*["']?ServiceAccount["']?[ \t\r]*$/m.test(document)) return [];
    const name = read(/^[ \t]+name:[ \t]*(\S.*)$/m.exec(document)?.[1]);
    const namespace = read(/^[ \t]+namespace:[ \t]*(\S.*)$/m.exec(document)?.[1]);
    const clientId = read(/azure\.workload\.identity\/client-id["']?:[ \t]*(\S.*)$/m.exec(document)?.[1]);
    if (!name) return [];
    return [{ language, name, ...(namespace && { namespace }), ...(clientId && { clientId }), created: true, at }];
  });
}
