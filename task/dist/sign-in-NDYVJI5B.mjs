import {
  createCredential,
  signInNames
} from "./chunk-KRHOCY2U.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
export {
  createCredential,
  signInNames
};
