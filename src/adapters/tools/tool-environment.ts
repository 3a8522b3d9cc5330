/** The environment of a renderer: nothing secret, no plugins, no cluster, and no network unless it is allowed. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A folder of our own beside the repository, for everything that a tool wants to write or that we write for it. */
export interface Scratch {
  readonly folder: string;
  /** A new empty folder. */
  fresh(): string;
  remove(): void;
}

export function createScratch(): Scratch {
  // Tools resolve links in paths, so that a relative path from an unresolved one would lead elsewhere.
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'idwire-')));
  let count = 0;
  return {
    folder,
    fresh() {
      count += 1;
      const made = path.join(folder, String(count));
      mkdirSync(made);
      return made;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** What programs need to start at all. Tokens and keys of the job are not among it: templates could print them. */
const basics = ['PATH', 'Path', 'PATHEXT', 'HOME', 'USERPROFILE', 'SystemRoot', 'ComSpec', 'TEMP', 'TMP', 'TMPDIR'];

/** What fetching needs besides, where a person allowed it. */
const network = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'SSH_AUTH_SOCK'];

/** Nothing listens on port 9 (discard), so that a fetch that slipped through every check fails at once. */
const deadProxy = 'http://127.0.0.1:9';

/**
 * Sources: `helm env` (helm.sh/docs/helm/helm_env), KUBERC (kubectl 1.33), GIT_ALLOW_PROTOCOL (git-scm.com/docs/git),
 * and the proxy variables of Go's net/http.
 */
export function toolEnvironment(given: Environment, scratch: Scratch, allowRemote: boolean): Record<string, string> {
  const wanted = allowRemote ? [...basics, ...network, ...network.map((name) => name.toLowerCase())] : basics;
  const passed = Object.fromEntries(
    wanted.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name] as string]])),
  );
  const kubeconfig = path.join(scratch.folder, 'kubeconfig');
  writeFileSync(kubeconfig, '');
  const home = (name: string) => {
    const folder = path.join(scratch.folder, 'helm', name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  return {
    ...passed,
    LANG: 'C.UTF-8',
    KUBECONFIG: kubeconfig,
    KUBERC: 'off',
    HELM_PLUGINS: home('plugins'),
    HELM_CACHE_HOME: home('cache'),
    HELM_CONFIG_HOME: home('config'),
    HELM_DATA_HOME: home('data'),
    GIT_TERMINAL_PROMPT: '0',
    // They live for a tenth of a second: collecting garbage would be a third of their work (pkg.go.dev/runtime, GOGC).
    GOGC: 'off',
    GOMEMLIMIT: '256MiB',
    ...(allowRemote ? {} : offline),
  };
}

const offline = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap((name) => [
      [name, deadProxy],
      [name.toLowerCase(), deadProxy],
    ]),
  ),
};
