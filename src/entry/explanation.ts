/** The text of `explain`, with the pages of the rules read from this installation. */
import { existsSync, readFileSync } from 'node:fs';
import { explainTopic } from '../app/explain.ts';

/** `docs/` stands beside the folder of the bundles. */
const pages = new URL('../docs/rules/', import.meta.url);

export function explanation(topic: string): string {
  return explainTopic(topic, (id) => {
    const page = new URL(`${id}.md`, pages);
    return existsSync(page) ? readFileSync(page, 'utf8') : undefined;
  });
}
