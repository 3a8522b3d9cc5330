// src/entry/standard-output.ts
import { writeSync } from "node:fs";
var descriptor = 1;
var retryAfter = 5;
function print(text) {
  const bytes = new TextEncoder().encode(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (thrown) {
      const code = thrown.code;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryAfter);
    }
  }
}

export {
  print
};
