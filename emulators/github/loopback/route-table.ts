/** Finds the handler of a request by method and path template. */

/** A route: `{name}` takes one path segment, `{name+}` the rest of the path. */
export interface Route<Handler> {
  readonly method: string;
  readonly template: string;
  readonly handler: Handler;
}

/** A found handler with the decoded values of its template. */
export interface RouteMatch<Handler> {
  readonly handler: Handler;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Templates are matched without regard to case, as both services do. */
export class RouteTable<Handler> {
  readonly #routes: { readonly pattern: RegExp; readonly names: string[]; readonly route: Route<Handler> }[];

  constructor(routes: readonly Route<Handler>[]) {
    this.#routes = routes.map((route) => ({ ...compile(route.template), route }));
  }

  /** The first route that fits; `'other-method'` when only the method differs; undefined when nothing fits. */
  find(method: string, path: string): RouteMatch<Handler> | 'other-method' | undefined {
    let pathKnown = false;
    for (const { pattern, names, route } of this.#routes) {
      const found = pattern.exec(path);
      if (found === null) continue;
      pathKnown = true;
      if (route.method !== method) continue;
      const values = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')] as const);
      return { handler: route.handler, parameters: Object.fromEntries(values) };
    }
    return pathKnown ? 'other-method' : undefined;
  }
}

function compile(template: string): { pattern: RegExp; names: string[] } {
  const names: string[] = [];
  const source = template.replace(/\{(\w+)(\+?)\}|[^{]+/g, (text, name: string | undefined, rest: string) => {
    if (name === undefined) return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(name);
    return rest === '+' ? '(.+)' : '([^/]+)';
  });
  return { pattern: new RegExp(`^${source}/?$`, 'i'), names };
}
