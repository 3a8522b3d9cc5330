import {
  failureLines
} from "./chunk-UUKVCL3S.mjs";
import {
  exitCodes
} from "./chunk-EI5HOZS2.mjs";
import {
  explain
} from "./chunk-P3PXVN6G.mjs";
import "./chunk-UFZVNTBC.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/entry/report-failure.ts
function reportFailure(thrown) {
  process.stderr.write(failureLines(explain(thrown)));
  return exitCodes.error.code;
}
export {
  reportFailure
};
