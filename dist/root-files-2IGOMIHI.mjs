import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-IDGW3QIE.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./check-375D3FA7.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
