import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-CEB5ANPZ.mjs";
import "./chunk-7PS32FZK.mjs";
import "./chunk-OENDA3J7.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-CJGED6K7.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
