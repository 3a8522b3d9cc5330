import {
  findProgram
} from "./chunk-CPM6G2V4.mjs";
import "./check-4C4128B8.mjs";
export {
  findProgram
};
