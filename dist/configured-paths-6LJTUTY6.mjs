import {
  missingPaths,
  valuesFile
} from "./chunk-DCD467EL.mjs";
import "./check-A59215F9.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  missingPaths,
  valuesFile
};
