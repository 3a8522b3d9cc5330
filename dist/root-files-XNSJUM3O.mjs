import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-GRXWD6ZJ.mjs";
import "./chunk-2MFNH62F.mjs";
import "./chunk-EJWL542V.mjs";
import "./chunk-4MTVAU2S.mjs";
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
