import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-IDGW3QIE.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
import "./check-4C4128B8.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
