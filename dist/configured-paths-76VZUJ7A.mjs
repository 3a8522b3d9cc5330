import {
  missingPaths,
  valuesFile
} from "./chunk-SGDGRAPJ.mjs";
import "./chunk-4YJQ5RMG.mjs";
import "./chunk-RXEBXKJK.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  missingPaths,
  valuesFile
};
