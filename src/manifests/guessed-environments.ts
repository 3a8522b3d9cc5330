/** Says which environments were guessed from folder names, so that nobody has to guess why objects do not meet. */
import { compareText } from '../model/finding.ts';
import type { World } from '../model/world.ts';

/** One sentence and its remedy; undefined when fewer than two environments were guessed, which changes nothing. */
export function guessedEnvironments(worlds: readonly World[]): string | undefined {
  const folders = new Map<string, string>();
  for (const world of worlds.filter(({ name }) => name === '.')) {
    for (const { manifest } of [...world.workloads, ...world.serviceAccounts]) {
      const environment = world.environmentOf(manifest);
      const { path } = manifest.source;
      const folder = path.slice(0, path.lastIndexOf('/'));
      const known = environment === undefined ? undefined : folders.get(environment);
      if (environment !== undefined && (known === undefined || folder < known)) folders.set(environment, folder);
    }
  }
  if (folders.size < 2) return undefined;
  const shown = [...folders].sort(([a], [b]) => compareText(a, b)).map(([name, folder]) => `${name} (${folder})`);
  return `Environments were guessed from folder names: ${shown.join(', ')}. To state them, list clusters in idwire.yaml.`;
}
