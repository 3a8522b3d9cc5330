import {
  chunk_P3PXVN6G_mjs_Bug as Bug
} from "./check-CA0AB372.mjs";
import {
  chunk_UFZVNTBC_mjs_breakCommands as breakCommands,
  chunk_UFZVNTBC_mjs_escapeLines as escapeLines,
  chunk_UFZVNTBC_mjs_visible as visible
} from "./check-CA0AB372.mjs";

// src/report/failure.ts
function failureLine({ problem, evidence, remedy }) {
  const parts = [problem, ...evidence.split(/\r\n?|\n/), remedy].map((part) => part.trim()).filter((part) => part !== "");
  return breakCommands(parts.map((part) => sentence(visible(part))).join(" "));
}
function briefFailure(error) {
  return failureLine(error instanceof Bug ? withoutEvidence(error) : error);
}
function failureLines(error) {
  const line = `idwire: ${briefFailure(error)}
`;
  if (!(error instanceof Bug)) return line;
  const stack = escapeLines(error.evidence).split("\n");
  return line + stack.map((row) => `  ${row}
`).join("");
}
function withoutEvidence({ problem, remedy }) {
  return { problem, evidence: "", remedy };
}
function sentence(text) {
  return /[.!?:;,]$/.test(text) ? text : `${text}.`;
}

export {
  failureLine,
  briefFailure,
  failureLines
};
