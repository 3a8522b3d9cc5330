import {
  createCredential,
  signInNames
} from "./chunk-2ZP2WGJQ.mjs";
import "./check-375D3FA7.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  createCredential,
  signInNames
};
