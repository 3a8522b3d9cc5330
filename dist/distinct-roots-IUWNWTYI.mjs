import {
  distinctRoots
} from "./chunk-TJMF427H.mjs";
import "./chunk-S3F4CPQ5.mjs";
export {
  distinctRoots
};
