import {
  githubChanges,
  pullRequestFiles,
  showsLines
} from "./chunk-WFC7KNEX.mjs";
import "./chunk-UCF3DUTY.mjs";
import "./chunk-3YIBKSVN.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  githubChanges,
  pullRequestFiles,
  showsLines
};
