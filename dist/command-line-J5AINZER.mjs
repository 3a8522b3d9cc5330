import {
  optionsOf,
  parseCommandLine
} from "./chunk-2QAIPZRM.mjs";
import "./chunk-6EIMI3WI.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-QTW75C4R.mjs";
import "./chunk-P3PXVN6G.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  optionsOf,
  parseCommandLine
};
