import {
  error,
  info,
  notice,
  setFailed,
  setOutput,
  summary,
  warning
} from "./chunk-INC6NDQR.mjs";
import "./chunk-RLTMYBDR.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  error,
  info,
  notice,
  setFailed,
  setOutput,
  summary,
  warning
};
