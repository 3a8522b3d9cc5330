/** The formats of a report, each loaded only when it is asked for. */
import type { Inputs } from '../config/inputs.ts';
import { InputError } from '../model/errors.ts';
import type { Outcome } from '../model/report.ts';
import type { MarkdownOptions } from './markdown.ts';
import type { TextOptions } from './text.ts';

export type RenderOptions = TextOptions & MarkdownOptions;

/** The words of the `format` input, and HTML, which is only written to a file. */
export type Format = Inputs['format'] | 'html';

/** An outcome as a whole text that ends with a line feed. */
export type Renderer = (outcome: Outcome, options: RenderOptions) => string;

/** One line for each format; the key is the word of the `format` input. */
export const renderers = {
  text: async () => (await import('./text.ts')).renderText,
  json: async () => (await import('./json.ts')).renderJson,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  github: async () => (await import('./github-commands.ts')).renderGithubCommands,
  'azure-pipelines': async () => (await import('./azure-commands.ts')).renderAzureCommands,
} satisfies Partial<Readonly<Record<Format, () => Promise<Renderer>>>>;

/** Renders an outcome. Throws an `InputError` for one that this version lacks. */
export async function render(format: Format, outcome: Outcome, options: RenderOptions): Promise<string> {
  const load: (() => Promise<Renderer>) | undefined = (renderers as Partial<Record<Format, () => Promise<Renderer>>>)[
    format
  ];
  if (!load) {
    throw new InputError({
      problem: `The format ${format} is not part of this version.`,
      evidence: '',
      remedy: `Choose one of ${Object.keys(renderers).join(', ')}.`,
    });
  }
  return (await load())(outcome, options);
}
