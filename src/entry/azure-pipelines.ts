/** The Azure Pipelines task: starts the run when the agent's Node is new enough to read it, and says so when it is not. */

const oldestMajor = 20;
const major = Number(process.versions.node.split('.')[0]);
if (major >= oldestMajor) {
  const { runTask } = await import('./run-task.ts');
  await runTask(process.env);
} else {
  const message = `Idwire needs Node ${oldestMajor} or later; this agent ran it with Node ${process.versions.node}. Update the agent to 4.248.0 or later.`;
  process.stdout.write(`##vso[task.logissue type=error;]${message}\n##vso[task.complete result=Failed;]\n`);
}
