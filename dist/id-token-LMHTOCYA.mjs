import {
  getIDToken
} from "./chunk-EYJYOALI.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/hosts/github/id-token.ts
async function idToken(audience) {
  const standardOutput = process.stdout;
  const write = standardOutput.write.bind(standardOutput);
  standardOutput.write = process.stderr.write.bind(process.stderr);
  try {
    return await getIDToken(audience);
  } finally {
    standardOutput.write = write;
  }
}
export {
  idToken
};
