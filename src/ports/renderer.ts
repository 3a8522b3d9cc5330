/** The tools that turn a kustomization or a chart into the objects that will be applied. */

export type RenderTool = 'kustomize' | 'helm';

/** One build of a kustomization. Folders are relative to the working directory. */
export interface KustomizeBuild {
  readonly folder: string;
  /** Given to the whole build from outside, as a deployer does. */
  readonly namespace?: string;
  readonly namePrefix?: string;
  readonly nameSuffix?: string;
}

/** One `helm template` of a chart in a folder, with values in the order in which they are laid. */
export interface ChartTemplate {
  readonly chart: string;
  readonly release: string;
  readonly namespace: string;
  /** Values files by their path, and values as YAML or JSON text. */
  readonly values: readonly (string | { readonly text: string })[];
  /** As `--set` takes them: `path=value`. */
  readonly sets: readonly string[];
  /** Folders of the repository that the chart depends on and does not hold itself, by the name of the chart in them. */
  readonly vendored: ReadonlyMap<string, string>;
  /** Dependencies that are to be fetched; only where the network was allowed. */
  readonly fetchDependencies: boolean;
}

/** What a tool made, or why it made nothing: its own message, trimmed, without paths of this machine. */
export type RenderOutcome =
  | { readonly rendered: true; readonly text: string }
  | { readonly rendered: false; readonly why: string };

/** Several may be asked for at once; as many run as the machine has processors. Never throws for what a root holds. */
export interface Renderer {
  /** Whether a tool is there. Does not start it. */
  has(tool: RenderTool): boolean;
  kustomize(build: KustomizeBuild): Promise<RenderOutcome>;
  helm(template: ChartTemplate): Promise<RenderOutcome>;
  /** Removes what was written beside the repository; running tools are ended. */
  close(): void;
}

/** What a person may say about the tools. */
export interface RendererOptions {
  /** The program, by path or by name on PATH; else `kustomize`, else `kubectl`. */
  readonly kustomize?: string | undefined;
  /** The program, by path or by name on PATH; else `helm`. */
  readonly helm?: string | undefined;
  /** Remote bases and dependencies may be fetched. */
  readonly allowRemote: boolean;
}
