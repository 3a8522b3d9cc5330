// src/config/exit-codes.ts
var exitCodes = {
  success: { code: 0, meaning: "nothing at or above `fail-on`" },
  failure: { code: 1, meaning: "findings at or above `fail-on`" },
  error: { code: 2, meaning: "the job could not be done: a bad input or configuration, or an unreadable path" }
};

export {
  exitCodes
};
