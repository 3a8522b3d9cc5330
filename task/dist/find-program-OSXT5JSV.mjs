import {
  findProgram
} from "./chunk-CPM6G2V4.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  findProgram
};
