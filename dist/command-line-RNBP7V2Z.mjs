import {
  optionsOf,
  parseCommandLine
} from "./chunk-UTFTCB4D.mjs";
import "./chunk-JKO5KTGY.mjs";
import "./chunk-DBOS6TGE.mjs";
import "./chunk-NRA3LPXK.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  optionsOf,
  parseCommandLine
};
