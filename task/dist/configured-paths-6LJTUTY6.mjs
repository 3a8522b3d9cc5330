import {
  missingPaths,
  valuesFile
} from "./chunk-DCD467EL.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
export {
  missingPaths,
  valuesFile
};
