import {
  createCredential,
  signInNames
} from "./chunk-F34UHTIQ.mjs";
import "./chunk-P3PXVN6G.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  createCredential,
  signInNames
};
