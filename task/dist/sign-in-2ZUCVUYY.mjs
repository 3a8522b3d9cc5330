import {
  createCredential,
  signInNames
} from "./chunk-2ZP2WGJQ.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
export {
  createCredential,
  signInNames
};
