import {
  missingPaths,
  valuesFile
} from "./chunk-D3HV7UJN.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  missingPaths,
  valuesFile
};
