import {
  identityKeys
} from "./chunk-IEG5Q3DA.mjs";

// src/rules/near-miss.ts
var known = Object.values(identityKeys).filter((key) => key !== identityKeys.prefix);
function editDistance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, previous[column] + 1, current[column - 1] + 1));
    }
    previous = current;
  }
  return Math.min(previous[b.length], most + 1);
}
function misspeltKey(key) {
  if (known.includes(key)) return void 0;
  const plain = key.toLowerCase().replaceAll("_", "-");
  if (!plain.includes("identit") && !plain.includes("workload") && !plain.includes("azure")) return void 0;
  let best;
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(plain, candidate, 2);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

export {
  editDistance,
  misspeltKey
};
