import {
  proofRows,
  prove,
  withProofs
} from "./chunk-SIC4VSZX.mjs";
import "./chunk-6HNWMPSC.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
import "./check-3087CA8D.mjs";
export {
  proofRows,
  prove,
  withProofs
};
