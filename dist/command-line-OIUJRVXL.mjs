import {
  chunk_LMAJKVWQ_mjs_optionsOf as optionsOf,
  chunk_LMAJKVWQ_mjs_parseCommandLine as parseCommandLine
} from "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./check-A59215F9.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  optionsOf,
  parseCommandLine
};
