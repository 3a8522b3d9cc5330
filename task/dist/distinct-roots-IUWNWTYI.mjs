import {
  distinctRoots
} from "./chunk-TJMF427H.mjs";
import "./check-3087CA8D.mjs";
export {
  distinctRoots
};
