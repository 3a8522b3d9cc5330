import {
  createCredential,
  signInNames
} from "./chunk-KRHOCY2U.mjs";
import "./check-A59215F9.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  createCredential,
  signInNames
};
