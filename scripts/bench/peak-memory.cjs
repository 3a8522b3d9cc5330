/** Preloaded into any Node (hence plain CommonJS): writes its peak memory in KiB to file descriptor 3 on exit. */

const { readFileSync, writeSync } = require('node:fs');

process.on('exit', () => {
  // VmHWM belongs to this program image alone, whereas the maxRSS of getrusage is inherited from the parent's.
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'));
  if (peak === null) throw new Error('/proc/self/status does not name VmHWM.');
  writeSync(3, peak[1]);
});
