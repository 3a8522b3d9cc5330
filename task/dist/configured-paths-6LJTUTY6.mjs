import {
  missingPaths,
  valuesFile
} from "./chunk-DCD467EL.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
export {
  missingPaths,
  valuesFile
};
