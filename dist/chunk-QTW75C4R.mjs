import {
  editDistance
} from "./chunk-PZBHSI6W.mjs";

// src/config/nearest.ts
function nearest(word, candidates) {
  let best;
  let most = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), most);
    if (distance <= most) [best, most] = [candidate, distance - 1];
  }
  return best;
}

export {
  nearest
};
