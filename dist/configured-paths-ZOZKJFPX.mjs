import {
  missingPaths,
  valuesFile
} from "./chunk-WOBAUNZ7.mjs";
import "./chunk-TIVORLBP.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  missingPaths,
  valuesFile
};
