import {
  createCredential,
  signInNames
} from "./chunk-2ZP2WGJQ.mjs";
import "./chunk-P3PXVN6G.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  createCredential,
  signInNames
};
