import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-IDGW3QIE.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
