import {
  optionsOf,
  parseCommandLine
} from "./chunk-TR66N2IX.mjs";
import "./chunk-O3HKEVEP.mjs";
import "./chunk-D5G6WM4T.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-NRA3LPXK.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  optionsOf,
  parseCommandLine
};
