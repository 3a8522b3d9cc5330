import {
  TreeBuilder,
  Unreadable,
  isBlank,
  resolveScalar,
  shortTag,
  skipBlank,
  tagRemark,
  tooDeep,
  tooLong
} from "./chunk-AQGYI52S.mjs";

// src/manifests/yaml/limits.ts
var defaultLimits = {
  // The Kubernetes API server takes requests of 3 MiB at most, so no object is larger; bundles of them come to a few
  // megabytes. Beyond this a file is data that merely happens to end in .yaml.
  fileBytes: 8 * 1024 * 1024,
  // A rendered fleet holds a few thousand objects in one stream. A megabyte of bare `---` would be 250,000 documents.
  documents: 1e4,
  // Manifests use a handful of aliases. Ten anchors that each repeat the one before ten times ask for 10^10 nodes.
  aliasNodes: 1e5,
  // Velero's CustomResourceDefinitions nest 23 deep. All later steps walk trees by recursion: 200 levels fit every
  // stack, the 100,000 of a file of brackets fit none.
  depth: 200,
  // The tolerant parser can take eight seconds for a megabyte of nothing but errors. What people write by hand, and so
  // break, is shorter than this.
  tolerantLength: 256 * 1024,
  // A file with a thousand duplicate keys has one fault a thousand times.
  problems: 100
};
function limitsWith(changes) {
  return changes ? { ...defaultLimits, ...changes } : defaultLimits;
}

// src/manifests/yaml/load-tolerant-parser.ts
var loaded;
async function loadTolerantParser() {
  loaded ??= (await import("./parse-tolerantly-WGJUC732.mjs")).parseTolerantly;
}
function tolerantParser() {
  return loaded;
}

// node_modules/js-yaml/dist/browser/js-yaml.esm.min.mjs
function v(e3) {
  "@babel/helpers - typeof";
  return v = typeof Symbol == "function" && typeof Symbol.iterator == "symbol" ? function(e4) {
    return typeof e4;
  } : function(e4) {
    return e4 && typeof Symbol == "function" && e4.constructor === Symbol && e4 !== Symbol.prototype ? "symbol" : typeof e4;
  }, v(e3);
}
function qe(e3, t3) {
  if (v(e3) != "object" || !e3) return e3;
  var n2 = e3[Symbol.toPrimitive];
  if (n2 !== void 0) {
    var r2 = n2.call(e3, t3 || "default");
    if (v(r2) != "object") return r2;
    throw TypeError("@@toPrimitive must return a primitive value.");
  }
  return (t3 === "string" ? String : Number)(e3);
}
function Je(e3) {
  var t3 = qe(e3, "string");
  return v(t3) == "symbol" ? t3 : t3 + "";
}
function y(e3, t3, n2) {
  return (t3 = Je(t3)) in e3 ? Object.defineProperty(e3, t3, {
    value: n2,
    enumerable: true,
    configurable: true,
    writable: true
  }) : e3[t3] = n2, e3;
}
function Ye(e3, t3) {
  var n2 = Object.keys(e3);
  if (Object.getOwnPropertySymbols) {
    var r2 = Object.getOwnPropertySymbols(e3);
    t3 && (r2 = r2.filter(function(t4) {
      return Object.getOwnPropertyDescriptor(e3, t4).enumerable;
    })), n2.push.apply(n2, r2);
  }
  return n2;
}
function b(e3) {
  for (var t3 = 1; t3 < arguments.length; t3++) {
    var n2 = arguments[t3] == null ? {} : arguments[t3];
    t3 % 2 ? Ye(Object(n2), true).forEach(function(t4) {
      y(e3, t4, n2[t4]);
    }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e3, Object.getOwnPropertyDescriptors(n2)) : Ye(Object(n2)).forEach(function(t4) {
      Object.defineProperty(e3, t4, Object.getOwnPropertyDescriptor(n2, t4));
    });
  }
  return e3;
}
var st = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function ct(e3, t3, n2, r2, i2) {
  let a2 = "", o2 = "", s2 = Math.floor(i2 / 2) - 1;
  return r2 - t3 > s2 && (a2 = " ... ", t3 = r2 - s2 + a2.length), n2 - r2 > s2 && (o2 = " ...", n2 = r2 + s2 - o2.length), {
    str: a2 + e3.slice(t3, n2).replace(/\t/g, "→") + o2,
    pos: r2 - t3 + a2.length
  };
}
function lt(e3, t3) {
  return " ".repeat(Math.max(t3 - e3.length, 0)) + e3;
}
function ut(e3, t3) {
  if (!e3.buffer) return null;
  let n2 = b(b({}, st), t3), r2 = /\r?\n|\r|\0/g, i2 = [0], a2 = [], o2, s2 = -1;
  for (; o2 = r2.exec(e3.buffer); ) a2.push(o2.index), i2.push(o2.index + o2[0].length), e3.position <= o2.index && s2 < 0 && (s2 = i2.length - 2);
  s2 < 0 && (s2 = i2.length - 1);
  let c2 = "", l2 = Math.min(e3.line + n2.linesAfter, a2.length).toString().length, u2 = n2.maxLength - (n2.indent + l2 + 3);
  for (let t4 = 1; t4 <= n2.linesBefore && !(s2 - t4 < 0); t4++) {
    let r3 = ct(e3.buffer, i2[s2 - t4], a2[s2 - t4], e3.position - (i2[s2] - i2[s2 - t4]), u2);
    c2 = `${" ".repeat(n2.indent)}${lt((e3.line - t4 + 1).toString(), l2)} | ${r3.str}
${c2}`;
  }
  let d2 = ct(e3.buffer, i2[s2], a2[s2], e3.position, u2);
  c2 += `${" ".repeat(n2.indent)}${lt((e3.line + 1).toString(), l2)} | ${d2.str}
`, c2 += `${"-".repeat(n2.indent + l2 + 3 + d2.pos)}^
`;
  for (let t4 = 1; t4 <= n2.linesAfter && !(s2 + t4 >= a2.length); t4++) {
    let r3 = ct(e3.buffer, i2[s2 + t4], a2[s2 + t4], e3.position - (i2[s2] - i2[s2 + t4]), u2);
    c2 += `${" ".repeat(n2.indent)}${lt((e3.line + t4 + 1).toString(), l2)} | ${r3.str}
`;
  }
  return c2.replace(/\n$/, "");
}
function dt(e3, t3) {
  let n2 = "";
  return e3.mark ? (e3.mark.name && (n2 += `in "${e3.mark.name}" `), n2 += `(${e3.mark.line + 1}:${e3.mark.column + 1})`, !t3 && e3.mark.snippet && (n2 += `

${e3.mark.snippet}`), `${e3.reason} ${n2}`) : e3.reason;
}
var S = /* @__PURE__ */ (() => class e2 extends Error {
  constructor(e3, t3) {
    super(), y(this, "reason", void 0), y(this, "mark", void 0), this.name = "YAMLException", this.reason = e3, this.mark = t3, this.message = dt(this, false), Error.captureStackTrace && Error.captureStackTrace(this, this.constructor);
  }
  toString(e3) {
    return `${this.name}: ${dt(this, e3)}`;
  }
  static throwAt(t3, n2, r2, i2 = "") {
    let a2 = 0, o2 = 0;
    for (let e3 = 0; e3 < n2; e3++) {
      let n3 = t3.charCodeAt(e3);
      n3 === 10 ? (a2++, o2 = e3 + 1) : n3 === 13 && (a2++, t3.charCodeAt(e3 + 1) === 10 && e3++, o2 = e3 + 1);
    }
    let s2 = {
      name: i2,
      buffer: t3,
      position: n2,
      line: a2,
      column: n2 - o2
    };
    throw s2.snippet = ut(s2), new e2(r2, s2);
  }
})();
var C = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var w = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var T = {
  BLOCK: 1,
  FLOW: 2
};
var E = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var ft = -1;
function pt(e3) {
  switch (e3) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "";
    case 95:
      return " ";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
var mt = /* @__PURE__ */ (() => Array(256))();
var ht = /* @__PURE__ */ (() => Array(256))();
for (let e3 = 0; e3 < 256; e3++) mt[e3] = +!!pt(e3), ht[e3] = pt(e3);
function gt(e3) {
  return e3 <= 65535 ? String.fromCharCode(e3) : String.fromCharCode((e3 - 65536 >> 10) + 55296, (e3 - 65536 & 1023) + 56320);
}
function _t(e3) {
  return e3 >= 48 && e3 <= 57 ? e3 - 48 : (e3 | 32) - 97 + 10;
}
function vt(e3) {
  return e3 === 120 ? 2 : e3 === 117 ? 4 : 8;
}
function D(e3, t3, n2) {
  let r2 = 0;
  for (; t3 < n2; ) {
    let n3 = e3.charCodeAt(t3);
    if (n3 === 10) r2++, t3++;
    else if (n3 === 13) r2++, t3++, e3.charCodeAt(t3) === 10 && t3++;
    else if (n3 === 32 || n3 === 9) t3++;
    else break;
  }
  return {
    position: t3,
    breaks: r2
  };
}
function yt(e3) {
  return e3 === 1 ? " " : "\n".repeat(e3 - 1);
}
function bt(e3, t3, n2) {
  let r2 = "", i2 = t3, a2 = t3, o2 = t3;
  for (; i2 < n2; ) {
    let t4 = e3.charCodeAt(i2);
    if (t4 === 10 || t4 === 13) {
      r2 += e3.slice(a2, o2);
      let t5 = D(e3, i2, n2);
      r2 += yt(t5.breaks), i2 = a2 = o2 = t5.position;
    } else i2++, t4 !== 32 && t4 !== 9 && (o2 = i2);
  }
  return r2 + e3.slice(a2, o2);
}
function xt(e3, t3, n2) {
  let r2 = "", i2 = t3, a2 = t3, o2 = t3;
  for (; i2 < n2; ) {
    let t4 = e3.charCodeAt(i2);
    if (t4 === 39) r2 += e3.slice(a2, i2) + "'", i2 += 2, a2 = o2 = i2;
    else if (t4 === 10 || t4 === 13) {
      r2 += e3.slice(a2, o2);
      let t5 = D(e3, i2, n2);
      r2 += yt(t5.breaks), i2 = a2 = o2 = t5.position;
    } else i2++, t4 !== 32 && t4 !== 9 && (o2 = i2);
  }
  return r2 + e3.slice(a2, n2);
}
function St(e3, t3, n2) {
  let r2 = "", i2 = t3, a2 = t3, o2 = t3;
  for (; i2 < n2; ) {
    let t4 = e3.charCodeAt(i2);
    if (t4 === 92) {
      r2 += e3.slice(a2, i2), i2++;
      let t5 = e3.charCodeAt(i2);
      if (t5 === 10 || t5 === 13) i2 = D(e3, i2, n2).position;
      else if (t5 < 256 && mt[t5]) r2 += ht[t5], i2++;
      else {
        let n3 = vt(t5), a3 = 0;
        for (; n3 > 0; n3--) {
          i2++;
          let t6 = _t(e3.charCodeAt(i2));
          a3 = (a3 << 4) + t6;
        }
        r2 += gt(a3), i2++;
      }
      a2 = o2 = i2;
    } else if (t4 === 10 || t4 === 13) {
      r2 += e3.slice(a2, o2);
      let t5 = D(e3, i2, n2);
      r2 += yt(t5.breaks), i2 = a2 = o2 = t5.position;
    } else i2++, t4 !== 32 && t4 !== 9 && (o2 = i2);
  }
  return r2 + e3.slice(a2, n2);
}
function Ct(e3, t3, n2, r2, i2, a2) {
  let o2 = r2 < 0 ? 0 : r2, s2 = e3.slice(t3, n2).replace(/\r\n?/g, "\n"), c2 = s2 === "" ? [] : (s2.endsWith("\n") ? s2.slice(0, -1) : s2).split("\n"), l2 = "", u2 = false, d2 = 0, f2 = false;
  for (let e4 of c2) {
    let t4 = 0;
    for (; t4 < o2 && e4.charCodeAt(t4) === 32; ) t4++;
    if (r2 < 0 || t4 >= e4.length) {
      d2++;
      continue;
    }
    let n3 = e4.slice(o2), i3 = n3.charCodeAt(0);
    a2 ? i3 === 32 || i3 === 9 ? (f2 = true, l2 += "\n".repeat(u2 ? 1 + d2 : d2)) : f2 ? (f2 = false, l2 += "\n".repeat(d2 + 1)) : d2 === 0 ? u2 && (l2 += " ") : l2 += "\n".repeat(d2) : l2 += "\n".repeat(u2 ? 1 + d2 : d2), l2 += n3, u2 = true, d2 = 0;
  }
  return i2 === E.KEEP ? l2 += "\n".repeat(u2 ? 1 + d2 : d2) : i2 !== E.STRIP && u2 && (l2 += "\n"), l2;
}
function wt(e3, t3) {
  if (t3.valueStart === ft) return "";
  let { valueStart: n2, valueEnd: r2 } = t3;
  if (t3.fast) return e3.slice(n2, r2);
  switch (t3.style) {
    case w.SINGLE_QUOTED:
      return xt(e3, n2, r2);
    case w.DOUBLE_QUOTED:
      return St(e3, n2, r2);
    case w.LITERAL_BLOCK:
      return Ct(e3, n2, r2, t3.indent, t3.chomping, false);
    case w.FOLDED_BLOCK:
      return Ct(e3, n2, r2, t3.indent, t3.chomping, true);
    default:
      return bt(e3, n2, r2);
  }
}
var Et = /* @__PURE__ */ (() => "-#;/?:@&=+$_.~*'()")();
var Dt = Et + "!,[]";
var j = -1;
var qt = Object.prototype.hasOwnProperty;
var M = 1;
var Jt = 2;
var Yt = 3;
var Xt = 4;
var Zt = /* @__PURE__ */ (() => /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/)();
var Qt = /[,\[\]{}]/;
var $t = /* @__PURE__ */ (() => /^(?:!|!!|![0-9A-Za-z-]+!)$/)();
var en = /* @__PURE__ */ (() => String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`)();
var tn = /* @__PURE__ */ (() => String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`)();
var nn = /* @__PURE__ */ (() => RegExp(`^(?:${en})*$`))();
var rn = /* @__PURE__ */ (() => RegExp(`^(?:${tn})+$`))();
var an = /* @__PURE__ */ (() => RegExp(`^(?:!(?:${en})*|${tn}(?:${en})*)$`))();
var on = {
  filename: "",
  maxDepth: 100
};
function sn(e3, t3, n2) {
  e3.events.push({
    type: C.DOCUMENT,
    explicitStart: t3,
    explicitEnd: n2,
    directives: e3.directives
  });
}
function cn(e3, t3, n2, r2, i2, a2, o2) {
  e3.events.push({
    type: C.SEQUENCE,
    start: t3,
    anchorStart: n2,
    anchorEnd: r2,
    tagStart: i2,
    tagEnd: a2,
    style: o2
  });
}
function ln(e3, t3, n2, r2, i2, a2, o2) {
  e3.events.push({
    type: C.MAPPING,
    start: t3,
    anchorStart: n2,
    anchorEnd: r2,
    tagStart: i2,
    tagEnd: a2,
    style: o2
  });
}
function un(e3, t3) {
  e3.events.splice(t3.eventsLength, 0, {
    type: C.MAPPING,
    start: t3.position,
    anchorStart: j,
    anchorEnd: j,
    tagStart: j,
    tagEnd: j,
    style: T.FLOW
  });
}
function N(e3, t3, n2, r2, i2, a2, o2, s2, c2 = E.CLIP, l2 = -1, u2 = false) {
  e3.events.push({
    type: C.SCALAR,
    valueStart: t3,
    valueEnd: n2,
    anchorStart: r2,
    anchorEnd: i2,
    tagStart: a2,
    tagEnd: o2,
    style: s2,
    chomping: c2,
    indent: l2,
    fast: u2
  });
}
function dn(e3, t3, n2) {
  e3.events.push({
    type: C.ALIAS,
    anchorStart: t3,
    anchorEnd: n2
  });
}
function P(e3) {
  e3.events.push({ type: C.POP });
}
function F(e3) {
  N(e3, j, j, j, j, j, j, w.PLAIN);
}
function fn() {
  return {
    anchorStart: j,
    anchorEnd: j,
    tagStart: j,
    tagEnd: j
  };
}
function I(e3) {
  return {
    position: e3.position,
    line: e3.line,
    lineStart: e3.lineStart,
    lineIndent: e3.lineIndent,
    firstTabInLine: e3.firstTabInLine,
    eventsLength: e3.events.length
  };
}
function L(e3, t3) {
  e3.position = t3.position, e3.line = t3.line, e3.lineStart = t3.lineStart, e3.lineIndent = t3.lineIndent, e3.firstTabInLine = t3.firstTabInLine, e3.events.length = t3.eventsLength;
}
function R(e3, t3) {
  S.throwAt(e3.input.slice(0, e3.length), e3.position, t3, e3.filename);
}
function z(e3) {
  return e3 === 10 || e3 === 13;
}
function B(e3) {
  return e3 === 9 || e3 === 32;
}
function V(e3) {
  return B(e3) || z(e3);
}
function H(e3) {
  return e3 === 0 || V(e3);
}
function U(e3) {
  return e3 === 44 || e3 === 91 || e3 === 93 || e3 === 123 || e3 === 125;
}
function pn(e3) {
  return e3 >= 48 && e3 <= 57 ? e3 - 48 : -1;
}
function mn(e3) {
  if (e3 >= 48 && e3 <= 57) return e3 - 48;
  let t3 = e3 | 32;
  return t3 >= 97 && t3 <= 102 ? t3 - 97 + 10 : -1;
}
function hn(e3) {
  return e3 === 120 ? 2 : e3 === 117 ? 4 : e3 === 85 ? 8 : 0;
}
function gn(e3) {
  return e3 === 48 || e3 === 97 || e3 === 98 || e3 === 116 || e3 === 9 || e3 === 110 || e3 === 118 || e3 === 102 || e3 === 114 || e3 === 101 || e3 === 32 || e3 === 34 || e3 === 47 || e3 === 92 || e3 === 78 || e3 === 95 || e3 === 76 || e3 === 80;
}
function _n(e3) {
  e3.input.charCodeAt(e3.position) === 10 ? e3.position++ : (e3.position++, e3.input.charCodeAt(e3.position) === 10 && e3.position++), e3.line++, e3.lineStart = e3.position, e3.lineIndent = 0, e3.firstTabInLine = -1;
}
function W(e3, t3) {
  let n2 = 0, r2 = e3.input.charCodeAt(e3.position), i2 = e3.position === e3.lineStart || V(e3.input.charCodeAt(e3.position - 1));
  for (; r2 !== 0; ) {
    for (; B(r2); ) i2 = true, r2 === 9 && e3.firstTabInLine === -1 && (e3.firstTabInLine = e3.position), r2 = e3.input.charCodeAt(++e3.position);
    if (t3 && i2 && r2 === 35) do
      r2 = e3.input.charCodeAt(++e3.position);
    while (!z(r2) && r2 !== 0);
    if (!z(r2)) break;
    for (_n(e3), n2++, i2 = true, r2 = e3.input.charCodeAt(e3.position); r2 === 32; ) e3.lineIndent++, r2 = e3.input.charCodeAt(++e3.position);
  }
  return n2;
}
function G(e3, t3 = e3.position) {
  let n2 = e3.input.charCodeAt(t3);
  if ((n2 === 45 || n2 === 46) && n2 === e3.input.charCodeAt(t3 + 1) && n2 === e3.input.charCodeAt(t3 + 2)) {
    let n3 = e3.input.charCodeAt(t3 + 3);
    return n3 === 0 || V(n3);
  }
  return false;
}
function vn(e3) {
  e3.position === e3.lineStart && e3.input.charCodeAt(e3.position) === 65279 && (e3.position++, e3.lineStart = e3.position);
}
function yn(e3) {
  if (e3.position !== e3.lineStart) return false;
  if (G(e3)) return true;
  if (e3.input.charCodeAt(e3.position) !== 65279) return false;
  let t3 = I(e3);
  vn(e3), W(e3, true);
  let n2 = e3.input.charCodeAt(e3.position), r2 = e3.position === e3.lineStart && (n2 === 37 || n2 === 45 && G(e3));
  return L(e3, t3), r2;
}
function bn(e3) {
  let t3 = e3.input.charCodeAt(e3.position);
  for (; t3 !== 0 && !z(t3); ) t3 = e3.input.charCodeAt(++e3.position);
}
function xn(e3, t3, n2) {
  let r2 = Zt.exec(e3.input.slice(t3, n2));
  r2 !== null && (e3.position = t3 + r2.index + r2[0].length - 1, R(e3, "the stream contains non-printable characters"));
}
function Sn(e3, t3, n2) {
  if (e3.input.charCodeAt(e3.position) !== 33) return false;
  t3.tagStart !== j && R(e3, "duplication of a tag property");
  let r2 = e3.position, i2 = false, a2 = false, o2 = "!", s2 = e3.input.charCodeAt(++e3.position);
  s2 === 60 ? (i2 = true, s2 = e3.input.charCodeAt(++e3.position)) : s2 === 33 && (a2 = true, o2 = "!!", s2 = e3.input.charCodeAt(++e3.position));
  let c2 = e3.position, l2;
  if (i2) {
    for (; s2 !== 0 && s2 !== 62; ) s2 = e3.input.charCodeAt(++e3.position);
    s2 !== 62 && R(e3, "unexpected end of the stream within a verbatim tag"), l2 = e3.input.slice(c2, e3.position), e3.position++;
  } else {
    for (; s2 !== 0 && !V(s2) && !(n2 && U(s2)); ) s2 === 33 && (a2 ? R(e3, "tag suffix cannot contain exclamation marks") : (o2 = e3.input.slice(c2 - 1, e3.position + 1), $t.test(o2) || R(e3, "named tag handle cannot contain such characters"), a2 = true, c2 = e3.position + 1)), s2 = e3.input.charCodeAt(++e3.position);
    l2 = e3.input.slice(c2, e3.position), Qt.test(l2) && R(e3, "tag suffix cannot contain flow indicator characters");
  }
  return l2 && !(i2 ? nn.test(l2) : rn.test(l2)) && R(e3, `tag name cannot contain such characters: ${l2}`), !i2 && o2 !== "!" && o2 !== "!!" && !qt.call(e3.tagHandlers, o2) && R(e3, `undeclared tag handle "${o2}"`), t3.tagStart = r2, t3.tagEnd = e3.position, true;
}
function Cn(e3, t3) {
  if (e3.input.charCodeAt(e3.position) !== 38) return false;
  t3.anchorStart !== j && R(e3, "duplication of an anchor property"), e3.position++;
  let n2 = e3.position;
  for (; e3.input.charCodeAt(e3.position) !== 0 && !V(e3.input.charCodeAt(e3.position)) && !U(e3.input.charCodeAt(e3.position)); ) e3.position++;
  return e3.position === n2 && R(e3, "name of an anchor node must contain at least one character"), t3.anchorStart = n2, t3.anchorEnd = e3.position, true;
}
function wn(e3, t3) {
  if (e3.input.charCodeAt(e3.position) !== 42) return false;
  (t3.anchorStart !== j || t3.tagStart !== j) && R(e3, "alias node should not have any properties"), e3.position++;
  let n2 = e3.position;
  for (; e3.input.charCodeAt(e3.position) !== 0 && !V(e3.input.charCodeAt(e3.position)) && !U(e3.input.charCodeAt(e3.position)); ) e3.position++;
  return e3.position === n2 && R(e3, "name of an alias node must contain at least one character"), dn(e3, n2, e3.position), true;
}
function Tn(e3, t3) {
  W(e3, false), e3.lineIndent < t3 && R(e3, "deficient indentation");
}
function En(e3, t3, n2) {
  if (e3.input.charCodeAt(e3.position) !== 39) return false;
  e3.position++;
  let r2 = e3.position, i2 = true;
  for (; e3.input.charCodeAt(e3.position) !== 0; ) {
    let a2 = e3.input.charCodeAt(e3.position);
    if (a2 === 39) {
      if (e3.input.charCodeAt(e3.position + 1) === 39) {
        i2 = false, e3.position += 2;
        continue;
      }
      let t4 = e3.position;
      return e3.position++, N(e3, r2, t4, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, w.SINGLE_QUOTED, E.CLIP, -1, i2), true;
    }
    z(a2) ? (i2 = false, Tn(e3, t3)) : e3.position === e3.lineStart && G(e3) ? R(e3, "unexpected end of the document within a single quoted scalar") : a2 !== 9 && a2 < 32 ? R(e3, "expected valid JSON character") : e3.position++;
  }
  R(e3, "unexpected end of the stream within a single quoted scalar");
}
function Dn(e3, t3, n2) {
  if (e3.input.charCodeAt(e3.position) !== 34) return false;
  e3.position++;
  let r2 = e3.position, i2 = true;
  for (; e3.input.charCodeAt(e3.position) !== 0; ) {
    let a2 = e3.input.charCodeAt(e3.position);
    if (a2 === 34) {
      let t4 = e3.position;
      return e3.position++, N(e3, r2, t4, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, w.DOUBLE_QUOTED, E.CLIP, -1, i2), true;
    }
    if (a2 === 92) {
      i2 = false;
      let n3 = e3.input.charCodeAt(++e3.position);
      if (z(n3)) Tn(e3, t3);
      else if (gn(n3)) e3.position++;
      else {
        let t4 = hn(n3);
        for (t4 === 0 && R(e3, "unknown escape sequence"); t4-- > 0; ) e3.position++, mn(e3.input.charCodeAt(e3.position)) < 0 && R(e3, "expected hexadecimal character");
        e3.position++;
      }
    } else z(a2) ? (i2 = false, Tn(e3, t3)) : e3.position === e3.lineStart && G(e3) ? R(e3, "unexpected end of the document within a double quoted scalar") : a2 !== 9 && a2 < 32 ? R(e3, "expected valid JSON character") : e3.position++;
  }
  R(e3, "unexpected end of the stream within a double quoted scalar");
}
function On(e3, t3, n2) {
  let r2 = e3.input.charCodeAt(e3.position), i2 = E.CLIP, a2 = -1, o2 = false;
  if (r2 !== 124 && r2 !== 62) return false;
  let s2 = r2 === 124 ? w.LITERAL_BLOCK : w.FOLDED_BLOCK;
  for (e3.position++; e3.input.charCodeAt(e3.position) !== 0; ) {
    let n3 = e3.input.charCodeAt(e3.position), r3 = pn(n3);
    if (n3 === 43 || n3 === 45) i2 !== E.CLIP && R(e3, "repeat of a chomping mode identifier"), i2 = n3 === 43 ? E.KEEP : E.STRIP, e3.position++;
    else if (r3 >= 0) r3 === 0 && R(e3, "bad explicit indentation width of a block scalar; it cannot be less than one"), o2 && R(e3, "repeat of an indentation width identifier"), a2 = t3 + r3 - 1, o2 = true, e3.position++;
    else break;
  }
  let c2 = false;
  for (; B(e3.input.charCodeAt(e3.position)); ) c2 = true, e3.position++;
  c2 && e3.input.charCodeAt(e3.position) === 35 && bn(e3), z(e3.input.charCodeAt(e3.position)) ? _n(e3) : e3.input.charCodeAt(e3.position) !== 0 && R(e3, "a line break is expected");
  let l2 = o2 ? a2 : -1, u2 = 0, d2 = e3.position, f2 = e3.position;
  for (; e3.input.charCodeAt(e3.position) !== 0; ) {
    let n3 = e3.position, r3 = 0;
    for (; e3.input.charCodeAt(n3 + r3) === 32; ) r3++;
    let i3 = e3.input.charCodeAt(n3 + r3);
    if (i3 === 0) {
      l2 >= 0 ? r3 > l2 && (f2 = n3 + r3) : r3 > 0 && (f2 = n3 + r3);
      break;
    }
    if (yn(e3)) break;
    if (!o2 && l2 === -1 && z(i3) && (u2 = Math.max(u2, r3)), !o2 && l2 === -1 && !z(i3) && (i3 === 9 && r3 < t3 && (e3.position = n3 + r3, R(e3, "tab characters must not be used in indentation")), r3 >= t3 && r3 < u2 && (e3.position = n3 + r3, R(e3, "bad indentation of a mapping entry"))), l2 === -1 && i3 !== 0 && !z(i3) && r3 < t3) {
      e3.lineIndent = r3, e3.position = n3 + r3;
      break;
    }
    !o2 && i3 !== 0 && !z(i3) && l2 === -1 && (l2 = r3);
    let a3 = l2 === -1 ? t3 + 1 : l2;
    if (i3 !== 0 && !z(i3) && r3 < a3) {
      e3.lineIndent = r3, e3.position = n3 + r3;
      break;
    }
    bn(e3), f2 = e3.position, z(e3.input.charCodeAt(e3.position)) && (_n(e3), f2 = e3.position);
  }
  return xn(e3, d2, f2), N(e3, d2, f2, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, s2, i2, l2), true;
}
function kn(e3, t3) {
  let n2 = e3.input.charCodeAt(e3.position), r2 = t3 === M;
  if (n2 === 0 || V(n2) || n2 === 35 || n2 === 38 || n2 === 42 || n2 === 33 || n2 === 124 || n2 === 62 || n2 === 39 || n2 === 34 || n2 === 37 || n2 === 64 || n2 === 96 || U(n2)) return false;
  if (n2 === 63 || n2 === 45) {
    let t4 = e3.input.charCodeAt(e3.position + 1);
    if (H(t4) || r2 && U(t4)) return false;
  }
  return true;
}
function An(e3, t3, n2, r2) {
  if (!kn(e3, n2)) return false;
  let i2 = e3.position, a2 = e3.position, o2 = e3.input.charCodeAt(e3.position), s2 = n2 === M, c2 = false;
  for (; o2 !== 0 && !yn(e3); ) {
    if (o2 === 58) {
      let t4 = e3.input.charCodeAt(e3.position + 1);
      if (H(t4) || s2 && U(t4)) break;
    } else if (o2 === 35) {
      if (V(e3.input.charCodeAt(e3.position - 1))) break;
    } else if (s2 && U(o2)) break;
    else if (z(o2)) {
      let n3 = e3.position, r3 = e3.line, i3 = e3.lineStart, a3 = e3.lineIndent;
      if (W(e3, false), e3.lineIndent >= t3) {
        c2 = true, o2 = e3.input.charCodeAt(e3.position);
        continue;
      }
      e3.position = n3, e3.line = r3, e3.lineStart = i3, e3.lineIndent = a3;
      break;
    }
    B(o2) || (a2 = e3.position + 1), o2 = e3.input.charCodeAt(++e3.position);
  }
  return a2 !== i2 && (xn(e3, i2, a2), N(e3, i2, a2, r2.anchorStart, r2.anchorEnd, r2.tagStart, r2.tagEnd, w.PLAIN, E.CLIP, -1, !c2), true);
}
function K(e3, t3) {
  let n2 = e3.line;
  W(e3, true), (e3.line > n2 && e3.lineIndent < t3 || e3.firstTabInLine !== -1 && e3.lineIndent < t3) && R(e3, "deficient indentation");
}
function jn(e3, t3, n2) {
  let r2 = e3.input.charCodeAt(e3.position), i2 = r2 === 123, a2 = e3.position, o2 = true;
  if (r2 !== 91 && r2 !== 123) return false;
  let s2 = i2 ? 125 : 93;
  for (i2 ? ln(e3, a2, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, T.FLOW) : cn(e3, a2, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, T.FLOW), e3.position++; e3.input.charCodeAt(e3.position) !== 0; ) {
    K(e3, t3);
    let n3 = e3.input.charCodeAt(e3.position);
    if (n3 === s2) return e3.position++, P(e3), true;
    o2 ? n3 === 44 && R(e3, "expected the node content, but found ','") : R(e3, "missed comma between flow collection entries");
    let r3 = false, a3 = false;
    n3 === 63 && V(e3.input.charCodeAt(e3.position + 1)) && (r3 = a3 = true, e3.position += 1, K(e3, t3));
    let c2 = e3.line, l2 = I(e3), u2 = q(e3, t3, M, false, true);
    K(e3, t3), n3 = e3.input.charCodeAt(e3.position), (i2 || a3 || e3.line === c2) && n3 === 58 ? (r3 = true, e3.position++, K(e3, t3), i2 || un(e3, l2), u2 || F(e3), q(e3, t3, M, false, true) || F(e3), K(e3, t3), i2 || P(e3)) : i2 && r3 ? (u2 || F(e3), F(e3)) : i2 ? F(e3) : r3 && (un(e3, l2), u2 || F(e3), F(e3), P(e3)), n3 = e3.input.charCodeAt(e3.position), n3 === 44 ? (o2 = true, e3.position++) : o2 = false;
  }
  R(e3, "unexpected end of the stream within a flow collection");
}
function Mn(e3, t3, n2) {
  if (e3.firstTabInLine !== -1 || e3.input.charCodeAt(e3.position) !== 45 || !H(e3.input.charCodeAt(e3.position + 1))) return false;
  for (cn(e3, e3.position, n2.anchorStart, n2.anchorEnd, n2.tagStart, n2.tagEnd, T.BLOCK); e3.input.charCodeAt(e3.position) === 45 && H(e3.input.charCodeAt(e3.position + 1)); ) {
    e3.firstTabInLine !== -1 && (e3.position = e3.firstTabInLine, R(e3, "tab characters must not be used in indentation"));
    let n3 = e3.line;
    e3.position++;
    let r2 = W(e3, true) > 0;
    if (e3.firstTabInLine !== -1 && e3.input.charCodeAt(e3.position) === 45 && H(e3.input.charCodeAt(e3.position + 1)) && R(e3, "bad indentation of a sequence entry"), r2 && e3.lineIndent <= t3 ? F(e3) : q(e3, t3, Yt, false, true), W(e3, true), e3.lineIndent < t3 || e3.position >= e3.length) break;
    e3.lineIndent > t3 && R(e3, "bad indentation of a sequence entry"), e3.line === n3 && e3.input.charCodeAt(e3.position) === 45 && H(e3.input.charCodeAt(e3.position + 1)) && R(e3, "bad indentation of a sequence entry");
  }
  return P(e3), true;
}
function Nn(e3, t3, n2, r2) {
  let i2 = false, a2 = false, o2 = false, s2 = false;
  if (e3.firstTabInLine !== -1) return false;
  let c2 = e3.input.charCodeAt(e3.position);
  for (; c2 !== 0; ) {
    !i2 && e3.firstTabInLine !== -1 && (e3.position = e3.firstTabInLine, R(e3, "tab characters must not be used in indentation"));
    let l2 = e3.input.charCodeAt(e3.position + 1), u2 = e3.line;
    if ((c2 === 63 || c2 === 58) && H(l2)) o2 || (ln(e3, e3.position, r2.anchorStart, r2.anchorEnd, r2.tagStart, r2.tagEnd, T.BLOCK), o2 = true), c2 === 63 ? (i2 && F(e3), a2 = true, i2 = true) : (i2 || (F(e3), a2 = true), i2 = false), e3.position += 1, s2 = true;
    else {
      i2 && (F(e3), i2 = false);
      let t4 = I(e3);
      if (!q(e3, n2, Jt, false, true)) break;
      if (e3.line === u2) {
        for (c2 = e3.input.charCodeAt(e3.position); B(c2); ) c2 = e3.input.charCodeAt(++e3.position);
        if (c2 === 58) c2 = e3.input.charCodeAt(++e3.position), H(c2) || R(e3, "a whitespace character is expected after the key-value separator within a block mapping"), o2 || (e3.events.splice(t4.eventsLength, 0, {
          type: C.MAPPING,
          start: t4.position,
          anchorStart: r2.anchorStart,
          anchorEnd: r2.anchorEnd,
          tagStart: r2.tagStart,
          tagEnd: r2.tagEnd,
          style: T.BLOCK
        }), o2 = true), a2 = true, i2 = false, s2 = false;
        else if (a2) R(e3, "expected ':' after a mapping key");
        else return r2.anchorStart !== j || r2.tagStart !== j ? (L(e3, t4), false) : true;
      } else if (a2) R(e3, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else return r2.anchorStart !== j || r2.tagStart !== j ? (L(e3, t4), false) : true;
    }
    if (q(e3, t3, Xt, true, s2) && (s2 = false), i2 || s2 && (F(e3), s2 = false), W(e3, true), c2 = e3.input.charCodeAt(e3.position), (e3.line === u2 || e3.lineIndent > t3) && c2 !== 0) R(e3, "bad indentation of a mapping entry");
    else if (e3.lineIndent < t3) break;
  }
  return a2 ? (i2 && F(e3), o2 && P(e3), true) : false;
}
function q(e3, t3, n2, r2, i2, a2 = true) {
  e3.depth >= e3.maxDepth && R(e3, `nesting exceeded maxDepth (${e3.maxDepth})`), e3.depth++;
  let o2 = 1, s2 = false, c2 = false, l2 = null, u2 = fn(), d2 = n2 === Xt || n2 === Yt, f2 = d2, p2 = d2;
  if (r2 && W(e3, true) && (s2 = true, o2 = e3.lineIndent > t3 ? 1 : e3.lineIndent === t3 ? 0 : -1), o2 === 1) for (; ; ) {
    let r3 = e3.input.charCodeAt(e3.position), i3 = I(e3);
    if (s2 && o2 !== 1 && (r3 === 33 || r3 === 38)) break;
    if (s2 && p2 && (u2.tagStart !== j || u2.anchorStart !== j) && (r3 === 33 || r3 === 38)) {
      var m2;
      let n3 = I(e3), r4 = t3 + 1;
      if (Nn(e3, e3.position - e3.lineStart, r4, u2) && ((m2 = e3.events[n3.eventsLength]) == null ? void 0 : m2.type) === C.MAPPING) return e3.depth--, true;
      L(e3, n3);
    }
    if (s2 && (r3 === 33 && u2.tagStart !== j || r3 === 38 && u2.anchorStart !== j) || !Sn(e3, u2, n2 === M) && !Cn(e3, u2)) break;
    l2 === null && (l2 = i3), W(e3, true) ? (s2 = true, f2 = p2, o2 = e3.lineIndent > t3 ? 1 : e3.lineIndent === t3 ? 0 : -1) : f2 = false;
  }
  if (f2 && (f2 = s2 || i2), o2 === 1 || n2 === Xt) {
    let r3 = n2 === M || n2 === Jt ? t3 : t3 + 1, i3 = e3.position - e3.lineStart;
    if (o2 === 1) {
      if (f2 && (Mn(e3, i3, u2) || Nn(e3, i3, r3, u2)) || jn(e3, r3, u2)) c2 = true;
      else {
        let t4 = e3.input.charCodeAt(e3.position);
        if (l2 !== null && a2 && p2 && !f2 && t4 !== 124 && t4 !== 62) {
          var h2;
          let t5 = I(e3), n3 = l2.position - l2.lineStart;
          L(e3, l2), Nn(e3, n3, r3, fn()) && ((h2 = e3.events[t5.eventsLength]) == null ? void 0 : h2.type) === C.MAPPING ? c2 = true : L(e3, t5);
        }
        !c2 && (d2 && On(e3, r3, u2) || En(e3, r3, u2) || Dn(e3, r3, u2) || wn(e3, u2) || An(e3, r3, n2, u2)) && (c2 = true);
      }
    } else o2 === 0 && (c2 = f2 && Mn(e3, i3, u2));
  }
  return d2 = d2 && !c2, !c2 && (u2.anchorStart !== j || u2.tagStart !== j || d2) && (N(e3, j, j, u2.anchorStart, u2.anchorEnd, u2.tagStart, u2.tagEnd, w.PLAIN), c2 = true), e3.depth--, c2 || u2.anchorStart !== j || u2.tagStart !== j;
}
function Pn(e3) {
  if (e3.lineIndent > 0 || e3.input.charCodeAt(e3.position) !== 37) return false;
  e3.position++;
  let t3 = e3.position;
  for (; e3.input.charCodeAt(e3.position) !== 0 && !V(e3.input.charCodeAt(e3.position)); ) e3.position++;
  let n2 = e3.input.slice(t3, e3.position), r2 = [];
  for (n2.length === 0 && R(e3, "directive name must not be less than one character in length"); e3.input.charCodeAt(e3.position) !== 0 && !z(e3.input.charCodeAt(e3.position)); ) {
    for (; B(e3.input.charCodeAt(e3.position)); ) e3.position++;
    if (e3.input.charCodeAt(e3.position) === 35 || z(e3.input.charCodeAt(e3.position)) || e3.input.charCodeAt(e3.position) === 0) break;
    let t4 = e3.position;
    for (; e3.input.charCodeAt(e3.position) !== 0 && !V(e3.input.charCodeAt(e3.position)); ) e3.position++;
    r2.push(e3.input.slice(t4, e3.position));
  }
  if (z(e3.input.charCodeAt(e3.position)) && _n(e3), n2 === "YAML") {
    e3.directives.some((e4) => e4.kind === "yaml") && R(e3, "duplication of %YAML directive"), r2.length !== 1 && R(e3, "YAML directive accepts exactly one argument");
    let t4 = /^([0-9]+)\.([0-9]+)$/.exec(r2[0]);
    t4 === null && R(e3, "ill-formed argument of the YAML directive"), parseInt(t4[1], 10) !== 1 && R(e3, "unacceptable YAML version of the document"), e3.directives.push({
      kind: "yaml",
      version: r2[0]
    });
  } else if (n2 === "TAG") {
    r2.length !== 2 && R(e3, "TAG directive accepts exactly two arguments");
    let [t4, n3] = r2;
    $t.test(t4) || R(e3, "ill-formed tag handle (first argument) of the TAG directive"), qt.call(e3.tagHandlers, t4) && R(e3, `there is a previously declared suffix for "${t4}" tag handle`), an.test(n3) || R(e3, "ill-formed tag prefix (second argument) of the TAG directive"), e3.tagHandlers[t4] = n3, e3.directives.push({
      kind: "tag",
      handle: t4,
      prefix: n3
    });
  }
  return true;
}
function Fn(e3) {
  e3.directives = [], e3.tagHandlers = /* @__PURE__ */ Object.create(null);
  let t3 = false;
  for (W(e3, true); Pn(e3); ) t3 = true, W(e3, true);
  let n2 = false, r2 = false, i2 = true;
  if (e3.lineIndent === 0 && e3.input.charCodeAt(e3.position) === 45 && e3.input.charCodeAt(e3.position + 1) === 45 && e3.input.charCodeAt(e3.position + 2) === 45 && H(e3.input.charCodeAt(e3.position + 3))) {
    n2 = true;
    let t4 = e3.line;
    e3.position += 3, W(e3, true), i2 = e3.line > t4;
  } else t3 && R(e3, "directives end mark is expected");
  let a2 = e3.events.length;
  if (!n2 && e3.position === e3.lineStart && e3.input.charCodeAt(e3.position) === 46 && G(e3)) {
    e3.position += 3, W(e3, true);
    return;
  }
  if (sn(e3, n2, false), q(e3, e3.lineIndent - 1, Xt, false, i2, i2) || F(e3), W(e3, true), e3.position === e3.lineStart && G(e3) && (r2 = e3.input.charCodeAt(e3.position) === 46, r2)) {
    let t4 = e3.line;
    e3.position += 3, W(e3, true), e3.line === t4 && e3.position < e3.length && R(e3, "end of the stream or a document separator is expected");
  }
  let o2 = e3.events[a2];
  (o2 == null ? void 0 : o2.type) === C.DOCUMENT && (o2.explicitEnd = r2), P(e3), !r2 && e3.position < e3.length && !yn(e3) && R(e3, "end of the stream or a document separator is expected");
}
function In(e3, t3) {
  let n2 = e3.length, r2 = b(b(b({}, on), t3), {}, {
    input: `${e3}\0`,
    length: n2,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  }), i2 = e3.indexOf("\0");
  for (i2 !== -1 && S.throwAt(e3, i2, "null byte is not allowed in input", r2.filename); r2.position < r2.length && (vn(r2), W(r2, true), !(r2.position >= r2.length)); ) {
    let e4 = r2.position;
    Fn(r2), r2.position === e4 && /* c8 ignore next */
    R(r2, "can not read a document");
  }
  return r2.events;
}
var Oi = C.DOCUMENT;
var ki = C.SEQUENCE;
var Ai = C.MAPPING;
var ji = C.SCALAR;
var Mi = C.ALIAS;
var Ni = C.POP;
var Pi = w.PLAIN;
var Fi = w.SINGLE_QUOTED;
var Ii = w.DOUBLE_QUOTED;
var Li = w.LITERAL_BLOCK;
var Ri = w.FOLDED_BLOCK;
var zi = T.BLOCK;
var Bi = T.FLOW;
var Vi = E.CLIP;
var Hi = E.STRIP;
var Ui = E.KEEP;

// src/manifests/yaml/event-reader.ts
var styles = ["plain", "plain", "single", "double", "literal", "folded"];
var absent = -1;
var EventReader = class {
  #text;
  #offset;
  #builder;
  /** End of what was read last. */
  #cursor = 0;
  #handles;
  /** The brackets that will end the open collections; the empty string where indentation does, or the document. */
  #closers = [];
  constructor(text, offset, builder) {
    this.#text = text;
    this.#offset = offset;
    this.#builder = builder;
  }
  /** Throws `Unreadable`. */
  read(events) {
    for (const event of events) {
      if (event.type === C.SCALAR) this.#scalar(event);
      else if (event.type === C.POP) this.#close();
      else if (event.type === C.MAPPING) this.#open("map", event);
      else if (event.type === C.SEQUENCE) this.#open("sequence", event);
      else if (event.type === C.ALIAS) this.#alias(event.anchorStart, event.anchorEnd);
      else this.#document(event);
    }
  }
  #document(event) {
    if (this.#handles) {
      const at = this.#offset + this.#cursor;
      throw new Unreadable("syntax", "A second document starts behind this place, where only one is expected.", at, at);
    }
    if (event.explicitStart) this.#cursor = this.#text.search(/^---(?=\s|$)/m) + 3;
    const tags = event.directives.filter((directive) => directive.kind === "tag");
    this.#handles = new Map(tags.map((tag) => [tag.handle, tag.prefix]));
    this.#closers.push("");
  }
  #open(type, event) {
    const { start, style } = event;
    const flow = style === T.FLOW;
    const bracket = flow ? this.#text[start] : void 0;
    const closer = bracket === "{" ? "}" : bracket === "[" ? "]" : "";
    this.#closers.push(closer);
    this.#cursor = closer ? start + 1 : start;
    const tag = this.#tag(event);
    if (tag) this.#remarkOnTag(tag, void 0, event);
    this.#builder.open(type, this.#offset + start, flow, this.#anchor(event));
  }
  #close() {
    const closer = this.#closers.pop();
    if (this.#closers.length === 0) return;
    if (closer) {
      let at = skipBlank(this.#text, this.#cursor, this.#text.length);
      if (this.#text[at] === ",") at = skipBlank(this.#text, at + 1, this.#text.length);
      this.#cursor = at + 1;
    }
    this.#builder.close(this.#offset + this.#cursor);
  }
  #scalar(event) {
    const style = styles[event.style];
    const start = this.#scalarStart(event);
    const end = this.#scalarEnd(event, start);
    this.#cursor = end;
    const text = wt(this.#text, event);
    const tag = this.#tag(event);
    const value = resolveScalar(text, style, tag);
    if (tag) this.#remarkOnTag(tag, value, event);
    const isMerge = text === "<<" && (tag ? tag === "!!merge" : style === "plain");
    const node = {
      type: "scalar",
      value,
      text,
      style,
      start: this.#offset + start,
      end: this.#offset + end
    };
    this.#builder.scalar(node, isMerge, this.#anchor(event));
  }
  /** js-yaml tells where content starts: quotes and the header of a block scalar stand before it. */
  #scalarStart(event) {
    if (event.valueStart === absent) return this.#absentPlace(event);
    if (event.style === w.PLAIN) return event.valueStart;
    if (event.style <= w.DOUBLE_QUOTED) return event.valueStart - 1;
    let at = this.#skipBlank(Math.max(this.#cursor, event.tagEnd, event.anchorEnd));
    while (isIndicator(this.#text[at])) at = this.#skipBlank(at + 1);
    return at;
  }
  /** A block scalar ends with its last line that says something, so that a range never reaches into the next entry. */
  #scalarEnd(event, start) {
    if (event.valueStart === absent) return start;
    if (event.style === w.PLAIN) return event.valueEnd;
    if (event.style <= w.DOUBLE_QUOTED) return event.valueEnd + 1;
    let end = event.valueEnd;
    while (isBlank(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }
  /** An absent value stands right behind its tag or anchor, else behind the mark that announces it. */
  #absentPlace(event) {
    const properties = Math.max(event.tagEnd, event.anchorEnd);
    if (properties !== absent) return properties;
    const at = this.#skipBlank(this.#cursor);
    const mark = this.#text[at];
    const { role } = this.#builder;
    if (role === "key") return mark === "?" ? at + 1 : at;
    const announced = role === "value" && mark === ":" || role === "item" && mark === "-";
    return announced ? at + 1 : this.#cursor;
  }
  #alias(nameStart, end) {
    this.#cursor = end;
    const name = this.#text.slice(nameStart, end);
    this.#builder.alias(name, this.#offset + nameStart - 1, this.#offset + end);
  }
  #anchor({ anchorStart, anchorEnd }) {
    return anchorStart === absent ? void 0 : this.#text.slice(anchorStart, anchorEnd);
  }
  #tag({ tagStart, tagEnd }) {
    if (tagStart === absent) return void 0;
    return shortTag(this.#text.slice(tagStart, tagEnd), this.#handles);
  }
  #remarkOnTag(tag, value, { tagStart, tagEnd }) {
    const message = tagRemark(tag, value);
    if (message) this.#builder.remark("tag", message, this.#offset + tagStart, this.#offset + tagEnd);
  }
  #skipBlank(from) {
    return skipBlank(this.#text, from, this.#text.length);
  }
};
function isIndicator(character) {
  return character === ":" || character === "-" || character === "?";
}

// src/manifests/yaml/syntax-message.ts
var messages = [
  ["bad indentation of a mapping entry", "This does not line up with the keys above it; check its indentation."],
  ["bad indentation of a sequence entry", "This does not line up with the list items above it; check its indentation."],
  [
    "deficient indentation",
    "A quote, bracket or brace is still open; close it before this line, or indent this line deeper."
  ],
  ["tab characters", "A tab stands where the indentation must be made of spaces."],
  ["expected ':' after a mapping key", "A key must end with a colon and a space."],
  ["a whitespace character is expected after the key", "A space is missing behind the colon."],
  [
    "can not read a block mapping entry",
    "The key before this place runs over several lines; a colon seems to be missing."
  ],
  [
    "end of the stream or a document separator",
    "The document should end here; this text belongs to nothing before it."
  ],
  ["missed comma", "A comma is missing between two entries inside brackets or braces."],
  ["expected the node content, but found", "There is nothing between two commas."],
  ["unexpected end of the stream within a flow", "A bracket or brace that was opened is never closed."],
  ["unexpected end of the stream within a double", "A double quote that was opened is never closed."],
  ["unexpected end of the document within a double", "A double quote that was opened is never closed."],
  ["unexpected end of the stream within a single", "A single quote that was opened is never closed."],
  ["unexpected end of the document within a single", "A single quote that was opened is never closed."],
  [
    "unknown escape sequence",
    "The backslash starts no known escape; write \\\\ for a backslash, or use single quotes."
  ],
  ["expected hexadecimal character", "Hexadecimal digits are missing behind the backslash escape."],
  ["the stream contains non-printable", "A control character stands here; YAML does not allow it."],
  ["null byte", "A NUL character stands here; YAML does not allow it."],
  ["expected valid JSON character", "A control character stands here; YAML does not allow it."],
  ["a line break is expected", "Nothing but a comment may follow | or > on its line."],
  ["bad explicit indentation width", "The number behind | or > must be 1 to 9."],
  ["directives end mark", "A line --- must follow the % lines."],
  ["undeclared tag handle", "The tag uses a prefix that no %TAG line declares."],
  ["alias node should not", "An alias (*name) takes no anchor and no tag of its own."]
];
function syntaxMessage(reason, text, at) {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  if (reason.startsWith("bad indentation of a mapping") && line.trim() !== "") return strayText(text[at] === ":", line);
  const known = messages.find(([beginning]) => reason.startsWith(beginning));
  return known ? known[1] : `This is not valid YAML: ${reason}.`;
}
function strayText(colon, line) {
  if (!colon) return "The value has already ended before this place; quote all of it if this belongs to it.";
  return /:\s/.test(line) ? "A second colon stands on this line; quote the value if the colon belongs to it." : "This line is indented deeper than the key before it, which makes it a part of its value; check its indentation.";
}

// src/manifests/yaml/parse-document.ts
function parseDocument(source, start, end, limits) {
  const bounds = limitsWith(limits);
  try {
    if (end - start > bounds.fileBytes) throw tooLong(bounds, start);
    const { root, problems } = read(source.text.slice(start, end), start, bounds);
    const saysNothing = root?.type === "scalar" && root.start === root.end;
    return { root: saysNothing ? void 0 : root, problems };
  } catch (error) {
    if (error instanceof Unreadable) return { root: void 0, problems: [error.problem] };
    throw error;
  }
}
function read(text, offset, limits) {
  try {
    const events = In(text, { maxDepth: limits.depth + 1 });
    const builder = new TreeBuilder(limits);
    new EventReader(text, offset, builder).read(events);
    return builder;
  } catch (error) {
    if (error instanceof S) return readAgain(text, offset, limits, error);
    throw error;
  }
}
function readAgain(text, offset, limits, { reason, mark }) {
  const at = mark?.position ?? 0;
  const start = offset + at;
  const end = offset + Math.min(at + 1, text.length);
  if (reason.startsWith("nesting exceeded")) throw tooDeep(limits, start, end);
  const parseTolerantly = text.length <= limits.tolerantLength ? tolerantParser() : void 0;
  const builder = parseTolerantly?.(text, offset, limits);
  if (builder) return builder;
  throw new Unreadable("syntax", syntaxMessage(reason, text, at), start, end);
}

export {
  defaultLimits,
  loadTolerantParser,
  parseDocument
};
/*! Bundled license information:

js-yaml/dist/browser/js-yaml.esm.min.mjs:
  (*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT *)
*/
