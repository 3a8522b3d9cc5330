import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  failureLines
} from "./chunk-V3MX4MTE.mjs";
import "./chunk-DS5BWXZJ.mjs";
import {
  exitCodes
} from "./chunk-YFZTRSGH.mjs";
import {
  explain
} from "./chunk-XH5ROEIA.mjs";
import "./chunk-JUTSPF22.mjs";

// src/entry/report-failure.ts
function reportFailure(thrown) {
  process.stderr.write(failureLines(explain(thrown)));
  return exitCodes.error.code;
}
export {
  reportFailure
};
