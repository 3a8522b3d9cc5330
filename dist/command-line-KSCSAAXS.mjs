import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import {
  optionsOf,
  parseCommandLine
} from "./chunk-LNFT6CFX.mjs";
import "./chunk-YOQDUQZO.mjs";
import "./chunk-YMPWO72O.mjs";
import "./chunk-XH5ROEIA.mjs";
import "./chunk-JUTSPF22.mjs";
export {
  optionsOf,
  parseCommandLine
};
