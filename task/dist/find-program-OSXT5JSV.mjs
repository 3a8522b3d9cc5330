import {
  findProgram
} from "./chunk-CPM6G2V4.mjs";
import "./check-3087CA8D.mjs";
export {
  findProgram
};
