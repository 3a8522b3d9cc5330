import {
  createCredential,
  signInNames
} from "./chunk-KRHOCY2U.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  createCredential,
  signInNames
};
