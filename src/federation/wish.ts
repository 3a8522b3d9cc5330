/** What the repository wants of Azure: credentials, each with the line that asked for it. */
import type { Place } from '../model/manifest.ts';
import type { Spot } from '../model/source.ts';

/** One credential that a wire needs. `origin` is the annotation, or the line of the configuration, that asks for it. */
export interface Wish {
  /** The identity as the repository names it. */
  readonly identity: { readonly clientId: string };
  /** Empty while the issuer of the cluster cannot be known: such a wish is weighed against others, and never written. */
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly origin: Place | Spot;
  /** For ServiceAccounts: the cluster, its environment, and the namespace, which `allow` is checked against. */
  readonly cluster?: { readonly name: string; readonly environment: string | undefined; readonly namespace: string };
  /** For pipelines: how the subject became known; a guessed one is shown and never written. */
  readonly proven: boolean;
  /** Why this wire must not be written although it is wanted; null when nothing speaks against it. */
  readonly blocked: string | null;
  /** The declaration that makes this credential instead of us, for the plan's words; undefined when none does. */
  readonly leftTo: string | undefined;
}
