import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-YBUQZ6M6.mjs";
import "./chunk-4YJQ5RMG.mjs";
import "./chunk-DZW5BG4L.mjs";
import "./chunk-77F7GVLS.mjs";
import "./chunk-RXEBXKJK.mjs";
import "./chunk-ZAKRCB72.mjs";
import "./chunk-B7F5QLE5.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
