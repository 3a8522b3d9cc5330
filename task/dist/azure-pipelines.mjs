// src/entry/azure-pipelines.ts
var oldestMajor = 20;
var major = Number(process.versions.node.split(".")[0]);
if (major >= oldestMajor) {
  const { runTask } = await import("./run-task-D46KVYLT.mjs");
  await runTask(process.env);
} else {
  const message = `Idwire needs Node ${oldestMajor} or later; this agent ran it with Node ${process.versions.node}. Update the agent to 4.248.0 or later.`;
  process.stdout.write(`##vso[task.logissue type=error;]${message}
##vso[task.complete result=Failed;]
`);
}
