/** The shape of what files other than manifests declare. */
import type { DeclaredCredential, DeclaredServiceAccount } from '../../model/federation.ts';
import type { Source } from '../../model/source.ts';
import type { ScriptFacts } from '../../model/world.ts';

/** What a repository declares outside its manifests. */
export interface Declarations {
  readonly credentials: readonly DeclaredCredential[];
  readonly serviceAccounts: readonly DeclaredServiceAccount[];
  readonly scripts: Pick<ScriptFacts, 'annotatesAccounts' | 'createsAccounts'>;
  /** Paths of the files that Terraform's `templatefile` fills in. */
  readonly templateFiles: ReadonlySet<string>;
  /** The texts in which something was found. */
  readonly sources: readonly Source[];
  /** False when a file that may declare something could not be read whole. */
  readonly complete: boolean;
}
