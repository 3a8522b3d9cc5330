// src/model/reconcile.ts
function reconcile(wanted, present, keyOfWanted, keyOfPresent) {
  const there = new Map(present.map((item) => [keyOfPresent(item), item]));
  const asked = /* @__PURE__ */ new Map();
  for (const item of wanted) if (!asked.has(keyOfWanted(item))) asked.set(keyOfWanted(item), item);
  const missing = [];
  const both = [];
  for (const [key, item] of asked) {
    const found = there.get(key);
    if (found === void 0) missing.push(item);
    else both.push({ wanted: item, present: found });
  }
  return { missing, both, extra: [...there].filter(([key]) => !asked.has(key)).map(([, item]) => item) };
}

export {
  reconcile
};
