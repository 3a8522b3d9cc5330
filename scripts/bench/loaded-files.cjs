/** Preloaded into Node 24: writes the URLs of all loaded modules, one a line, to file descriptor 3 on exit. */

const { writeSync } = require('node:fs');
const { registerHooks } = require('node:module');

const urls = new Set();

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) urls.add(url);
    return next(url, context);
  },
});

process.on('exit', () => {
  writeSync(3, [...urls].join('\n'));
});
