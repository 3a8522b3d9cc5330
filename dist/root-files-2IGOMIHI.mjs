import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-IDGW3QIE.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
