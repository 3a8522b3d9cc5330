import {
  optionsOf,
  parseCommandLine
} from "./chunk-Y4QWKNCS.mjs";
import "./chunk-OB2YD2WN.mjs";
import "./chunk-D5G6WM4T.mjs";
import "./chunk-NRA3LPXK.mjs";
import "./chunk-IEG5Q3DA.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  optionsOf,
  parseCommandLine
};
