import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-N5I6VRCJ.mjs";
import "./chunk-YLMYT6WL.mjs";
import "./chunk-OENDA3J7.mjs";
import "./chunk-PA3T7UNG.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
