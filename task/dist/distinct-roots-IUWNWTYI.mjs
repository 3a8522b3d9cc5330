import {
  distinctRoots
} from "./chunk-TJMF427H.mjs";
import "./check-4C4128B8.mjs";
export {
  distinctRoots
};
