/** The formats of a report. */
import type { Inputs } from '../config/inputs.ts';
import type { Outcome } from '../model/report.ts';
import { renderAzureCommands } from './azure-commands.ts';
import { renderGithubCommands } from './github-commands.ts';
import { renderJson } from './json.ts';
import { type MarkdownOptions, renderMarkdown } from './markdown.ts';
import { renderText, type TextOptions } from './text.ts';

export type RenderOptions = TextOptions & MarkdownOptions;

/** The words of the `format` input, and HTML, which is only written to a file. */
export type Format = Inputs['format'] | 'html';

/** An outcome as a whole text that ends with a line feed. */
export type Renderer = (outcome: Outcome, options: RenderOptions) => string;

/** One line for each format. Those that need much code load it when they are asked for. */
export const renderers = {
  text: () => renderText,
  json: () => renderJson,
  sarif: async () => (await import('./sarif.ts')).renderSarif,
  html: async () => (await import('./html.ts')).renderHtml,
  markdown: () => renderMarkdown,
  github: () => renderGithubCommands,
  'azure-pipelines': () => renderAzureCommands,
} satisfies RendererTable;

type RendererTable = Readonly<Record<Format, () => Renderer | Promise<Renderer>>>;

/** Renders an outcome. */
export async function render(format: Format, outcome: Outcome, options: RenderOptions): Promise<string> {
  const renderer = await renderers[format]();
  return renderer(outcome, options);
}
