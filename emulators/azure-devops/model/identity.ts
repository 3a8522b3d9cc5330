/** People and build services as Azure DevOps names them. */

import { createHash } from 'node:crypto';

export interface Identity {
  readonly id: string;
  readonly displayName: string;
  readonly uniqueName: string;
}

/** The same name always has the same id. */
export function identityOf(displayName: string): Identity {
  const uniqueName = `${displayName.toLowerCase().replaceAll(/\W+/g, '.')}@example.com`;
  return { id: guidFrom(displayName), displayName, uniqueName };
}

/** A stable GUID from a name, for things that a scenario gives no id. */
export function guidFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
