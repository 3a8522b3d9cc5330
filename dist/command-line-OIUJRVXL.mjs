import {
  chunk_LMAJKVWQ_mjs_optionsOf as optionsOf,
  chunk_LMAJKVWQ_mjs_parseCommandLine as parseCommandLine
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  optionsOf,
  parseCommandLine
};
