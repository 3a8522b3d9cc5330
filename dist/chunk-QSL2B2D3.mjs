import {
  chunk_P3PXVN6G_mjs_RemoteError as RemoteError
} from "./check-CA0AB372.mjs";

// src/model/write-refusals.ts
var WriteConflict = class extends RemoteError {
};
var Throttled = class extends RemoteError {
  refusal;
  constructor(explanation, refusal, options) {
    super(explanation, options);
    this.refusal = refusal;
  }
};

export {
  WriteConflict,
  Throttled
};
