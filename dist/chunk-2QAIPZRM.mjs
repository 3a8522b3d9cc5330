import {
  commandsOn,
  inputDefinition,
  inputsOn,
  inspectInputs,
  nameOn,
  throwFaults
} from "./chunk-6EIMI3WI.mjs";
import {
  nearest
} from "./chunk-QTW75C4R.mjs";

// src/config/command-line.ts
const { parseArgs } = process.getBuiltinModule("node:util");
function parseCommandLine(args) {
  const { words, options } = splitArguments(args);
  const asked = (name) => options.some((option) => option.name === name);
  const [word, ...operands] = words;
  const command = commandsOn("cli").find((candidate) => candidate.name === word);
  if (args.length === 0 || asked("help")) return { kind: "help", command: command?.name };
  if (asked("version")) return { kind: "version" };
  if (!command) throwFaults([wrongCommand(word)], "Run `idwire --help` for the commands.");
  return run(command, operands, options);
}
function run(command, operands, options) {
  const raw = /* @__PURE__ */ new Map();
  const faults = [];
  for (const option of options) {
    const name = optionNames().find((candidate) => candidate === option.name);
    if (!name) faults.push(unknownOption(option));
    else if (option.value === void 0) faults.push(`${option.shown} needs a value.`);
    else raw.set(name, joined(name, raw.get(name), option.value));
  }
  if (command.operand === "paths" && operands.length > 0) raw.set("paths", operands.join("\n"));
  faults.push(...operandFaults(command, operands));
  const inspected = inspectInputs(raw, "cli");
  faults.push(...inspected.faults);
  for (const name of inspected.inputs.given) faults.push(...misplaced(command.name, name));
  throwFaults(faults, `Run \`idwire ${command.name} --help\` for its options.`);
  const values = { ...inspected.inputs.values, command: command.name };
  const topic = command.operand === "topic" ? operands[0] : void 0;
  return { kind: "run", command: command.name, inputs: { values, given: inspected.inputs.given }, topic };
}
function joined(name, before, value) {
  return before !== void 0 && inputDefinition(name).type === "lines" ? `${before}
${value}` : value;
}
function unknownOption(option) {
  const meant = nearest(option.name, [...optionNames(), "help", "version"]);
  return `${option.shown} is not an option of this version${meant ? `; did you mean --${meant}?` : "."}`;
}
function operandFaults(command, operands) {
  if (command.operand === "topic" && operands.length !== 1) {
    return [`${command.name} takes one rule or code; ${operands.length} were given.`];
  }
  if (command.operand === "none" && operands.length > 0) {
    return [`${command.name} takes no paths; ${JSON.stringify(operands[0])} was given.`];
  }
  return [];
}
function misplaced(command, name) {
  const { commands } = inputDefinition(name);
  if (commands.includes(command)) return [];
  return [`${nameOn("cli", name)} is an option of ${commands.join(", ")}, not of ${command}.`];
}
function wrongCommand(word) {
  if (word === void 0) return "No command was given.";
  const meant = nearest(
    word,
    commandsOn("cli").map((command) => command.name)
  );
  return `${JSON.stringify(word)} is not a command of this version${meant ? `; did you mean ${meant}?` : "."}`;
}
function optionNames() {
  return inputsOn("cli").filter((name) => !inputDefinition(name).positional);
}
function optionsOf(command) {
  return optionNames().filter((name) => inputDefinition(name).commands.includes(command));
}
function splitArguments(args) {
  const known = {
    help: { type: "boolean", short: "h" },
    version: { type: "boolean", short: "v" }
  };
  for (const name of optionNames()) {
    known[name] = { type: inputDefinition(name).type === "boolean" ? "boolean" : "string" };
  }
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true, allowNegative: true });
  const words = [];
  const options = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind === "option") options.push(givenOption(token, known[token.name]?.type));
  }
  return { words, options };
}
function givenOption(token, type) {
  const { name, rawName: shown, value, inlineValue } = token;
  const negated = /^--no-(.+)$/.exec(shown);
  if (type === "boolean" && negated && negated[1] === name) return { name, shown, value: "false" };
  if (type !== "string") return { name, shown, value: value ?? "true" };
  return { name, shown, value: value?.startsWith("-") && !inlineValue ? void 0 : value };
}

export {
  parseCommandLine,
  optionsOf
};
