// src/adapters/tools/find-program.ts
const { accessSync, constants, statSync } = process.getBuiltinModule("node:fs");
const path = process.getBuiltinModule("node:path");
function findProgram(name, environment, workingDirectory) {
  if (/[\\/]/.test(name)) return withExtension(path.resolve(workingDirectory, name), environment);
  for (const folder of (environment.PATH ?? environment.Path ?? "").split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue;
    const found = withExtension(path.join(folder, name), environment);
    if (found) return found;
  }
  return void 0;
}
function withExtension(file, environment) {
  const extensions = process.platform === "win32" ? ["", ...(environment.PATHEXT ?? ".EXE").split(";")] : [""];
  return extensions.map((extension) => file + extension).find(isExecutable);
}
function isExecutable(file) {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (thrown) {
    if (thrown.code === "EACCES") return false;
    throw thrown;
  }
}

export {
  findProgram
};
