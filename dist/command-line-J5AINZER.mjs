import {
  chunk_2QAIPZRM_mjs_optionsOf as optionsOf,
  chunk_2QAIPZRM_mjs_parseCommandLine as parseCommandLine
} from "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  optionsOf,
  parseCommandLine
};
