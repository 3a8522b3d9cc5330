/** Fills placeholders in with the values that the repository gives for them, as the deployer does after rendering. */

/** Bare name and default of a placeholder in any style: `${NAME:-d}`, `$(NAME)`, `#{NAME}#`, `__NAME__`, `<NAME>`. */
const shape =
  /^(?:\$\{\{?|\$\(|#\{|\{\{-?|<%=?|%%|@@?|\[\[|__|<|\$)\s*([A-Za-z_][\w.-]*?)\s*(?::?[-=]([^}]*))?(?:\}\}|\}#?|\)|-?\}\}|%>|%%|@@?|\]\]|__|>)?$/;

/** The name within a placeholder; undefined for an expression that is more than a name. */
export function placeholderName(symbol: string): string | undefined {
  return shape.exec(symbol)?.[1];
}

/** Looks placeholders up: what `readPlaceholders` takes as `known`. */
export function resolver(values: ReadonlyMap<string, string>): (symbol: string) => string | undefined {
  return (symbol) => {
    const name = placeholderName(symbol);
    return name === undefined ? values.get(symbol) : values.get(name);
  };
}

/** Variables of envsubst as Flux reads them (fluxcd/pkg/envsubst): `${NAME}`, `${NAME:-default}`, `${NAME:=default}`. */
const variable = /(\$?)\$\{([A-Za-z_]\w*)(?::?[-=]([^{}$]*))?\}/g;

/**
 * Fills the variables of a rendered text in, as Flux does once an object names any substitution. `$${X}` is left as it
 * is, and so is what nobody gives a value: it stays a symbol.
 */
export function substitute(text: string, values: ReadonlyMap<string, string>): string {
  if (!text.includes('${')) return text;
  return text.replaceAll(variable, (written, doubled: string, name: string, fallback: string | undefined) =>
    doubled ? written : (values.get(name) ?? fallback ?? written),
  );
}
