import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-ZEL2GFG6.mjs";
import "./chunk-HGTEGKU7.mjs";
import "./chunk-J3UEBY3J.mjs";
import "./chunk-ZAKRCB72.mjs";
import "./chunk-4YJQ5RMG.mjs";
import "./chunk-RXEBXKJK.mjs";
import "./chunk-UV2HVMKZ.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
