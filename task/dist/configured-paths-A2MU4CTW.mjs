import {
  missingPaths,
  valuesFile
} from "./chunk-QK7BONTI.mjs";
import "./chunk-BNB6QXFO.mjs";
import "./chunk-UV2HVMKZ.mjs";
export {
  missingPaths,
  valuesFile
};
