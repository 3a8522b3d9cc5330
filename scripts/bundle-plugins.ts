/** What esbuild cannot know by itself about the sources: which parts of them a run never needs. */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { type Plugin, transform } from 'esbuild';

/**
 * `@actions/core` imports its HTTP client for the sake of one function, and says nothing about side effects; it has
 * none, and without this 0.8 MB of HTTP client start with every run of the Action.
 */
export const withoutSideEffects: Plugin = {
  name: 'without-side-effects',
  setup(host) {
    host.onResolve(
      { filter: /^@actions\/(?:core|http-client)|oidc-utils/ },
      async ({ kind, resolveDir, importer, path, pluginData }) => {
        if (pluginData) return;
        const found = await host.resolve(path, { kind, resolveDir, importer, pluginData: true });
        return { ...found, sideEffects: false };
      },
    );
  },
};

const examples = /^export const examples = defineExamples\(\{\n[\s\S]*^\}\);\n/m;

/**
 * Leaves out the examples of the rules, which only documentation and tests read. esbuild keeps them, since they are made
 * by calls; they are more than half of what the rules take.
 */
export const withoutExamples: Plugin = {
  name: 'without-examples',
  setup(host) {
    host.onLoad({ filter: /[\\/]src[\\/]rules[\\/]\w+[\\/][\w-]+\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
      const contents = text.replace(examples, '');
      if (contents.includes('defineExamples('))
        throw new Error(`The examples in ${path} are not written as elsewhere.`);
      return { contents, loader: 'ts' };
    });
  },
};

/** A declaration at the top of a module as esbuild prints it: on one line, or up to a line that is not indented. */
const declaration = /^var ([\w$]+) = (.*|.*[^;\n]\n(?:[ \t].*\n|\S.*[^;\n]\n|\n)*\S.*);$/gm;

/**
 * Leaves out what js-yaml sets up for loading and dumping (schemas, tags, patterns of many kilobytes): of it only the
 * events of the parser are used. Its declarations call functions, so esbuild takes them for side effects; as pure calls
 * of their own they go when nothing uses them.
 */
export const withoutYamlSchemas: Plugin = {
  name: 'without-yaml-schemas',
  setup(host) {
    host.onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/]browser[\\/]js-yaml\.esm\.min\.mjs$/ }, async ({ path }) => {
      // Printed again, so that every declaration stands by itself.
      const { code } = await transform(readFileSync(path, 'utf8'), { format: 'esm', treeShaking: true });
      const contents = code.replace(declaration, (written, name, value: string) =>
        /[(`]/.test(value) ? `var ${name} = /* @__PURE__ */ (() => (${value}))();` : written,
      );
      return { contents, loader: 'js' };
    });
  },
};

const builtin = builtinModules.filter((name) => !name.startsWith('_')).join('|');
const builtinImport = new RegExp(
  `^import (?:([\\w$]+)|\\* as ([\\w$]+)|\\{ ([^}]+) \\}) from "(?:node:)?(${builtin})";$`,
  'gm',
);

/**
 * Node's modules taken from `process.getBuiltinModule` (Node 20.16) instead of imported: an import reads every property
 * of the module to offer it as a name, and so loads streams and promises for the sake of `readFileSync`.
 */
export function withoutBuiltinImports(code: string): string {
  return code.replace(builtinImport, (_, whole, star, names: string | undefined, module) => {
    const target = names ? `{ ${names.replaceAll(' as ', ': ')} }` : (whole ?? star);
    return `const ${target} = process.getBuiltinModule("node:${module}");`;
  });
}
