import {
  missingPaths,
  valuesFile
} from "./chunk-QK7BONTI.mjs";
import "./chunk-BNB6QXFO.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  missingPaths,
  valuesFile
};
