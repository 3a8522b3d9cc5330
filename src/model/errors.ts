/** The four ways a run can fail, each with the problem, the evidence and the remedy. Findings are never thrown. */

/** What every failure tells a person. `evidence` may be empty. */
export interface Explanation {
  readonly problem: string;
  readonly evidence: string;
  readonly remedy: string;
}

/** Base of our errors; anything else that is thrown is treated as a bug. */
export class IdwireError extends Error implements Explanation {
  readonly problem: string;
  readonly evidence: string;
  readonly remedy: string;

  constructor(explanation: Explanation, options?: ErrorOptions) {
    super(explanation.problem, options);
    this.problem = explanation.problem;
    this.evidence = explanation.evidence;
    this.remedy = explanation.remedy;
    this.name = new.target.name;
  }
}

/** The person's input is wrong: an option, a path, the configuration. */
export class InputError extends IdwireError {}

/** Sign-in or permission is missing. */
export class AccessError extends IdwireError {}

/** Nobody is signed in: nothing at all can be read or written. */
export class SignInError extends AccessError {}

/** A remote service refused or failed. */
export class RemoteError extends IdwireError {}

/** Our own fault. */
export class Bug extends IdwireError {}

/** Any thrown thing as an explanation; what is not ours is a bug with its message as evidence. */
export function explain(thrown: unknown): IdwireError {
  if (thrown instanceof IdwireError) return thrown;
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Idwire failed: ${cause.message}`,
      evidence: cause.stack ?? cause.message,
      remedy: 'This is a bug of Idwire. Please report it with the text above.',
    },
    { cause },
  );
}
