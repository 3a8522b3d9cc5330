/** The status of a pull request, which a branch policy may ask for. */
import type { Outcome } from '../../model/report.ts';
import { cut } from '../../report/annotation.ts';
import { visible } from '../../report/escape.ts';
import { headline } from '../../report/headline.ts';
import type { Rest } from './rest.ts';

interface Status {
  readonly iterationId?: number;
  readonly state: string;
  readonly description?: string;
  readonly context: { readonly genre?: string; readonly name: string };
}

const states = { success: 'succeeded', failure: 'failed', error: 'error' } as const;

/** Statuses have no released version (learn.microsoft.com, pull request statuses). */
const path = '/statuses?api-version=7.1-preview.1';

/** Posts the conclusion for the judged iteration, unless its latest status says the same. */
export async function publishStatus(
  rest: Rest,
  { report }: Outcome,
  options: { readonly iterationId: number; readonly targetUrl: string | undefined },
): Promise<void> {
  const context = { genre: 'idwire', name: report.command };
  const description = cut(visible(headline(report)), 200);
  const wanted = { iterationId: options.iterationId, state: states[report.conclusion], description };
  const { value } = await rest.send<{ value: readonly Status[] }>('GET', path);
  const last = value.findLast(
    (status) => status.context.genre === context.genre && status.context.name === context.name,
  );
  const same =
    last?.iterationId === wanted.iterationId && last.state === wanted.state && last.description === wanted.description;
  if (same) return;
  await rest.send('POST', path, { ...wanted, context, ...(options.targetUrl && { targetUrl: options.targetUrl }) });
}
