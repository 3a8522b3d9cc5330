import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-IDGW3QIE.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./check-30B9220D.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
