// src/config/version.ts
var version = false ? "0.0.0-source" : "0.1.0";

export {
  version
};
