import {
  missingPaths,
  valuesFile
} from "./chunk-DCD467EL.mjs";
import "./check-375D3FA7.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  missingPaths,
  valuesFile
};
