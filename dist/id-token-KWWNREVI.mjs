import {
  getIDToken
} from "./chunk-INC6NDQR.mjs";
import "./chunk-RLTMYBDR.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/hosts/github/id-token.ts
async function idToken(audience) {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await getIDToken(audience);
  } finally {
    process.stdout.write = write;
  }
}
export {
  idToken
};
