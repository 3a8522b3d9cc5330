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
