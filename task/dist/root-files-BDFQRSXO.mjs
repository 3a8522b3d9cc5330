import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-D3ZLBAXB.mjs";
import "./chunk-V47QWJVI.mjs";
import "./chunk-EJWL542V.mjs";
import "./chunk-RN2IVT5O.mjs";
import "./chunk-WTEAO2BB.mjs";
import "./chunk-AQGYI52S.mjs";
import "./chunk-UV2HVMKZ.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
