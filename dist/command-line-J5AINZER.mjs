import {
  chunk_2QAIPZRM_mjs_optionsOf as optionsOf,
  chunk_2QAIPZRM_mjs_parseCommandLine as parseCommandLine
} from "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  optionsOf,
  parseCommandLine
};
