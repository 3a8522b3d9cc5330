import {
  missingPaths,
  valuesFile
} from "./chunk-D3HV7UJN.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-UV2HVMKZ.mjs";
export {
  missingPaths,
  valuesFile
};
