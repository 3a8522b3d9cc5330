import {
  failureLines
} from "./chunk-UUKVCL3S.mjs";
import {
  chunk_EI5HOZS2_mjs_exitCodes as exitCodes
} from "./check-CA0AB372.mjs";
import {
  chunk_P3PXVN6G_mjs_explain as explain
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/entry/report-failure.ts
function reportFailure(thrown) {
  process.stderr.write(failureLines(explain(thrown)));
  return exitCodes.error.code;
}
export {
  reportFailure
};
