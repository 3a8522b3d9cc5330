import {
  createCredential,
  signInNames
} from "./chunk-2ZP2WGJQ.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
export {
  createCredential,
  signInNames
};
