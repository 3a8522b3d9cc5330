import {
  createCredential,
  signInNames
} from "./chunk-2ZP2WGJQ.mjs";
import "./check-30B9220D.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  createCredential,
  signInNames
};
