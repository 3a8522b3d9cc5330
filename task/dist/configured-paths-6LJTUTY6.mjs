import {
  missingPaths,
  valuesFile
} from "./chunk-DCD467EL.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
export {
  missingPaths,
  valuesFile
};
