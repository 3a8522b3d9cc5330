import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-NFF2NR3R.mjs";
import "./chunk-G5R74ZHJ.mjs";
import "./chunk-EJWL542V.mjs";
import "./chunk-KWZZQUI4.mjs";
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
