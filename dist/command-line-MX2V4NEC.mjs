import {
  optionsOf,
  parseCommandLine
} from "./chunk-5SS6A2HJ.mjs";
import "./chunk-TQWVEYGP.mjs";
import "./chunk-D5G6WM4T.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-NRA3LPXK.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  optionsOf,
  parseCommandLine
};
