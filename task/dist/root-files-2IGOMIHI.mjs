import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-IDGW3QIE.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
import "./check-372A5FC1.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
