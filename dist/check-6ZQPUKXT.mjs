import {
  Field,
  fieldsOf,
  isKustomizationPath,
  locate,
  rawWorld,
  readKustomization,
  readSlices,
  resolvePath,
  scan,
  wantedBy
} from "./chunk-EPY7MIUN.mjs";
import {
  rules
} from "./chunk-O7Y4W67V.mjs";
import {
  lineAt,
  lineText,
  locationOf,
  readPlaceholders
} from "./chunk-DPTSPITN.mjs";
import {
  cappedSeverity,
  compareFindings,
  compareSeverity,
  compareText
} from "./chunk-VVYBS3MP.mjs";
import {
  countFindings
} from "./chunk-D5G6WM4T.mjs";
import "./chunk-IEG5Q3DA.mjs";
import {
  Bug,
  InputError
} from "./chunk-NRA3LPXK.mjs";
import "./chunk-ZAKRCB72.mjs";
import {
  __commonJS,
  __toESM
} from "./chunk-B7F5QLE5.mjs";

// node_modules/ignore/index.js
var require_ignore = __commonJS({
  "node_modules/ignore/index.js"(exports, module) {
    function makeArray(subject) {
      return Array.isArray(subject) ? subject : [subject];
    }
    var UNDEFINED = void 0;
    var EMPTY = "";
    var SPACE = " ";
    var ESCAPE = "\\";
    var REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/;
    var BOM = "\uFEFF";
    var REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/;
    var REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/;
    var REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/;
    var REGEX_SPLITALL_CRLF = /\r?\n/g;
    var DOUBLE_SLASH = "//";
    var SLASH_CODE = 47;
    var DOT_CODE = 46;
    var SLASH = "/";
    var TMP_KEY_IGNORE = "node-ignore";
    if (typeof Symbol !== "undefined") {
      TMP_KEY_IGNORE = /* @__PURE__ */ Symbol.for("node-ignore");
    }
    var KEY_IGNORE = TMP_KEY_IGNORE;
    var define = (object, key, value) => {
      Object.defineProperty(object, key, { value });
      return value;
    };
    var RETURN_FALSE = () => false;
    var POSIX_CLASSES = {
      alnum: "0-9A-Za-z",
      alpha: "A-Za-z",
      blank: " \\t",
      cntrl: "\\x00-\\x1f\\x7f",
      digit: "0-9",
      graph: "!-.0-~",
      lower: "a-z",
      print: " -.0-~",
      punct: "!-.:-@\\[-`{-~",
      // git's `sane-ctype.h` classifies \v and \f as control, not space,
      //   unlike C's `isspace`
      space: " \\t\\n\\r",
      upper: "A-Z",
      xdigit: "0-9A-Fa-f"
    };
    var CLASS_MEMBERS_TO_ESCAPE = "\\]^-[";
    var escapeMember = (char) => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0 ? char : ESCAPE + char;
    var NON_SLASH = "(?!\\/)";
    var classSource = (negated, body) => {
      if (negated) {
        return `[^\\/${body}]`;
      }
      const source = `[${body}]`;
      return new RegExp(source).test("/") ? NON_SLASH + source : source;
    };
    var scanBracket = (pattern, start) => {
      const { length } = pattern;
      let index = start + 1;
      let negated = EMPTY;
      const lead = pattern[index];
      if (lead === "!" || lead === "^") {
        negated = "^";
        index++;
      }
      let body = EMPTY;
      let prev = EMPTY;
      for (; ; ) {
        const char = pattern[index];
        if (char === UNDEFINED) {
          return null;
        }
        if (char === ESCAPE) {
          const escaped = pattern[++index];
          body += escapeMember(escaped);
          prev = escaped;
        } else if (char === "-" && prev && index + 1 < length && pattern[index + 1] !== "]") {
          index++;
          let to = pattern[index];
          if (to === ESCAPE) {
            to = pattern[index += 1];
          }
          if (prev <= to) {
            body += `-${escapeMember(to)}`;
          }
          prev = EMPTY;
        } else if (char === "[" && pattern[index + 1] === ":") {
          const nameStart = index + 2;
          let end = nameStart;
          while (end < length && pattern[end] !== "]") {
            end++;
          }
          if (end === length) {
            return null;
          }
          if (end > nameStart && pattern[end - 1] === ":") {
            const name = pattern.slice(nameStart, end - 1);
            if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name)) {
              return null;
            }
            body += POSIX_CLASSES[name];
            prev = EMPTY;
            index = end;
          } else {
            body += escapeMember("[");
            prev = "[";
            index = nameStart - 2;
          }
        } else {
          body += escapeMember(char);
          prev = char;
        }
        index++;
        if (pattern[index] === "]") {
          return {
            end: index,
            source: classSource(negated, body)
          };
        }
      }
    };
    var NEVER_MATCH = "[]";
    var PLACEHOLDER = "\0";
    var REGEX_RESTORE_PLACEHOLDER = new RegExp(
      `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`,
      "g"
    );
    var TRAILING_WILDCARD = "";
    var TRAILING_DOUBLESTAR = "";
    var isReserved = (char) => char === PLACEHOLDER || char === TRAILING_WILDCARD || char === TRAILING_DOUBLESTAR;
    var extractBrackets = (pattern) => {
      const sources = [];
      const hold = (source) => `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`;
      const { length } = pattern;
      let out = EMPTY;
      let index = 0;
      while (index < length) {
        const char = pattern[index];
        if (char === ESCAPE) {
          const escaped = pattern[index + 1];
          if (escaped === SLASH && index + 2 === length) {
            out += hold(NEVER_MATCH);
          } else if (escaped === "*" || escaped === "[" || escaped === SPACE) {
            out += pattern.slice(index, index + 2);
          } else {
            out += hold(
              REGEX_LITERAL_SPECIAL.test(escaped) ? ESCAPE + escaped : isReserved(escaped) ? `[${escaped}]` : escaped
            );
          }
          index += 2;
        } else if (isReserved(char)) {
          out += hold(`[${char}]`);
          index++;
        } else if (char === "[") {
          const scanned = scanBracket(pattern, index);
          if (scanned === null) {
            out += hold(NEVER_MATCH);
            index = length;
          } else {
            out += hold(scanned.source);
            index = scanned.end + 1;
          }
        } else {
          out += char;
          index++;
        }
      }
      return {
        source: out,
        sources
      };
    };
    var DIRECT = null;
    var REGEX_INNER_SLASH = /\/(?!$)/;
    var WILDCARD = "[^\\/]*";
    var REPLACERS = [
      // Replace (\ ) with ' '
      // Only a space: an escaped tab or other whitespace is already a literal by
      //   the time it reaches here, and a bare tab must be left as one, not turned
      //   into a space.
      // (\ ) -> ' '
      // (\\ ) -> '\\ '
      // (\\\ ) -> '\\ '
      [
        // A run of backslashes is taken whole, from its first one, so no match
        //   ever starts again inside it -- `(\\+?) ` did, which made a long run
        //   quadratic.
        /(\\+)( ?)/g,
        (_, run, space) => space ? run.slice(0, run.length - run.length % 2) + SPACE : run,
        ESCAPE + SPACE
      ],
      // git's wildmatch() reads a run of two or more asterisks as one globstar
      //   whenever the run fills a path segment: it starts the pattern or follows
      //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
      //   already `**`; a longer one is folded into `**` here, so the steps
      //   below only ever have to know `**`.
      // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
      // git also takes a run beside a literal prefix (`a***/b`) or beside an
      //   escaped slash (`***\/b`) as a globstar, and this does not; the README
      //   lists both, under "A run of asterisks".
      [
        /(^|\/)\*{3,}(?=\/|$)/g,
        (_, start) => `${start}**`,
        "*"
      ],
      // Escape metacharacters
      // which is written down by users but means special for regular expressions.
      // > There are 12 characters with special meanings:
      // > - the backslash \,
      // > - the caret ^,
      // > - the dollar sign $,
      // > - the period or dot .,
      // > - the vertical bar or pipe symbol |,
      // > - the question mark ?,
      // > - the asterisk or star *,
      // > - the plus sign +,
      // > - the opening parenthesis (,
      // > - the closing parenthesis ),
      // > - and the opening square bracket [,
      // > - the opening curly brace {,
      // > These special characters are often called "metacharacters".
      [
        /[\\$.|*+(){^]/g,
        (match) => `\\${match}`
      ],
      [
        // > a question mark (?) matches a single character
        /(?!\\)\?/g,
        () => "[^/]",
        "?"
      ],
      // leading slash
      [
        // > A leading slash matches the beginning of the pathname.
        // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
        // A leading slash matches the beginning of the pathname
        /^\//,
        () => "^",
        SLASH
      ],
      // replace special metacharacter slash after the leading slash
      [
        /\//g,
        () => "\\/",
        SLASH
      ],
      [
        // > A leading "**" followed by a slash means match in all directories.
        // > For example, "**/foo" matches file or directory "foo" anywhere,
        // > the same as pattern "foo".
        // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
        // >   under directory "foo".
        // Notice that the '*'s have been replaced as '\\*'
        /^\^*(?:\\\*\\\*\\\/)+/,
        // '**/foo' <-> 'foo'
        () => "(?:^|\\/)",
        "*"
      ],
      // starting
      [
        // there will be no leading '/'
        //   (which has been replaced by section "leading slash")
        // If starts with '**', adding a '^' to the regular expression also works
        DIRECT,
        (source, pattern) => {
          if (!source || source[0] === "^" || source[0] === "(") {
            return source;
          }
          const anchor = !REGEX_INNER_SLASH.test(pattern) ? "(?:^|\\/)" : "^";
          return anchor + source;
        }
      ],
      // two globstars
      [
        // Use lookahead assertions so that we could match more than one `'/**'`
        /\\\/\\\*\\\*(?=\\\/|$)/g,
        // Zero, one or several directories
        // should not use '*', or it will be replaced by the next replacer
        // Check if it is not the last `'/**'`
        (_, index, str) => index + 6 < str.length ? str.slice(index + 6) === "\\/" ? "(?:\\/[^\\/]+)+" : "(?:\\/[^\\/]+)*" : `\\/${TRAILING_DOUBLESTAR}`,
        "*"
      ],
      // normal intermediate wildcards
      [
        // Never replace escaped '*'
        // ignore rule '\*' will match the path '*'
        // 'abc.*/' -> go
        // 'abc.*'  -> skip this rule,
        //    coz trailing single wildcard will be handed by [trailing wildcard]
        /(^|[^\\])(?:\\\*)+(?!$)/g,
        // '*.js' matches '.js'
        // '*.js' doesn't match 'abc'
        // 1. An asterisk "*" matches anything except a slash.
        // 2. Other consecutive asterisks are considered regular asterisks
        //    and collapse into one non-slash wildcard run.
        (_, p1) => p1 + WILDCARD,
        "*"
      ],
      // trailing wildcard, held apart from a literal star
      [
        // The step above leaves a trailing `*` alone, so a single `\*` is all that
        //   can be left at the end here, and what stands in front of it says which
        //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
        //   nothing before it; a literal arrives as the user's own escape, which
        //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
        //   There is no third case: every backslash still reaching the chain is
        //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
        //   own character, so a longer run can never form. This runs while the
        //   two are still distinct, before the unescape steps below collapse the
        //   literal onto the very `\*` a wildcard leaves behind.
        /(^|[^\\])((?:\\\\)*)\\\*$/,
        (match, p1, p2) => p2 === EMPTY ? p1 + TRAILING_WILDCARD : match,
        "*"
      ],
      [
        // unescape, revert step 3 except for back slash
        // For example, if a user escape a '\\*',
        // after step 3, the result will be '\\\\\\*'
        /\\\\\\(?=[$.|*+(){^])/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // '\\\\' -> '\\'
        /\\\\/g,
        () => ESCAPE,
        ESCAPE + ESCAPE
      ],
      [
        // Every real bracket expression -- POSIX classes included -- has already
        //   been held aside by `extractBrackets`, so the only `[` left in the
        //   pattern is an escaped, literal one.
        // A backslash could only stand at the end of the range if it quoted the
        //   `]`, and `\]` is held aside long before this.
        /\\\[([^\]/]*?)($|\])/g,
        // '\\[bar]' -> '\\\\[bar]'
        (match, range, close) => `\\[${range}${close}`,
        "["
      ],
      // ending
      [
        // 'js' will not match 'js.'
        // 'ab' will not match 'abc'
        DIRECT,
        // WTF!
        // https://git-scm.com/docs/gitignore
        // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
        // which re-fixes #24, #38
        // > If there is a separator at the end of the pattern then the pattern
        // > will only match directories, otherwise the pattern can match both
        // > files and directories.
        // 'js*' will not match 'a.js'
        // 'js/' will not match 'a.js'
        // 'js' will match 'a.js' and 'a.js/'
        (source) => {
          const last = source[source.length - 1];
          if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
            return source;
          }
          return last === SLASH ? `${source}$` : `${source}(?=$|\\/$)`;
        }
      ]
    ];
    var REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/;
    var MODE_IGNORE = "regex";
    var MODE_CHECK_IGNORE = "checkRegex";
    var UNDERSCORE = "_";
    var replaceTrailingWildcard = (_, p1) => {
      const prefix = p1 ? `${p1}[^/]+` : "[^/]*";
      return `${prefix}(?=$|\\/$)`;
    };
    var REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/;
    var replaceTrailingDoublestar = () => "[\\s\\S]";
    var separatorAfter = (run, at) => {
      let separator = EMPTY;
      for (let index = at + 1; index < run.length && !run[index].wildcard; index++) {
        separator += run[index].single;
      }
      return separator;
    };
    var pinWildcards = (source) => {
      if (source.indexOf(WILDCARD) < 0) {
        return source;
      }
      const tokens = [];
      const { length } = source;
      let index = 0;
      while (index < length) {
        const char = source[index];
        if (source.startsWith(WILDCARD, index)) {
          tokens.push({ wildcard: true });
          index += WILDCARD.length;
        } else if (char === "[") {
          let end = index + 1;
          if (source[end] === "^") {
            end++;
          }
          if (source[end] === "]") {
            end++;
          }
          while (end < length && source[end] !== "]") {
            end += source[end] === ESCAPE ? 2 : 1;
          }
          end++;
          tokens.push({ single: source.slice(index, end) });
          index = end;
        } else if (char === ESCAPE) {
          tokens.push({ single: source.slice(index, index + 2) });
          index += 2;
        } else if (char === "(") {
          let depth = 0;
          let end = index;
          do {
            if (source[end] === ESCAPE) {
              end++;
            } else if (source[end] === "(") {
              depth++;
            } else if (source[end] === ")") {
              depth--;
            }
            end++;
          } while (end < length && depth > 0);
          if ("*+?".indexOf(source[end]) >= 0) {
            end++;
          }
          tokens.push({ boundary: source.slice(index, end) });
          index = end;
        } else if (char === "^" || char === "$") {
          tokens.push({ boundary: char });
          index++;
        } else {
          tokens.push({ single: char });
          index++;
        }
      }
      let out = EMPTY;
      let run = [];
      const flush = () => {
        let lastWildcard;
        run.forEach((token, at) => {
          if (token.wildcard) {
            lastWildcard = at;
          }
        });
        run.forEach((token, at) => {
          if (!token.wildcard) {
            out += token.single;
            return;
          }
          out += at === lastWildcard ? WILDCARD : `(?:(?!${separatorAfter(run, at)})[^\\/])*`;
        });
        run = [];
      };
      tokens.forEach((token) => {
        if (token.boundary === void 0) {
          run.push(token);
          return;
        }
        flush();
        out += token.boundary;
      });
      flush();
      return out;
    };
    var makeRegexPrefix = (pattern) => {
      if (REGEX_ANCHORED_GLOBSTAR.test(pattern)) {
        pattern = "**";
      }
      const { source, sources } = extractBrackets(pattern);
      const replaced = REPLACERS.reduce(
        // A pass whose matcher finds nothing hands back the very string it was
        //   given, so asking first costs a search and saves a rewrite. Ten of the
        //   fifteen passes never fire for a typical .gitignore line, and between
        //   them they were 45% of this chain.
        (prev, [matcher, replacer, required]) => {
          if (matcher === DIRECT) {
            return replacer(prev, pattern);
          }
          if (required !== UNDEFINED && prev.indexOf(required) < 0) {
            return prev;
          }
          return matcher.test(prev) ? prev.replace(matcher, replacer.bind(pattern)) : prev;
        },
        source
      );
      return sources.length ? replaced.replace(
        REGEX_RESTORE_PLACEHOLDER,
        (match, index) => sources[index]
      ) : replaced;
    };
    var checkSourceOf = (body, prefix) => {
      if (body[body.length - 1] === SLASH) {
        prefix = makeRegexPrefix(body.slice(0, -1));
      }
      const head = prefix.slice(0, -1);
      const last = prefix[prefix.length - 1];
      return last === TRAILING_WILDCARD ? `${head}$` : last === TRAILING_DOUBLESTAR ? head : NEVER_MATCH;
    };
    var matchesBasename = (body) => {
      const index = body.indexOf(SLASH);
      return index < 0 || index === body.length - 1;
    };
    var basenameOf = (path) => {
      const end = path.length - 1;
      const index = path.lastIndexOf(
        SLASH,
        path[end] === SLASH ? end - 1 : end
      );
      return index < 0 ? path : path.slice(index + 1);
    };
    var parentOf = (path) => {
      if (path.charCodeAt(0) === SLASH_CODE || path.indexOf(DOUBLE_SLASH) >= 0) {
        const slices = path.split(SLASH).filter(Boolean);
        slices.pop();
        return slices.length ? slices.join(SLASH) + SLASH : EMPTY;
      }
      const end = path.length - 1;
      const cut = path.lastIndexOf(
        SLASH,
        path.charCodeAt(end) === SLASH_CODE ? end - 1 : end
      );
      return cut < 0 ? EMPTY : path.slice(0, cut + 1);
    };
    var isString = (subject) => typeof subject === "string";
    var checkPattern = (pattern) => pattern && isString(pattern);
    var splitPattern = (pattern) => (pattern[pattern.length - 1] === "\r" ? pattern.slice(0, -1) : pattern).split(REGEX_SPLITALL_CRLF).filter(Boolean);
    var IgnoreRule = class {
      constructor(pattern, mark, body, ignoreCase, negative, prefix) {
        this.pattern = pattern;
        this.mark = mark;
        this.negative = negative;
        define(this, "body", body);
        define(this, "ignoreCase", ignoreCase);
        define(this, "regexPrefix", prefix);
      }
      // Worked out on first use and kept behind an own property, the way `regex`
      //   caches itself in `_regex`. Deciding it in the constructor instead would
      //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
      //   every compile -- including the compiles of rules that are never matched
      //   against anything.
      get _basenameOnly() {
        return define(this, "_basenameOnly", matchesBasename(this.body));
      }
      get regex() {
        const key = UNDERSCORE + MODE_IGNORE;
        if (this[key]) {
          return this[key];
        }
        return this._make(MODE_IGNORE, key);
      }
      get checkRegex() {
        const key = UNDERSCORE + MODE_CHECK_IGNORE;
        if (this[key]) {
          return this[key];
        }
        return this._make(MODE_CHECK_IGNORE, key);
      }
      _make(mode, key) {
        const str = pinWildcards(
          mode === MODE_IGNORE ? this.regexPrefix.replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard).replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar) : checkSourceOf(this.body, this.regexPrefix)
        );
        const regex = this.ignoreCase ? new RegExp(str, "i") : new RegExp(str);
        return define(this, key, regex);
      }
    };
    var hasTrailingBackslash = (str) => {
      let count = 0;
      while (str[str.length - count - 1] === ESCAPE) {
        count++;
      }
      return count % 2 === 1;
    };
    var trimEnd = (body, stripLineEnd) => {
      let lineEnd = body.length;
      let end;
      for (; ; ) {
        if (stripLineEnd && body[lineEnd - 1] === "\r") {
          lineEnd--;
        }
        end = lineEnd;
        while (body[end - 1] === SPACE) {
          end--;
        }
        if (!stripLineEnd || body[end - 1] !== "\n") {
          break;
        }
        lineEnd = end - 1;
      }
      if (end === lineEnd) {
        return body.slice(0, lineEnd);
      }
      let backslashes = 0;
      while (body[end - backslashes - 1] === ESCAPE) {
        backslashes++;
      }
      return backslashes % 2 ? body.slice(0, end - 1) + SPACE : body.slice(0, end);
    };
    var createRule = (pattern, mark, ignoreCase, stripLineEnd, stripBOM) => {
      let body = stripBOM && pattern[0] === BOM ? pattern.slice(1) : pattern;
      if (body[0] === "#") {
        return;
      }
      let negative = false;
      if (body[0] === "!") {
        negative = true;
        body = body.slice(1);
      }
      const last = body[body.length - 1];
      if (last === SPACE || stripLineEnd && (last === "\r" || last === "\n")) {
        body = trimEnd(body, stripLineEnd);
      }
      if (!body || hasTrailingBackslash(body)) {
        return;
      }
      body = body.replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, "!").replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, "#");
      const regexPrefix = makeRegexPrefix(body);
      return new IgnoreRule(
        pattern,
        mark,
        body,
        ignoreCase,
        negative,
        regexPrefix
      );
    };
    var RuleManager = class {
      constructor(ignoreCase) {
        this._ignoreCase = ignoreCase;
        this._rules = [];
        this._basenameCount = 0;
      }
      _add(pattern, index) {
        if (pattern && pattern[KEY_IGNORE]) {
          this._rules = this._rules.concat(pattern._rules._rules);
          this._basenameCount += pattern._rules._basenameCount;
          this._added = true;
          return;
        }
        const isStr = isString(pattern);
        const raw = isStr ? pattern : pattern.pattern;
        const rule = checkPattern(raw) && createRule(
          raw,
          isStr ? UNDEFINED : pattern.mark,
          this._ignoreCase,
          !this._split,
          this._stripBOM && !index
        );
        if (rule) {
          this._added = true;
          this._rules.push(rule);
          if (matchesBasename(rule.body)) {
            this._basenameCount++;
          }
        }
      }
      // @param {Array<string> | string | Ignore} pattern
      add(pattern) {
        this._added = false;
        this._split = isString(pattern);
        this._stripBOM = !this._split || pattern[0] === BOM;
        makeArray(
          this._split ? splitPattern(pattern) : pattern
        ).forEach(this._add, this);
        if (this._added) {
          this._literalRules = UNDEFINED;
        }
        return this._added;
      }
      // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
      //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
      //   are left out once, rather than tested or compiled for every path.
      testLiteral(path) {
        const rules2 = this._literalRules || (this._literalRules = this._rules.filter(
          ({ body }) => body[body.length - (body[body.length - 1] === SLASH ? 2 : 1)] === "*"
        ));
        let ignored = false;
        let unignored = false;
        let matchedRule;
        for (let index = rules2.length - 1; index >= 0; index--) {
          const rule = rules2[index];
          if (rule.checkRegex.test(path)) {
            ignored = !rule.negative;
            unignored = rule.negative;
            matchedRule = rule.negative ? UNDEFINED : rule;
            break;
          }
        }
        const ret = {
          ignored,
          unignored
        };
        if (matchedRule) {
          ret.rule = matchedRule;
        }
        return ret;
      }
      // Test one single path without recursively checking parent directories
      //
      // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`
      // @returns {TestResult}
      test(path, mode) {
        const rules2 = this._rules;
        const { length } = rules2;
        const shortcut = this._basenameCount * 2 >= length;
        const basename = shortcut ? basenameOf(path) : path;
        for (let index = length - 1; index >= 0; index--) {
          const rule = rules2[index];
          if (rule[mode].test(
            shortcut && rule._basenameOnly ? basename : path
          )) {
            const { negative } = rule;
            const ret = {
              ignored: !negative,
              unignored: negative
            };
            if (!negative) {
              ret.rule = rule;
            }
            return ret;
          }
        }
        return {
          ignored: false,
          unignored: false
        };
      }
    };
    var throwError = (message, Ctor) => {
      throw new Ctor(message);
    };
    var checkPath = (path, originalPath, doThrow) => {
      if (!isString(path)) {
        return doThrow(
          `path must be a string, but got \`${originalPath}\``,
          TypeError
        );
      }
      if (!path) {
        return doThrow(`path must not be empty`, TypeError);
      }
      if (checkPath.isNotRelative(path)) {
        const r = "`path.relative()`d";
        return doThrow(
          `path should be a ${r} string, but got "${originalPath}"`,
          RangeError
        );
      }
      return true;
    };
    var isNotRelative = (path) => {
      const first = path.charCodeAt(0);
      if (first === SLASH_CODE) {
        return true;
      }
      if (first !== DOT_CODE) {
        return false;
      }
      if (path.length === 1) {
        return true;
      }
      const second = path.charCodeAt(1);
      if (second === SLASH_CODE) {
        return true;
      }
      if (second !== DOT_CODE) {
        return false;
      }
      return path.length === 2 || path.charCodeAt(2) === SLASH_CODE;
    };
    checkPath.isNotRelative = isNotRelative;
    checkPath.convert = (p) => p;
    var convertPath = (target) => isString(target) && checkPath.convert(target);
    var Ignore = class {
      constructor({
        ignorecase = true,
        ignoreCase = ignorecase,
        allowRelativePaths = false
      } = {}) {
        define(this, KEY_IGNORE, true);
        this._rules = new RuleManager(ignoreCase);
        this._strictPathCheck = !allowRelativePaths;
        this._initCache();
      }
      _initCache() {
        this._ignoreCache = /* @__PURE__ */ Object.create(null);
        this._testCache = /* @__PURE__ */ Object.create(null);
      }
      add(pattern) {
        if (this._rules.add(pattern)) {
          this._initCache();
        }
        return this;
      }
      // legacy
      addPattern(pattern) {
        return this.add(pattern);
      }
      // @returns {TestResult}
      _test(originalPath, cache, path) {
        checkPath(
          path,
          originalPath,
          this._strictPathCheck ? throwError : RETURN_FALSE
        );
        return path ? this._t(path, cache) : {
          ignored: false,
          unignored: false
        };
      }
      checkIgnore(target) {
        const path = convertPath(target);
        if (!path || path.charCodeAt(path.length - 1) !== SLASH_CODE) {
          return this._test(target, this._testCache, path);
        }
        const dir = this._t(path, this._testCache);
        if (dir.ignored) {
          return dir;
        }
        const literal = this._rules.testLiteral(path);
        return literal.ignored || literal.unignored ? literal : dir;
      }
      _t(path, cache) {
        if (path in cache) {
          return cache[path];
        }
        const parentPath = parentOf(path);
        const parent = parentPath ? this._t(parentPath, cache) : UNDEFINED;
        return cache[path] = parent && parent.ignored ? parent : this._rules.test(path, MODE_IGNORE);
      }
      ignores(path) {
        return this._test(path, this._ignoreCache, convertPath(path)).ignored;
      }
      createFilter() {
        return (path) => !this.ignores(path);
      }
      filter(paths) {
        return makeArray(paths).filter(this.createFilter());
      }
      // @returns {TestResult}
      test(path) {
        return this._test(path, this._testCache, convertPath(path));
      }
    };
    var factory = (options) => new Ignore(options);
    var isPathValid = (path) => checkPath(convertPath(path), path, RETURN_FALSE);
    var setupWindows = () => {
      const makePosix = (str) => /^\\\\\?\\/.test(str) || /["<>|\u0000-\u001F]+/u.test(str) ? str : str.replace(/\\/g, "/");
      checkPath.convert = makePosix;
      const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
      checkPath.isNotRelative = (path) => REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path) || isNotRelative(path);
    };
    if (
      // Detect `process` so that it can run in browsers.
      typeof process !== "undefined" && process.platform === "win32"
    ) {
      setupWindows();
    }
    module.exports = factory;
    factory.default = factory;
    module.exports.isPathValid = isPathValid;
    define(module.exports, /* @__PURE__ */ Symbol.for("setupWindows"), setupWindows);
  }
});

// src/manifests/guessed-environments.ts
function guessedEnvironments(worlds) {
  const folders = /* @__PURE__ */ new Map();
  for (const world of worlds.filter(({ name }) => name === ".")) {
    for (const { manifest } of [...world.workloads, ...world.serviceAccounts]) {
      const environment = world.environmentOf(manifest);
      const { path } = manifest.source;
      const folder = path.slice(0, path.lastIndexOf("/"));
      const known = environment === void 0 ? void 0 : folders.get(environment);
      if (environment !== void 0 && (known === void 0 || folder < known)) folders.set(environment, folder);
    }
  }
  if (folders.size < 2) return void 0;
  const shown = [...folders].sort(([a], [b]) => compareText(a, b)).map(([name, folder]) => `${name} (${folder})`);
  return `Environments were guessed from folder names: ${shown.join(", ")}. To state them, list clusters in idwire.yaml.`;
}

// src/manifests/cluster-worlds.ts
var import_ignore = __toESM(require_ignore(), 1);
function clustersAt({ clusters }) {
  const matchers = clusters.map(({ sources }) => {
    const patterns = sources.map(({ value }) => anchored(value));
    return patterns.includes("/") ? () => true : matcherOf(patterns);
  });
  return (path) => clusters.filter((_, index) => matchers[index]?.(path));
}
function anchored(source) {
  return `/${source.replace(/^(?:\.\/)+|^\.$/g, "").replace(/\/+$/, "")}`;
}
function matcherOf(patterns) {
  const matcher = (0, import_ignore.default)({ ignorecase: false }).add([...patterns]);
  return (path) => import_ignore.default.isPathValid(path) && matcher.ignores(path);
}
function worldsOf(raw, complete, { clusters, kustomizations }) {
  if (clusters.length === 0) return [rawWorld(raw, complete)];
  const clustersOf = clustersAt({ clusters });
  const worlds = clusters.flatMap((cluster) => {
    const own = objectsWhere(raw, (path) => clustersOf(path).includes(cluster));
    const rendered = cluster.helm.length > 0 || kustomizations.some((path) => clustersOf(path).includes(cluster));
    const named = { name: cluster.name.value, environment: cluster.environment?.value };
    return own.objects.length > 0 ? [rawWorld(own, complete && !rendered, named)] : [];
  });
  const rest = objectsWhere(raw, (path) => clustersOf(path).length === 0);
  return rest.objects.length > 0 || worlds.length === 0 ? [...worlds, rawWorld(rest, false)] : worlds;
}
function objectsWhere(raw, belongs) {
  const of = (items) => items.filter((item) => belongs(item.manifest.source.path));
  return { objects: of(raw.objects), workloads: of(raw.workloads), serviceAccounts: of(raw.serviceAccounts) };
}
function joinClusters(raw, rendered, { clusters }) {
  if (clusters.length === 0) return [...raw, ...rendered];
  const clustersOf = clustersAt({ clusters });
  const ofCluster = /* @__PURE__ */ new Map();
  for (const world of raw) if (world.cluster !== void 0) ofCluster.set(world.cluster, [world]);
  const rest = raw.filter((world) => world.cluster === void 0);
  for (const world of rendered) {
    const root = world.objects[0]?.manifest.rendered?.root ?? "";
    const names = world.cluster === void 0 ? clustersOf(`${root}/.`).map(({ name }) => name.value) : [world.cluster];
    for (const name of names) ofCluster.set(name, [...ofCluster.get(name) ?? [], world]);
    if (names.length === 0) rest.push(world);
  }
  const joined = [...ofCluster].map(
    ([name, worlds]) => joinWorlds(name, clusters.find((cluster) => cluster.name.value === name)?.environment?.value, worlds)
  );
  return [...joined, ...rest];
}
function joinWorlds(cluster, environment, worlds) {
  const homes = new Map(worlds.flatMap((world) => world.objects.map(({ manifest }) => [manifest, world])));
  return {
    name: cluster,
    cluster,
    complete: worlds.every(({ complete }) => complete),
    guessed: worlds.every(({ guessed }) => guessed),
    objects: worlds.flatMap(({ objects }) => objects),
    workloads: worlds.flatMap(({ workloads }) => workloads),
    serviceAccounts: worlds.flatMap(({ serviceAccounts }) => serviceAccounts),
    sees: (a, b) => homes.get(a) !== homes.get(b) || homes.get(a)?.sees(a, b) !== false,
    environmentOf: (manifest) => environment ?? homes.get(manifest)?.environmentOf(manifest)
  };
}

// src/manifests/configured-roots.ts
var kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
function rootRequestsOf({ clusters, substitutions }, files) {
  const values = new Map([...substitutions].map(([name, { value }]) => [name, value]));
  return clusters.flatMap((cluster) => {
    const common = {
      cluster: cluster.name.value,
      ...cluster.environment && { environment: cluster.environment.value },
      ...values.size > 0 && { substitutions: values }
    };
    const kustomize = cluster.sources.map((source) => ({ folder: resolvePath("", source.value), namedBy: source.at })).filter(({ folder }) => kustomizationNames.some((name) => isFile(files, resolvePath(folder, name)))).map(({ folder, namedBy }) => ({ kind: "kustomize", folder, namedBy, ...common }));
    const helm = cluster.helm.map(
      (chart) => ({
        kind: "helm",
        chart: resolvePath("", chart.chart.value),
        values: chart.values.map(({ value }) => valuesFile(chart, value, files)),
        ...chart.namespace && { namespace: chart.namespace.value },
        ...chart.release && { release: chart.release.value },
        namedBy: chart.at,
        ...common
      })
    );
    return [...kustomize, ...helm];
  });
}
function missingPaths(clusters, files) {
  const missing = (path) => files.stat(path || ".") === void 0;
  return clusters.flatMap(({ sources, helm }) => [
    ...sources.filter(({ value }) => !/[*?[\]]/.test(value) && missing(resolvePath("", value))),
    ...helm.flatMap((chart) => {
      if (missing(resolvePath("", chart.chart.value))) return [chart.chart];
      return chart.values.filter(({ value }) => missing(valuesFile(chart, value, files)));
    })
  ]);
}
function valuesFile({ chart }, value, files) {
  const inChart = resolvePath(resolvePath("", chart.value), value);
  return isFile(files, inChart) ? inChart : resolvePath("", value);
}
function isFile(files, path) {
  return files.stat(path)?.kind === "file";
}

// src/manifests/discover.ts
var import_ignore2 = __toESM(require_ignore(), 1);
var template = "(?:\\.(?:tpl|tmpl|template|tftpl|gotmpl|j2|jinja2?|in))?";
var classes = [
  ["manifest", new RegExp(`(?:\\.(?:ya?ml|json)${template}|(?:^|/)Kustomization)$`)],
  ["terraform", /\.tf(?:\.json)?$/],
  ["bicep", /\.bicep$/],
  ["script", /(?:\.(?:sh|bash|zsh|ps1|psm1|cmd|bat|mk|md)|(?:^|\/)(?:Makefile|Taskfile\.ya?ml|justfile))$/i]
];
function classOf(path) {
  return classes.find(([, pattern]) => pattern.test(path))?.[0];
}
var skipped = /* @__PURE__ */ new Set([".git", "node_modules", ".terraform", ".venv"]);
function discover(files, paths, ignored) {
  const found = /* @__PURE__ */ new Map();
  const own = { base: "", matcher: (0, import_ignore2.default)().add([...ignored]) };
  const outer = ignored.length > 0 ? [own] : [];
  for (const given of paths) {
    const path = normalise(given);
    if (path === "-") {
      found.set("-", { path, class: "manifest", explicit: true });
      continue;
    }
    const kind = files.stat(path || ".")?.kind;
    if (kind === void 0) throw missingPath(given);
    if (kind === "directory") walk(files, path, [...outer, ...ancestorRules(files, path)], found);
    else found.set(path, { path, class: classOf(path) ?? "manifest", explicit: true });
  }
  return [...found.values()].sort((a, b) => compareText(a.path, b.path));
}
function missingPath(path) {
  return new InputError({
    problem: `The path "${path}" does not exist.`,
    evidence: "",
    remedy: "Give a file or folder relative to the working directory, or - for standard input."
  });
}
function normalise(path) {
  const absolute = path.startsWith("/");
  const parts = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}
function ancestorRules(files, path) {
  if (path === "" || path.startsWith("/") || path.startsWith("..")) return [];
  const parts = path.split("/");
  return parts.flatMap((_, index) => {
    const folder = parts.slice(0, index).join("/");
    const names = new Set(files.list(folder || ".").map((entry) => entry.name));
    return names.has(".gitignore") ? [rulesIn(files, folder)] : [];
  });
}
function rulesIn(files, folder) {
  const text = new TextDecoder().decode(files.read(join(folder, ".gitignore")));
  return { base: folder, matcher: (0, import_ignore2.default)().add(text) };
}
function walk(files, folder, outer, found) {
  const entries = listed(files, folder);
  const rules2 = entries.some((entry) => entry.name === ".gitignore" && entry.kind === "file") ? [...outer, rulesIn(files, folder)] : outer;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.kind === "directory") {
      if (!skipped.has(entry.name) && !isIgnored(`${path}/`, rules2)) walk(files, path, rules2, found);
    } else if (entry.kind === "file") {
      const fileClass = classOf(entry.name);
      if (fileClass && !isIgnored(path, rules2)) found.set(path, { path, class: fileClass, explicit: false });
    }
  }
}
function listed(files, folder) {
  try {
    return files.list(folder || ".");
  } catch (thrown) {
    throw new InputError(
      {
        problem: `The folder "${folder || "."}" cannot be read.`,
        evidence: thrown instanceof Error ? thrown.message : String(thrown),
        remedy: "Give the run permission to read it, or leave it out with an ignore pattern."
      },
      { cause: thrown }
    );
  }
}
function isIgnored(path, rules2) {
  for (let index = rules2.length - 1; index >= 0; index -= 1) {
    const { base, matcher } = rules2[index];
    const relative = base === "" ? path : path.slice(base.length + 1);
    if (relative === "" || relative.startsWith("../") || relative.startsWith("/")) continue;
    const { ignored, unignored } = matcher.test(relative);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}
function join(folder, name) {
  return folder === "" || folder === "/" ? folder + name : `${folder}/${name}`;
}

// src/manifests/substitutions.ts
function substitutingReader(values) {
  if (values.size === 0) return (text) => readPlaceholders(text);
  return (text) => readPlaceholders(text, (symbol) => {
    const name = bareName(symbol);
    const value = values.get(name) ?? values.get(name.slice(name.lastIndexOf(".") + 1));
    return value?.value;
  });
}
function bareName(symbol) {
  const inner = symbol.replace(/^(?:__|[^A-Za-z0-9_])+/, "");
  const name = /^[\w.-]*/.exec(inner)?.[0] ?? "";
  return symbol.startsWith("__") || symbol.startsWith("@") || symbol.startsWith("%") ? name.replace(/(?:__|[@%])+$/, "") : name.replace(/[-.]+$/, "");
}

// src/manifests/load.ts
async function load(files, request) {
  const discovered = discover(files, request.paths, request.ignore);
  const scanned = await scan(files, discovered, {
    exhaustive: request.exhaustive,
    skip: isChartTemplate(discovered),
    wanted: wantedBy,
    ...request.onProgress ? { onProgress: request.onProgress } : {}
  });
  const { clusters, substitutions, makesServiceAccounts } = request.configuration ?? unconfigured;
  const kustomizations = scanned.manifests.filter((manifest) => isKustomizationPath(manifest.source.path)).map((manifest) => readKustomization(manifest));
  const rendering = await render(files, request, discovered, scanned.manifests, kustomizations);
  const raw = readRaw(
    scanned.manifests.filter((manifest) => !rendering.claimed.has(manifest.source.path)),
    kustomizations,
    substitutingReader(substitutions)
  );
  const complete = scanned.problems.length === 0 && rendering.gaps.length === 0;
  const unrendered = kustomizations.map(({ manifest }) => manifest.source.path).filter((path) => !rendering.claimed.has(path));
  return {
    repository: {
      problems: scanned.problems,
      worlds: joinClusters(worldsOf(raw, complete, { clusters, kustomizations: unrendered }), rendering.worlds, {
        clusters
      }),
      credentials: [],
      scripts: { annotatesAccounts: false, createsAccounts: makesServiceAccounts.length > 0 }
    },
    sources: withoutTwins([...scanned.sources, ...rendering.sources]),
    scan: scanned,
    gaps: rendering.gaps,
    rendered: rendering.rendered
  };
}
var unconfigured = { clusters: [], substitutions: /* @__PURE__ */ new Map(), makesServiceAccounts: [] };
var nothingRendered = { worlds: [], gaps: [], claimed: /* @__PURE__ */ new Set(), sources: [], rendered: 0 };
async function render(files, { rendering, paths, configuration = unconfigured }, discovered, manifests, kustomizations) {
  if (!rendering) return nothingRendered;
  const requests = [...rootRequestsOf(configuration, files), ...rendering.roots?.(manifests) ?? []];
  const charts = discovered.map((file) => file.path).filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path));
  if (kustomizations.length === 0 && charts.length === 0 && requests.length === 0) return nothingRendered;
  const { renderRepository } = await import("./render-repository-2U64DJMC.mjs");
  return renderRepository(files, { ...rendering, paths, charts, kustomizations, requests });
}
function withoutTwins(sources) {
  const byPath = /* @__PURE__ */ new Map();
  for (const source of sources) if (!byPath.has(source.path)) byPath.set(source.path, source);
  return [...byPath.values()];
}
function isChartTemplate(discovered) {
  const charts = discovered.filter((file) => /(?:^|\/)Chart\.ya?ml$/.test(file.path)).map((file) => `${file.path.slice(0, file.path.lastIndexOf("/") + 1)}templates/`);
  const roots = new Set(charts);
  if (roots.size === 0) return () => false;
  return (path) => {
    for (let at = path.indexOf("templates/"); at !== -1; at = path.indexOf("templates/", at + 1)) {
      if (roots.has(path.slice(0, at + "templates/".length))) return true;
    }
    return false;
  };
}
function readRaw(manifests, kustomizations, read) {
  const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
  const moved = filesInOtherNamespaces(kustomizations);
  const judged = manifests.filter(({ source }) => !isKustomizationPath(source.path) && !patches.has(source.path));
  return readSlices(judged, {
    read,
    adjust: (object) => moved(object.manifest.source.path) ? { ...object, namespaceGiven: false } : object
  });
}
function filesInOtherNamespaces(kustomizations) {
  const byFolder = new Map(kustomizations.map((kustomization) => [kustomization.folder, kustomization]));
  const moved = /* @__PURE__ */ new Set();
  const visit = (kustomization, seen) => {
    if (seen.has(kustomization)) return;
    seen.add(kustomization);
    for (const resource of kustomization.resources) {
      moved.add(resource);
      const nested = byFolder.get(resource);
      if (nested) visit(nested, seen);
    }
  };
  for (const kustomization of kustomizations) if (kustomization.namespace) visit(kustomization, /* @__PURE__ */ new Set());
  return (path) => moved.has(path);
}

// src/report/build.ts
function buildReport(parts) {
  const failures = (parts.failures ?? []).map(gapOf);
  return {
    version: 1,
    command: parts.command,
    conclusion: concludedFrom(parts),
    findings: parts.findings.toSorted(compareFindings),
    ...parts.plan && { plan: parts.plan },
    ...parts.applied && { applied: parts.applied },
    gaps: [...failures.sort(compareGaps), ...parts.gaps.toSorted(compareGaps)],
    counts: countFindings(parts.findings),
    stats: parts.stats
  };
}
function concludedFrom(parts) {
  if (parts.failures?.length) return "error";
  const { failOn } = parts;
  const fails = (finding) => failOn !== "never" && !finding.suppressed && compareSeverity(finding.severity, failOn) <= 0;
  const blocked = parts.plan?.changes.some((change) => change.blocked !== null) ?? false;
  const failed = parts.applied?.some((change) => change.outcome === "failed") ?? false;
  return blocked || failed || parts.findings.some(fails) ? "failure" : "success";
}
function gapOf(failure) {
  return { what: failure.problem, why: failure.evidence, remedy: failure.remedy };
}
function compareGaps(a, b) {
  return compareText(a.what, b.what) || compareText(a.why, b.why) || compareText(a.remedy, b.remedy);
}

// src/rules/engine.ts
import { createHash } from "node:crypto";

// src/manifests/edits.ts
function editsOf(repairs) {
  const edits = [];
  for (const repair of repairs) {
    const edit2 = editOf(repair);
    if (!edit2) return void 0;
    edits.push(edit2);
  }
  return edits;
}
function editOf(given) {
  const repair = inSource(given);
  if (!repair) return void 0;
  const field = repair.kind === "add-entry" ? repair.into : repair.at;
  if (repair.kind === "rename-key") return field.keyNode && replaceScalar(field, field.keyNode, repair.key);
  if (repair.kind === "set-text") {
    return field.node.type === "scalar" ? replaceScalar(field, field.node, repair.text) : void 0;
  }
  return repair.kind === "add-entry" ? addEntry(field, repair.key, repair.text) : removeEntry(field);
}
function inSource(repair) {
  const field = repair.kind === "add-entry" ? repair.into : repair.at;
  const { rendered } = field.manifest;
  if (!rendered) return repair;
  const part = repair.kind === "rename-key" || repair.kind === "remove-entry" ? "key" : "value";
  const { exact } = rendered.trace({ manifest: field.manifest, path: field.path, part });
  const source = exact && fieldsOf(exact.manifest).get(...exact.path);
  if (!source) return void 0;
  return repair.kind === "add-entry" ? { ...repair, into: source } : { ...repair, at: source };
}
function edit(field, start, end, text) {
  return { ...locationOf(field.manifest.source, start, end), text };
}
function replaceScalar(field, node, text) {
  if (node.style === "literal" || node.style === "folded") return void 0;
  if (node.start === node.end) return edit(field, node.start, node.end, ` ${quoted(text)}`);
  const written = field.manifest.source.text.slice(node.start, node.end);
  const quote = written.startsWith("'") ? "'" : written.startsWith('"') ? '"' : "";
  return edit(field, node.start, node.end, quote ? `${quote}${text}${quote}` : plainOrQuoted(text));
}
function quoted(text) {
  return JSON.stringify(text);
}
function plainOrQuoted(text) {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text) ? text : quoted(text);
}
function addEntry(into, key, text) {
  const source = into.manifest.source.text;
  if (into.node.type !== "map") return void 0;
  const last = into.node.entries.at(-1);
  if (into.node.flow) {
    const at = into.node.start + 1;
    return edit(into, at, at, `${quoted(key)}: ${quoted(text)}${last ? ", " : ""}`);
  }
  const first = into.node.entries[0];
  if (!first) return void 0;
  const lineStart = source.lastIndexOf("\n", first.key.start - 1) + 1;
  const indent = source.slice(lineStart, first.key.start);
  if (!/^[ ]*$/.test(indent)) return void 0;
  const lineEnd = source.includes("\r\n") ? "\r\n" : "\n";
  return edit(into, first.key.start, first.key.start, `${key}: ${quoted(text)}${lineEnd}${indent}`);
}
function removeEntry(field) {
  const { keyNode, node } = field;
  const source = field.manifest.source.text;
  if (!keyNode || node.type !== "scalar") return void 0;
  const parent = fieldsOf(field.manifest).get(...field.path.slice(0, -1));
  if (parent?.node.type !== "map" || parent.node.flow || parent.node.entries.length < 2) return void 0;
  const lineStart = source.lastIndexOf("\n", keyNode.start - 1) + 1;
  const newline = source.indexOf("\n", node.end);
  const lineStop = newline === -1 ? source.length : newline + 1;
  const before = source.slice(lineStart, keyNode.start);
  const after = source.slice(node.end, lineStop);
  if (!/^[ ]*$/.test(before) || !/^[ \t]*(?:#.*)?\r?\n?$/.test(after)) return void 0;
  return edit(field, lineStart, lineStop, "");
}

// src/rules/merge-alike.ts
var mostRelated = 20;
function mergeAlike(judged) {
  const merged = [...groupsBy(judged, spotKey).values()].flatMap(
    (group) => [...faultsIn(group).values()].map(mergeFault)
  );
  const counts = /* @__PURE__ */ new Map();
  return merged.sort(compareBySpot).map((item) => {
    const { fingerprint } = item.finding;
    const count = counts.get(fingerprint) ?? 0;
    counts.set(fingerprint, count + 1);
    return count === 0 ? item : { ...item, finding: { ...item.finding, fingerprint: `${fingerprint}-${count}` } };
  });
}
function spotKey({ finding: { rule, file, line, column } }) {
  return `${rule}
${file}
${line}:${column}`;
}
function faultsIn(group) {
  const rendered = group.filter(({ finding }) => finding.rendered);
  const once = [...groupsBy(rendered, renderKey).values()].every(
    (items) => new Set(items.map(({ finding }) => finding.message)).size === 1
  );
  return groupsBy(group, (item) => item.finding.rendered ? once ? "" : neutralMessage(item) : item.finding.message);
}
function renderKey({ finding: { rendered }, manifests }) {
  return `${rendered?.by} ${rendered?.root} ${manifests[0]?.rendered?.variant}`;
}
function neutralMessage({ finding, manifests }) {
  const metadata = manifests[0] && fieldsOf(manifests[0]).get("metadata");
  let message = `
${finding.message}`;
  for (const text of [metadata?.get("namespace")?.text, metadata?.get("name")?.text])
    if (text) message = message.replaceAll(text, "*");
  return message;
}
function mergeFault(items) {
  const sorted = items.toSorted(
    (a, b) => compareSeverity(a.finding.severity, b.finding.severity) || compareText(renderKey(a), renderKey(b))
  );
  const [first, ...others] = sorted;
  const elsewhere = [...groupsBy(others, renderKey)].flatMap(
    ([key, [other]]) => other?.finding.rendered && key !== renderKey(first) ? [relatedOf(other, first.finding)] : []
  );
  const shown = elsewhere.slice(0, mostRelated);
  const last = shown.at(-1);
  if (last && elsewhere.length > shown.length)
    shown[shown.length - 1] = { ...last, note: `${last.note}, and ${elsewhere.length - shown.length} more` };
  return {
    finding: { ...first.finding, related: [...first.finding.related, ...shown] },
    manifests: sorted.flatMap(({ manifests }) => manifests)
  };
}
function relatedOf({ finding, manifests }, told) {
  const from = manifests[0]?.rendered;
  const variant = from?.variant ? ` (${from.variant})` : "";
  const note = `also rendered by ${finding.rendered?.by} from ${finding.rendered?.root}${variant}`;
  return {
    file: from?.file ?? finding.file,
    line: 1,
    note: finding.message === told.message ? note : `${note}: ${finding.message}`
  };
}
function groupsBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
function compareBySpot({ finding: a }, { finding: b }) {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message);
}

// src/manifests/suppressions.ts
var ignoreAnnotation = "idwire.dev/ignore";
var comment = /(?:^|[ \t])#[ \t]*idwire-ignore:[ \t]*([^\r\n]*)/gm;
function readSuppressionComments(source) {
  if (!source.text.includes("idwire-ignore")) return [];
  const lines = source.text.split("\n");
  return [...source.text.matchAll(comment)].map((match) => {
    const start = match.index + match[0].indexOf("#");
    const line = lineAt(source, start);
    const [, rule = "", reason = ""] = /^(\S*)[ \t]*(.*)$/.exec((match[1] ?? "").trim()) ?? [];
    let to = line;
    if (/^\s*#/.test(lines[line - 1] ?? "")) {
      do
        to += 1;
      while (to < lines.length && /^\s*#/.test(lines[to - 1] ?? ""));
    }
    return {
      rule: rule.replace(/:$/, ""),
      reason,
      spot: { source, start, end: match.index + match[0].length },
      from: line,
      to
    };
  });
}
function readSuppressionAnnotation(value) {
  return value.split(/[\n;]/).map((part) => part.trim()).filter((part) => part !== "").map((part) => {
    const [, rule = "", reason = ""] = /^([^\s:]*)[\s:]*(.*)$/.exec(part) ?? [];
    return { rule, reason: reason.trim() };
  });
}

// src/rules/suppress.ts
function suppress(judged, repository, sources) {
  const wishes = [...commentWishes(sources), ...annotationWishes(repository)];
  if (wishes.length === 0) return { judged, withoutReason: [], unused: [] };
  const used = /* @__PURE__ */ new Set();
  const result = judged.map((item) => {
    const matching = wishes.filter((wish2) => wish2.rule === item.finding.rule && wish2.covers(item));
    for (const wish2 of matching) used.add(wish2);
    const [wish] = matching;
    return wish ? { ...item, finding: { ...item.finding, suppressed: { by: wish.by, reason: wish.reason } } } : item;
  });
  return {
    judged: result,
    withoutReason: wishes.filter((wish) => wish.reason === "").map((wish) => ({ at: wish.at, message: reasonMissing(wish) })),
    unused: wishes.filter((wish) => !used.has(wish)).map((wish) => ({ at: wish.at, message: hasNoEffect(wish) }))
  };
}
function reasonMissing(wish) {
  return wish.rule === "" ? "This suppression names no rule." : `This suppression of ${wish.rule} gives no reason.`;
}
function hasNoEffect(wish) {
  return `This suppression${wish.rule === "" ? "" : ` of ${wish.rule}`} silences nothing.`;
}
function commentWishes(sources) {
  return sources.flatMap(
    (source) => readSuppressionComments(source).map((comment2) => ({
      rule: comment2.rule,
      reason: comment2.reason,
      by: "comment",
      at: comment2.spot,
      covers: ({ finding }) => finding.file === source.path && finding.line >= comment2.from && finding.line <= comment2.to
    }))
  );
}
function annotationWishes(repository) {
  return repository.worlds.flatMap((world) => world.objects).flatMap(({ manifest }) => {
    const field = fieldsOf(manifest).get("metadata", "annotations", ignoreAnnotation);
    if (!field?.text) return [];
    return readSuppressionAnnotation(field.text).map((wish) => ({
      ...wish,
      by: "annotation",
      at: field.keyPlace,
      covers: (judged) => judged.manifests.includes(manifest)
    }));
  });
}

// src/rules/engine.ts
function judge(repository, rules2, options) {
  const bugs = [];
  const seen = [];
  const active = rules2.filter((rule) => options.levels?.[rule.id] !== "off");
  for (const rule of active) {
    try {
      for (const observation of observationsOf(rule, repository)) seen.push({ rule, observation });
    } catch (thrown) {
      bugs.push(bugOf(rule, thrown));
    }
  }
  const judged = mergeAlike(withoutRepeatedCauses(seen).map((item) => toJudged(item, options)));
  const { judged: suppressed, withoutReason, unused } = suppress(judged, repository, options.sources);
  const about = (id, observations) => active.filter((rule) => rule.id === id).flatMap((rule) => observations.map((observation) => ({ rule, observation })));
  const notes = [...about("suppression-without-reason", withoutReason), ...about("suppression-unused", unused)];
  const findings = [...suppressed, ...mergeAlike(notes.map((item) => toJudged(item, options)))];
  return { findings: findings.map((item) => item.finding).sort(compareFindings), bugs };
}
function* observationsOf(rule, repository) {
  if (rule.checkRepository) yield* rule.checkRepository(repository);
  if (rule.check) for (const world of repository.worlds) yield* rule.check(world, repository);
}
function bugOf(rule, thrown) {
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Rule ${rule.id} failed: ${cause.message}`,
      evidence: cause.stack ?? cause.message,
      remedy: `This is a bug of Idwire; the other rules ran. Please report it, and set "${rule.id}: off" under rules in idwire.yaml meanwhile.`
    },
    { cause }
  );
}
function withoutRepeatedCauses(seen) {
  const speakers = /* @__PURE__ */ new Map();
  for (const { rule, observation } of seen) {
    if (observation.about === void 0) continue;
    const rules2 = speakers.get(observation.about) ?? /* @__PURE__ */ new Set();
    speakers.set(observation.about, rules2.add(rule.id));
  }
  return seen.filter(({ rule, observation }) => {
    if (observation.about === void 0 || !rule.yieldsTo) return true;
    const others = speakers.get(observation.about);
    return !rule.yieldsTo.some((id) => others.has(id));
  });
}
function placeOf(at) {
  return at instanceof Field ? at.place : at;
}
function toJudged({ rule, observation }, options) {
  const at = placeOf(observation.at);
  const location = locate(at);
  const confidence = observation.confidence ?? rule.confidence ?? "high";
  const level = options.levels?.[rule.id];
  const severity = cappedSeverity(levelled(observation.severity ?? rule.severity, rule.severity, level), confidence);
  const rendered = "manifest" in at ? at.manifest.rendered : void 0;
  const edits = observation.fix && editsOf(observation.fix.repairs);
  const finding = {
    rule: rule.id,
    severity,
    confidence,
    message: observation.message,
    remedy: observation.remedy ?? rule.remedy,
    ...location,
    docs: `docs/rules/${rule.id}.md`,
    related: (observation.related ?? []).map(({ at: other, note }) => {
      const { file, line } = locate(placeOf(other));
      return { file, line, note };
    }),
    fingerprint: fingerprintOf(rule, at, location),
    ...rendered ? { rendered: { by: rendered.by, root: rendered.root } } : {},
    ...observation.fix && edits ? { fix: { safety: observation.fix.safety, edits } } : {},
    suppressed: null
  };
  return { finding, manifests: "manifest" in at ? [at.manifest] : [] };
}
function levelled(severity, own, level) {
  if (level === void 0 || level === "off") return severity;
  return severity === own ? level : severity;
}
function fingerprintOf(rule, at, location) {
  return createHash("sha256").update([rule.id, location.file, ...identityParts(at)].map((part) => `${part.length}:${part}`).join("")).digest("hex").slice(0, 32);
}
function identityParts(at) {
  if (!("manifest" in at)) return [spotText(at)];
  const { rendered, kind } = at.manifest;
  if (!rendered) return [identityOf(at.manifest), at.path.join("/"), at.part];
  const { exact } = rendered.trace(at);
  return exact ? [identityOf(exact.manifest), exact.path.join("/"), exact.part] : [kind, at.path.join("/"), at.part];
}
function spotText(spot) {
  return spot.source.text.slice(spot.start, spot.end);
}
function identityOf(manifest) {
  const metadata = fieldsOf(manifest).get("metadata");
  const name = metadata?.get("name")?.text ?? "";
  return `${manifest.apiVersion}/${manifest.kind}/${metadata?.get("namespace")?.text ?? ""}/${name}`;
}

// src/app/baseline.ts
function suppressBaseline(findings, path, files) {
  const known = fingerprintsIn(path, new TextDecoder().decode(files.read(path)));
  const suppressed = { by: "baseline", reason: `held by ${path}` };
  return findings.map(
    (finding) => finding.suppressed || !known.has(finding.fingerprint) ? finding : { ...finding, suppressed }
  );
}
function fingerprintsIn(path, text) {
  const report = parsed(path, text);
  if (!isRecord(report) || !Array.isArray(report.findings)) throw noReport(path, "It holds no list of findings.");
  if (report.version !== 1)
    throw noReport(path, `Its version is ${JSON.stringify(report.version) ?? "missing"}; allowed: 1.`);
  const fingerprints = report.findings.map((finding, index) => {
    if (isRecord(finding) && typeof finding.fingerprint === "string") return finding.fingerprint;
    throw noReport(path, `findings[${index}] has no fingerprint.`);
  });
  return new Set(fingerprints);
}
function parsed(path, text) {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw noReport(path, `It is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}.`, thrown);
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
function noReport(path, evidence, cause) {
  const remedy = "Give a file that --report-file wrote, or leave the baseline out.";
  return new InputError({ problem: `The baseline ${path} is not a report of Idwire.`, evidence, remedy }, { cause });
}

// src/config/find.ts
var configurationFiles = ["idwire.yaml", ".github/idwire.yaml"];
function findConfiguration(files, given) {
  return given ?? configurationFiles.find((path) => files.stat(path)?.kind === "file");
}

// src/app/configuration.ts
async function loadConfiguration(files, given) {
  const path = findConfiguration(files, given);
  if (path === void 0) return void 0;
  const { readConfiguration, wrongConfiguration } = await import("./file-RSA7O2BJ.mjs");
  const configuration = await readConfiguration(files, path);
  const missing = missingPaths(configuration.clusters, files).map(({ value, at }) => {
    const { line, column } = locationOf(at.source, at.start, at.end);
    return `${path}:${line}:${column}: There is no ${value}.`;
  });
  if (missing.length > 0) throw wrongConfiguration(path, missing);
  return configuration;
}

// src/app/only-changed.ts
async function suppressUnchanged(findings, changes, log) {
  const set = await changes?.read() ?? { known: false, why: "nothing here can tell.", remedy: "" };
  if (!set.known) {
    log.notice(`It is not known what changed, so all findings are reported: ${set.why} ${set.remedy}`.trim());
    return findings;
  }
  const suppressed = { by: "unchanged", reason: `not touched since ${set.since}` };
  return findings.map(
    (finding) => finding.suppressed || isTouched(finding, set.files) ? finding : { ...finding, suppressed }
  );
}
function isTouched({ file, line, endLine, related }, files) {
  return touches(files, file, line, endLine) || related.some((other) => touches(files, other.file, other.line, other.line));
}
function touches(files, file, from, to) {
  if (file === "-" || file.startsWith("/") || file.startsWith("../")) return true;
  const ranges = files.get(file);
  return ranges === "all" || (ranges?.some((range) => range.from <= to && from <= range.to) ?? false);
}

// src/app/check.ts
async function check(inputs, ports) {
  const { files, log, clock } = ports;
  const start = clock.monotonic();
  const configuration = await loadConfiguration(files, inputs.config);
  const { repository, sources, scan: scan2, gaps, rendered } = await load(files, {
    paths: inputs.paths,
    ignore: configuration?.ignore.map(({ value }) => value) ?? [],
    exhaustive: inputs.exhaustive,
    configuration,
    onProgress: (done, total) => log.progress(`Reading manifests: ${done} of ${total} files`),
    rendering: renderingOf(inputs, ports)
  });
  const guess = guessedEnvironments(repository.worlds);
  if (guess) log.notice(guess);
  const levels = Object.fromEntries([...configuration?.rules ?? []].map(([id, { value }]) => [id, value]));
  const { findings: judged, bugs } = judge(repository, rules, { sources, levels });
  const findings = await setAside(judged, inputs, ports);
  const report = buildReport({
    command: "check",
    findings,
    failures: bugs,
    gaps,
    stats: {
      files: scan2.files,
      documents: scan2.documents,
      parsed: scan2.parsed,
      rendered,
      durationMs: Math.round(clock.monotonic() - start)
    },
    failOn: inputs.failOn
  });
  return { report, sourceLine: sourceLines(sources, findings) };
}
function renderingOf(inputs, { createRenderer, log }) {
  if (inputs.render === "never" || !createRenderer) return void 0;
  const { allowRemote = false, helm, kustomize } = inputs;
  return {
    renderer: () => createRenderer({ allowRemote, helm, kustomize }),
    allowRemote,
    onProgress: (done, total) => log.progress(`Rendering: ${done} of ${total} roots`)
  };
}
async function setAside(judged, { baseline, onlyChanged }, { files, log, changes }) {
  const fresh = baseline ? suppressBaseline(judged, baseline, files) : judged;
  return onlyChanged ? suppressUnchanged(fresh, changes, log) : fresh;
}
function sourceLines(sources, findings) {
  const named = new Set(findings.map((finding) => finding.file));
  const byPath = new Map(sources.filter((source) => named.has(source.path)).map((source) => [source.path, source]));
  return (file, line) => {
    const source = byPath.get(file);
    return source && lineText(source, line);
  };
}
export {
  check
};
