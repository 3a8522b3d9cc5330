import {
  RemoteError
} from "./chunk-P3PXVN6G.mjs";

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
