import {
  optionsOf,
  parseCommandLine
} from "./chunk-BWQ3DH2T.mjs";
import "./chunk-SPUYQDH5.mjs";
import "./chunk-DBOS6TGE.mjs";
import "./chunk-NRA3LPXK.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  optionsOf,
  parseCommandLine
};
