import {
  missingPaths,
  valuesFile
} from "./chunk-DCD467EL.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  missingPaths,
  valuesFile
};
