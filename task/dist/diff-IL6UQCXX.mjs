import {
  FILE_HEADERS_ONLY,
  formatPatch,
  structuredPatch
} from "./chunk-UCF3DUTY.mjs";
import "./check-3087CA8D.mjs";

// src/report/diff.ts
function unifiedDiff(file, before, after) {
  const patch = structuredPatch(`a/${file}`, `b/${file}`, before, after, void 0, void 0, { context: 3 });
  return patch.hunks.length === 0 ? "" : formatPatch(patch, FILE_HEADERS_ONLY);
}
export {
  unifiedDiff
};
