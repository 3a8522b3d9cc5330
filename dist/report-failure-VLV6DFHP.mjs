import {
  failureLines
} from "./chunk-BHXUHJLA.mjs";
import {
  exitCodes
} from "./chunk-EI5HOZS2.mjs";
import {
  explain
} from "./chunk-NRA3LPXK.mjs";
import "./chunk-UFZVNTBC.mjs";
import "./chunk-B7F5QLE5.mjs";

// src/entry/report-failure.ts
function reportFailure(thrown) {
  process.stderr.write(failureLines(explain(thrown)));
  return exitCodes.error.code;
}
export {
  reportFailure
};
