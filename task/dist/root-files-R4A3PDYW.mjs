import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-4NJ5SFJJ.mjs";
import "./chunk-KMTPTWHF.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-Y3UAJRPK.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-UV2HVMKZ.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
