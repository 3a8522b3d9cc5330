// src/model/errors.ts
var IdwireError = class extends Error {
  problem;
  evidence;
  remedy;
  constructor(explanation, options) {
    super(explanation.problem, options);
    this.problem = explanation.problem;
    this.evidence = explanation.evidence;
    this.remedy = explanation.remedy;
    this.name = new.target.name;
  }
};
var InputError = class extends IdwireError {
};
var AccessError = class extends IdwireError {
};
var SignInError = class extends AccessError {
};
var RemoteError = class extends IdwireError {
};
var Bug = class extends IdwireError {
};
function explain(thrown) {
  if (thrown instanceof IdwireError) return thrown;
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Idwire failed: ${cause.message}`,
      evidence: cause.stack ?? cause.message,
      remedy: "This is a bug of Idwire. Please report it with the text above."
    },
    { cause }
  );
}

export {
  IdwireError,
  InputError,
  AccessError,
  SignInError,
  RemoteError,
  Bug,
  explain
};
