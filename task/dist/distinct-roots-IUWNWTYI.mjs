import {
  distinctRoots
} from "./chunk-TJMF427H.mjs";
import "./check-372A5FC1.mjs";
export {
  distinctRoots
};
