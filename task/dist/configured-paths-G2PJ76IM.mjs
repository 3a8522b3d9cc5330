import {
  missingPaths,
  valuesFile
} from "./chunk-SGDGRAPJ.mjs";
import "./chunk-4YJQ5RMG.mjs";
import "./chunk-RXEBXKJK.mjs";
import "./chunk-UV2HVMKZ.mjs";
export {
  missingPaths,
  valuesFile
};
