import {
  missingPaths,
  valuesFile
} from "./chunk-DCD467EL.mjs";
import "./check-30B9220D.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  missingPaths,
  valuesFile
};
