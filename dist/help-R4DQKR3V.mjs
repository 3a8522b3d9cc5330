import {
  clusterRole
} from "./chunk-GZ4CGNQL.mjs";
import {
  chunk_EI5HOZS2_mjs_exitCodes as exitCodes
} from "./check-CA0AB372.mjs";
import {
  chunk_LMAJKVWQ_mjs_optionsOf as optionsOf
} from "./check-CA0AB372.mjs";
import {
  chunk_6G7D3U53_mjs_allowedValues as allowedValues,
  chunk_6G7D3U53_mjs_commandDefinition as commandDefinition,
  chunk_6G7D3U53_mjs_commandsOn as commandsOn,
  chunk_6G7D3U53_mjs_defaultText as defaultText,
  chunk_6G7D3U53_mjs_inputDefinition as inputDefinition
} from "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./check-CA0AB372.mjs";
import "./chunk-S3F4CPQ5.mjs";

// src/config/help.ts
var width = 100;
function helpText(command) {
  return command ? commandHelp(command) : generalHelp();
}
function generalHelp() {
  const rows = commandsOn("cli").map(({ name, summary }) => [name, plain(summary)]);
  return [
    "Idwire checks the wiring that lets a Kubernetes workload or a pipeline act as an Azure identity without a secret.",
    "",
    "Usage: idwire <command> [path…] [options]",
    "",
    "Commands:",
    ...columns(rows),
    "",
    "Options:",
    ...columns([
      ["-h, --help", "Print this help; after a command, its options."],
      ["-v, --version", "Print the version."]
    ]),
    "",
    "Exit codes:",
    ...columns(Object.values(exitCodes).map(({ code, meaning }) => [String(code), plain(meaning)])),
    ""
  ].join("\n");
}
var operands = { paths: " [path…]", topic: " <rule or AADSTS code>", none: "" };
function commandHelp(name) {
  const command = commandDefinition(name);
  const rows = optionsOf(name).map((option) => [optionUsage(option), optionText(option)]);
  return [
    plain(command.summary),
    `Network: ${command.network}.`,
    "",
    `Usage: idwire ${name}${operands[command.operand]}${rows.length > 0 ? " [options]" : ""}`,
    ...rows.length > 0 ? ["", "Options:", ...columns(rows)] : [],
    ...clusterAccess(name),
    ""
  ].join("\n");
}
function clusterAccess(name) {
  if (name !== "drift" && name !== "prove") return [];
  const role = clusterRole({ prove: name === "prove" }).trimEnd().split("\n");
  return ["", "In a cluster it needs no more than this role:", ...role.map((line) => `  ${line}`)];
}
var placeholders = { boolean: "", choice: " <word>", integer: " <number>", shard: " <i/n>" };
function optionUsage(name) {
  const definition = inputDefinition(name);
  if (definition.type === "boolean" && definition.default) return `--no-${name}`;
  return `--${name}${definition.type in placeholders ? placeholders[definition.type] : " <text>"}`;
}
function optionText(name) {
  const definition = inputDefinition(name);
  const text = plain(definition.description);
  if (definition.type === "choice") {
    return `${text} One of: ${allowedValues(name, "cli").join(", ")}. Default: ${defaultText(name)}.`;
  }
  return definition.type === "integer" ? `${text} Default: ${defaultText(name)}.` : text;
}
function plain(text) {
  return text.replaceAll("`", "");
}
function columns(rows) {
  const indent = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) => {
    const [first = "", ...rest] = wrap(right, width - indent);
    return [`  ${left.padEnd(indent - 2)}${first}`, ...rest.map((line) => " ".repeat(indent) + line)];
  });
}
function wrap(text, room) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
export {
  helpText
};
