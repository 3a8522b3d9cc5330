/** The formats of a report, each loaded only when it is asked for. */
import type { Outcome } from '../model/report.ts';
import type { MarkdownOptions } from './markdown.ts';
import type { TextOptions } from './text.ts';

export type RenderOptions = TextOptions & MarkdownOptions;

/** An outcome as a whole text that ends with a line feed. */
export type Renderer = (outcome: Outcome, options: RenderOptions) => string;

/** One line for each format; the key is the word of the `format` input. */
export const renderers = {
  text: async () => (await import('./text.ts')).renderText,
  json: async () => (await import('./json.ts')).renderJson,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  github: async () => (await import('./github-commands.ts')).renderGithubCommands,
  'azure-pipelines': async () => (await import('./azure-commands.ts')).renderAzureCommands,
} satisfies Readonly<Record<string, () => Promise<Renderer>>>;

export type Format = keyof typeof renderers;

/** Renders an outcome in the named format. */
export async function render(format: Format, outcome: Outcome, options: RenderOptions): Promise<string> {
  const renderer: Renderer = await renderers[format]();
  return renderer(outcome, options);
}
