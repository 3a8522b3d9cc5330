import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-TDD4KEXK.mjs";
import "./chunk-4EU2QL6P.mjs";
import "./chunk-OENDA3J7.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-WK7ENKQO.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-UV2HVMKZ.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
