/** Turns what the SDK throws into our errors: what is refused, what is busy, what is gone. */
import { aadstsIn } from '../../model/aadsts.ts';
import { AccessError, IdwireError, RemoteError, SignInError } from '../../model/errors.ts';
import { Throttled, WriteConflict } from '../../model/write-refusals.ts';

/** What the SDK's errors carry; every field may be missing (a dropped connection has no status). */
interface SdkFailure {
  readonly statusCode?: number;
  readonly code?: string;
  readonly message?: string;
  readonly name?: string;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** Runs a call to Azure; `doing` completes "Azure refused to …". */
export async function calling<Result>(doing: string, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (thrown) {
    throw thrown instanceof IdwireError ? thrown : failureOf(doing, thrown as SdkFailure);
  }
}

/** Whether an answer says that the thing asked for does not exist. */
export function isNotFound(thrown: unknown): boolean {
  return (thrown as SdkFailure).statusCode === 404;
}

function failureOf(doing: string, failure: SdkFailure): IdwireError {
  const evidence = failure.message ?? 'no reason was given';
  const { statusCode: status } = failure;
  const cause = { cause: failure };
  const signIn = aadstsIn(evidence);
  if (signIn || failure.name === 'CredentialUnavailableError') return refusedSignIn(evidence, signIn, cause);
  if (status === 401) {
    const remedy = 'Check the tenant: the token has to be of the one that the subscription belongs to.';
    return new SignInError({ problem: `Azure did not accept the token to ${doing} (401).`, evidence, remedy }, cause);
  }
  const hidden = status === 404 && !isWrite(doing);
  if (status === 403 || hidden) {
    const verb = hidden ? 'found nothing when asked' : 'refused';
    return new AccessError(
      { problem: `Azure ${verb} to ${doing} (${status}).`, evidence, remedy: grantFor(doing) },
      cause,
    );
  }
  const explanation = {
    problem: `Azure failed to ${doing}${status ? ` (${status}${failure.code ? `, ${failure.code}` : ''})` : ''}.`,
    evidence,
    remedy: 'Run again; a rerun finishes what is missing.',
  };
  if (status === 409) return new WriteConflict(explanation, cause);
  if (status === undefined || status === 408 || status === 429 || status >= 500) {
    return new Throttled(
      explanation,
      { retryAfter: retryAfter(failure), paced: status === 429 || status === 503 },
      cause,
    );
  }
  return new RemoteError(
    { ...explanation, remedy: 'Read the evidence; Azure does not accept the request as it is.' },
    cause,
  );
}

function refusedSignIn(evidence: string, signIn: ReturnType<typeof aadstsIn>, cause: ErrorOptions): SignInError {
  const known = signIn?.known;
  return new SignInError(
    {
      problem: signIn
        ? `Sign-in to Azure was refused: AADSTS${signIn.code}${known ? `, ${lowerFirst(known.meaning)}` : '.'}`
        : 'Sign-in to Azure is not possible here.',
      evidence,
      remedy: known ? known.remedy : 'Read the text of Entra above; `idwire explain` knows the usual codes.',
    },
    cause,
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function isWrite(doing: string): boolean {
  return doing.startsWith('write') || doing.startsWith('delete');
}

function grantFor(doing: string): string {
  return isWrite(doing)
    ? 'Grant Managed Identity Contributor on the identity to the one that runs this.'
    : 'Grant Reader on the subscription, the identity or the cluster to the one that runs this.';
}

/** Milliseconds that the service asks to wait: seconds or a date, else a second (RFC 9110, Retry-After). */
function retryAfter(failure: SdkFailure): number {
  const headers = failure.response?.headers;
  const milliseconds = headers?.get('retry-after-ms') ?? headers?.get('x-ms-retry-after-ms');
  if (milliseconds !== undefined && /^\d+$/.test(milliseconds)) return Number(milliseconds);
  const text = headers?.get('retry-after');
  if (text === undefined) return 1000;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 1000 : Math.max(0, date - Date.now());
}
