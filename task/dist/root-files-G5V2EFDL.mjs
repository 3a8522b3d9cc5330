import {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
} from "./chunk-2PMLS5ZL.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
export {
  RootFiles,
  documentsOf,
  joined,
  kustomizationPaths,
  listKey
};
