/** The task library, whose calls become logging commands on standard output (and which reads inputs as it loads). */
import * as taskLibrary from 'azure-pipelines-task-lib/task.js';

export { taskLibrary };
export type TaskLibrary = typeof taskLibrary;
