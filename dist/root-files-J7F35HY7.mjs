import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-EQWNPIKZ.mjs";
import "./chunk-7PS32FZK.mjs";
import "./chunk-ON3TE3NA.mjs";
import "./chunk-CJGED6K7.mjs";
import "./chunk-TIVORLBP.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
