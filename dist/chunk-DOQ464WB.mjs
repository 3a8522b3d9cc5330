// src/entry/standard-output.ts
const { fstatSync, writeSync } = process.getBuiltinModule("node:fs");
var descriptor = 1;
var retryAfter = 5;
function print(text) {
  const bytes = Buffer.from(text);
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
function isTerminal(stream, environment) {
  if (!environment.TERM && process.platform !== "win32") return false;
  return fstatSync(stream).isCharacterDevice() && process.getBuiltinModule("node:tty").isatty(stream);
}

export {
  print,
  isTerminal
};
