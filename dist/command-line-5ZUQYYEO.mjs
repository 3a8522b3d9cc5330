import {
  optionsOf,
  parseCommandLine
} from "./chunk-UWOZUMOG.mjs";
import "./chunk-4GEDUJCI.mjs";
import "./chunk-3LC4PZDE.mjs";
import "./chunk-QTW75C4R.mjs";
import "./chunk-NRA3LPXK.mjs";
import "./chunk-PZBHSI6W.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  optionsOf,
  parseCommandLine
};
