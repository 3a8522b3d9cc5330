import {
  missingPaths,
  valuesFile
} from "./chunk-D3HV7UJN.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  missingPaths,
  valuesFile
};
