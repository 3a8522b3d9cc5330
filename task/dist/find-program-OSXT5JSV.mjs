import {
  findProgram
} from "./chunk-CPM6G2V4.mjs";
import "./check-372A5FC1.mjs";
export {
  findProgram
};
