import {
  cappedSeverity,
  compareFindings,
  compareSeverity,
  compareText
} from "./chunk-VVYBS3MP.mjs";
import {
  countFindings,
  editDistance,
  entryOf,
  identityKeys,
  isClusterNamespace,
  misspeltKey,
  podIdentityLabel
} from "./chunk-DBOS6TGE.mjs";
import {
  Bug,
  InputError
} from "./chunk-NRA3LPXK.mjs";
import {
  compareTexts,
  couldBe,
  declarationFileKind,
  defaultLimits,
  hasPlaceholder,
  literalOf,
  literalText,
  loadTolerantParser,
  parseDocument,
  readPlaceholders,
  unknownText,
  writtenText
} from "./chunk-3UYVOPHM.mjs";
import {
  byteOrderMark,
  isBlank,
  skipBlank
} from "./chunk-AQGYI52S.mjs";
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
    var define = (object3, key, value) => {
      Object.defineProperty(object3, key, { value });
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
      const lead3 = pattern[index];
      if (lead3 === "!" || lead3 === "^") {
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
    var basenameOf = (path2) => {
      const end = path2.length - 1;
      const index = path2.lastIndexOf(
        SLASH,
        path2[end] === SLASH ? end - 1 : end
      );
      return index < 0 ? path2 : path2.slice(index + 1);
    };
    var parentOf = (path2) => {
      if (path2.charCodeAt(0) === SLASH_CODE || path2.indexOf(DOUBLE_SLASH) >= 0) {
        const slices = path2.split(SLASH).filter(Boolean);
        slices.pop();
        return slices.length ? slices.join(SLASH) + SLASH : EMPTY;
      }
      const end = path2.length - 1;
      const cut = path2.lastIndexOf(
        SLASH,
        path2.charCodeAt(end) === SLASH_CODE ? end - 1 : end
      );
      return cut < 0 ? EMPTY : path2.slice(0, cut + 1);
    };
    var isString = (subject) => typeof subject === "string";
    var checkPattern = (pattern) => pattern && isString(pattern);
    var splitPattern = (pattern) => (pattern[pattern.length - 1] === "\r" ? pattern.slice(0, -1) : pattern).split(REGEX_SPLITALL_CRLF).filter(Boolean);
    var IgnoreRule = class {
      constructor(pattern, mark16, body, ignoreCase, negative, prefix) {
        this.pattern = pattern;
        this.mark = mark16;
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
    var createRule = (pattern, mark16, ignoreCase, stripLineEnd, stripBOM) => {
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
        mark16,
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
        const rule39 = checkPattern(raw) && createRule(
          raw,
          isStr ? UNDEFINED : pattern.mark,
          this._ignoreCase,
          !this._split,
          this._stripBOM && !index
        );
        if (rule39) {
          this._added = true;
          this._rules.push(rule39);
          if (matchesBasename(rule39.body)) {
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
      testLiteral(path2) {
        const rules2 = this._literalRules || (this._literalRules = this._rules.filter(
          ({ body }) => body[body.length - (body[body.length - 1] === SLASH ? 2 : 1)] === "*"
        ));
        let ignored = false;
        let unignored = false;
        let matchedRule;
        for (let index = rules2.length - 1; index >= 0; index--) {
          const rule39 = rules2[index];
          if (rule39.checkRegex.test(path2)) {
            ignored = !rule39.negative;
            unignored = rule39.negative;
            matchedRule = rule39.negative ? UNDEFINED : rule39;
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
      test(path2, mode) {
        const rules2 = this._rules;
        const { length } = rules2;
        const shortcut = this._basenameCount * 2 >= length;
        const basename = shortcut ? basenameOf(path2) : path2;
        for (let index = length - 1; index >= 0; index--) {
          const rule39 = rules2[index];
          if (rule39[mode].test(
            shortcut && rule39._basenameOnly ? basename : path2
          )) {
            const { negative } = rule39;
            const ret = {
              ignored: !negative,
              unignored: negative
            };
            if (!negative) {
              ret.rule = rule39;
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
    var checkPath = (path2, originalPath, doThrow) => {
      if (!isString(path2)) {
        return doThrow(
          `path must be a string, but got \`${originalPath}\``,
          TypeError
        );
      }
      if (!path2) {
        return doThrow(`path must not be empty`, TypeError);
      }
      if (checkPath.isNotRelative(path2)) {
        const r = "`path.relative()`d";
        return doThrow(
          `path should be a ${r} string, but got "${originalPath}"`,
          RangeError
        );
      }
      return true;
    };
    var isNotRelative = (path2) => {
      const first = path2.charCodeAt(0);
      if (first === SLASH_CODE) {
        return true;
      }
      if (first !== DOT_CODE) {
        return false;
      }
      if (path2.length === 1) {
        return true;
      }
      const second = path2.charCodeAt(1);
      if (second === SLASH_CODE) {
        return true;
      }
      if (second !== DOT_CODE) {
        return false;
      }
      return path2.length === 2 || path2.charCodeAt(2) === SLASH_CODE;
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
      _test(originalPath, cache, path2) {
        checkPath(
          path2,
          originalPath,
          this._strictPathCheck ? throwError : RETURN_FALSE
        );
        return path2 ? this._t(path2, cache) : {
          ignored: false,
          unignored: false
        };
      }
      checkIgnore(target) {
        const path2 = convertPath(target);
        if (!path2 || path2.charCodeAt(path2.length - 1) !== SLASH_CODE) {
          return this._test(target, this._testCache, path2);
        }
        const dir = this._t(path2, this._testCache);
        if (dir.ignored) {
          return dir;
        }
        const literal = this._rules.testLiteral(path2);
        return literal.ignored || literal.unignored ? literal : dir;
      }
      _t(path2, cache) {
        if (path2 in cache) {
          return cache[path2];
        }
        const parentPath = parentOf(path2);
        const parent = parentPath ? this._t(parentPath, cache) : UNDEFINED;
        return cache[path2] = parent && parent.ignored ? parent : this._rules.test(path2, MODE_IGNORE);
      }
      ignores(path2) {
        return this._test(path2, this._ignoreCache, convertPath(path2)).ignored;
      }
      createFilter() {
        return (path2) => !this.ignores(path2);
      }
      filter(paths) {
        return makeArray(paths).filter(this.createFilter());
      }
      // @returns {TestResult}
      test(path2) {
        return this._test(path2, this._testCache, convertPath(path2));
      }
    };
    var factory = (options) => new Ignore(options);
    var isPathValid = (path2) => checkPath(convertPath(path2), path2, RETURN_FALSE);
    var setupWindows = () => {
      const makePosix = (str) => /^\\\\\?\\/.test(str) || /["<>|\u0000-\u001F]+/u.test(str) ? str : str.replace(/\\/g, "/");
      checkPath.convert = makePosix;
      const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
      checkPath.isNotRelative = (path2) => REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path2) || isNotRelative(path2);
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

// src/manifests/interests.ts
var keyPieces = ["azure\\.wo", "rkload\\.i", "dentity/", "/client", "client-id"];
var words = [
  "aadpodid",
  "aadPodId",
  "AZURE_CLIENT",
  "azure-identity-token",
  "secrets/azure/",
  "secrets-store",
  "usePodIdentity",
  "azure-workload",
  "azure-pod-identity",
  "WithWorkloadIdentity",
  "AzureADTokenExchange",
  "serviceAccountToken",
  // Calls in pipelines, and templates of Azure, that make credentials or accounts.
  "federated-credential",
  "federatedIdentityCredentials",
  "\\bazwi ",
  "create (?:sa|serviceaccount) ",
  "pod-security\\.kubernetes\\.io",
  "idwire"
];
var kinds = [
  "SecretProviderClass",
  "\\w*NetworkPolicy",
  "(?:Cluster)?Role(?:Binding)?",
  "Azure[A-Za-z]+",
  "FederatedIdentityCredential",
  "UserAssignedIdentity",
  "TriggerAuthentication",
  "ClusterTriggerAuthentication",
  "(?:Cluster)?SecretStore",
  "(?:Cluster)?Issuer",
  "HelmRelease",
  "K8sPSPCapabilities",
  "ApplicationIdentity",
  "WorkloadIdentity"
];
var kindPattern = `kind["']?[ \\t]*:[ \\t]*["']?(?:${kinds.join("|")})\\b`;
var interesting = new RegExp([...keyPieces, ...words, kindPattern].join("|"));
var findInteresting = new RegExp(interesting, "g");
var holdsPods = /containers/g;
var usesAccounts = /serviceAccount/g;
var declaresAccounts = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount\b/g;
function isInteresting(text) {
  return interesting.test(text);
}
var identityWord = new RegExp(keyPieces.join("|"));
function holdsIdentityWord(text) {
  return identityWord.test(text);
}
var accountUse = /serviceAccount(?:Name)?["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsUsed(text) {
  const names = /* @__PURE__ */ new Set();
  for (const match of text.matchAll(accountUse)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}
var accountKind = /kind["']?[ \t]*:[ \t]*["']?ServiceAccount["']?[ \t]*(?:[#,}\r\n]|$)/;
var accountName = /\bname["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))?/g;
function accountsDeclared(text) {
  const names = /* @__PURE__ */ new Set();
  if (!accountKind.test(text)) return names;
  for (const match of text.matchAll(accountName)) names.add(readable(match[1] ?? match[2] ?? match[3]));
  return names;
}
function readable(name) {
  return name === void 0 || /^[*&!|>{[]/.test(name) || name.includes("\\") ? "*" : name;
}

// src/manifests/yaml/decode-text.ts
import { Buffer as Buffer2, isAscii, isUtf8 } from "node:buffer";
var notText = new RegExp("[^\\P{Cc}\\t\\n\\v\\f\\r\\x85]|\\p{Surrogate}|\\p{Noncharacter_Code_Point}", "u");
function decodeText(bytes) {
  const marked = Buffer2.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = utf16Order(marked);
  if (order) return decodeUtf16(marked, order);
  const buffer = startsWithUtf8Mark(marked) ? marked.subarray(3) : marked;
  if (buffer.includes(0)) return void 0;
  if (isAscii(buffer)) return buffer.toString("latin1");
  return isUtf8(buffer) ? buffer.toString("utf8") : void 0;
}
function startsWithUtf8Mark(buffer) {
  return buffer[0] === 239 && buffer[1] === 187 && buffer[2] === 191;
}
function utf16Order(buffer) {
  const [a, b, c, d] = buffer;
  if (a === 255 && b === 254) return "little";
  if (a === 254 && b === 255) return "big";
  if (a && b === 0 && c && d === 0) return "little";
  if (a === 0 && b && c === 0 && d) return "big";
  return void 0;
}
function decodeUtf16(buffer, order) {
  if (buffer.length % 2 !== 0) return void 0;
  const text = (order === "little" ? buffer : Buffer2.from(buffer).swap16()).toString("utf16le");
  if (notText.test(text)) return void 0;
  return text.charCodeAt(0) === 65279 ? text.slice(1) : text;
}

// src/manifests/declared-credentials.ts
var nothing = {
  credentials: [],
  serviceAccounts: [],
  scripts: { annotatesAccounts: false, createsAccounts: false },
  templateFiles: /* @__PURE__ */ new Set(),
  sources: [],
  complete: true
};
var telling = /federated|serviceaccount|service_account|\bazwi\b|workload\\*\.identity|kubernetes_|kubectl_manifest|helm_release|templatefile|\bsubject/i;
async function readDeclarations({ sources, found, complete }, searched) {
  const fromScan = searched.filter(isPipelineOrTemplate);
  if (!found && fromScan.length === 0) return { ...nothing, complete };
  const { readDeclarationSources } = await import("./read-sources-QDH4O42I.mjs");
  const declarations = await readDeclarationSources([...sources, ...fromScan]);
  return { ...declarations, complete: complete && declarations.complete };
}
function readOtherFiles(files2, discovered) {
  const sources = [];
  let found = false;
  let complete = true;
  for (const { path: path2, class: fileClass } of discovered) {
    const kind = declarationFileKind(path2);
    if (kind === void 0 || fileClass === "manifest") continue;
    const bytes = files2.read(path2);
    if (bytes.length > defaultLimits.fileBytes) {
      complete = false;
      continue;
    }
    const tells = telling.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"));
    if (!tells && kind !== "terraform" && kind !== "bicep") continue;
    found ||= tells;
    const text = decodeText(bytes);
    if (text !== void 0) sources.push({ path: path2, text });
  }
  return { sources, found, complete };
}
function isManifestText(path2, text) {
  return /\.ya?ml$/i.test(path2) && /^apiVersion[ \t]*:/m.test(text) && /^kind[ \t]*:/m.test(text);
}
function isPipelineOrTemplate({ path: path2, text }) {
  return declarationFileKind(path2) !== void 0 && telling.test(text) && isInteresting(text) && !isManifestText(path2, text);
}
function mayDeclare(source) {
  return isInteresting(source.text) && (/federated/i.test(source.text) || source.text.includes("azwi"));
}
function subjectsIn(sources) {
  const names = /* @__PURE__ */ new Set();
  for (const { text } of sources) {
    for (const match of text.matchAll(/system:serviceaccount:(?:\S{0,200}?:)?([a-z0-9.-]*)/gi))
      names.add(match[1]);
  }
  return [...names];
}

// src/manifests/discover.ts
var import_ignore = __toESM(require_ignore(), 1);
var template = "(?:\\.(?:tpl|tmpl|template|tftpl|gotmpl|j2|jinja2?|in))?";
var classes = [
  ["terraform", /\.tf(?:vars)?(?:\.json)?$/],
  ["manifest", new RegExp(`(?:\\.(?:ya?ml|json)${template}|(?:^|/)Kustomization)$`)],
  ["bicep", /\.bicep$/],
  ["script", /(?:\.(?:sh|bash|zsh|azcli|ps1|psm1|cmd|bat|mk|md)|(?:^|\/)(?:Makefile|Taskfile\.ya?ml|justfile))$/i]
];
function classOf(path2) {
  return classes.find(([, pattern]) => pattern.test(path2))?.[0];
}
var skipped = /* @__PURE__ */ new Set([".git", "node_modules", ".terraform", ".venv"]);
function discover(files2, paths, ignored) {
  const found = /* @__PURE__ */ new Map();
  const own = { base: "", matcher: (0, import_ignore.default)().add([...ignored]) };
  const outer = ignored.length > 0 ? [own] : [];
  for (const given of paths) {
    const path2 = normalise(given);
    if (path2 === "-") {
      found.set("-", { path: path2, class: "manifest", explicit: true });
      continue;
    }
    const kind = files2.stat(path2 || ".")?.kind;
    if (kind === void 0) throw missingPath(given);
    if (kind === "directory") walk(files2, path2, [...outer, ...ancestorRules(files2, path2)], found);
    else found.set(path2, { path: path2, class: classOf(path2) ?? "manifest", explicit: true });
  }
  return [...found.values()].sort((a, b) => compareText(a.path, b.path));
}
function missingPath(path2) {
  return new InputError({
    problem: `The path "${path2}" does not exist.`,
    evidence: "",
    remedy: "Give a file or folder relative to the working directory, or - for standard input."
  });
}
function normalise(path2) {
  const absolute = path2.startsWith("/");
  const parts = [];
  for (const part of path2.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/");
}
function ancestorRules(files2, path2) {
  if (path2 === "" || path2.startsWith("/") || path2.startsWith("..")) return [];
  const parts = path2.split("/");
  return parts.flatMap((_, index) => {
    const folder = parts.slice(0, index).join("/");
    const names = new Set(files2.list(folder || ".").map((entry) => entry.name));
    return names.has(".gitignore") ? [rulesIn(files2, folder)] : [];
  });
}
function rulesIn(files2, folder) {
  const text = new TextDecoder().decode(files2.read(join(folder, ".gitignore")));
  return { base: folder, matcher: (0, import_ignore.default)().add(text) };
}
function walk(files2, folder, outer, found) {
  const entries = listed(files2, folder);
  const rules2 = entries.some((entry) => entry.name === ".gitignore" && entry.kind === "file") ? [...outer, rulesIn(files2, folder)] : outer;
  for (const entry of entries) {
    const path2 = join(folder, entry.name);
    if (entry.kind === "directory") {
      if (!skipped.has(entry.name) && !isIgnored(`${path2}/`, rules2)) walk(files2, path2, rules2, found);
    } else if (entry.kind === "file") {
      const fileClass = classOf(entry.name);
      if (fileClass && !isIgnored(path2, rules2)) found.set(path2, { path: path2, class: fileClass, explicit: false });
    }
  }
}
function listed(files2, folder) {
  try {
    return files2.list(folder || ".");
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
function isIgnored(path2, rules2) {
  for (let index = rules2.length - 1; index >= 0; index -= 1) {
    const { base, matcher } = rules2[index];
    const relative = base === "" ? path2 : path2.slice(base.length + 1);
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

// src/model/field.ts
var Field = class _Field {
  manifest;
  node;
  path;
  /** The key's scalar when this field is a map entry. */
  keyNode;
  constructor(manifest, node, path2 = [], keyNode) {
    this.manifest = manifest;
    this.node = node;
    this.path = path2;
    this.keyNode = keyNode;
  }
  /** The key or index under which this field stands in its parent; empty for the root. */
  get key() {
    return String(this.path.at(-1) ?? "");
  }
  get place() {
    return { manifest: this.manifest, path: this.path, part: "value" };
  }
  /** The place of the key; of the value for sequence items and the root. */
  get keyPlace() {
    return { manifest: this.manifest, path: this.path, part: this.keyNode ? "key" : "value" };
  }
  /** The scalar as Kubernetes reads it; undefined for maps and sequences. */
  get value() {
    return this.node.type === "scalar" ? this.node.value : void 0;
  }
  /** The text when Kubernetes reads a string here, else undefined. */
  get string() {
    return this.node.type === "scalar" && typeof this.node.value === "string" ? this.node.value : void 0;
  }
  /** Any scalar as it was written, numbers and booleans included; undefined for maps, sequences and null. */
  get text() {
    return this.node.type === "scalar" && this.node.value !== null ? this.node.text : void 0;
  }
  /** Steps down the given keys and indexes; undefined as soon as one is missing. */
  get(...steps) {
    let field;
    for (const step of steps) {
      field = (field ?? this).child(step);
      if (!field) return void 0;
    }
    return field ?? this;
  }
  /** The entries of a map in order; empty for anything else. */
  entries() {
    if (this.node.type !== "map") return [];
    return this.node.entries.map((entry) => this.fieldOf(entry));
  }
  /** The items of a sequence in order; empty for anything else. */
  items() {
    if (this.node.type !== "sequence") return [];
    return this.node.items.map((item, index) => new _Field(this.manifest, item, [...this.path, index]));
  }
  child(step) {
    if (this.node.type === "map") {
      const entry = this.node.entries.find((candidate) => candidate.key.text === String(step));
      return entry && this.fieldOf(entry);
    }
    if (this.node.type === "sequence" && typeof step === "number") {
      const item = this.node.items[step];
      return item && new _Field(this.manifest, item, [...this.path, step]);
    }
    return void 0;
  }
  fieldOf(entry) {
    return new _Field(this.manifest, entry.value, [...this.path, entry.key.text], entry.key);
  }
};
function fieldsOf(manifest) {
  return new Field(manifest, manifest.root);
}

// src/manifests/kubernetes.ts
function readMetadata(owner) {
  const field = owner?.get("metadata");
  const labelsField = field?.get("labels");
  const annotationsField = field?.get("annotations");
  return {
    field,
    nameField: field?.get("name"),
    namespaceField: field?.get("namespace"),
    labelsField,
    annotationsField,
    labels: labelsField?.entries() ?? [],
    annotations: annotationsField?.entries() ?? []
  };
}
var clusterScoped = /* @__PURE__ */ new Set([
  "Namespace",
  "ClusterRole",
  "ClusterRoleBinding",
  "StorageClass",
  "PersistentVolume",
  "CustomResourceDefinition",
  "MutatingWebhookConfiguration",
  "ValidatingWebhookConfiguration"
]);
function readObject(manifest, read2 = readPlaceholders, namespace) {
  const root = fieldsOf(manifest);
  const metadata = readMetadata(root);
  const slash = manifest.apiVersion.indexOf("/");
  const written2 = metadata.namespaceField?.text || namespace;
  return {
    manifest,
    root,
    group: slash === -1 ? "" : manifest.apiVersion.slice(0, slash),
    version: manifest.apiVersion.slice(slash + 1),
    kind: manifest.kind,
    metadata,
    name: nameText(metadata, read2),
    namespace: written2 ? read2(written2) : unknownText("namespace"),
    namespaceGiven: Boolean(written2) || clusterScoped.has(manifest.kind)
  };
}
function nameText(metadata, read2) {
  const name = metadata.nameField?.text;
  if (name) return read2(name);
  const prefix = metadata.field?.get("generateName")?.text;
  return prefix ? { pieces: [prefix, ""], symbols: ["generateName"] } : unknownText("name");
}
function readServiceAccount(object3) {
  return {
    ...object3,
    clientId: entryOf(object3.metadata.annotations, identityKeys.clientId),
    tenantId: entryOf(object3.metadata.annotations, identityKeys.tenantId)
  };
}

// src/manifests/kustomizations.ts
var kustomizedNamespace = "namespace of its kustomization";
function isKustomizationPath(path2) {
  return /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path2);
}
function readKustomization(manifest) {
  const root = fieldsOf(manifest);
  const path2 = manifest.source.path;
  const folder = path2.slice(0, Math.max(0, path2.lastIndexOf("/")));
  const texts = (field) => (field?.items() ?? []).filter((item) => item.text !== void 0);
  const taken = [...texts(root.get("resources")), ...texts(root.get("bases")), ...texts(root.get("components"))];
  const patched = [
    ...texts(root.get("patchesStrategicMerge")),
    ...[...root.get("patches")?.items() ?? [], ...root.get("patchesJson6902")?.items() ?? []].flatMap(
      (patch) => patch.get("path") ?? []
    ),
    ...texts(root.get("transformers"))
  ];
  const isRemote = (field) => isRemotePath(field.text);
  return {
    manifest,
    folder,
    resources: taken.filter((field) => !isRemote(field)).map((field) => resolvePath(folder, field.text)),
    patches: patched.flatMap(
      (field) => field.text && !field.text.includes("\n") ? [resolvePath(folder, field.text)] : []
    ),
    remote: taken.filter(isRemote),
    namespace: root.get("namespace")?.text
  };
}
function isRemotePath(path2) {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|(?:www\.)?(?:github|gitlab|bitbucket|dev\.azure)\.(?:com|org)[/:]|git::)|\?ref=/i.test(
    path2
  );
}
function resolvePath(folder, path2) {
  if (path2.startsWith("/")) return path2;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path2.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

// src/manifests/declared/kubernetes-declarations.ts
function languageOf(manifest) {
  if (manifest.kind !== "FederatedIdentityCredential") return void 0;
  const group2 = manifest.apiVersion.replace(/\/.*$/, "");
  if (group2 === "managedidentity.azure.com") return "aso";
  return /^(managedidentity\.azure|applications\.azuread)\.(m\.)?upbound\.io$/.test(group2) ? "crossplane" : void 0;
}
function declaresCredential(manifest) {
  return languageOf(manifest) !== void 0 || manifest.kind === "Composition";
}
function kubernetesCredentials(manifest, readText = readPlaceholders) {
  const root = fieldsOf(manifest);
  const language = languageOf(manifest);
  if (language === "aso") return [asoCredential(root, readText)];
  if (language === "crossplane") return [crossplaneCredential(root, root, readText, void 0)];
  return manifest.kind === "Composition" ? composedCredentials(root, readText) : [];
}
function asoCredential(root, read2) {
  const value = (...path2) => declaredField(root.get("spec", ...path2), read2);
  const armId = value("owner", "armId");
  return credential("aso", root, {
    identity: armId ?? value("owner", "name"),
    identityName: armId && armName(armId),
    name: value("azureName") ?? declaredField(root.get("metadata", "name"), read2),
    issuer: value("issuer") ?? fromConfig(root.get("spec", "issuerFromConfig")),
    subject: value("subject") ?? fromConfig(root.get("spec", "subjectFromConfig")),
    audiences: audiencesOf(root.get("spec", "audiences"), read2),
    claims: root.get("spec", "claimsMatchingExpression") !== void 0,
    conditional: false
  });
}
function crossplaneCredential(root, place, read2, patched) {
  const field = (name) => root.get("spec", "forProvider", name) ?? root.get("spec", "initProvider", name);
  const value = (name) => {
    const found = field(name);
    if (!patched?.(name)) return declaredField(found, read2);
    return { text: unknownText(`\${${name}}`), at: (found ?? place).place };
  };
  const parent = value("parentId") ?? value("applicationId") ?? value("applicationObjectId");
  const reference = field("parentIdRef") ?? field("applicationIdRef") ?? field("applicationObjectIdRef");
  const externalName = root.get("metadata", "annotations", "crossplane.io/external-name");
  return credential("crossplane", place, {
    identity: parent ?? declaredField(reference?.get("name"), read2),
    identityName: parent && armName(parent),
    name: value("displayName") ?? (patched ? void 0 : declaredField(externalName ?? root.get("metadata", "name"), read2)),
    issuer: value("issuer"),
    subject: value("subject"),
    audiences: patched?.("audience") ? [] : audiencesOf(field("audience") ?? field("audiences"), read2),
    claims: false,
    conditional: patched !== void 0
  });
}
function composedCredentials(field, read2) {
  const text = field.string;
  if (text !== void 0) return unreadableCredentials(field, text);
  const base = field.get("base");
  const found = [];
  if (base && isCrossplaneBase(base)) {
    const paths = patchPaths(field.get("patches"));
    const patched = (name) => paths.some((path2) => path2 === "*" || path2.startsWith(`spec.forProvider.${name}`));
    found.push(crossplaneCredential(base, base.get("kind") ?? base, read2, patched));
  }
  const inner = [...field.entries(), ...field.items()].filter(
    (child) => child.key !== "base" && child.key !== "patches"
  );
  return [...found, ...inner.flatMap((child) => composedCredentials(child, read2))];
}
function isCrossplaneBase(base) {
  const apiVersion = base.get("apiVersion")?.string ?? "";
  return languageOf({ apiVersion, kind: base.get("kind")?.string ?? "" }) === "crossplane";
}
function patchPaths(patches) {
  return (patches?.items() ?? []).map((patch) => {
    const to = patch.get("toFieldPath")?.string ?? patch.get("fromFieldPath")?.string;
    return to ?? "*";
  });
}
function unreadableCredentials(field, text) {
  if (!/kind:\s*["']?FederatedIdentityCredential\b/.test(text)) return [];
  return [credential("crossplane", field, { audiences: [], claims: false, conditional: true })];
}
function credential(language, place, parts) {
  const { identity, identityName, name, issuer, subject } = parts;
  return {
    language,
    at: (place.get("metadata", "name") ?? place).place,
    ...identity && { identity },
    ...identityName && { identityName },
    ...name && { name },
    ...issuer && { issuer },
    ...subject && { subject },
    audiences: parts.audiences,
    conditional: parts.conditional,
    parallelLoop: false,
    claimsMatchingExpression: parts.claims
  };
}
function declaredField(field, read2) {
  const text = field?.text;
  return field && text !== void 0 ? { text: read2(text), at: field.place } : void 0;
}
function audiencesOf(field, read2) {
  return (field?.items() ?? []).flatMap((item) => declaredField(item, read2) ?? []);
}
function fromConfig(field) {
  const name = field?.get("name")?.text;
  const key = field?.get("key")?.text;
  if (!field || name === void 0) return void 0;
  return { text: unknownText(`\${configMap.${name}.${key ?? ""}}`), at: field.place };
}
function armName({ text, at }) {
  const name = /\/userAssignedIdentities\/([^/]+)$/i.exec(lastPiece(text))?.[1];
  return name === void 0 ? void 0 : { text: literalText(name), at };
}
function lastPiece(text) {
  return literalOf(text) ?? text.pieces.at(-1);
}

// src/manifests/object-declarations.ts
function credentialsOfWorlds(worlds) {
  const manifests = new Set(worlds.flatMap((world) => world.objects.map((object3) => object3.manifest)));
  return [...manifests].filter(declaresCredential).flatMap((manifest) => kubernetesCredentials(manifest));
}
var makers = {
  "application.dis.altinn.cloud/ApplicationIdentity": ["metadata", "name"],
  "workloadidentity.azure.micosolutions.se/WorkloadIdentity": ["spec", "serviceAccount", "name"]
};
function accountsOfOperators(worlds) {
  const seen = /* @__PURE__ */ new Map();
  for (const object3 of worlds.flatMap((world) => world.objects)) {
    const path2 = makers[`${object3.group}/${object3.kind}`];
    const name = path2 && (object3.root.get(...path2) ?? object3.metadata.nameField);
    if (name) seen.set(object3.manifest, madeAccount(object3, name, "aso"));
  }
  return [...seen.values()];
}
function accountsOfTemplates(manifests) {
  return manifests.filter((manifest) => manifest.kind === "ServiceAccount").map((manifest) => readObject(manifest)).flatMap(
    (object3) => object3.metadata.nameField ? [madeAccount(object3, object3.metadata.nameField, "terraform")] : []
  );
}
function madeAccount(object3, name, language) {
  const { source, start, end } = object3.manifest;
  return {
    language,
    name: { text: readPlaceholders(name.text ?? ""), at: name.place },
    ...object3.namespaceGiven && { namespace: { text: object3.namespace, at: name.place } },
    created: true,
    at: { source, start, end }
  };
}

// src/manifests/raw-world.ts
var environments = Object.fromEntries(
  [
    ["development", "dev devel develop development"],
    ["test", "test tst testing"],
    ["integration", "int integration"],
    ["acceptance", "qa uat acc acceptance"],
    ["staging", "stg stage staging preprod pre-prod preproduction"],
    ["sandbox", "sbx sandbox playground"],
    ["production", "prd prod production live"]
  ].flatMap(([name, words2]) => words2.split(" ").map((word) => [word, name]))
);
function environmentOfFolder(name) {
  const folder = name.toLowerCase();
  const plain = environments[folder] ?? environments[folder.replace(/\d+$/, "")];
  if (plain) return plain;
  const [, first = "", second = ""] = /^([a-z]+\d*)[-_.]([a-z]+\d*)$/.exec(folder) ?? [];
  if (environments[first] && /^(?:\d+|[a-z]{2,3}\d?|blue|green|west\w*|east\w*|north\w*|south\w*)$/.test(second)) {
    return environments[first];
  }
  return environments[second] && /^(?:aks|k8s|cluster|env|[a-z]{2,3}\d?)$/.test(first) ? environments[second] : void 0;
}
function environmentOfPath(path2) {
  const folders = path2.split("/").slice(0, -1);
  for (const folder of folders.reverse()) {
    const environment = environmentOfFolder(folder);
    if (environment) return environment;
  }
  return void 0;
}
function rawWorld(raw, complete) {
  const splits = duplicateSplits([...raw.workloads, ...raw.serviceAccounts]);
  const environment = memoise(environmentOfPath);
  return {
    name: ".",
    complete,
    guessed: false,
    ...raw,
    sees: (a, b) => canMeet(a, b, environment, splits),
    environmentOf: (manifest) => environment(manifest.source.path)
  };
}
function canMeet(a, b, environment, splits) {
  const [pathA, pathB] = [a.source.path, b.source.path];
  if (pathA === pathB) return true;
  const [environmentA, environmentB] = [environment(pathA), environment(pathB)];
  if (environmentA && environmentB && environmentA !== environmentB) return false;
  if (splits.size === 0) return true;
  const { folder, childA, childB } = branch(pathA, pathB);
  const children = splits.get(folder);
  return !(children?.has(childA) && children.has(childB));
}
function branch(a, b) {
  const [partsA, partsB] = [a.split("/"), b.split("/")];
  let depth = 0;
  while (depth < partsA.length - 1 && depth < partsB.length - 1 && partsA[depth] === partsB[depth]) depth += 1;
  return { folder: partsA.slice(0, depth).join("/"), childA: partsA[depth] ?? "", childB: partsB[depth] ?? "" };
}
function duplicateSplits(objects) {
  const firstPaths = /* @__PURE__ */ new Map();
  const splits = /* @__PURE__ */ new Map();
  for (const object3 of objects) {
    const path2 = object3.manifest.source.path;
    const namespace = object3.namespaceGiven ? writtenText(object3.namespace) : "";
    const key = `${object3.kind}
${namespace}
${writtenText(object3.name)}`;
    const known = firstPaths.get(key) ?? [];
    if (known.includes(path2)) continue;
    for (const other of known) {
      const { folder, childA, childB } = branch(path2, other);
      const children = splits.get(folder) ?? /* @__PURE__ */ new Set();
      splits.set(folder, children.add(childA).add(childB));
    }
    if (known.length < 50) firstPaths.set(key, [...known, path2]);
  }
  return splits;
}
function memoise(compute) {
  const known = /* @__PURE__ */ new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, compute(text));
    return known.get(text);
  };
}

// src/manifests/workloads.ts
var template2 = (...path2) => ({ spec: [...path2, "spec"], owner: path2 });
var shapes = {
  "/Pod": [{ spec: ["spec"], owner: [] }],
  "/PodTemplate": [template2("template")],
  "/ReplicationController": [template2("spec", "template")],
  "apps/Deployment": [template2("spec", "template")],
  "apps/StatefulSet": [template2("spec", "template")],
  "apps/DaemonSet": [template2("spec", "template")],
  "apps/ReplicaSet": [template2("spec", "template")],
  "extensions/Deployment": [template2("spec", "template")],
  "extensions/DaemonSet": [template2("spec", "template")],
  "batch/Job": [template2("spec", "template")],
  "batch/CronJob": [template2("spec", "jobTemplate", "spec", "template")],
  "argoproj.io/Rollout": [template2("spec", "template")],
  "argoproj.io/Workflow": [argo("spec")],
  "argoproj.io/WorkflowTemplate": [argo("spec")],
  "argoproj.io/ClusterWorkflowTemplate": [argo("spec")],
  "argoproj.io/CronWorkflow": [argo("spec", "workflowSpec")],
  "keda.sh/ScaledJob": [template2("spec", "jobTargetRef", "template")],
  "serving.knative.dev/Service": [template2("spec", "template")],
  "serving.knative.dev/Configuration": [template2("spec", "template")],
  "tekton.dev/TaskRun": [{ spec: ["spec"], owner: [], containersElsewhere: true }],
  "tekton.dev/PipelineRun": [
    { spec: ["spec"], owner: [], account: ["spec", "taskRunTemplate"], containersElsewhere: true }
  ],
  "sparkoperator.k8s.io/SparkApplication": [spark("driver"), spark("executor")],
  "sparkoperator.k8s.io/ScheduledSparkApplication": [spark("template", "driver"), spark("template", "executor")],
  "postgresql.cnpg.io/Cluster": [
    {
      spec: ["spec"],
      owner: ["spec"],
      metadataKey: "inheritedMetadata",
      containersElsewhere: true,
      accountIsName: true
    }
  ]
};
function argo(...path2) {
  return { spec: path2, owner: path2, metadataKey: "podMetadata", containersElsewhere: true };
}
function spark(...path2) {
  const role2 = ["spec", ...path2];
  return {
    spec: role2,
    owner: ["spec", ...path2.slice(0, -1)],
    metadataKey: path2.at(-1),
    containersElsewhere: true
  };
}
var neverWorkloads = /* @__PURE__ */ new Set([
  "CustomResourceDefinition",
  "List",
  "ConfigMap",
  "Secret",
  "Kustomization",
  "Composition"
]);
function readWorkload(object3, read2) {
  if (neverWorkloads.has(object3.kind)) return void 0;
  const known = shapes[`${object3.group}/${object3.kind}`];
  const templates = known ? known.flatMap((shape) => readShape(object3, shape, read2) ?? []) : templatesByShape(object3.root.get("spec"), read2);
  return templates.length > 0 ? { ...object3, templates } : void 0;
}
function readShape(object3, shape, read2) {
  const spec = object3.root.get(...shape.spec);
  if (!spec) return void 0;
  const owner = object3.root.get(...shape.owner) ?? object3.root;
  const metadata = shape.metadataKey ? metadataAt(owner.get(shape.metadataKey)) : readMetadata(owner);
  const accountOwner = (shape.account && object3.root.get(...shape.account)) ?? spec;
  const pod3 = readTemplate({ owner, metadata, spec, accountOwner }, read2);
  return {
    ...pod3,
    account: pod3.accountField || !shape.accountIsName ? pod3.account : object3.name,
    complete: pod3.complete || shape.containersElsewhere === true
  };
}
function metadataAt(field) {
  const labelsField = field?.get("labels");
  const annotationsField = field?.get("annotations");
  return {
    field,
    nameField: void 0,
    namespaceField: void 0,
    labelsField,
    annotationsField,
    labels: labelsField?.entries() ?? [],
    annotations: annotationsField?.entries() ?? []
  };
}
function readTemplate({ owner, metadata, spec, accountOwner }, read2) {
  const accountField = nonEmpty(accountOwner.get("serviceAccountName")) ?? nonEmpty(accountOwner.get("serviceAccount"));
  const containers = [
    ...(spec.get("initContainers")?.items() ?? []).map((field) => readContainer(field, true)),
    ...(spec.get("containers")?.items() ?? []).map((field) => readContainer(field, false))
  ];
  return {
    metadata,
    anchor: metadata.labelsField ?? metadata.field ?? owner,
    spec,
    accountField,
    account: accountField?.text ? read2(accountField.text) : literalText("default"),
    containers,
    complete: (spec.get("containers")?.items() ?? []).some((field) => field.get("image") !== void 0)
  };
}
function nonEmpty(field) {
  return field?.text ? field : void 0;
}
function readContainer(field, init) {
  return {
    field,
    name: field.get("name")?.text ?? "",
    init,
    environment: (field.get("env")?.items() ?? []).map((entry) => ({
      name: entry.get("name")?.text ?? "",
      field: entry,
      value: entry.get("value"),
      valueFrom: entry.get("valueFrom")
    }))
  };
}
var searchDepth = 6;
function templatesByShape(field, read2, depth = 0) {
  if (!field || depth > searchDepth) return [];
  const spec = field.get("spec");
  if (spec?.get("containers")?.items().length) {
    return [readTemplate({ owner: field, metadata: readMetadata(field), spec, accountOwner: spec }, read2)];
  }
  return field.entries().flatMap((entry) => templatesByShape(entry, read2, depth + 1));
}

// src/manifests/relevance.ts
function textOf({ source, start, end }) {
  return source.text.slice(start, end);
}
function wantedBy(manifests, subjects = []) {
  const pods3 = new Set(subjects);
  const accounts = new Set(subjects.length > 0 ? ["*"] : []);
  for (const manifest of manifests) {
    if (!isInteresting(textOf(manifest))) continue;
    const object3 = readObject(manifest);
    if (manifest.kind === "ServiceAccount") {
      if (holdsIdentityWord(textOf(manifest))) pods3.add(writtenText(object3.name));
    } else {
      for (const template3 of readWorkload(object3, readPlaceholders)?.templates ?? [])
        accounts.add(writtenText(template3.account));
    }
  }
  for (const name of pods3) accounts.add(name);
  return { pods: pods3, accounts, namespaces: judgedNamespaces(manifests) };
}
function isWanted(names, wanted) {
  if (wanted.has("*")) return true;
  for (const name of names) if (name === "*" || wanted.has(name)) return true;
  return false;
}
function judgedNamespaces(manifests) {
  if (!manifests.some(restrictsEgress)) return /* @__PURE__ */ new Set();
  return new Set(manifests.filter((manifest) => holdsIdentityWord(textOf(manifest))).map(ownNamespace));
}
function restrictsEgress(manifest) {
  return manifest.kind === "NetworkPolicy" && /egress/i.test(textOf(manifest));
}
function ownNamespace(manifest) {
  return fieldsOf(manifest).get("metadata", "namespace")?.text ?? "";
}
var namespaceLine = /\bnamespace["']?[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,}#]+))/g;
function mayBeIn(text, namespaces) {
  if (namespaces.size === 0) return false;
  const names = [...text.matchAll(namespaceLine)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return names.length === 0 ? namespaces.has("") : names.some((name) => namespaces.has(name) || /^[*&!]/.test(name));
}

// src/manifests/first-pass.ts
var batchBytes = 2 * 1024 * 1024;
var FirstPass = class {
  buffer = Buffer.allocUnsafeSlow(batchBytes);
  look;
  paths = [];
  ends = [];
  used = 0;
  constructor(look) {
    this.look = look;
  }
  /** Takes a copy of the bytes, since the reader reuses its buffer. */
  add(path2, bytes) {
    if (this.used + bytes.length + 1 > batchBytes) this.flush();
    if (bytes.length + 1 > batchBytes) {
      lookAt(Buffer.from(bytes), [path2], [bytes.length], this.look);
      return;
    }
    this.buffer.set(bytes, this.used);
    this.used += bytes.length;
    this.paths.push(path2);
    this.ends.push(this.used);
    this.buffer[this.used] = 10;
    this.used += 1;
  }
  flush() {
    const { paths, ends, used } = this;
    [this.paths, this.ends, this.used] = [[], [], 0];
    if (paths.length > 0) lookAt(this.buffer.subarray(0, used), paths, ends, this.look);
  }
};
function lookAt(buffer, paths, ends, look) {
  const view = buffer.toString("latin1");
  const interesting2 = filesMatching(view, ends, findInteresting);
  const wide = filesMatching(view, ends, /\0/g);
  const pods3 = filesMatching(view, ends, holdsPods);
  const using = filesMatching(view, ends, usesAccounts);
  const declaring = filesMatching(view, ends, declaresAccounts);
  const documents = countDocuments(view, ends);
  let start = 0;
  for (const [index, path2] of paths.entries()) {
    const end = ends[index];
    const named = pods3[index] && using[index];
    const text = named || declaring[index] ? view.slice(start, end) : "";
    look({
      path: path2,
      bytes: buffer.subarray(start, end),
      interesting: interesting2[index] === 1 || wide[index] === 1,
      names: text === "" ? pods3[index] ? ["default"] : [] : namesIn(text),
      documents: documents[index]
    });
    start = end + 1;
  }
}
function filesMatching(view, ends, pattern) {
  const flags = new Uint8Array(ends.length);
  let file = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(view); match; match = pattern.exec(view)) {
    while (ends[file] < match.index) file += 1;
    flags[file] = 1;
    pattern.lastIndex = ends[file] + 1;
    if (pattern.lastIndex >= view.length) break;
  }
  return flags;
}
function countDocuments(view, ends) {
  const counts = new Uint32Array(ends.length).fill(1);
  let file = 0;
  for (let at = view.indexOf("\n---"); at !== -1; at = view.indexOf("\n---", at + 4)) {
    while (ends[file] < at) file += 1;
    if (at !== ends[file]) counts[file] = counts[file] + 1;
  }
  return counts;
}
function namesIn(text) {
  const used = text.includes("containers") ? [...accountsUsed(text), "default"] : [];
  return [...used, ...[...accountsDeclared(text)].map((name) => `@${name}`)];
}

// src/manifests/yaml/split-documents.ts
function splitDocuments(text, limit = defaultLimits.documents) {
  const spans = [];
  let start = 0;
  let opened = false;
  let opening = findMarker(text, "---", 0);
  let closing = findMarker(text, "...", 0);
  while (opening !== text.length || closing !== text.length) {
    const at = Math.min(opening, closing);
    const end = text.charCodeAt(at - 1) === byteOrderMark ? at - 1 : at;
    const content = opened ? start : skipBlank(text, start, end);
    const directives = !opened && content < end && at === opening && text[content] === "%";
    if (!directives) {
      if (content < end || opened) spans.push({ start, end });
      start = at + 3;
    }
    opened = at === opening;
    if (spans.length > limit) break;
    if (opened) opening = findMarker(text, "---", at + 3);
    else closing = findMarker(text, "...", at + 3);
  }
  if (opened || spans.length === 0 || skipBlank(text, start, text.length) < text.length) {
    spans.push({ start, end: text.length });
  }
  return { spans: spans.slice(0, limit), truncated: spans.length > limit };
}
function findMarker(text, marker, from) {
  let at = text.indexOf(marker, from);
  while (at !== -1 && !(isLineStart(text, at) && isSpaceOrEnd(text, at + 3))) at = text.indexOf(marker, at + 3);
  return at === -1 ? text.length : at;
}
function isLineStart(text, at) {
  const before = text.charCodeAt(at - 1);
  if (before === byteOrderMark) return isLineStart(text, at - 1);
  return at === 0 || before === 10 || before === 13;
}
function isSpaceOrEnd(text, at) {
  return at === text.length || isBlank(text.charCodeAt(at));
}

// src/manifests/scan.ts
async function scan(files2, discovered, options) {
  const scanner = new Scanner(files2, options);
  const paths = discovered.filter((file) => file.class === "manifest" && !options.skip(file.path)).map((file) => file.path);
  const firstPass = new FirstPass((look) => scanner.readFirst(look));
  for (const [index, path2] of paths.entries()) {
    const bytes = files2.read(path2);
    if (bytes.length > defaultLimits.fileBytes) scanner.refuse(path2, bytes.length);
    else firstPass.add(path2, bytes);
    if ((index & 1023) === 1023) options.onProgress?.(index + 1, paths.length);
  }
  firstPass.flush();
  await scanner.parsePending();
  if (!options.exhaustive) {
    const wanted = options.wanted(scanner.manifests, scanner.keptSources);
    for (const path2 of paths) scanner.readSecond(path2, wanted);
    await scanner.parsePending();
  }
  return scanner.result(paths.length);
}
var Scanner = class {
  manifests = [];
  sources = /* @__PURE__ */ new Map();
  problems = [];
  names = /* @__PURE__ */ new Map();
  done = /* @__PURE__ */ new Set();
  pending = [];
  documents = 0;
  parsed = 0;
  files;
  options;
  constructor(files2, options) {
    this.files = files2;
    this.options = options;
  }
  get keptSources() {
    return [...this.sources.values()];
  }
  refuse(path2, size) {
    this.problems.push(tooLarge(path2, size));
  }
  /** First pass over a file: documents that matter by themselves are queued, of the others the names are kept. */
  readFirst({ path: path2, bytes, interesting: interesting2, names, documents }) {
    this.documents += documents;
    const always = this.options.exhaustive || isKustomizationPath(path2);
    if (!always && !interesting2) {
      this.remember(path2, names);
      return;
    }
    const text = decodeText(bytes);
    if (text === void 0) return;
    const source = { path: path2, text };
    const { spans, truncated } = splitDocuments(text, defaultLimits.documents);
    if (truncated) this.problems.push(tooMany(source, spans.length));
    const others = [];
    for (const span of spans) {
      const document = text.slice(span.start, span.end);
      if (always || isInteresting(document)) {
        this.pending.push({ source, ...span });
        this.done.add(keyOf(path2, span.start));
      } else others.push(...namesIn(document));
    }
    this.remember(path2, others);
    if (this.pending.at(-1)?.source === source) this.sources.set(path2, source);
  }
  /** Keeps names that the second pass may ask for; copied, since a slice would keep the whole text alive. */
  remember(path2, names) {
    if (names.length === 0) return;
    const joined = names.join("\n");
    this.names.set(path2, joined === "default" ? "default" : Buffer.from(joined, "latin1").toString("latin1"));
  }
  /** Second pass: documents that an object of the first pass leads to. */
  readSecond(path2, wanted) {
    const names = this.names.get(path2);
    if (names === void 0 || !(namesWanted(names.split("\n"), wanted) || wanted.namespaces.size > 0)) return;
    const source = this.sources.get(path2) ?? { path: path2, text: decodeText(this.files.read(path2)) ?? "" };
    for (const span of splitDocuments(source.text, defaultLimits.documents).spans) {
      if (this.done.has(keyOf(path2, span.start))) continue;
      const text = source.text.slice(span.start, span.end);
      const names2 = namesIn(text);
      const inJudgedNamespace = names2.some((name) => !name.startsWith("@")) && mayBeIn(text, wanted.namespaces);
      if (!namesWanted(names2, wanted) && !inJudgedNamespace) continue;
      this.pending.push({ source, ...span });
      this.sources.set(path2, source);
    }
  }
  /** Parses what is queued; the tolerant parser is only loaded when the fast one refuses a text. */
  async parsePending() {
    const queue = this.pending;
    this.pending = [];
    const refused = [];
    for (const item of queue) if (!this.parse(item, false)) refused.push(item);
    if (refused.length === 0) return;
    await loadTolerantParser();
    for (const item of refused) this.parse(item, true);
  }
  /** False when the text was refused and another parser may still read it. */
  parse({ source, start, end }, final) {
    const { root, problems } = parseDocument(source, start, end);
    const syntax = problems.some((problem) => problem.kind === "syntax");
    if (syntax && !final) return false;
    this.parsed += 1;
    const text = source.text.slice(start, end);
    if (isTemplate(text, root)) return true;
    const relevant = isInteresting(text) || isKustomizationPath(source.path);
    if (relevant) {
      for (const problem of problems) {
        const spot = { source, start: problem.start, end: problem.end };
        this.problems.push({
          kind: problem.kind,
          message: problem.message,
          spot,
          manifestLike: looksLikeManifest(text)
        });
      }
    }
    if (root) this.addManifests(source, root, start, end);
    return true;
  }
  addManifests(source, root, start, end) {
    if (root.type !== "map") return;
    const apiVersion = textAt(root, "apiVersion");
    const kind = textAt(root, "kind");
    const items = root.entries.find((entry) => entry.key.text === "items")?.value;
    if (kind.endsWith("List") && items?.type === "sequence") {
      for (const item of items.items) this.addManifests(source, item, item.start, item.end);
      return;
    }
    if ((kind === "" || apiVersion === "") && !isKustomizationPath(source.path)) return;
    this.manifests.push({ source, root, apiVersion, kind, start, end });
  }
  result(files2) {
    return {
      // In the order of the files whatever the pass, since what is judged must not depend on when it was read.
      manifests: this.manifests.toSorted((a, b) => compareText(a.source.path, b.source.path) || a.start - b.start),
      sources: this.keptSources,
      problems: this.problems,
      files: files2,
      documents: this.documents,
      parsed: this.parsed
    };
  }
};
function keyOf(path2, start) {
  return `${path2}
${start}`;
}
function namesWanted(names, wanted) {
  const declared = names.filter((name) => name.startsWith("@")).map((name) => name.slice(1));
  const used = names.filter((name) => !name.startsWith("@"));
  return isWanted(used, wanted.pods) || isWanted(declared, wanted.accounts);
}
function textAt(root, key) {
  if (root.type !== "map") return "";
  const value = root.entries.find((entry) => entry.key.text === key)?.value;
  return value?.type === "scalar" && typeof value.value === "string" ? value.value : "";
}
var directive = /^[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%|%\{)|:[ \t]+(?:\{\{|\{%)/m;
function isTemplate(text, root) {
  if (!text.includes("{{") && !text.includes("{%") && !text.includes("<%") && !text.includes("%{")) return false;
  return root === void 0 ? directive.test(text) : holdsExpressionMap(root);
}
function holdsExpressionMap(node) {
  if (node.type === "scalar") return false;
  if (node.type === "sequence") return node.items.some(holdsExpressionMap);
  if (node.flow && node.entries.some((entry) => entry.key.text === "" || entry.key.text.startsWith("{"))) return true;
  return node.entries.some((entry) => holdsExpressionMap(entry.value));
}
function looksLikeManifest(text) {
  return /^(?:apiVersion|["']apiVersion["'])[ \t]*:/m.test(text) && /^(?:kind|["']kind["'])[ \t]*:/m.test(text);
}
function tooLarge(path2, size) {
  const source = { path: path2, text: "" };
  const limit = Math.round(defaultLimits.fileBytes / 1024 / 1024);
  return {
    kind: "limit",
    message: `The file has ${Math.round(size / 1024 / 1024)} MiB, more than the ${limit} MiB that are read; nothing in it was checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true
  };
}
function tooMany(source, count) {
  return {
    kind: "limit",
    message: `The file holds more than ${count} documents; the rest was not checked.`,
    spot: { source, start: 0, end: 0 },
    manifestLike: true
  };
}

// src/manifests/load.ts
async function load(files2, request) {
  const discovered = discover(files2, request.paths, request.ignore);
  const skip = isChartTemplate(discovered);
  const others = readOtherFiles(files2, discovered);
  const wanted = (manifests2, sources) => wantedBy(manifests2, subjectsIn([...others.sources, ...sources.filter(mayDeclare)]));
  const scanned = await scan(files2, discovered, {
    exhaustive: request.exhaustive,
    skip,
    wanted,
    ...request.onProgress ? { onProgress: request.onProgress } : {}
  });
  const declarations = await readDeclarations(others, scanned.sources);
  const { templates, manifests } = withoutTemplates(scanned.manifests, declarations.templateFiles);
  const raw = readRaw(manifests, wanted(scanned.manifests, scanned.sources));
  const worlds = [rawWorld(raw, scanned.problems.length === 0)];
  const declaredAccounts = [
    ...declarations.serviceAccounts,
    ...accountsOfOperators(worlds),
    ...accountsOfTemplates(templates)
  ];
  return {
    repository: {
      problems: scanned.problems,
      worlds,
      credentials: [...declarations.credentials, ...credentialsOfWorlds(worlds)],
      declaredAccounts,
      complete: declarations.complete && scanned.problems.length === 0 && !discovered.some(({ path: path2 }) => skip(path2)),
      scripts: { ...declarations.scripts, createsAccounts: declaredAccounts.some((account14) => account14.created) }
    },
    sources: [.../* @__PURE__ */ new Set([...scanned.sources, ...declarations.sources])],
    scan: scanned
  };
}
function withoutTemplates(manifests, templateFiles) {
  const isTemplate2 = ({ source }) => templateFiles.has(source.path);
  return {
    templates: manifests.filter(isTemplate2),
    manifests: manifests.filter((manifest) => !isTemplate2(manifest))
  };
}
function isChartTemplate(discovered) {
  const charts = discovered.filter((file) => /(?:^|\/)Chart\.ya?ml$/.test(file.path)).map((file) => `${file.path.slice(0, file.path.lastIndexOf("/") + 1)}templates/`);
  const roots = new Set(charts);
  if (roots.size === 0) return () => false;
  return (path2) => {
    for (let at = path2.indexOf("templates/"); at !== -1; at = path2.indexOf("templates/", at + 1)) {
      if (roots.has(path2.slice(0, at + "templates/".length))) return true;
    }
    return false;
  };
}
function readRaw(manifests, wanted) {
  const kustomizations = manifests.filter((manifest) => isKustomizationPath(manifest.source.path)).map((manifest) => readKustomization(manifest));
  const patches = new Set(kustomizations.flatMap((kustomization) => kustomization.patches));
  const moved = filesInOtherNamespaces(kustomizations);
  const taken = new Set(kustomizations.flatMap((kustomization) => kustomization.resources));
  const objects = [];
  for (const manifest of manifests) {
    const path2 = manifest.source.path;
    if (isKustomizationPath(path2) || patches.has(path2)) continue;
    const object3 = readObject(manifest);
    objects.push(inKustomization(object3, moved(path2), taken.has(path2)));
  }
  const workloads = objects.map((object3) => readWorkload(object3, readPlaceholders)).filter((workload) => workload !== void 0).filter(
    (workload) => isInteresting(textOf(workload.manifest)) || usesWanted(workload, wanted) || wanted.namespaces.has(ownNamespace(workload.manifest))
  );
  const pods3 = new Set(workloads.map((workload) => workload.manifest));
  const relevant = objects.filter(
    (object3) => pods3.has(object3.manifest) || isInteresting(textOf(object3.manifest)) || object3.kind === "ServiceAccount" && isWanted([writtenText(object3.name)], wanted.accounts)
  );
  return {
    objects: relevant,
    workloads,
    serviceAccounts: relevant.filter((object3) => object3.kind === "ServiceAccount").map(readServiceAccount)
  };
}
function usesWanted(workload, wanted) {
  return isWanted(
    workload.templates.map((template3) => writtenText(template3.account)),
    wanted.pods
  );
}
function inKustomization(object3, moved, taken) {
  if (!moved && (!taken || object3.namespaceGiven)) return object3;
  return { ...object3, namespaceGiven: false, namespace: unknownText(kustomizedNamespace) };
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
  return (path2) => moved.has(path2);
}

// src/model/source.ts
var lineTables = /* @__PURE__ */ new WeakMap();
function lineStarts(source) {
  const known = lineTables.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1)) starts.push(at + 1);
  lineTables.set(source, starts);
  return starts;
}
function lineAt(source, offset) {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
function locationOf(source, start, end) {
  const starts = lineStarts(source);
  const from = Math.max(0, Math.min(start, source.text.length));
  const to = Math.max(from, Math.min(end, source.text.length));
  const line = lineAt(source, from);
  const endLine = lineAt(source, to);
  return {
    file: source.path,
    line,
    column: from - starts[line - 1] + 1,
    endLine,
    endColumn: to - starts[endLine - 1] + 1
  };
}
function lineText(source, line) {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === void 0) return "";
  const next = starts[line];
  return source.text.slice(start, next === void 0 ? source.text.length : next - 1).replace(/\r$/, "");
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
function editOf(repair) {
  const field = repair.kind === "add-entry" ? repair.into : repair.at;
  if (field.manifest.rendered) return void 0;
  if (repair.kind === "rename-key") return field.keyNode && replaceScalar(field, field.keyNode, repair.key);
  if (repair.kind === "set-text") {
    return field.node.type === "scalar" ? replaceScalar(field, field.node, repair.text) : void 0;
  }
  return repair.kind === "add-entry" ? addEntry(field, repair.key, repair.text) : removeEntry(field);
}
function edit(field, start, end, text) {
  return { ...locationOf(field.manifest.source, start, end), text };
}
function replaceScalar(field, node, text) {
  if (node.style === "literal" || node.style === "folded") return void 0;
  if (node.start === node.end) return edit(field, node.start, node.end, ` ${quoted(text)}`);
  const written2 = field.manifest.source.text.slice(node.start, node.end);
  const quote = written2.startsWith("'") ? "'" : written2.startsWith('"') ? '"' : "";
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

// src/manifests/locate.ts
function spotOf(place) {
  const { node, key } = walk2(place.manifest.root, place.path);
  const source = place.manifest.source;
  if (place.part === "key" && key) return { source, start: key.start, end: key.end };
  if (node.type === "scalar" && node.start < node.end)
    return { source, ...firstLine(source.text, node.start, node.end) };
  const shown = key ?? node;
  return { source, ...firstLine(source.text, shown.start, shown.end) };
}
function walk2(root, path2) {
  let node = root;
  let key;
  for (const step of path2) {
    if (node.type === "map") {
      const entry = node.entries.find((candidate) => candidate.key.text === String(step));
      if (!entry) break;
      node = entry.value;
      key = entry.key;
    } else if (node.type === "sequence") {
      const item = node.items[Number(step)];
      if (!item) break;
      node = item;
      key = void 0;
    } else break;
  }
  return { node, key };
}
function firstLine(text, start, end) {
  const newline = text.indexOf("\n", start);
  if (newline === -1 || newline >= end) return { start, end };
  return { start, end: Math.max(start, text[newline - 1] === "\r" ? newline - 1 : newline) };
}
function locate(at) {
  const spot = "manifest" in at ? spotOf(at) : at;
  return locationOf(spot.source, spot.start, spot.end);
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
    const [, rule39 = "", reason = ""] = /^(\S*)[ \t]*(.*)$/.exec((match[1] ?? "").trim()) ?? [];
    let to = line;
    if (/^\s*#/.test(lines[line - 1] ?? "")) {
      do
        to += 1;
      while (to < lines.length && /^\s*#/.test(lines[to - 1] ?? ""));
    }
    return {
      rule: rule39.replace(/:$/, ""),
      reason,
      spot: { source, start, end: match.index + match[0].length },
      from: line,
      to
    };
  });
}
function readSuppressionAnnotation(value) {
  return value.split(/[\n;]/).map((part) => part.trim()).filter((part) => part !== "").map((part) => {
    const [, rule39 = "", reason = ""] = /^([^\s:]*)[\s:]*(.*)$/.exec(part) ?? [];
    return { rule: rule39, reason: reason.trim() };
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
      covers: (judged) => judged.manifest === manifest
    }));
  });
}

// src/rules/engine.ts
function judge(repository, rules2, options) {
  const bugs = [];
  const seen = [];
  const active = rules2.filter((rule39) => options.levels?.[rule39.id] !== "off");
  for (const rule39 of active) {
    try {
      for (const observation of observationsOf(rule39, repository)) seen.push({ rule: rule39, observation });
    } catch (thrown) {
      bugs.push(bugOf(rule39, thrown));
    }
  }
  const judged = mergeAlike(withoutRepeatedCauses(seen).map((item) => toJudged(item, options)));
  const { judged: suppressed, withoutReason, unused } = suppress(judged, repository, options.sources);
  const about = (id3, observations) => active.filter((rule39) => rule39.id === id3).flatMap((rule39) => observations.map((observation) => ({ rule: rule39, observation })));
  const notes = [...about("suppression-without-reason", withoutReason), ...about("suppression-unused", unused)];
  const findings = [...suppressed, ...mergeAlike(notes.map((item) => toJudged(item, options)))];
  return { findings: findings.map((item) => item.finding).sort(compareFindings), bugs };
}
function* observationsOf(rule39, repository) {
  if (rule39.checkRepository) yield* rule39.checkRepository(repository);
  if (rule39.check) for (const world of repository.worlds) yield* rule39.check(world, repository);
}
function bugOf(rule39, thrown) {
  const cause2 = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Bug(
    {
      problem: `Rule ${rule39.id} failed: ${cause2.message}`,
      evidence: cause2.stack ?? cause2.message,
      remedy: `This is a bug of Idwire; the other rules ran. Please report it, and set "${rule39.id}: off" under rules in idwire.yaml meanwhile.`
    },
    { cause: cause2 }
  );
}
function withoutRepeatedCauses(seen) {
  const speakers = /* @__PURE__ */ new Map();
  for (const { rule: rule39, observation } of seen) {
    if (observation.about === void 0) continue;
    const rules2 = speakers.get(observation.about) ?? /* @__PURE__ */ new Set();
    speakers.set(observation.about, rules2.add(rule39.id));
  }
  return seen.filter(({ rule: rule39, observation }) => {
    if (observation.about === void 0 || !rule39.yieldsTo) return true;
    const others = speakers.get(observation.about);
    return !rule39.yieldsTo.some((id3) => others.has(id3));
  });
}
function placeOf(at) {
  return at instanceof Field ? at.place : at;
}
function toJudged({ rule: rule39, observation }, options) {
  const at = placeOf(observation.at);
  const location = locate(at);
  const confidence = observation.confidence ?? rule39.confidence ?? "high";
  const level2 = options.levels?.[rule39.id];
  const severity = cappedSeverity(levelled(observation.severity ?? rule39.severity, rule39.severity, level2), confidence);
  const rendered = "manifest" in at ? at.manifest.rendered : void 0;
  const edits = observation.fix && editsOf(observation.fix.repairs);
  const finding = {
    rule: rule39.id,
    severity,
    confidence,
    message: observation.message,
    remedy: observation.remedy ?? rule39.remedy,
    ...location,
    docs: `docs/rules/${rule39.id}.md`,
    related: (observation.related ?? []).map(({ at: other, note }) => {
      const { file, line } = locate(placeOf(other));
      return { file, line, note };
    }),
    fingerprint: fingerprintOf(rule39, at, location),
    ...rendered ? { rendered: { by: rendered.by, root: rendered.root } } : {},
    ...observation.fix && edits ? { fix: { safety: observation.fix.safety, edits } } : {},
    suppressed: null
  };
  return { finding, manifest: "manifest" in at ? at.manifest : void 0 };
}
function levelled(severity, own, level2) {
  if (level2 === void 0 || level2 === "off") return severity;
  return severity === own ? level2 : severity;
}
function fingerprintOf(rule39, at, location) {
  const parts = "manifest" in at ? [identityOf(at.manifest), at.path.join("/"), at.part] : [spotText(at)];
  return createHash("sha256").update([rule39.id, location.file, ...parts].map((part) => `${part.length}:${part}`).join("")).digest("hex").slice(0, 32);
}
function spotText(spot) {
  return spot.source.text.slice(spot.start, spot.end);
}
function identityOf(manifest) {
  const metadata = fieldsOf(manifest).get("metadata");
  const name = metadata?.get("name")?.text ?? "";
  return `${manifest.apiVersion}/${manifest.kind}/${metadata?.get("namespace")?.text ?? ""}/${name}`;
}
function mergeAlike(judged) {
  const bySpot = /* @__PURE__ */ new Map();
  for (const item of judged) {
    const { rule: rule39, file, line, column, message } = item.finding;
    const key = `${rule39}
${file}
${line}:${column}
${message}`;
    if (!bySpot.has(key)) bySpot.set(key, item);
  }
  const counts = /* @__PURE__ */ new Map();
  return [...bySpot.values()].sort(compareBySpot).map((item) => {
    const { fingerprint } = item.finding;
    const count = counts.get(fingerprint) ?? 0;
    counts.set(fingerprint, count + 1);
    return count === 0 ? item : { ...item, finding: { ...item.finding, fingerprint: `${fingerprint}-${count}` } };
  });
}
function compareBySpot({ finding: a }, { finding: b }) {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message);
}

// src/model/world.ts
var accountIndexes = /* @__PURE__ */ new WeakMap();
var templateIndexes = /* @__PURE__ */ new WeakMap();
function indexBy(items, textOf2) {
  const index = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = literalOf(textOf2(item)) ?? "";
    const group2 = index.get(key);
    if (group2) group2.push(item);
    else index.set(key, [item]);
  }
  return index;
}
function candidates(index, name) {
  const literal = literalOf(name);
  if (literal === void 0) return [...index.values()].flat();
  return [...index.get(literal) ?? [], ...literal === "" ? [] : index.get("") ?? []];
}
function accountIndex(world) {
  let index = accountIndexes.get(world);
  if (!index) {
    index = indexBy(world.serviceAccounts, (account14) => account14.name);
    accountIndexes.set(world, index);
  }
  return index;
}
function accountsFor(world, workload, template3) {
  const matches = [];
  for (const account14 of candidates(accountIndex(world), template3.account)) {
    if (!world.sees(workload.manifest, account14.manifest)) continue;
    const name = compareTexts(template3.account, account14.name);
    const namespace = compareNamespaces(workload, account14);
    if (name === "different" || namespace === "different") continue;
    matches.push({ account: account14, certain: name === "same" && namespace === "same" });
  }
  return matches;
}
function twinsElsewhere(world, workload, template3) {
  return candidates(accountIndex(world), template3.account).filter(
    (account14) => world.sees(workload.manifest, account14.manifest) && compareTexts(template3.account, account14.name) === "same" && compareNamespaces(workload, account14) === "different"
  );
}
function templatesOf(world, account14) {
  let index = templateIndexes.get(world);
  if (!index) {
    const all = world.workloads.flatMap((workload) => workload.templates.map((template3) => ({ workload, template: template3 })));
    index = indexBy(all, (item) => item.template.account);
    templateIndexes.set(world, index);
  }
  return candidates(index, account14.name).filter(
    ({ workload, template: template3 }) => world.sees(account14.manifest, workload.manifest) && compareTexts(account14.name, template3.account) !== "different" && compareNamespaces(account14, workload) !== "different"
  );
}
function compareNamespaces(a, b) {
  if (!a.namespaceGiven && !b.namespaceGiven) return "same";
  if (!a.namespaceGiven || !b.namespaceGiven) return "unknown";
  return compareTexts(a.namespace, b.namespace);
}
function nameOf(object3) {
  const name = written(object3.name) || "(no name)";
  return object3.namespaceGiven ? `${written(object3.namespace)}/${name}` : name;
}
function written(text) {
  return text.pieces.map((piece, index) => piece + (text.symbols[index] ?? "")).join("");
}
function isLabelled(template3) {
  return template3.metadata.labels.some((label) => label.key === identityKeys.use && label.string === "true");
}

// src/rules/rule.ts
function defineRule(rule39) {
  return rule39;
}
function defineExamples(examples39) {
  return examples39;
}
function cause(topic, object3) {
  return `${topic} of ${object3.manifest.source.path}#${object3.manifest.start}`;
}

// src/rules/cluster-rights/namespace-missing.ts
var rule = defineRule({
  id: "namespace-missing",
  title: "An object of the wiring names no namespace",
  group: "Cluster rights and network",
  why: "The namespace is part of the subject that a credential trusts. Without one in the file, it is the current namespace of whoever applies it, and the token may be refused (AADSTS700213).",
  remedy: "Write metadata.namespace, or let a kustomization or the release give it.",
  severity: "note",
  sources: ["kubernetes/website docs/concepts/overview/working-with-objects/namespaces.md"],
  *check(world) {
    for (const object3 of identityBearing(world)) {
      if (object3.namespaceGiven || object3.manifest.rendered || object3.metadata.namespaceField) continue;
      if (writtenText(object3.namespace) === kustomizedNamespace) continue;
      yield {
        at: object3.metadata.nameField ?? object3.root,
        message: `The ${object3.kind} ${nameOf(object3)} takes part in the identity wiring and names no namespace: the one it is applied to decides the subject of its tokens.`
      };
    }
  }
});
function identityBearing(world) {
  return [
    ...world.serviceAccounts.filter((account14) => account14.clientId?.text),
    ...world.workloads.filter((workload) => workload.templates.some(isLabelled))
  ];
}
var account = (metadata) => `apiVersion: v1
kind: ServiceAccount
metadata:
${metadata}  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var examples = defineExamples({
  bad: [{ title: "Only a name", files: { "account.yaml": account("  name: orders #~ namespace-missing\n") } }],
  good: [
    { title: "Its namespace", files: { "account.yaml": account("  name: orders\n  namespace: shop\n") } },
    {
      title: "A kustomization takes it in",
      files: {
        "account.yaml": account("  name: orders\n"),
        "kustomization.yaml": "namespace: shop\nresources: [account.yaml]\n"
      }
    }
  ]
});

// src/manifests/cluster-rights.ts
var group = "rbac.authorization.k8s.io";
function rolesOf(world) {
  return objectsOf(world, "Role", "ClusterRole").map((object3) => ({
    ...object3,
    rules: (object3.root.get("rules")?.items() ?? []).map(readRule)
  }));
}
function bindingsOf(world) {
  return objectsOf(world, "RoleBinding", "ClusterRoleBinding").map((object3) => ({
    ...object3,
    roleKind: object3.root.get("roleRef", "kind")?.text ?? "",
    roleName: object3.root.get("roleRef", "name"),
    subjects: (object3.root.get("subjects")?.items() ?? []).flatMap(readSubject)
  }));
}
function objectsOf(world, ...kinds2) {
  return world.objects.filter((object3) => object3.group === group && kinds2.includes(object3.kind));
}
function readRule(field) {
  const texts = (key) => (field.get(key)?.items() ?? []).filter((item) => item.text !== void 0);
  return {
    field,
    groups: texts("apiGroups"),
    resources: texts("resources"),
    verbs: texts("verbs"),
    limited: (field.get("resourceNames")?.items() ?? []).length > 0
  };
}
function readSubject(field) {
  const name = field.get("name");
  if (name?.text === void 0) return [];
  return [
    { field, name, text: name.text, kind: field.get("kind")?.text ?? "", namespace: field.get("namespace")?.text }
  ];
}

// src/rules/example-rights.ts
var groupId = "6d0c5a8e-41f7-4c1b-8a52-0e7b9d3f1c64";
function subjectLine(kind, name, mark16 = "") {
  return `  - kind: ${kind}
    apiGroup: rbac.authorization.k8s.io
    name: ${name}${mark16}
`;
}
function roleBinding(subjects, role2 = "view", roleMark = "") {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: shop-team
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${role2}${roleMark}
subjects:
${subjects}`;
}
function clusterRoleBinding(subjects, role2, roleMark = "") {
  return roleBinding(subjects, role2, roleMark).replace("kind: RoleBinding", "kind: ClusterRoleBinding").replace("  namespace: shop\n", "");
}
function role(rule39) {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: shop-team
  namespace: shop
rules:
  - apiGroups: [${rule39.groups}]
    resources: ${rule39.resources}
    verbs: ${rule39.verbs}
`;
}
var shopAccount = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;

// src/rules/cluster-rights/rbac-cluster-admin.ts
var rule2 = defineRule({
  id: "rbac-cluster-admin",
  title: "A binding gives away cluster-admin",
  group: "Cluster rights and network",
  why: "cluster-admin may do everything with every object: read all secrets, and get a token of any ServiceAccount and so of every Azure identity that the cluster is trusted for.",
  remedy: "Bind a role that lists what is needed, with a RoleBinding in the namespace where it is needed.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    for (const binding2 of bindingsOf(world)) {
      const { roleName, subjects } = binding2;
      if (binding2.roleKind !== "ClusterRole" || roleName?.text !== "cluster-admin" || subjects.length === 0) continue;
      yield {
        at: roleName,
        message: `The ${binding2.kind} ${nameOf(binding2)} gives ${namesOf(binding2)} ${binding2.kind === "RoleBinding" ? "every right in its namespace" : "every right in the cluster"}.`,
        // Within one namespace it is what the role admin nearly is.
        severity: binding2.kind === "RoleBinding" ? "note" : "warning"
      };
    }
  }
});
var everybody = /^system:(?:authenticated|unauthenticated|serviceaccounts|anonymous)$/;
function namesOf({ subjects }) {
  const open = subjects.find(({ text }) => everybody.test(text));
  if (open) return `"${open.text}", which is everybody,`;
  const [first] = subjects;
  const others = subjects.length > 1 ? ` and ${subjects.length - 1} more` : "";
  return `${first?.kind} "${first?.text}"${others}`;
}
var mark = " #~ rbac-cluster-admin";
var examples2 = defineExamples({
  bad: [
    {
      title: "In the whole cluster",
      files: { "binding.yaml": clusterRoleBinding(subjectLine("Group", groupId), "cluster-admin", mark) }
    },
    {
      title: "In one namespace",
      files: { "binding.yaml": roleBinding(subjectLine("Group", groupId), "cluster-admin", mark) }
    }
  ],
  good: [
    {
      title: "A role that reads",
      files: { "binding.yaml": clusterRoleBinding(subjectLine("Group", groupId), "view") }
    }
  ]
});

// src/rules/cluster-rights/rbac-escalation.ts
var verbs = {
  escalate: "write roles with rights beyond its own",
  bind: "bind anybody to roles beyond its own",
  impersonate: "act as other users, groups or accounts"
};
var rule3 = defineRule({
  id: "rbac-escalation",
  title: "A role lets its holder raise its own rights",
  group: "Cluster rights and network",
  why: "The verbs escalate, bind and impersonate switch off the check that nobody gives away more than they have. Whoever holds them can become cluster-admin, or any account that an Azure identity trusts.",
  remedy: "Remove the verb, or limit it by resourceNames to the roles and names that are needed.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    for (const object3 of rolesOf(world)) {
      for (const { verbs: granted, limited } of object3.rules) {
        const verb = granted.find(({ text }) => text !== void 0 && text in verbs);
        if (!verb || limited) continue;
        yield {
          at: verb,
          message: `The ${object3.kind} ${nameOf(object3)} grants "${verb.text}", so that its holder can ${verbs[verb.text]}.`
        };
      }
    }
  }
});
var groups = "rbac.authorization.k8s.io";
var examples3 = defineExamples({
  bad: [
    {
      title: "Binding roles",
      files: {
        "role.yaml": role({ groups, resources: "[clusterroles]", verbs: "[get, bind] #~ rbac-escalation" })
      }
    },
    {
      title: "Acting as others",
      files: {
        "role.yaml": role({
          groups: '""',
          resources: "[serviceaccounts]",
          verbs: "\n      - impersonate #~ rbac-escalation"
        })
      }
    }
  ],
  good: [
    {
      title: "Binding one role only",
      files: {
        "role.yaml": `${role({ groups, resources: "[clusterroles]", verbs: "[bind]" })}    resourceNames: [view]
`
      }
    }
  ]
});

// src/model/cluster-rights.ts
function isSystemName(name) {
  return name.startsWith("system:");
}

// src/rules/guid.ts
var guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
function describeNotGuid(text) {
  if (/^[0-]+$/.test(text)) return { description: "only zeros" };
  if (guid.test(text)) return void 0;
  const inner = text.trim().replace(/^[{("']+|[})"']+$/g, "").trim();
  if (guid.test(inner)) return { description: "a GUID with more around it", guid: inner };
  if (/^\/?subscriptions\//i.test(text)) return { description: "a resource id" };
  if (/^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/i.test(text)) {
    return { description: "shaped like a GUID but with letters that none has" };
  }
  if (/^(?:TB[AD]|TODO|FIXME|XXX+|CHANGE[-_]?ME|PLACEHOLDER|REPLACE[-_]?ME|UNKNOWN|NONE)$/i.test(text)) {
    return { description: "a leftover that nobody filled in" };
  }
  return { description: "not a GUID" };
}

// src/rules/cluster-rights/rbac-group-not-object-id.ts
var rule4 = defineRule({
  id: "rbac-group-not-object-id",
  title: "A group is bound by its name",
  group: "Cluster rights and network",
  why: "Tokens of Entra carry groups by object id. In a cluster that is integrated with Entra, a binding to a name grants nothing to anybody.",
  remedy: "Write the object id of the group: az ad group show --group <name> --query id.",
  severity: "warning",
  sources: ["MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md"],
  *check(world) {
    for (const binding2 of bindingsOf(world)) {
      for (const { kind, name, text } of binding2.subjects) {
        if (kind !== "Group" || isSystemName(text) || hasPlaceholder(text) || !describeNotGuid(text)) continue;
        yield {
          at: name,
          message: `The ${binding2.kind} ${nameOf(binding2)} names the group "${text}"; Entra presents groups by object id.`
        };
      }
    }
  }
});
var examples4 = defineExamples({
  bad: [
    {
      title: "The name that people use",
      files: { "binding.yaml": roleBinding(subjectLine("Group", "shop-developers", " #~ rbac-group-not-object-id")) }
    }
  ],
  good: [
    { title: "The object id", files: { "binding.yaml": roleBinding(subjectLine("Group", groupId)) } },
    {
      title: "A group of the system",
      files: { "binding.yaml": roleBinding(subjectLine("Group", "system:serviceaccounts:shop")) }
    },
    {
      title: "An id that is filled in later",
      files: { "binding.yaml": roleBinding(subjectLine("Group", "${DEVELOPERS_GROUP_ID}")) }
    }
  ]
});

// src/rules/cluster-rights/rbac-path-to-identity.ts
var rule5 = defineRule({
  id: "rbac-path-to-identity",
  title: "Rights in the cluster lead to an Azure identity",
  group: "Cluster rights and network",
  why: "Whoever may start a pod, run a command in one, or ask for the token of a ServiceAccount can get a token for any audience, and so everything that the Azure identity of that account may do.",
  remedy: "Keep accounts of identities in a namespace where only their workload is deployed, or remove the right.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    const accounts = world.serviceAccounts.filter((account14) => account14.clientId?.text);
    if (accounts.length === 0) return;
    const roles = rolesOf(world);
    for (const binding2 of bindingsOf(world)) {
      const power = powerOf(world, binding2, roles);
      const subject = power && binding2.subjects.find((candidate) => !isOfCluster(candidate));
      if (!power || !subject) continue;
      const reached = accounts.filter((account14) => reaches(world, binding2, account14) && !isItself(subject, account14));
      const [first] = reached;
      if (!first) continue;
      const more = reached.length > 1 ? `, and ${reached.length - 1} more` : "";
      yield {
        at: subject.name,
        message: `The ${binding2.kind} ${nameOf(binding2)} lets ${subject.kind} "${subject.text}" ${power.act}, and so act as the Azure identity ${first.clientId?.text} of ${nameOf(first)}${more}.`,
        related: [
          ...power.at ? [{ at: power.at, note: "the right" }] : [],
          { at: first.clientId ?? first.root, note: "the identity" }
        ]
      };
    }
  }
});
var powers = [
  { resource: "serviceaccounts/token", verbs: ["create"], act: "ask for tokens of accounts" },
  { resource: "pods/exec", verbs: ["create", "get"], act: "run commands in pods" },
  { resource: "pods", verbs: ["create"], act: "start pods" }
];
var builtIn = /* @__PURE__ */ new Set(["admin", "edit"]);
function powerOf(world, binding2, roles) {
  const name = binding2.roleName?.text;
  if (name === void 0) return void 0;
  const own = roles.filter(
    (candidate) => candidate.kind === binding2.roleKind && literalOf(candidate.name) === name && world.sees(binding2.manifest, candidate.manifest) && (candidate.kind === "ClusterRole" || compareNamespaces(binding2, candidate) === "same")
  );
  if (own.length === 0 && binding2.roleKind === "ClusterRole" && builtIn.has(name)) {
    return { act: "start pods and ask for tokens of accounts", at: void 0 };
  }
  return own.flatMap(({ rules: rules2 }) => rules2.flatMap((roleRule) => powerOfRule(roleRule) ?? []))[0];
}
function powerOfRule({ groups: groups2, resources, verbs: verbs2, limited }) {
  if (limited || !groups2.some(({ text }) => text === "" || text === "*")) return void 0;
  for (const power of powers) {
    const at = resources.find(({ text }) => text === power.resource);
    if (at && verbs2.some(({ text }) => text === "*" || power.verbs.includes(text ?? ""))) return { act: power.act, at };
  }
  return void 0;
}
function isOfCluster({ kind, text, namespace }) {
  return kind === "ServiceAccount" ? namespace === "kube-system" : text.startsWith("system:");
}
function reaches(world, binding2, account14) {
  if (!world.sees(binding2.manifest, account14.manifest)) return false;
  return binding2.kind === "ClusterRoleBinding" || compareNamespaces(binding2, account14) === "same";
}
function isItself({ kind, text, namespace }, account14) {
  if (kind !== "ServiceAccount" || compareTexts(account14.name, literalText(text)) === "different") return false;
  return namespace === void 0 || compareTexts(account14.namespace, literalText(namespace)) !== "different";
}
var mark2 = " #~ rbac-path-to-identity";
var toRole = (subject) => roleBinding(subject, "shop-team").replace("kind: ClusterRole", "kind: Role");
var examples5 = defineExamples({
  bad: [
    {
      title: "Asking for tokens",
      files: {
        "account.yaml": shopAccount,
        "role.yaml": role({ groups: '""', resources: "[serviceaccounts/token]", verbs: "[create]" }),
        "binding.yaml": toRole(subjectLine("Group", groupId, mark2))
      }
    },
    {
      title: "A built-in role that starts pods",
      files: { "account.yaml": shopAccount, "binding.yaml": roleBinding(subjectLine("Group", groupId, mark2), "edit") }
    }
  ],
  good: [
    {
      title: "Reading only",
      files: {
        "account.yaml": shopAccount,
        "role.yaml": role({ groups: '""', resources: "[pods, pods/log]", verbs: "[get, list, watch]" }),
        "binding.yaml": toRole(subjectLine("Group", groupId))
      }
    },
    {
      title: "Another namespace than that of the account",
      files: {
        "account.yaml": shopAccount.replace("namespace: shop", "namespace: identities"),
        "binding.yaml": roleBinding(subjectLine("Group", groupId), "edit")
      }
    }
  ]
});

// src/rules/cluster-rights/rbac-system-masters.ts
var rule6 = defineRule({
  id: "rbac-system-masters",
  title: "A binding names system:masters",
  group: "Cluster rights and network",
  why: "Members of system:masters pass every check, whatever is bound, and no webhook of Entra is asked. A binding of that group grants nothing that it does not have, and shows that somebody counts on its membership.",
  remedy: "Remove the subject and bind the group of people that was meant.",
  severity: "error",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    for (const binding2 of bindingsOf(world)) {
      for (const { kind, name, text } of binding2.subjects) {
        if (kind !== "Group" || text !== "system:masters" || isBuiltIn(binding2)) continue;
        yield {
          at: name,
          message: `The ${binding2.kind} ${nameOf(binding2)} names the group system:masters, which passes every check already.`
        };
      }
    }
  }
});
function isBuiltIn({ metadata }) {
  return metadata.labels.some((label) => label.key === "kubernetes.io/bootstrapping");
}
var examples6 = defineExamples({
  bad: [
    {
      title: "As a subject",
      files: { "binding.yaml": roleBinding(subjectLine("Group", "system:masters", " #~ rbac-system-masters")) }
    }
  ],
  good: [{ title: "A group of people", files: { "binding.yaml": roleBinding(subjectLine("Group", groupId)) } }]
});

// src/rules/cluster-rights/rbac-user-binding.ts
var rule7 = defineRule({
  id: "rbac-user-binding",
  title: "A single user is bound to a role",
  group: "Cluster rights and network",
  why: "Rights of single people outlive their task: nobody removes the line when they change teams, and guests are named by an object id that no reader recognises. Membership of a group is reviewed in Entra.",
  remedy: "Bind an Entra group by its object id and manage its members in Entra.",
  severity: "warning",
  sources: ["MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md"],
  yieldsTo: ["rbac-user-is-client-id"],
  *check(world) {
    for (const binding2 of bindingsOf(world)) {
      for (const { kind, name, text, field } of binding2.subjects) {
        const severity = kind === "User" ? severityOf(text) : void 0;
        if (!severity) continue;
        const who = severity === "note" ? "a service principal or a guest" : "one person";
        yield {
          at: name,
          message: `The ${binding2.kind} ${nameOf(binding2)} binds "${text}", ${who}, instead of a group.`,
          severity,
          about: cause(`subject ${field.key}`, binding2)
        };
      }
    }
  }
});
function severityOf(name) {
  if (name.startsWith("system:") || hasPlaceholder(name)) return void 0;
  if (describeNotGuid(name) === void 0) return "note";
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name) ? "warning" : void 0;
}
var mark3 = " #~ rbac-user-binding";
var examples7 = defineExamples({
  bad: [
    { title: "A person", files: { "binding.yaml": roleBinding(subjectLine("User", "jo@contoso.example", mark3)) } },
    {
      title: "An object id",
      files: { "binding.yaml": roleBinding(subjectLine("User", "0f3c8f0a-9a55-4a0e-8a51-55d1d0a1c3b7", mark3)) }
    }
  ],
  good: [
    { title: "A group", files: { "binding.yaml": roleBinding(subjectLine("Group", groupId)) } },
    {
      title: "A user of the system",
      files: { "binding.yaml": roleBinding(subjectLine("User", "system:kube-scheduler")) }
    }
  ]
});

// src/rules/cluster-rights/rbac-user-is-client-id.ts
var rule8 = defineRule({
  id: "rbac-user-is-client-id",
  title: "A binding names a client id as its user",
  group: "Cluster rights and network",
  why: "A managed identity or service principal signs in to the cluster as its object (principal) id. A binding to its client id grants nothing to anybody, and every request of the identity is forbidden.",
  remedy: "Write the object id: az identity show --query principalId, or az ad sp show --query id.",
  severity: "error",
  sources: ["MicrosoftDocs/azure-aks-docs kubernetes-rbac-entra-id.md", "Azure/kubelogin docs"],
  *check(world, repository) {
    const clientIds = clientIdsOf(repository);
    for (const binding2 of bindingsOf(world)) {
      for (const { kind, name, text, field } of binding2.subjects) {
        if (kind !== "User" || !clientIds.has(text.toLowerCase())) continue;
        yield {
          at: name,
          message: `The ${binding2.kind} ${nameOf(binding2)} names the user "${text}", which is the client id of ${clientIds.get(text.toLowerCase())}; Entra presents the object id.`,
          about: cause(`subject ${field.key}`, binding2)
        };
      }
    }
  }
});
function clientIdsOf(repository) {
  const found = /* @__PURE__ */ new Map();
  for (const account14 of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    if (account14.clientId?.text) found.set(account14.clientId.text.toLowerCase(), `the ServiceAccount ${nameOf(account14)}`);
  }
  for (const { clientId } of [...repository.credentials, ...repository.declaredAccounts]) {
    const literal = clientId && literalOf(clientId.loose ?? clientId.text);
    if (literal) found.set(literal.toLowerCase(), "a declared identity");
  }
  return found;
}
var examples8 = defineExamples({
  bad: [
    {
      title: "The client id of an account",
      files: {
        "account.yaml": shopAccount,
        "binding.yaml": roleBinding(
          subjectLine("User", "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11", " #~ rbac-user-is-client-id")
        )
      }
    }
  ],
  good: [
    {
      title: "A group by its object id",
      files: { "account.yaml": shopAccount, "binding.yaml": roleBinding(subjectLine("Group", groupId)) }
    }
  ]
});

// src/rules/cluster-rights/rbac-wildcard.ts
var rule9 = defineRule({
  id: "rbac-wildcard",
  title: "A role grants by wildcard",
  group: "Cluster rights and network",
  why: "An asterisk grants every resource or verb of a group, those of later versions included: with the core group that is secrets, exec, and tokens of every ServiceAccount.",
  remedy: "List the resources and verbs that are needed.",
  severity: "warning",
  sources: ["kubernetes/website docs/concepts/security/rbac-good-practices.md"],
  *check(world) {
    for (const object3 of rolesOf(world)) {
      for (const roleRule of object3.rules) {
        const wildcard = wildcardOf(roleRule);
        if (!wildcard) continue;
        yield {
          at: wildcard.field,
          message: `The ${object3.kind} ${nameOf(object3)} grants every ${wildcard.of} of ${groupsOf(roleRule)}.`
        };
      }
    }
  }
});
var builtIn2 = /^(?:|\*|apps|batch|extensions|policy|autoscaling|(?:rbac\.authorization|networking|storage|admissionregistration|apiextensions|certificates|authentication|authorization|coordination|node|scheduling|discovery|events|apiregistration)\.k8s\.io)$/;
function wildcardOf(roleRule) {
  if (roleRule.limited || !roleRule.groups.some(({ text }) => builtIn2.test(text ?? ""))) return void 0;
  const resource = roleRule.resources.find(({ text }) => text === "*");
  if (resource) return { field: resource, of: "resource" };
  const verb = roleRule.verbs.find(({ text }) => text === "*");
  return verb && { field: verb, of: "verb" };
}
function groupsOf({ groups: groups2 }) {
  const names = groups2.map(({ text }) => text === "" ? "the core group" : text === "*" ? "every group" : `${text}`);
  return names.join(", ");
}
var mark4 = " #~ rbac-wildcard";
var examples9 = defineExamples({
  bad: [
    {
      title: "Every resource",
      files: { "role.yaml": role({ groups: '""', resources: `
      - "*"${mark4}`, verbs: "[get, list]" }) }
    },
    {
      title: "Every verb",
      files: { "role.yaml": role({ groups: "apps", resources: "[deployments]", verbs: `["*"]${mark4}` }) }
    }
  ],
  good: [
    {
      title: "What is needed",
      files: { "role.yaml": role({ groups: "apps", resources: "[deployments]", verbs: "[get, list, watch]" }) }
    },
    {
      title: "An operator and the group of its own",
      files: { "role.yaml": role({ groups: "shop.contoso.example", resources: '["*"]', verbs: '["*"]' }) }
    }
  ]
});

// src/rules/declared-values.ts
function openText(value) {
  return value.loose ?? value.text;
}
function shownText(value) {
  return writtenText(value.text);
}
function spotOfDeclaration({ at }) {
  return "manifest" in at ? spotOf(at) : at;
}
function credentialCause(topic, credential3) {
  const { source, start } = spotOfDeclaration(credential3);
  const subject = credential3.subject ? shownText(credential3.subject) : "";
  return `${topic} of credential ${source.path}#${start} ${subject}`;
}

// src/rules/issuer-kind.ts
var hosts = [
  ["identity-binding", /^https:\/\/ib\.oic\.prod-aks\.azure\.(?:com|us|cn)\b/i],
  ["aks", /^https:\/\/(?:[^/]*\.oic|oidc)\.prod-aks\.azure\.(?:com|us|cn)(?:\/|$)/i],
  ["github", /^https:\/\/token\.actions\.(?:githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(?:\/|$)/i],
  ["azure-devops", /^https:\/\/(?:vstoken\.dev\.azure\.com|app\.vstoken\.visualstudio\.com)(?:\/|$)/i],
  [
    "entra",
    /^https:\/\/login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|chinacloudapi\.cn)(?:\/|$)/i
  ]
];
var aksReference = /azurerm_kubernetes_cluster\b.*oidc_issuer_url|oidcIssuerProfile\.issuerU(?:RL|rl)|\baz aks show\b/;
function issuerKind(issuer) {
  if (!issuer) return void 0;
  const text = issuer.loose ?? issuer.text;
  const known = hosts.find(([, pattern]) => pattern.test(withoutSymbols(text)));
  if (known) return known[0];
  if (literalOf(text) !== void 0) return "other";
  const written2 = writtenText(text);
  if (aksReference.test(written2)) return "aks";
  if (/git_?hub|gitlab|devops|actions/i.test(written2)) return void 0;
  return /(?:oidc|aks|cluster|kube)\w*[_.-]?issuer/i.test(written2) ? "kubernetes" : void 0;
}
function withoutSymbols({ pieces }) {
  return pieces.join("x");
}
function isKubernetes(kind) {
  return kind === "aks" || kind === "kubernetes";
}

// src/rules/projected-audiences.ts
var deepest = 16;
function projectedAudiences(repository) {
  const objects = new Set(repository.worlds.flatMap((world) => world.objects));
  return [...objects].flatMap(({ root }) => audiencesIn(root, 0));
}
function audiencesIn(field, depth) {
  if (depth > deepest) return [];
  if (field.string?.includes("serviceAccountToken")) return [unknownText("template")];
  return [...field.entries(), ...field.items()].flatMap((child) => {
    const requests = child.key === "tokenRequests" ? child.items() : child.key === "serviceAccountToken" ? [child] : [];
    return [
      ...requests.flatMap((request) => readPlaceholders(request.get("audience")?.text ?? "")),
      ...audiencesIn(child, depth + 1)
    ];
  });
}

// src/rules/declared/credential-audience-unexpected.ts
var standard = "api://AzureADTokenExchange";
var sovereign = {
  "api://AzureADTokenExchangeUSGov": /\.azure\.us\b/i,
  "api://AzureADTokenExchangeChina": /\.azure\.cn\b/i
};
var binding = "api://AKSIdentityBinding";
var rule10 = defineRule({
  id: "credential-audience-unexpected",
  title: "The audience of a credential is not the one that tokens are made for",
  group: "Declared credentials",
  why: "Entra compares the audience byte for byte (AADSTS700212). It accepts any text when the credential is made, and refuses each token that was made for another audience.",
  remedy: `Write ${standard}, unless something asks for tokens of another audience on purpose.`,
  severity: "error",
  sources: [
    "MicrosoftDocs/entra-docs federated-credential-configuration-considerations",
    "Azure/azure-workload-identity pkg/webhook/consts.go"
  ],
  *checkRepository(repository) {
    let projected;
    for (const credential3 of repository.credentials) {
      for (const audience of credential3.audiences) {
        const judged = judge2(credential3, audience);
        if (!judged) continue;
        projected ??= projectedAudiences(repository);
        if (projected.some((other) => compareTexts(openText(audience), other) !== "different")) continue;
        yield {
          at: audience.at,
          message: `The audience "${shownText(audience)}" ${judged.fault}`,
          severity: judged.severity
        };
      }
    }
  }
});
function judge2({ issuer, conditional }, audience) {
  const text = literalOf(openText(audience));
  if (text === void 0 || text === standard || text === binding) return void 0;
  const kind = issuerKind(issuer);
  const cloud = sovereign[text];
  if (cloud) {
    const isPublic = kind === "aks" && issuer !== void 0 && /\.azure\.com\//i.test(writtenText(openText(issuer)));
    return isPublic ? { severity: "warning", fault: "is that of another cloud than the issuer of this credential belongs to." } : void 0;
  }
  if (kind === "aks" && !conditional) {
    return { severity: "error", fault: `is not ${standard}, and no pod of the repository asks for a token of it.` };
  }
  return { severity: "warning", fault: `is not ${standard}; tokens are made for it only where somebody asks for it.` };
}
var cluster = "https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/";
var object = (audience, mark16 = "", issuer = cluster, subject = "system:serviceaccount:shop:orders") => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: orders
  namespace: shop
spec:
  owner:
    name: id-orders
  issuer: ${issuer}
  subject: ${subject}
  audiences:
    - ${audience}${mark16}
`;
var account2 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var pods = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  template:
    metadata:
      labels: {app: orders}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: registry.example/orders:1
          volumeMounts: [{name: token, mountPath: /var/run/exchange}]
      volumes:
        - name: token
          projected:
            sources:
              - serviceAccountToken: {path: token, audience: "api://shop-exchange", expirationSeconds: 3600}
`;
var mark5 = " #~ credential-audience-unexpected";
var examples10 = defineExamples({
  bad: [
    {
      title: "Another letter case",
      files: { "credential.yaml": object("api://AzureADTokenexchange", mark5), "account.yaml": account2 }
    },
    {
      title: "The spelling of another cloud",
      files: { "credential.yaml": object("api://AzureADTokenExchangeUSGov", mark5), "account.yaml": account2 }
    },
    {
      title: "An audience of its own for a pipeline",
      files: {
        "credential.yaml": object(
          "api://shop",
          mark5,
          "https://token.actions.githubusercontent.com",
          "repo:contoso/shop:environment:production"
        )
      }
    }
  ],
  good: [
    {
      title: "The audience that the webhook asks for",
      files: { "credential.yaml": object("api://AzureADTokenExchange"), "account.yaml": account2 }
    },
    {
      title: "Pods that ask for a token of this audience",
      files: { "credential.yaml": object("api://shop-exchange"), "account.yaml": account2, "orders.yaml": pods }
    }
  ]
});

// src/model/federation.ts
function declarationScope(credential3) {
  if (!("manifest" in credential3.at)) {
    const path2 = credential3.at.source.path;
    return credential3.language === "terraform" ? folderOf(path2) : path2;
  }
  const { rendered, source } = credential3.at.manifest;
  return rendered ? `${rendered.by}:${rendered.root}:${rendered.variant ?? ""}` : folderOf(source.path);
}
function folderOf(path2) {
  return path2.slice(0, Math.max(0, path2.lastIndexOf("/")));
}

// src/rules/declared/credential-duplicate.ts
var rule11 = defineRule({
  id: "credential-duplicate",
  title: "Two credentials of one identity are the same, or share a name",
  group: "Declared credentials",
  why: "An identity takes a pair of issuer and subject once: the second credential is refused (Issuer and subject combination already exists for this Managed Identity). Of two with one name, the last that is written wins.",
  remedy: "Keep one of the two, or give the second its own name and subject.",
  severity: "error",
  sources: ["MicrosoftDocs/entra-docs workload-identity-federation-considerations"],
  *checkRepository(repository) {
    for (const group2 of groupsByIdentity(repository)) {
      yield* repeated(group2, contentOf, (twin) => `repeats the issuer and the subject of ${twin}`);
      yield* repeated(
        group2,
        (credential3) => credential3.name ? comparable(credential3.name) : void 0,
        (twin) => `has the name of ${twin}, whose content is another`
      );
    }
  }
});
function groupsByIdentity({ credentials }) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const credential3 of credentials) {
    const identity = credential3.identity && comparable(credential3.identity);
    if (credential3.conditional || identity === void 0 || !isLasting(credential3)) continue;
    const key = [credential3.language, scopeOf(credential3), identity].join("\n");
    groups2.set(key, [...groups2.get(key) ?? [], credential3]);
  }
  return groups2.values();
}
function scopeOf(credential3) {
  if (!("manifest" in credential3.at) || credential3.at.manifest.rendered) return declarationScope(credential3);
  const namespace = /^\s+namespace:\s*(\S+)/m.exec(
    credential3.at.manifest.source.text.slice(credential3.at.manifest.start, credential3.at.manifest.end)
  )?.[1];
  return `${credential3.at.manifest.source.path}
${namespace ?? ""}`;
}
function isLasting(credential3) {
  if (credential3.language !== "cli") return true;
  const { source, start, end } = spotOfDeclaration(credential3);
  if (/\bupdate\b/.test(source.text.slice(start, end))) return false;
  return [credential3.identity, credential3.name, credential3.issuer, credential3.subject].every(
    (value) => !value || literalOf(value.text) !== void 0
  );
}
function comparable(value) {
  const text = openText(value);
  const written2 = writtenText(text);
  return /\b(?:each|count)\.|\[\*\]|…|copyIndex/.test(text.symbols.join(" ")) ? void 0 : written2;
}
function contentOf({ issuer, subject, claimsMatchingExpression }) {
  if (!issuer || !subject || claimsMatchingExpression) return void 0;
  const [from, to] = [comparable(issuer), comparable(subject)];
  return from === void 0 || to === void 0 ? void 0 : `${from}
${to}`;
}
function* repeated(group2, keyOf2, fault) {
  const first = /* @__PURE__ */ new Map();
  for (const credential3 of group2) {
    const key = keyOf2(credential3);
    if (key === void 0) continue;
    const twin = first.get(key);
    if (!twin) first.set(key, credential3);
    else if (areApart(twin, credential3) && !(keyOf2 !== contentOf && contentOf(twin) === contentOf(credential3))) {
      yield {
        at: credential3.at,
        message: `This credential ${fault(twin.name ? `"${shownText(twin.name)}"` : "another one")} of the same identity.`,
        related: [{ at: twin.at, note: "the other credential" }]
      };
    }
  }
}
function areApart(a, b) {
  const [one, other] = [spotOfDeclaration(a), spotOfDeclaration(b)];
  return one.source.path !== other.source.path || one.start !== other.start;
}
var terraform = (resource, name, subject, mark16 = "", more = "") => `resource "azurerm_federated_identity_credential" "${resource}" {${mark16}
  name                      = "${name}"${more}
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "system:serviceaccount:shop:${subject}"
}
`;
var mark6 = " #~ credential-duplicate";
var examples11 = defineExamples({
  bad: [
    {
      title: "The same subject twice",
      files: { "identity.tf": terraform("one", "orders", "orders") + terraform("two", "orders-2", "orders", mark6) }
    },
    {
      title: "One name for two subjects",
      files: { "identity.tf": terraform("one", "orders", "orders") + terraform("two", "orders", "billing", mark6) }
    }
  ],
  good: [
    {
      title: "Two subjects, two names",
      files: { "identity.tf": terraform("one", "orders", "orders") + terraform("two", "billing", "billing") }
    },
    {
      title: "One of the two at a time",
      files: {
        "identity.tf": `variable "second" {}

${terraform("one", "orders", "orders", "", "\n  count = var.second ? 0 : 1") + terraform("two", "orders", "orders", "", "\n  count = var.second ? 1 : 0")}`
      }
    }
  ]
});

// src/rules/declared/credential-issuer-mismatch.ts
var rule12 = defineRule({
  id: "credential-issuer-mismatch",
  title: "The issuer of a credential is a near miss of another one",
  group: "Declared credentials",
  why: "Entra compares the issuer byte for byte (AADSTS700211): one slash, one capital letter or one wrong character, and no token of the cluster is accepted. The id in the issuer of a cluster is random, so that two clusters never differ by so little.",
  remedy: "Copy the issuer from the cluster: az aks show --query oidcIssuerProfile.issuerUrl.",
  severity: "error",
  sources: ["Azure/azure-workload-identity docs/book/src/troubleshooting.md, issues 340, 1200"],
  yieldsTo: ["credential-issuer-slash"],
  *checkRepository(repository) {
    const uses = usesByIssuer(repository.credentials);
    for (const [issuer, credentials] of uses) {
      const near = nearMiss(issuer, uses);
      if (!near) continue;
      for (const credential3 of credentials) yield observe(credential3, issuer, near, uses.get(near)?.[0]);
    }
  }
});
var github = "https://token.actions.githubusercontent.com";
function usesByIssuer(credentials) {
  const uses = /* @__PURE__ */ new Map();
  for (const credential3 of credentials) {
    const literal = credential3.issuer && !credential3.conditional ? literalOf(openText(credential3.issuer)) : void 0;
    if (literal === void 0) continue;
    uses.set(literal, [...uses.get(literal) ?? [], credential3]);
  }
  return uses;
}
function nearMiss(issuer, uses) {
  if (issuer !== github && isNear(issuer, github)) return github;
  return [...uses.keys()].find(
    (other) => other !== issuer && isNear(issuer, other) && weigh(other, uses) > weigh(issuer, uses)
  );
}
function weigh(issuer, uses) {
  const wellFormed = issuer === issuer.toLowerCase() && !/\s/.test(issuer) ? 1e6 : 0;
  const order = 1 - ([...uses.keys()].indexOf(issuer) + 1) / (uses.size + 1);
  return wellFormed + (uses.get(issuer)?.length ?? 0) + order;
}
function isNear(a, b) {
  const plain = (text) => text.trim().toLowerCase().replace(/\/+$/, "");
  if (plain(a) === plain(b)) return true;
  const random = /[0-9a-f]{8}-[0-9a-f]{4}-/i;
  return (random.test(a) && random.test(b) || b === github) && editDistance(plain(a), plain(b), 1) === 1;
}
function observe(credential3, issuer, near, other) {
  const { at } = credential3.issuer;
  const difference = issuer.replace(/\/+$/, "") === near.replace(/\/+$/, "") ? "only in its final slash" : issuer.toLowerCase() === near.toLowerCase() ? "only in letter case" : "by one character";
  const whose = near === github && issuerKind(credential3.issuer) !== "aks" ? "GitHub's" : "another credential's";
  return {
    at,
    message: `The issuer "${issuer}" differs ${difference} from ${whose} "${near}".`,
    ...other?.issuer && {
      related: [{ at: other.issuer.at, note: "the issuer as another credential has it" }]
    },
    about: credentialCause("issuer", credential3)
  };
}
var id = "0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31";
var cluster2 = `https://westeurope.oic.prod-aks.azure.com/${id}/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/`;
var terraform2 = (name, issuer, mark16 = "", subject = `system:serviceaccount:shop:${name}`) => `resource "azurerm_federated_identity_credential" "${name}" {
  name                      = "${name}"
  user_assigned_identity_id = azurerm_user_assigned_identity.${name}.id
  issuer                    = "${issuer}"${mark16}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"
}
`;
var mark7 = " #~ credential-issuer-mismatch";
var two = terraform2("orders", cluster2) + terraform2("billing", cluster2);
var examples12 = defineExamples({
  bad: [
    {
      title: "One character of the id",
      files: { "identity.tf": two + terraform2("stock", cluster2.replace("5d4a", "5d4b"), mark7) }
    },
    {
      title: "Letter case",
      files: { "identity.tf": two + terraform2("stock", cluster2.replace("westeurope", "WestEurope"), mark7) }
    },
    {
      title: "Nearly the issuer of GitHub",
      files: {
        "deployer.tf": terraform2(
          "deployer",
          "https://token.action.githubusercontent.com",
          mark7,
          "repo:contoso/shop:environment:production"
        )
      }
    }
  ],
  good: [
    {
      title: "Another cluster",
      files: {
        "identity.tf": two + terraform2("stock", `https://northeurope.oic.prod-aks.azure.com/${id}/e2b1d7c4-3f60-4a19-b0de-92c1f8a7d455/`)
      }
    },
    {
      title: "Clusters whose names differ by a digit",
      files: {
        "identity.tf": terraform2("orders", "https://oidc.example.com/cluster-1") + terraform2("stock", "https://oidc.example.com/cluster-2")
      }
    }
  ]
});

// src/rules/declared/credential-issuer-retiring.ts
var rule13 = defineRule({
  id: "credential-issuer-retiring",
  title: "The issuer is being retired",
  group: "Declared credentials",
  why: "Azure DevOps stops issuing tokens as vstoken.dev.azure.com on 2027-07-01. Pipelines whose service connection was converted present a token of Entra, for which this credential does not count.",
  remedy: "Add a credential with the issuer https://login.microsoftonline.com/<tenant id>/v2.0 and the subject /eid1/… that the service connection shows, convert the connection, and remove this one afterwards.",
  severity: "warning",
  sources: ["MicrosoftDocs/azure-devops-docs docs/pipelines/release/convert-service-connections.md"],
  *checkRepository(repository) {
    for (const { issuer } of repository.credentials) {
      if (!issuer || issuerKind(issuer) !== "azure-devops") continue;
      yield {
        at: issuer.at,
        message: `The issuer "${shownText(issuer)}" of Azure DevOps retires on 2027-07-01; its successor is https://login.microsoftonline.com/<tenant id>/v2.0.`
      };
    }
  }
});
var bicep = (issuer, subject, mark16 = "") => `resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'id-deployer'
}

resource credential 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: identity
  name: 'deployer'
  properties: {
    issuer: '${issuer}'${mark16}
    subject: '${subject}'
    audiences: ['api://AzureADTokenExchange']
  }
}
`;
var examples13 = defineExamples({
  bad: [
    {
      title: "The old issuer of Azure DevOps",
      files: {
        "identity.bicep": bicep(
          "https://vstoken.dev.azure.com/7c5e1b0e-2a53-4d5e-9d2a-6f1f4f3b2c11",
          "sc://contoso/shop/prod",
          " #~ credential-issuer-retiring"
        )
      }
    }
  ],
  good: [
    {
      title: "Its successor",
      files: {
        "identity.bicep": bicep(
          "https://login.microsoftonline.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/v2.0",
          "/eid1/c/pub/t/ht0MCxwbNU-LfDG5tLWuMQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/7c5e1b0e-2a53-4d5e-9d2a-6f1f4f3b2c11/3a1f2b90-6f0a-4bb7-9d3c-0c6f4f7c2a11"
        )
      }
    }
  ]
});

// src/rules/declared/credential-issuer-slash.ts
var rule14 = defineRule({
  id: "credential-issuer-slash",
  title: "The final slash of an issuer is wrong",
  group: "Declared credentials",
  why: "Entra compares the issuer byte for byte (AADSTS700211). Issuers of AKS clusters end with a slash; those of GitHub, of Azure DevOps and of identity bindings do not. A credential without the slash can work for months before it stops.",
  remedy: "Write the issuer exactly as the cluster or the token shows it.",
  severity: "error",
  sources: ["Azure/azure-workload-identity issue 1700", "MicrosoftDocs/azure-docs issues 97699, 105462, 111542"],
  *checkRepository(repository) {
    for (const credential3 of repository.credentials) {
      const fault = faultOf(credential3);
      if (!credential3.issuer || !fault) continue;
      yield {
        at: credential3.issuer.at,
        message: `The issuer "${shownText(credential3.issuer)}" ${fault}`,
        about: credentialCause("issuer", credential3)
      };
    }
  }
});
var path = /^https:\/\/[^/]+\/[^/]+/;
function faultOf({ issuer }) {
  if (!issuer) return void 0;
  const last = openText(issuer).pieces.at(-1);
  if (last === "") return void 0;
  const kind = issuerKind(issuer);
  const written2 = shownText(issuer);
  if (kind === "aks") {
    const isWhole = /[0-9a-f]{4}$/i.test(last) && path.test(written2);
    return isWhole ? "lacks the final slash that every issuer of an AKS cluster has." : void 0;
  }
  if (kind !== "github" && kind !== "azure-devops" && kind !== "identity-binding") return void 0;
  const owners = { github: "GitHub", "azure-devops": "Azure DevOps", "identity-binding": "identity bindings" };
  return last.endsWith("/") ? `ends with a slash, which the issuer of ${owners[kind]} does not.` : void 0;
}
var cluster3 = "https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10";
var terraform3 = (issuer, subject, mark16 = "") => `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = "${issuer}"${mark16}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"
}
`;
var account3 = "system:serviceaccount:shop:orders";
var mark8 = " #~ credential-issuer-slash";
var examples14 = defineExamples({
  bad: [
    { title: "AKS without the slash", files: { "identity.tf": terraform3(cluster3, account3, mark8) } },
    {
      title: "GitHub with a slash",
      files: {
        "identity.tf": terraform3(
          "https://token.actions.githubusercontent.com/",
          "repo:contoso/shop:pull_request",
          mark8
        )
      }
    }
  ],
  good: [
    { title: "AKS with the slash", files: { "identity.tf": terraform3(`${cluster3}/`, account3) } },
    {
      title: "GitHub without",
      files: {
        "identity.tf": terraform3("https://token.actions.githubusercontent.com", "repo:contoso/shop:pull_request")
      }
    },
    {
      title: "The end is filled in later",
      files: {
        "identity.tf": `variable "cluster" {}

${terraform3("https://westeurope.oic.prod-aks.azure.com/${var.cluster}", account3)}`
      }
    }
  ]
});

// src/rules/declared/credential-name-invalid.ts
var rule15 = defineRule({
  id: "credential-name-invalid",
  title: "The name of a credential is not allowed",
  group: "Declared credentials",
  why: "Azure refuses the credential when it is deployed, after everything before it was changed.",
  remedy: "Use 3 to 120 letters, digits, hyphens and underscores, beginning with a letter or a digit.",
  severity: "error",
  sources: ["Azure/azure-rest-api-specs msi 2024-11-30 FederatedIdentityCredential name pattern"],
  *checkRepository(repository) {
    for (const credential3 of repository.credentials) {
      const { name } = credential3;
      if (!name || isOfApplication(credential3)) continue;
      const fault = faultOf2(credential3);
      if (fault) yield { at: name.at, message: `The credential name "${shownText(name)}" ${fault}.` };
    }
  }
});
function isOfApplication(credential3) {
  const { source, start, end } = spotOfDeclaration(credential3);
  const written2 = (credential3.identity ? writtenText(credential3.identity.text) : "") + source.text.slice(start, end);
  return /azuread|application|\bapp\b|ADApp/i.test(written2);
}
function faultOf2({ name }) {
  if (!name) return void 0;
  const text = openText(name);
  const bad = /[^A-Za-z0-9_-]/.exec(text.pieces.join(""))?.[0];
  if (bad !== void 0) return `holds ${bad === " " ? "a space" : `"${bad}"`}`;
  if (/^[-_]/.test(text.pieces[0])) return `begins with "${text.pieces[0]?.[0]}"`;
  const length = text.pieces.join("").length;
  if (length > 120) return `has ${length} characters, more than 120`;
  return literalOf(text) !== void 0 && length < 3 ? `has ${length} characters, fewer than 3` : void 0;
}
var object2 = (name, mark16 = "") => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: orders
  namespace: shop
spec:
  azureName: ${name}${mark16}
  owner:
    name: id-orders
  issuer: https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/
  subject: system:serviceaccount:shop:orders
  audiences:
    - api://AzureADTokenExchange
`;
var mark9 = " #~ credential-name-invalid";
var examples15 = defineExamples({
  bad: [
    { title: "Dots", files: { "credential.yaml": object2("orders.shop", mark9) } },
    { title: "Too short", files: { "credential.yaml": object2("id", mark9) } },
    { title: "Begins with a hyphen", files: { "credential.yaml": object2("-orders", mark9) } },
    { title: "Too long", files: { "credential.yaml": object2("orders-".repeat(18), mark9) } }
  ],
  good: [
    { title: "Letters, digits, hyphens", files: { "credential.yaml": object2("orders-shop-1") } },
    { title: "A part that is filled in later", files: { "credential.yaml": object2("orders-${ENVIRONMENT}") } }
  ]
});

// src/rules/declared/credential-subject-malformed.ts
var lead = "system:serviceaccount:";
var rule16 = defineRule({
  id: "credential-subject-malformed",
  title: "The subject of a credential is not that of a ServiceAccount",
  group: "Declared credentials",
  why: "Tokens of a cluster have the subject system:serviceaccount:<namespace>:<name>. Entra accepts any other text when the credential is made, and refuses every token later (AADSTS700213, or AADSTS7002138 when only letter case differs).",
  remedy: "Write system:serviceaccount:<namespace>:<name>, all in lower case and without quotes or spaces.",
  severity: "error",
  sources: [
    "kubernetes/kubernetes staging/src/k8s.io/apiserver/pkg/authentication/serviceaccount/util.go",
    "MicrosoftDocs/entra-docs federated-credential-configuration-considerations"
  ],
  yieldsTo: ["credential-wildcard"],
  *checkRepository(repository) {
    for (const credential3 of repository.credentials) {
      const { subject } = credential3;
      if (!subject || credential3.claimsMatchingExpression || !isForCluster(credential3)) continue;
      const fault = faultOf3(openText(subject), issuerKind(credential3.issuer) === "aks");
      if (!fault) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" ${fault}: no ServiceAccount token has it.`,
        about: credentialCause("subject", credential3)
      };
    }
  }
});
function isForCluster({ issuer, subject }) {
  const kind = issuerKind(issuer);
  if (kind !== void 0 && kind !== "other") return isKubernetes(kind);
  return /^\W*system:service-?_?accounts?:/i.test(subject ? openText(subject).pieces[0] : "");
}
function faultOf3(subject, certain) {
  const [first = ""] = subject.pieces;
  const text = subject.pieces.join("");
  if (/["'`]/.test(text)) return "holds quotes";
  if (/\s/.test(text)) return "holds a space";
  if (/^system:serviceaccount:/i.test(first) && /[A-Z]/.test(text)) return "has upper-case letters";
  const whole = literalOf(subject);
  const word = /^(system:[a-z_-]*accounts?|[a-z_-]*accounts?):/i.exec(first)?.[1];
  if (word !== void 0 && `${word}:` !== lead) return `begins with "${word}:" instead of "${lead}"`;
  if (first.startsWith(lead)) return whole === void 0 ? void 0 : faultOfName(whole.slice(lead.length));
  const begins = whole === void 0 ? lead.startsWith(first) : false;
  return certain && !begins ? `does not begin with "${lead}"` : void 0;
}
function faultOfName(rest) {
  const parts = rest.split(":");
  if (parts.length !== 2) return `has ${parts.length + 2} parts instead of 4`;
  const [namespace = "", name = ""] = parts;
  if (namespace === "" || name === "") return `names no ${namespace === "" ? "namespace" : "account"}`;
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(namespace))
    return `names "${namespace}", which no namespace can be called`;
  return /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(name) || name.includes("*") ? void 0 : `names "${name}", which no account can be called`;
}
var terraform4 = (subject, mark16 = "", issuer = "azurerm_kubernetes_cluster.main.oidc_issuer_url") => `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = ${issuer}
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"${mark16}
}
`;
var mark10 = " #~ credential-subject-malformed";
var examples16 = defineExamples({
  bad: [
    { title: "Upper case", files: { "identity.tf": terraform4("system:serviceaccount:shop:ordersApi", mark10) } },
    { title: "A wrong word", files: { "identity.tf": terraform4("system:serviceaccounts:shop:orders", mark10) } },
    { title: "The namespace is missing", files: { "identity.tf": terraform4("system:serviceaccount:orders", mark10) } },
    { title: "The subject of a pipeline", files: { "identity.tf": terraform4("repo:contoso/shop:pull_request", mark10) } },
    {
      title: "Quotes that the shell hands on",
      files: {
        "federate.sh": `az identity federated-credential create --name orders --identity-name orders --resource-group shop \\
  --issuer "$AKS_OIDC_ISSUER" --audiences api://AzureADTokenExchange \\
  --subject "'system:serviceaccount:shop:orders'"${mark10}
`
      }
    }
  ],
  good: [
    {
      title: "Account names may hold dots",
      files: { "identity.tf": terraform4("system:serviceaccount:shop:delivery-v0.1.0") }
    },
    {
      title: "A namespace that is filled in later",
      files: {
        "identity.tf": `variable "namespace" {}

${terraform4("system:serviceaccount:${var.namespace}:orders")}`
      }
    },
    {
      title: "The subject of a pipeline, from its own issuer",
      files: {
        "identity.tf": terraform4(
          "repo:Contoso/Shop:environment:Production",
          "",
          '"https://token.actions.githubusercontent.com"'
        )
      }
    }
  ]
});

// src/rules/borrowed-accounts.ts
var keys = /* @__PURE__ */ new Set(["serviceAccountRef", "serviceAccountName", "serviceAccount"]);
var deepest2 = 12;
function accountBorrowed(object3) {
  const spec = object3.root.get("spec");
  if (!spec) return [];
  const own = object3.namespaceGiven ? object3.namespace : unknownText("namespace");
  return referencesIn(spec, 0).map((field) => ({
    name: readPlaceholders(field.text ?? field.get("name")?.text ?? ""),
    namespace: field.get("namespace")?.text ? readPlaceholders(field.get("namespace")?.text) : own
  }));
}
function referencesIn(field, depth) {
  if (depth > deepest2) return [];
  return [...field.entries(), ...field.items()].flatMap((child) => [
    ...keys.has(child.key) && (child.text ?? child.get("name")?.text) ? [child] : [],
    ...referencesIn(child, depth + 1)
  ]);
}

// src/rules/account-subjects.ts
var lead2 = "system:serviceaccount:";
function subjectOf({ namespace, name }) {
  const front = [`${lead2}${namespace.pieces[0]}`, ...namespace.pieces.slice(1)];
  const [first = "", ...rest] = name.pieces;
  return {
    pieces: [...front.slice(0, -1), `${front.at(-1)}:${first}`, ...rest],
    symbols: [...namespace.symbols, ...name.symbols]
  };
}
function accountOfSubject(subject) {
  const [, namespace, name] = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(literalOf(subject) ?? "") ?? [];
  return namespace !== void 0 && name !== void 0 ? { namespace, name } : void 0;
}
function namespaceOfSubject(subject) {
  return /^system:serviceaccount:([^:]+):/.exec(subject.pieces[0])?.[1];
}
function subjectOfAccount(account14) {
  return subjectOf(account14.namespaceGiven ? account14 : { namespace: unknownText("namespace"), name: account14.name });
}
var knownSubjects = /* @__PURE__ */ new WeakMap();
function subjectsKnown(repository) {
  let subjects = knownSubjects.get(repository);
  if (!subjects) {
    subjects = [...collectSubjects(repository)];
    knownSubjects.set(repository, subjects);
  }
  return subjects;
}
function* collectSubjects(repository) {
  for (const world of repository.worlds) {
    for (const account14 of world.serviceAccounts) yield subjectOfAccount(account14);
    for (const workload of world.workloads) {
      const namespace = workload.namespaceGiven ? workload.namespace : unknownText("namespace");
      for (const template3 of workload.templates) yield subjectOf({ namespace, name: template3.account });
    }
    for (const object3 of world.objects) yield* accountBorrowed(object3).map(subjectOf);
  }
  for (const { name, namespace } of repository.declaredAccounts) {
    yield subjectOf({ name: openText(name), namespace: namespace ? openText(namespace) : unknownText("namespace") });
  }
}
function mayBeFor(credential3, subject) {
  if (credential3.claimsMatchingExpression || !credential3.subject) return true;
  return compareTexts(openText(credential3.subject), subject) !== "different";
}
function fitsSomeAccount(repository, subject) {
  if (accountOfSubject(subject)?.name === "default") return true;
  return subjectsKnown(repository).some((known) => compareTexts(known, subject) !== "different");
}
function literalSubject(namespace, name) {
  return literalText(`${lead2}${namespace}:${name}`);
}

// src/rules/accounts-made-elsewhere.ts
var installers = /* @__PURE__ */ new Set([
  "HelmRelease",
  "HelmChart",
  "Application",
  "ApplicationSet",
  "Subscription",
  "Addon",
  "App"
]);
function knowsAccountsOf(repository, namespace) {
  if (!repository.complete || isClusterNamespace(namespace)) return false;
  return repository.worlds.every(
    (world) => world.complete && !world.objects.some((object3) => mayInstallInto(object3, namespace))
  );
}
function mayInstallInto(object3, namespace) {
  if (!installers.has(object3.kind)) return false;
  const target = object3.root.get("spec", "targetNamespace")?.text ?? object3.root.get("spec", "destination", "namespace")?.text;
  if (target !== void 0) return couldBe(readPlaceholders(target), namespace);
  return !object3.namespaceGiven || couldBe(object3.namespace, namespace) || object3.kind !== "HelmRelease";
}
function declaresAccountsIn(repository, namespace) {
  return repository.worlds.some(
    (world) => world.serviceAccounts.some((account14) => account14.namespaceGiven && literalOf(account14.namespace) === namespace)
  ) || repository.declaredAccounts.some(
    (account14) => account14.created && account14.namespace && literalOf(account14.namespace.text) === namespace
  );
}

// src/rules/declared/credential-subject-unmatched.ts
var rule17 = defineRule({
  id: "credential-subject-unmatched",
  title: "A credential is for an account that does not exist",
  group: "Declared credentials",
  why: "The subject of a credential names one account of one namespace, byte for byte. When no pod runs as it, the credential trusts nobody, and the pods that were meant get AADSTS700213.",
  remedy: "Write the namespace and the name of the account that the pods run as, or remove the credential.",
  severity: "error",
  sources: ["Azure/AKS issue 4228", "external-secrets/external-secrets issue 2783"],
  *checkRepository(repository) {
    for (const credential3 of repository.credentials) {
      const { subject } = credential3;
      if (!subject || credential3.conditional || credential3.claimsMatchingExpression) continue;
      const named = accountOfSubject(openText(subject));
      if (!named || !knowsAccountsOf(repository, named.namespace)) continue;
      if (fitsSomeAccount(repository, openText(subject))) continue;
      const observation = judge3(repository, credential3, subject, named);
      if (observation) yield observation;
    }
  }
});
function judge3(repository, credential3, subject, { namespace, name }) {
  const miss = nearMiss2(repository, { namespace, name });
  const what = `The subject names the account ${namespace}/${name}`;
  if (miss) {
    const { account: account14, difference } = miss;
    return {
      at: subject.at,
      message: `${what}, which does not exist; ${nameOf(account14)}, ${difference}, has no credential.`,
      related: [{ at: account14.metadata.nameField ?? account14.root, note: "the account that may be meant" }],
      about: cause("credential", account14)
    };
  }
  const other = betterDeclaration(repository, credential3);
  if (!other && !declaresAccountsIn(repository, namespace)) return void 0;
  return {
    at: subject.at,
    message: other ? `${what}, which does not exist in this repository; another declaration beside this one names an account that does.` : `${what}, which is not among those that the repository declares for that namespace.`,
    severity: "warning",
    ...other && { related: [{ at: other.at, note: "the declaration that fits an account" }] }
  };
}
function nearMiss2(repository, named) {
  for (const account14 of repository.worlds.flatMap((world) => world.serviceAccounts)) {
    const [namespace, name] = [literalOf(account14.namespace), literalOf(account14.name)];
    if (!account14.clientId || !account14.namespaceGiven || namespace === void 0 || name === void 0) continue;
    const difference = differenceOf(named, { namespace, name });
    if (!difference) continue;
    const subject = literalSubject(namespace, name);
    if (!repository.credentials.some((credential3) => mayBeFor(credential3, subject))) return { account: account14, difference };
  }
  return void 0;
}
function differenceOf(a, b) {
  if (a.name === b.name) {
    const same = a.namespace === b.namespace || areEnvironments(a.namespace, b.namespace);
    return same ? void 0 : "of the same name in another namespace";
  }
  if (a.namespace !== b.namespace) return void 0;
  if (editDistance(a.name, b.name, 1) === 1) return "one character apart";
  const [short, long] = a.name.length < b.name.length ? [a.name, b.name] : [b.name, a.name];
  if (long.startsWith(`${short}-`)) return "the same but for a suffix";
  return long.endsWith(`-${short}`) ? "the same but for a prefix" : void 0;
}
function areEnvironments(a, b) {
  const rest = (namespace) => namespace.split("-").filter((part) => environmentOfFolder(part) === void 0);
  return rest(a).length < a.split("-").length || rest(b).length < b.split("-").length;
}
function betterDeclaration(repository, credential3) {
  if (credential3.language !== "cli") return void 0;
  const path2 = spotOfDeclaration(credential3).source.path;
  return repository.credentials.find((other) => {
    const otherPath = spotOfDeclaration(other).source.path;
    if (other.language !== "cli" || otherPath === path2 || !other.subject) return false;
    const folder = otherPath.slice(0, otherPath.lastIndexOf("/") + 1);
    return path2.startsWith(folder) && fitsCertainly(repository, other);
  });
}
function fitsCertainly(repository, { subject }) {
  return repository.worlds.some(
    (world) => world.serviceAccounts.some(
      (account14) => subject && compareTexts(openText(subject), subjectOfAccount(account14)) === "same"
    )
  );
}
var account4 = (name, namespace = "shop") => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var terraform5 = (subject, mark16 = "", resource = "orders") => `resource "azurerm_federated_identity_credential" "${resource}" {
  name                      = "${resource}"
  user_assigned_identity_id = azurerm_user_assigned_identity.${resource}.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "system:serviceaccount:${subject}"${mark16}
}
`;
var script = (subject, mark16 = "") => `az identity federated-credential create --name orders \\
  --identity-name id-orders --resource-group shop --issuer "$ISSUER" \\
  --subject system:serviceaccount:${subject}${mark16}
`;
var mark11 = " #~ credential-subject-unmatched";
var examples17 = defineExamples({
  bad: [
    {
      title: "Another namespace",
      files: { "account.yaml": account4("orders"), "identity.tf": terraform5("store:orders", mark11) }
    },
    {
      title: "A suffix",
      files: { "account.yaml": account4("orders"), "identity.tf": terraform5("shop:orders-sa", mark11) }
    },
    {
      title: "An account that is not among those of its namespace",
      files: {
        "account.yaml": account4("orders"),
        "identity.tf": terraform5("shop:orders") + terraform5("shop:billing", mark11, "billing")
      }
    },
    {
      title: "The script says one thing, the document above it another",
      files: {
        "account.yaml": account4("orders"),
        "README.md": `# Set-up

\`\`\`sh
${script("shop:orders")}\`\`\`
`,
        "scripts/federate.sh": script("default:workload-identity-sa", mark11)
      }
    }
  ],
  good: [
    { title: "The account", files: { "account.yaml": account4("orders"), "identity.tf": terraform5("shop:orders") } },
    {
      title: "A namespace that is filled in later",
      files: {
        "account.yaml": account4("orders"),
        "identity.tf": `variable "namespace" {
  default = "store"
}

${terraform5("${var.namespace}:orders")}`
      }
    },
    {
      title: "Terraform makes the account",
      files: {
        "identity.tf": `resource "kubernetes_service_account" "orders" {
  metadata {
    name      = "orders"
    namespace = "shop"
    annotations = {
      "azure.workload.identity/client-id" = azurerm_user_assigned_identity.orders.client_id
    }
  }
}

${terraform5("shop:orders")}`
      }
    },
    {
      title: "Another environment, whose manifests are elsewhere",
      files: {
        "account.yaml": account4("orders", "shop-dev"),
        "identity.tf": terraform5("shop-prod:orders")
      }
    }
  ]
});

// src/rules/declared/credential-undeclared.ts
var rule18 = defineRule({
  id: "credential-undeclared",
  title: "No declared credential fits an account with a client id",
  group: "Declared credentials",
  why: "The repository declares federated credentials for the accounts beside this one. Without one of its own, a token of this account is refused (AADSTS700213), unless the credential was made by other means.",
  remedy: "Declare a credential with the subject system:serviceaccount:<namespace>:<name> of this account.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity docs/book/src/topics/federated-identity-credential.md"],
  yieldsTo: ["credential-subject-unmatched"],
  *check(world, repository) {
    if (!repository.complete || repository.credentials.length === 0) return;
    for (const account14 of world.serviceAccounts) {
      const beside = credentialBeside(world, repository, account14);
      if (!beside) continue;
      yield {
        at: account14.metadata.nameField ?? account14.root,
        message: `The ServiceAccount ${nameOf(account14)} has a client id, and none of the credentials that this repository declares has its subject.`,
        related: [{ at: beside.at, note: "a credential for the same namespace or identity" }],
        about: cause("credential", account14)
      };
    }
  }
});
function credentialBeside(world, repository, account14) {
  const [namespace, name] = [literalOf(account14.namespace), literalOf(account14.name)];
  if (!account14.clientId?.text || !account14.namespaceGiven || namespace === void 0 || name === void 0)
    return void 0;
  if (isClusterNamespace(namespace) || usesBinding(world, account14)) return void 0;
  const subject = literalSubject(namespace, name);
  if (repository.credentials.some((credential3) => mayBeFor(credential3, subject))) return void 0;
  const clientId = readPlaceholders(account14.clientId.text);
  return repository.credentials.find(
    (credential3) => !credential3.conditional && (credential3.subject && namespaceOfSubject(openText(credential3.subject)) === namespace || credential3.clientId && compareTexts(credential3.clientId.text, clientId) === "same")
  );
}
function usesBinding(world, account14) {
  return templatesOf(world, account14).some(
    ({ template: template3 }) => entryOf(template3.metadata.annotations, identityKeys.useBinding)
  );
}
var account5 = (name, mark16 = "", namespace = "shop") => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}${mark16}
  namespace: ${namespace}
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var credential2 = (name, subject = `system:serviceaccount:shop:${name}`) => `apiVersion: managedidentity.azure.com/v1api20230131
kind: FederatedIdentityCredential
metadata:
  name: ${name}
  namespace: shop
spec:
  owner:
    name: id-orders
  issuer: https://westeurope.oic.prod-aks.azure.com/0b0cdd86-1b1c-4f35-8b7c-31b9b4b5ae31/5d4a8a3e-9c5a-4b5e-8a53-4f7d8f4f7a10/
  subject: ${subject}
  audiences:
    - api://AzureADTokenExchange
`;
var examples18 = defineExamples({
  bad: [
    {
      title: "The account beside it has one",
      files: {
        "accounts.yaml": `${account5("orders")}---
${account5("billing", " #~ credential-undeclared")}`,
        "credential.yaml": credential2("orders")
      }
    }
  ],
  good: [
    {
      title: "One for each account",
      files: {
        "accounts.yaml": `${account5("orders")}---
${account5("billing")}`,
        "credentials.yaml": `${credential2("orders")}---
${credential2("billing")}`
      }
    },
    {
      title: "A credential whose namespace is filled in later",
      files: {
        "account.yaml": account5("billing"),
        "credentials.yaml": `${credential2("orders", "system:serviceaccount:${NAMESPACE}:${NAMESPACE}")}`
      }
    },
    {
      title: "Credentials of another namespace say nothing",
      files: {
        "accounts.yaml": `${account5("orders")}---
${account5("billing", "", "finance")}`,
        "credential.yaml": credential2("orders")
      }
    }
  ]
});

// src/rules/declared/credential-wildcard.ts
var rule19 = defineRule({
  id: "credential-wildcard",
  title: "The subject of a credential holds a wildcard",
  group: "Declared credentials",
  why: "Entra compares the subject of a federated credential byte for byte: an asterisk stands for itself, and no token ever matches. Only flexible credentials of app registrations know patterns, and not for Kubernetes.",
  remedy: "Declare one credential for each subject, written out in full.",
  severity: "error",
  sources: ["MicrosoftDocs/entra-docs federated-credential-configuration-considerations"],
  *checkRepository(repository) {
    for (const credential3 of repository.credentials) {
      const { subject } = credential3;
      if (!subject || credential3.claimsMatchingExpression) continue;
      if (!openText(subject).pieces.some((piece) => piece.includes("*"))) continue;
      yield {
        at: subject.at,
        message: `The subject "${shownText(subject)}" holds "*", which stands for itself: no token has such a subject.`,
        about: credentialCause("subject", credential3)
      };
    }
  }
});
var terraform6 = (subject, mark16 = "") => `resource "azurerm_federated_identity_credential" "orders" {
  name                      = "orders"
  user_assigned_identity_id = azurerm_user_assigned_identity.orders.id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  audience                  = ["api://AzureADTokenExchange"]
  subject                   = "${subject}"${mark16}
}
`;
var examples19 = defineExamples({
  bad: [
    {
      title: "Every account of a namespace",
      files: { "identity.tf": terraform6("system:serviceaccount:shop:*", " #~ credential-wildcard") }
    }
  ],
  good: [
    { title: "One account", files: { "identity.tf": terraform6("system:serviceaccount:shop:orders") } },
    {
      title: "A flexible credential of an app registration",
      files: {
        "deployer.tf": `resource "azuread_application_flexible_federated_identity_credential" "deployer" {
  application_id             = azuread_application.deployer.id
  display_name               = "deployer"
  audience                   = "api://AzureADTokenExchange"
  issuer                     = "https://token.actions.githubusercontent.com"
  claims_matching_expression = "claims['sub'] matches 'repo:contoso/shop:ref:refs/heads/release-*' and claims['repository_id'] eq '4711'"
}
`
      }
    }
  ]
});

// src/rules/declared/credential-writes-parallel.ts
var rule20 = defineRule({
  id: "credential-writes-parallel",
  title: "A loop writes credentials of one identity in parallel",
  group: "Declared credentials",
  why: "Azure allows one write to the credentials of an identity at a time and answers the others with 409 (ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity). Resource Manager runs loops in parallel unless told otherwise, so that the deployment fails now and then.",
  remedy: 'Write @batchSize(1) above the loop in Bicep, or "mode": "serial" and "batchSize": 1 in the copy of an ARM template.',
  severity: "warning",
  sources: [
    "MicrosoftDocs/entra-docs workload-identity-federation-considerations",
    "Azure/bicep issue 10928",
    "Azure/bicep-registry-modules issue 1447"
  ],
  *checkRepository(repository) {
    for (const credential3 of repository.credentials) {
      if (!credential3.parallelLoop || credential3.language !== "bicep" && credential3.language !== "arm") continue;
      yield {
        at: credential3.at,
        message: "This loop writes the credentials of one identity in parallel, and Azure refuses all but one at a time."
      };
    }
  }
});
var bicep2 = (decorator, mark16) => `param namespaces array

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'id-orders'
}

param issuer string

${decorator}resource credentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = [for namespace in namespaces: {${mark16}
  parent: identity
  name: 'orders-\${namespace}'
  properties: {
    issuer: issuer
    subject: 'system:serviceaccount:\${namespace}:orders'
    audiences: ['api://AzureADTokenExchange']
  }
}]
`;
var examples20 = defineExamples({
  bad: [{ title: "A loop as it stands", files: { "identity.bicep": bicep2("", " #~ credential-writes-parallel") } }],
  good: [{ title: "One at a time", files: { "identity.bicep": bicep2("@batchSize(1)\n", "") } }]
});

// src/manifests/network-policies.ts
var read = /* @__PURE__ */ new WeakMap();
function networkPoliciesOf(world) {
  let policies = read.get(world);
  if (!policies) {
    policies = world.objects.filter(isNetworkPolicy).map(readPolicy);
    read.set(world, policies);
  }
  return policies;
}
function isNetworkPolicy({ kind, group: group2 }) {
  return kind === "NetworkPolicy" && (group2 === "networking.k8s.io" || group2 === "extensions");
}
function hasForeignPolicies(world) {
  return world.objects.some((object3) => object3.kind.endsWith("NetworkPolicy") && !isNetworkPolicy(object3));
}
function readPolicy(object3) {
  const spec = object3.root.get("spec");
  const types = spec?.get("policyTypes")?.items();
  const egress = (spec?.get("egress")?.items() ?? []).map(readEgress);
  const ingress = (spec?.get("ingress")?.items() ?? []).flatMap((rule39) => addressesOf(rule39.get("from")));
  return {
    ...object3,
    podSelector: spec?.get("podSelector"),
    restrictsEgress: types?.length ? types.some((type) => type.text === "Egress") : spec?.get("egress") !== void 0,
    egress,
    addresses: [...egress.flatMap((rule39) => rule39.addresses), ...ingress]
  };
}
function readEgress(field) {
  return {
    field,
    everywhere: (field.get("to")?.items() ?? []).length === 0,
    addresses: addressesOf(field.get("to")),
    ports: (field.get("ports")?.items() ?? []).map((port) => ({
      protocol: port.get("protocol")?.text ?? "TCP",
      port: port.get("port")?.text,
      endPort: port.get("endPort")?.text
    }))
  };
}
function addressesOf(peers) {
  return (peers?.items() ?? []).flatMap((peer) => {
    const block = peer.get("ipBlock");
    return block ? [{ cidr: block.get("cidr"), excepts: block.get("except")?.items() ?? [] }] : [];
  });
}
function selectsPods(world, policy5, { workload, template: template3 }) {
  const namespace = compareNamespaces(policy5, workload);
  if (!world.sees(policy5.manifest, workload.manifest) || namespace === "different") return "no";
  const labels = selectsLabels(policy5.podSelector, template3, isPlain(workload));
  return labels === "yes" && namespace === "unknown" ? "unknown" : labels;
}
function isPlain({ group: group2 }) {
  return group2 === "" || group2 === "apps" || group2 === "batch";
}
function selectsLabels(selector, { metadata }, whole) {
  const labels = new Map(metadata.labels.map((label) => [label.key, label.text ?? ""]));
  const verdicts = [
    ...(selector?.get("matchLabels")?.entries() ?? []).map(
      (entry) => isOneOf(labels.get(entry.key), [entry.text ?? ""])
    ),
    ...(selector?.get("matchExpressions")?.items() ?? []).map((item) => expression(item, labels))
  ];
  if (verdicts.includes("no")) return whole ? "no" : "unknown";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}
function isOneOf(value, values) {
  if (value === void 0) return "no";
  if (values.includes(value)) return "yes";
  return hasPlaceholder(value) || values.some(hasPlaceholder) ? "unknown" : "no";
}
function expression(item, labels) {
  const value = labels.get(item.get("key")?.text ?? "");
  const values = (item.get("values")?.items() ?? []).map((entry) => entry.text ?? "");
  switch (item.get("operator")?.text) {
    case "In":
      return isOneOf(value, values);
    case "NotIn":
      return opposite(isOneOf(value, values));
    case "Exists":
      return value === void 0 ? "no" : "yes";
    case "DoesNotExist":
      return value === void 0 ? "yes" : "no";
    default:
      return "unknown";
  }
}
function opposite(certainty) {
  return certainty === "unknown" ? "unknown" : certainty === "yes" ? "no" : "yes";
}

// src/model/address-block.ts
import { BlockList, isIP } from "node:net";
function parseBlock(text) {
  const [, written2 = "", bits = ""] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = written2.includes(":") ? written2 : written2.replace(/(^|\.)0+(?=\d)/g, "$1");
  const version = isIP(address);
  const prefix = Number(bits);
  if (version === 0 || prefix > (version === 4 ? 32 : 128)) return void 0;
  return { family: version === 4 ? "ipv4" : "ipv6", address, prefix };
}
function holdsAddress(block, address) {
  const list = new BlockList();
  list.addSubnet(block.address, block.prefix, block.family);
  return isIP(address) === (block.family === "ipv4" ? 4 : 6) && list.check(address, block.family);
}
function isStrictlyWithin(inner, outer) {
  return inner.family === outer.family && inner.prefix > outer.prefix && holdsAddress(outer, inner.address);
}

// src/rules/egress.ts
function allowsPort({ ports }, port) {
  if (ports.length === 0) return "yes";
  let result = "no";
  for (const { protocol, port: first, endPort } of ports) {
    if (protocol !== "TCP" && !hasPlaceholder(protocol)) continue;
    if (first === void 0) return "yes";
    if (!/^\d+$/.test(first)) result = hasPlaceholder(first) ? "unknown" : result;
    else if (Number(first) === port || endPort && Number(first) <= port && port <= Number(endPort)) return "yes";
  }
  return result;
}
function holds({ cidr, excepts }, address) {
  const block = parseBlock(cidr?.text ?? "");
  if (!block) return "unknown";
  if (!holdsAddress(block, address)) return "no";
  const left = excepts.map((except) => parseBlock(except.text ?? ""));
  if (left.some((inner) => inner && holdsAddress(inner, address))) return "no";
  return left.includes(void 0) ? "unknown" : "yes";
}
function openingTo(rule39, address, port) {
  const ports = allowsPort(rule39, port);
  if (ports === "no") return { certainty: "no", cidr: void 0 };
  if (rule39.everywhere) return { certainty: ports, cidr: void 0 };
  const found = rule39.addresses.map((peer) => ({ certainty: holds(peer, address), cidr: peer.cidr }));
  const open = found.find(({ certainty }) => certainty === "yes");
  if (open) return { ...open, certainty: ports };
  return found.find(({ certainty }) => certainty === "unknown") ?? { certainty: "no", cidr: void 0 };
}

// src/rules/network/egress-examples.ts
var account6 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
function deployment(mark16, name = "orders", labelled = true) {
  const use = labelled ? ', azure.workload.identity/use: "true"' : "";
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}${mark16}
  namespace: shop
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}${use}}
    spec:
      serviceAccountName: ${name}
      containers:
        - {name: ${name}, image: "registry.example/${name}:1"}
`;
}
function policy(name, egress, selector = " {}") {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: shop
spec:
  podSelector:${selector}
  policyTypes: [Egress]
${egress}`;
}
var everything = (mark16 = "") => `  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0${mark16}
`;
var egressExamples = {
  account: account6,
  deployment,
  policy,
  everything,
  exceptMetadata: `${everything()}            except: [169.254.169.254/32]
`
};

// src/rules/network/identity-egress-blocked.ts
var rule21 = defineRule({
  id: "identity-egress-blocked",
  title: "Policies leave pods no way to exchange their token",
  group: "Cluster rights and network",
  why: "Pods with a workload identity send their token to the login endpoint of Entra over TCP 443. Under policies that let nothing through to it, every exchange times out.",
  remedy: "Add an egress rule for TCP 443 to addresses outside the cluster.",
  severity: "warning",
  sources: [
    "kubernetes/website docs/concepts/services-networking/network-policies.md",
    "MicrosoftDocs/azure-aks-docs outbound-rules-control-egress.md"
  ],
  *check(world) {
    const policies = networkPoliciesOf(world).filter((policy5) => policy5.restrictsEgress);
    if (policies.length === 0 || hasForeignPolicies(world)) return;
    const seen = /* @__PURE__ */ new Set();
    for (const workload of world.workloads) {
      for (const template3 of workload.templates) {
        if (!exchangesTokens(template3)) continue;
        const policy5 = blockerOf(world, policies, { workload, template: template3 });
        if (!policy5 || seen.has(policy5)) continue;
        seen.add(policy5);
        yield {
          at: policy5.root.get("spec", "egress")?.keyPlace ?? policy5.root.get("spec", "policyTypes")?.keyPlace ?? policy5.root,
          message: `By the declared policies, pods of the ${workload.kind} ${nameOf(workload)} exchange tokens and may not reach TCP 443 outside the cluster.`,
          related: [{ at: workload.metadata.nameField ?? workload.root, note: "pods that exchange tokens" }]
        };
      }
    }
  }
});
function exchangesTokens(template3) {
  if (!isLabelled(template3) || template3.spec.get("hostNetwork")?.value === true) return false;
  if (entryOf(template3.metadata.annotations, identityKeys.useBinding)) return false;
  return !template3.containers.some(
    (container) => container.field.get("envFrom") || container.environment.some(({ name }) => /^https?_proxy$/i.test(name))
  );
}
function blockerOf(world, policies, pods3) {
  const selecting = policies.filter((policy5) => selectsPods(world, policy5, pods3) !== "no");
  const open = selecting.some(
    (policy5) => policy5.egress.some((rule39) => allowsPort(rule39, 443) !== "no" && (rule39.everywhere || rule39.addresses.length > 0))
  );
  return open ? void 0 : selecting.find((policy5) => selectsPods(world, policy5, pods3) === "yes");
}
var { account: account7, deployment: deployment2, policy: policy2, exceptMetadata } = egressExamples;
var nameServiceOnly = (mark16 = "") => `  egress:${mark16}
    - to:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
      ports:
        - {protocol: UDP, port: 53}
        - {protocol: TCP, port: 53}
`;
var examples21 = defineExamples({
  bad: [
    {
      title: "The name service only",
      files: {
        "orders.yaml": account7 + deployment2(""),
        "policy.yaml": policy2("egress", nameServiceOnly(" #~ identity-egress-blocked"))
      }
    },
    {
      title: "Nothing at all",
      files: {
        "orders.yaml": account7 + deployment2(""),
        "policy.yaml": policy2("egress", "").replace("[Egress]\n", "[Egress] #~ identity-egress-blocked\n")
      }
    }
  ],
  good: [
    {
      title: "A second policy lets it through",
      files: {
        "orders.yaml": account7 + deployment2(""),
        "policies.yaml": `${policy2("egress", nameServiceOnly())}---
${policy2("internet", `${exceptMetadata}      ports: [{protocol: TCP, port: 443}]
`)}`
      }
    },
    {
      title: "A policy for other pods",
      files: {
        "orders.yaml": account7 + deployment2(""),
        "policies.yaml": `${policy2("egress", exceptMetadata, "\n    matchLabels: {app: orders}")}---
${policy2("closed", "", "\n    matchLabels: {app: report}")}`
      }
    }
  ]
});

// src/rules/network/imds-reachable.ts
var endpoint = "169.254.169.254";
var rule22 = defineRule({
  id: "imds-reachable",
  title: "Pods may reach the instance metadata endpoint",
  group: "Cluster rights and network",
  why: `Any pod that reaches ${endpoint} can get tokens of the identities of its node. Policies add up: one rule that lets traffic to everywhere opens what another one closes. Whether a policy is enforced at all depends on the network engine of the cluster, so this is about what is declared.`,
  remedy: `Except ${endpoint}/32 from every block that holds it, or restrict the endpoint for the cluster (az aks update --enable-imds-restriction).`,
  severity: "warning",
  sources: [
    "kubernetes/website docs/concepts/services-networking/network-policies.md",
    "MicrosoftDocs/azure-aks-docs imds-restriction.md"
  ],
  *check(world) {
    const users = identityUsers(world);
    if (users.length === 0 || networkPoliciesOf(world).length === 0) return;
    const policies = networkPoliciesOf(world).filter((policy5) => policy5.restrictsEgress);
    if (policies.length === 0) yield* withoutEgressPolicy(world, users);
    else yield* openWays(world, policies, users);
  }
});
function identityUsers(world) {
  return [
    ...world.serviceAccounts.filter((account14) => account14.clientId?.text),
    ...world.workloads.filter((workload) => workload.templates.some(isLabelled))
  ].filter(({ namespace }) => !isClusterNamespace(literalOf(namespace)));
}
function* withoutEgressPolicy(world, users) {
  const [first] = users;
  if (!first || hasForeignPolicies(world)) return;
  yield {
    at: first.metadata.nameField ?? first.root,
    message: `No declared NetworkPolicy restricts egress, so that pods that use identities may reach ${endpoint}.`,
    severity: "note"
  };
}
function* openWays(world, policies, users) {
  const byBlock = /* @__PURE__ */ new Map();
  for (const pods3 of judgedPods(world, users)) {
    const way = wayOut(world, policies, pods3);
    if (!way) continue;
    if (way.cidr) {
      const known = byBlock.get(way.cidr.node) ?? { cidr: way.cidr, pods: [] };
      known.pods.push(pods3.workload);
      byBlock.set(way.cidr.node, known);
    } else yield observeWorkload(pods3.workload, way.rule);
  }
  for (const { cidr, pods: pods3 } of byBlock.values()) {
    const [first] = pods3;
    yield {
      at: cidr,
      message: `By the declared policies, ${cidr.text} lets pods of ${first ? nameOf(first) : ""}${pods3.length > 1 ? ` and ${pods3.length - 1} more` : ""} reach ${endpoint}.`
    };
  }
}
function judgedPods(world, users) {
  return world.workloads.filter(
    (workload) => !isClusterNamespace(literalOf(workload.namespace)) && users.some(
      (user) => compareNamespaces(user, workload) === "same" && world.sees(user.manifest, workload.manifest)
    )
  ).flatMap((workload) => workload.templates.map((template3) => ({ workload, template: template3 }))).filter(({ template: template3 }) => template3.complete && template3.spec.get("hostNetwork")?.value !== true);
}
function wayOut(world, policies, pods3) {
  let selected = false;
  for (const policy5 of policies) {
    const certainty = selectsPods(world, policy5, pods3);
    if (certainty === "no") continue;
    selected = true;
    if (certainty === "unknown") continue;
    for (const rule39 of policy5.egress) {
      const { certainty: open, cidr } = openingTo(rule39, endpoint, 80);
      if (open === "yes") return { cidr, rule: rule39 };
    }
  }
  const absent = !selected && world.complete && !world.guessed && !hasForeignPolicies(world);
  return absent ? { cidr: void 0, rule: void 0 } : void 0;
}
function observeWorkload(workload, opening) {
  const why = opening ? "a rule without peers lets its pods" : "no policy for egress selects its pods, which may";
  return {
    at: workload.metadata.nameField ?? workload.root,
    message: `By the declared policies, the ${workload.kind} ${nameOf(workload)} is not kept from ${endpoint}: ${why} reach it.`,
    ...opening && { related: [{ at: opening.field, note: "the rule without peers" }] }
  };
}
var { account: account8, deployment: deployment3, policy: policy3, everything: everything2, exceptMetadata: exceptMetadata2 } = egressExamples;
var mark12 = " #~ imds-reachable";
var examples22 = defineExamples({
  bad: [
    {
      title: "A second policy opens what the first one closes",
      files: {
        "orders.yaml": account8 + deployment3(""),
        "policies.yaml": `${policy3("egress", exceptMetadata2)}---
${policy3("internet", everything2(mark12))}`
      }
    },
    {
      title: "Pods that no policy selects",
      files: {
        "orders.yaml": account8 + deployment3(""),
        "worker.yaml": deployment3(mark12, "worker", false),
        "policies.yaml": policy3("egress", exceptMetadata2, "\n    matchLabels: {app: orders}")
      }
    },
    {
      title: "Policies that restrict ingress only",
      files: {
        "orders.yaml": account8.replace("name: orders", `name: orders${mark12}`) + deployment3(""),
        "policies.yaml": policy3("ingress", "").replace("[Egress]", "[Ingress]")
      }
    }
  ],
  good: [
    {
      title: "The endpoint is an exception",
      files: { "orders.yaml": account8 + deployment3(""), "policies.yaml": policy3("egress", exceptMetadata2) }
    },
    {
      title: "Pods of the network of their node",
      files: {
        "orders.yaml": account8 + deployment3(""),
        "agent.yaml": deployment3("", "agent", false).replace("    spec:\n", "    spec:\n      hostNetwork: true\n"),
        "policies.yaml": policy3("egress", exceptMetadata2, "\n    matchLabels: {app: orders}")
      }
    }
  ]
});

// src/rules/network/network-policy-cidr-invalid.ts
var rule23 = defineRule({
  id: "network-policy-cidr-invalid",
  title: "An address block of a network policy is not valid",
  group: "Cluster rights and network",
  why: "The API server refuses the whole policy, so that what it should block stays open. A comment without a space before its # is part of the value.",
  remedy: "Write an address, a slash and the number of bits, such as 10.0.0.0/8; exceptions must lie within the block.",
  severity: "error",
  sources: ["kubernetes/kubernetes pkg/apis/networking/validation/validation.go, ValidateIPBlock"],
  *check(world) {
    for (const policy5 of networkPoliciesOf(world)) {
      for (const peer of policy5.addresses) {
        for (const { at, fault } of faultsOf(peer)) {
          yield { at, message: `In the NetworkPolicy ${nameOf(policy5)}, "${at.text}" ${fault}.` };
        }
      }
    }
  }
});
function faultsOf({ cidr, excepts }) {
  if (cidr?.text === void 0 || hasPlaceholder(cidr.text)) return [];
  const block = parseBlock(cidr.text);
  const faults = block ? [] : [{ at: cidr, fault: faultOfText(cidr.text) }];
  return [...faults, ...excepts.flatMap((except) => faultOfException(except, block, cidr.text))];
}
function faultOfException(except, outer, cidr) {
  if (except.text === void 0 || hasPlaceholder(except.text)) return [];
  const inner = parseBlock(except.text);
  if (!inner) return [{ at: except, fault: faultOfText(except.text) }];
  return outer && !isStrictlyWithin(inner, outer) ? [{ at: except, fault: `is an exception that is not a smaller part of ${cidr}` }] : [];
}
function faultOfText(text) {
  if (text.includes("#")) return "is not an address block: without a space before it, # begins no comment";
  return parseBlock(`${text}/32`) || parseBlock(`${text}/128`) ? "is an address without the number of bits" : "is not an address block";
}
var policy4 = (block) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: no-metadata
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to:
        - ipBlock:
${block}`;
var mark13 = " #~ network-policy-cidr-invalid";
var examples23 = defineExamples({
  bad: [
    {
      title: "A comment without a space before it",
      files: { "policy.yaml": policy4(`            cidr: 10.10.0.0/0#example${mark13}
`) }
    },
    { title: "An address alone", files: { "policy.yaml": policy4(`            cidr: 10.0.0.1${mark13}
`) } },
    {
      title: "An exception outside",
      files: {
        "policy.yaml": policy4(`            cidr: 10.0.0.0/8
            except:
              - 169.254.169.254/32${mark13}
`)
      }
    }
  ],
  good: [
    {
      title: "An exception inside",
      files: {
        "policy.yaml": policy4(`            cidr: 0.0.0.0/0
            except:
              - 169.254.169.254/32
`)
      }
    },
    {
      title: "IPv6",
      files: { "policy.yaml": policy4('            cidr: "fd00::/8"\n            except: ["fd00:1::/32"]\n') }
    },
    { title: "Filled in later", files: { "policy.yaml": policy4("            cidr: ${VNET_CIDR}\n") } }
  ]
});

// src/rules/reading/duplicate-key.ts
var rule24 = defineRule({
  id: "duplicate-key",
  title: "A key stands twice",
  group: "Reading",
  why: "Of two equal keys in one map only the last one counts; kubectl says so at most in a warning. The other value looks wired and is not.",
  remedy: "Keep one of the two.",
  severity: "warning",
  sources: ["yaml.org specification 1.2.2, section 3.2.1.1", "Kubernetes API concepts, field validation"],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind === "duplicate-key" && problem.manifestLike)
        yield { at: problem.spot, message: problem.message };
    }
  }
});
var examples24 = defineExamples({
  bad: [
    {
      title: "Two annotations maps",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
  annotations: #~ duplicate-key
    team: orders
`
      }
    }
  ],
  good: [
    {
      title: "The same key in two maps",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  labels: {team: orders}
  annotations:
    team: orders
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
      }
    }
  ]
});

// src/rules/reading/limit-exceeded.ts
var rule25 = defineRule({
  id: "limit-exceeded",
  title: "A file exceeds a limit and was not checked",
  group: "Reading",
  why: "Repository text is not trusted: file size, number of documents, depth and alias expansion are bounded, and what lies beyond a bound is not checked. That must be said rather than passed over.",
  remedy: "Split the file, or ignore it in idwire.yaml when it holds no wiring.",
  severity: "warning",
  sources: ["docs/architecture.md (bounds)"],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind === "limit") yield { at: problem.spot, message: problem.message };
    }
  }
});
var level = (depth) => `  l${depth}: &l${depth} [${Array(9).fill(`*l${depth - 1}`).join(", ")}]
`;
var examples25 = defineExamples({
  bad: [
    {
      title: "Aliases that expand without end",
      files: {
        "bomb.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
bomb:
  l0: &l0 [a, b, c, d, e, f, g, h, i]
${[1, 2, 3, 4].map(level).join("")}${level(5).trimEnd()} #~ limit-exceeded
${level(6)}`
      }
    }
  ],
  good: [
    {
      title: "Anchors as people use them",
      files: {
        "accounts.yaml": `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ServiceAccount
    metadata:
      name: orders
      namespace: shop
      annotations: &identity
        azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
  - apiVersion: v1
    kind: ServiceAccount
    metadata: {name: invoices, namespace: shop, annotations: *identity}
`
      }
    }
  ]
});

// src/rules/reading/suppression-unused.ts
var rule26 = defineRule({
  id: "suppression-unused",
  title: "A suppression silences nothing",
  group: "Reading",
  why: "The fault it once silenced is gone, or its rule is misspelt; left in place it would hide the next fault.",
  remedy: "Remove it, or correct the rule it names.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var examples26 = defineExamples({
  bad: [
    {
      title: "The fault is gone",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    # idwire-ignore: client-id-not-a-guid the release tool fills it in #~ suppression-unused
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`
      }
    }
  ],
  good: [
    {
      title: "On the object",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    idwire.dev/ignore: "client-id-not-a-guid: the release tool fills it in"
    azure.workload.identity/client-id: TBA
`
      }
    }
  ]
});

// src/rules/reading/suppression-without-reason.ts
var rule27 = defineRule({
  id: "suppression-without-reason",
  title: "A suppression gives no reason",
  group: "Reading",
  why: "Whoever reads the file next cannot tell whether the silence still holds.",
  remedy: "Write the reason after the rule: `# idwire-ignore: rule-id why it is right here`.",
  severity: "note",
  sources: ["docs/rules/README.md"]
});
var examples27 = defineExamples({
  bad: [
    {
      title: "No reason",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: TBA # idwire-ignore: client-id-not-a-guid #~ suppression-without-reason
`
      }
    }
  ],
  good: [
    {
      title: "With a reason",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    # idwire-ignore: client-id-not-a-guid the release tool fills it in
    azure.workload.identity/client-id: TBA
`
      }
    }
  ]
});

// src/rules/reading/syntax-error.ts
var rule28 = defineRule({
  id: "syntax-error",
  title: "The file is not valid YAML",
  group: "Reading",
  why: "Neither kubectl nor Idwire can read the document, so nothing in it was checked.",
  remedy: "Mend the line; if the file is the input of a template engine, give it another ending or ignore it in idwire.yaml.",
  severity: "error",
  sources: ["yaml.org specification 1.2.2"],
  *checkRepository(repository) {
    for (const problem of repository.problems) {
      if (problem.kind !== "syntax") continue;
      yield {
        at: problem.spot,
        message: problem.message,
        ...problem.manifestLike ? {} : { severity: "note", confidence: "medium" }
      };
    }
  }
});
var examples28 = defineExamples({
  bad: [
    {
      title: "A lost indent",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
   team: orders #~ syntax-error
`
      }
    }
  ],
  good: [
    {
      title: "The input of a template engine",
      files: {
        "account.yaml": `{{- if .Values.identity }}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    azure.workload.identity/client-id: {{ .Values.identity.clientId }}
{{- end }}
`
      }
    }
  ]
});

// src/rules/static/client-id-misplaced.ts
var accountOnly = /* @__PURE__ */ new Set([identityKeys.clientId, identityKeys.tenantId]);
var rule29 = defineRule({
  id: "client-id-misplaced",
  title: "The client id is not on the ServiceAccount",
  group: "Workload identity",
  why: "The webhook reads the client id and the tenant id from the ServiceAccount only. On a pod, a pod template, a Deployment or a Service they have no effect, and a reader is misled about which identity is used.",
  remedy: "Move the annotation to the ServiceAccount that the pods run as.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go, issue 1357"],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object3 of world.objects) {
      const workload = workloads.get(object3.manifest);
      if (!workload && object3.kind !== "Service") continue;
      const seen = /* @__PURE__ */ new Set();
      for (const { metadata } of [object3, ...workload?.templates ?? []]) {
        for (const entry of [...metadata.annotations, ...metadata.labels]) {
          if (!accountOnly.has(entry.key) || seen.has(entry.node)) continue;
          seen.add(entry.node);
          const [template3] = workload?.templates ?? [];
          const [match] = workload && template3 ? accountsFor(world, workload, template3) : [];
          yield {
            at: entry.keyPlace,
            message: `${entry.key} on the ${object3.kind} ${nameOf(object3)} is not read by the webhook; only that of the ServiceAccount is.`,
            ...match && {
              related: [{ at: accountPlace(match.account), note: "the account the pods run as" }],
              ...match.account.clientId || entry.key !== identityKeys.clientId ? {} : { about: cause("client id", match.account) }
            }
          };
        }
      }
    }
  }
});
function accountPlace(account14) {
  return account14.metadata.nameField ?? account14.root;
}
var examples29 = defineExamples({
  bad: [
    {
      title: "On the pod template",
      files: {
        "deployment.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: {name: orders, namespace: shop}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
      annotations:
        azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 #~ client-id-misplaced
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`
      }
    },
    {
      title: "On the Service",
      files: {
        "service.yaml": `apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 #~ client-id-misplaced
spec:
  selector: {app: orders}
  ports: [{port: 80}]
`
      }
    }
  ],
  good: [
    {
      title: "On the account",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/tenant-id: 7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90
`
      }
    }
  ]
});

// src/rules/self-configuring.ts
var controllers = /(?:^|[/.-])(?:keda|cert-manager|external-secrets|crossplane|upbound|provider-azure|provider-family-azure|fluxcd|kustomize-controller|source-controller|helm-controller|image-reflector-controller|notification-controller|external-dns|velero|azureserviceoperator|aso-controller|azure-app-configuration|appconfiguration)(?:[/:.@-]|$)/;
function isSelfConfiguring(workload, template3) {
  const images = template3.containers.map((container) => container.field.get("image")?.text ?? "");
  return [writtenText(workload.name), writtenText(template3.account), ...images].some((text) => controllers.test(text));
}

// src/rules/token-sources.ts
var drivers = /* @__PURE__ */ new Set(["secrets-store.csi.k8s.io", "file.csi.azure.com", "blob.csi.azure.com"]);
function hasOtherTokenSource(template3) {
  return (template3.spec.get("volumes")?.items() ?? []).some(
    (volume) => drivers.has(volume.get("csi", "driver")?.text ?? "") || volume.get("persistentVolumeClaim") !== void 0 || (volume.get("projected", "sources")?.items() ?? []).some(
      (source) => source.get("serviceAccountToken", "audience")
    )
  );
}
var injected = /\bAZURE_(?:CLIENT_ID|TENANT_ID|FEDERATED_TOKEN_FILE|AUTHORITY_HOST)\b/;
function readsInjectedVariable(template3) {
  for (const container of template3.containers) {
    if (container.field.get("envFrom")) continue;
    for (const field of usesOf(container)) {
      const variable = injected.exec(field.text ?? "")?.[0];
      if (variable && !container.environment.some((entry) => entry.name === variable)) return { field, variable };
    }
  }
  return void 0;
}
function usesOf(container) {
  return [
    ...container.field.get("command")?.items() ?? [],
    ...container.field.get("args")?.items() ?? [],
    ...container.environment.flatMap((entry) => entry.value ?? [])
  ];
}

// src/rules/static/client-id-missing.ts
var rule30 = defineRule({
  id: "client-id-missing",
  title: "The account of labelled pods names no identity",
  group: "Workload identity",
  why: 'The webhook takes AZURE_CLIENT_ID from the annotation of the account alone. Without it the pods get a token but no client id, and the SDK reports "no client ID specified" unless the application names one itself.',
  remedy: "Add the annotation azure.workload.identity/client-id with the client id of the managed identity to the ServiceAccount.",
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go", "kubernetes-sigs/external-dns issue 5199"],
  yieldsTo: ["client-id-misspelt", "client-id-misplaced"],
  *check(world, repository) {
    for (const account14 of world.serviceAccounts) {
      if (account14.clientId?.text || isFilledInLater(account14.clientId) || isClusterNamespace(literalOf(account14.namespace)))
        continue;
      if (account14.metadata.nameField?.text === void 0) continue;
      yield* checkAccount(world, repository, account14);
    }
  }
});
function isFilledInLater(clientId) {
  if (clientId?.node.type !== "scalar") return false;
  const { text } = clientId.manifest.source;
  const lineEnd = text.indexOf("\n", clientId.node.end);
  return text.slice(clientId.node.end, lineEnd === -1 ? void 0 : lineEnd).includes("#");
}
function* checkAccount(world, repository, account14) {
  const pods3 = templatesOf(world, account14).filter(
    ({ workload, template: template3 }) => isLabelled(template3) && compareTexts(template3.account, account14.name) === "same" && workload.namespaceGiven === account14.namespaceGiven && !namesIdentityItself(template3) && !isSelfConfiguring(workload, template3)
  );
  const [pod3] = pods3;
  if (!pod3) return;
  const proof = corroboration(repository, account14, pods3);
  const severity = repository.scripts.annotatesAccounts ? "note" : proof ? "error" : "warning";
  yield {
    at: account14.clientId?.keyPlace ?? account14.metadata.nameField ?? account14.root,
    message: `The ServiceAccount ${nameOf(account14)} has no client id, and pods of the ${pod3.workload.kind} ${nameOf(pod3.workload)} ask for a token through it${proof ? `; ${proof.note}` : ""}.`,
    severity,
    related: [
      {
        at: entryOf(pod3.template.metadata.labels, identityKeys.use)?.keyPlace ?? pod3.template.anchor,
        note: "pods that ask for a token"
      },
      ...proof?.at ? [{ at: proof.at, note: proof.note }] : []
    ],
    about: cause("client id", account14)
  };
}
function namesIdentityItself(template3) {
  return template3.containers.some(
    (container) => container.field.get("envFrom") || container.environment.some((entry) => entry.name === "AZURE_CLIENT_ID")
  );
}
function corroboration(repository, account14, pods3) {
  for (const { template: template3 } of pods3) {
    const reads = readsInjectedVariable(template3);
    if (reads?.variable === "AZURE_CLIENT_ID") return { note: "a container uses AZURE_CLIENT_ID", at: reads.field };
    const left = entryOf(template3.metadata.labels, podIdentityLabel);
    if (left) return { note: "the same pods still have a pod identity label", at: left.keyPlace };
  }
  const literal = literalOf(account14.name);
  if (literal === void 0 || !account14.namespaceGiven) return void 0;
  const subject = literalText(`system:serviceaccount:${writtenText(account14.namespace)}:${literal}`);
  const declared = repository.credentials.find(
    (credential3) => credential3.subject && compareTexts(credential3.subject.text, subject) === "same"
  );
  return declared && { note: "a federated credential is declared for it", at: declared.at };
}
var pods2 = (environment) => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: registry.example/orders:1${environment}
`;
var bare = (mark16) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders${mark16}
  namespace: shop
`;
var examples30 = defineExamples({
  bad: [
    { title: "No annotation", files: { "all.yaml": bare(" #~ client-id-missing") + pods2("") } },
    {
      title: "A container counts on the variable",
      files: {
        "all.yaml": bare(" #~ client-id-missing") + pods2('\n          args: ["--identity=$(AZURE_CLIENT_ID)"]')
      }
    },
    {
      title: "An empty annotation",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: "" #~ client-id-missing
`.replace(" #~ client-id-missing", " #~ client-id-missing") + pods2("")
      }
    }
  ],
  good: [
    {
      title: "The application names its identity itself",
      files: {
        "all.yaml": bare("") + pods2("\n          env: [{name: AZURE_CLIENT_ID, value: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}]")
      }
    },
    {
      title: "A slot that the pipeline fills in",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: # filled in by the pipeline
${pods2("")}`
      }
    },
    {
      title: "KEDA takes its identity from each TriggerAuthentication",
      files: {
        "all.yaml": `apiVersion: v1
kind: ServiceAccount
metadata: {name: keda-operator, namespace: keda}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: keda-operator, namespace: keda}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: keda-operator
      containers:
        - {name: keda-operator, image: "ghcr.io/kedacore/keda:2.17.0"}
`
      }
    }
  ]
});

// src/rules/static/client-id-misspelt.ts
var readFromAccounts = /* @__PURE__ */ new Set([
  identityKeys.clientId,
  identityKeys.tenantId,
  identityKeys.tokenExpiration
]);
var rule31 = defineRule({
  id: "client-id-misspelt",
  title: "A workload identity key of the account is misspelt",
  group: "Workload identity",
  why: "The webhook reads its annotations by their exact keys and ignores everything else. A misspelt key is a missing one: the pods get no client id, and nothing says why.",
  remedy: "Write the key as the webhook reads it, under `metadata.annotations`.",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/consts.go, issue 1026"],
  *check(world) {
    for (const account14 of world.serviceAccounts) {
      for (const annotation of account14.metadata.annotations) {
        const meant = hasPlaceholder(annotation.key) ? void 0 : misspeltKey(annotation.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account14.metadata.annotations, meant)) {
          yield misspelt(account14, annotation, meant);
        }
      }
      for (const label of account14.metadata.labels) {
        const meant = readFromAccounts.has(label.key) ? label.key : misspeltKey(label.key);
        if (meant && readFromAccounts.has(meant) && !entryOf(account14.metadata.annotations, meant)) {
          yield labelInstead(account14, label, meant);
        }
      }
    }
  }
});
function misspelt(account14, annotation, meant) {
  return {
    at: annotation.keyPlace,
    message: `The annotation ${annotation.key} of the ServiceAccount ${nameOf(account14)} is not read by anything; ${meant} is.`,
    remedy: `Write ${meant}.`,
    about: aboutKey(account14, meant),
    fix: { safety: "safe", repairs: [{ kind: "rename-key", at: annotation, key: meant }] }
  };
}
function labelInstead(account14, label, meant) {
  const into = account14.metadata.annotationsField;
  return {
    at: label.keyPlace,
    message: `${label.key} of the ServiceAccount ${nameOf(account14)} is a label; ${meant} is read from the annotations only.`,
    remedy: `Move it to metadata.annotations as ${meant}.`,
    about: aboutKey(account14, meant),
    ...into && label.text && {
      fix: {
        safety: "safe",
        repairs: [
          { kind: "remove-entry", at: label },
          { kind: "add-entry", into, key: meant, text: label.text }
        ]
      }
    }
  };
}
function aboutKey(account14, meant) {
  return cause(meant === identityKeys.clientId ? "client id" : meant, account14);
}
var account9 = (metadata) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
${metadata}`;
var id2 = "1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11";
var examples31 = defineExamples({
  bad: [
    {
      title: "Underscore for hyphen",
      files: {
        "account.yaml": account9(`  annotations:
    azure.workload.identity/client_id: ${id2} #~ client-id-misspelt
`)
      }
    },
    {
      title: "Camel case",
      files: {
        "account.yaml": account9(`  annotations:
    azure.workload.identity/clientId: ${id2} #~ client-id-misspelt
`)
      }
    },
    {
      title: "A dot is missing in the prefix",
      files: {
        "account.yaml": account9(`  annotations:
    azureworkload.identity/client-id: ${id2} #~ client-id-misspelt
`)
      }
    },
    {
      title: "A label instead of an annotation",
      files: {
        "account.yaml": account9(
          `  labels:
    app: orders
    azure.workload.identity/client-id: ${id2} #~ client-id-misspelt
  annotations:
    team: orders
`
        )
      }
    }
  ],
  good: [
    {
      title: "Exactly so",
      files: { "account.yaml": account9(`  annotations:
    azure.workload.identity/client-id: ${id2}
`) }
    },
    {
      title: "Keys of other systems",
      files: {
        "account.yaml": account9(
          "  annotations:\n    iam.gke.io/gcp-service-account: orders@example.iam.gserviceaccount.com\n    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders\n"
        )
      }
    }
  ]
});

// src/rules/static/client-id-not-a-guid.ts
var rule32 = defineRule({
  id: "client-id-not-a-guid",
  title: "The client id is not a GUID",
  group: "Workload identity",
  why: "Nothing checks the annotation before the application asks for a token; then Entra answers AADSTS700016 (application not found). Resource ids, names and leftovers of a template are the usual causes.",
  remedy: "Write the client id of the managed identity (`az identity show --query clientId`), not its resource id, object id or name.",
  severity: "error",
  sources: [
    "MicrosoftDocs/azure-docs issue 108526",
    "Azure/azure-workload-identity pkg/webhook/webhook.go (no validation)"
  ],
  *check(world) {
    for (const account14 of world.serviceAccounts) {
      const clientId = entryOf(account14.metadata.annotations, identityKeys.clientId);
      const text = clientId?.string;
      if (!clientId || !text || hasPlaceholder(text)) continue;
      const fault = describeNotGuid(text);
      if (!fault) continue;
      yield {
        at: clientId,
        message: `The client id of the ServiceAccount ${nameOf(account14)} is ${fault.description}: "${text}".`,
        about: cause("client id text", account14),
        ...fault.guid && { fix: { safety: "safe", repairs: [{ kind: "set-text", at: clientId, text: fault.guid }] } }
      };
    }
  }
});
var account10 = (value) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: ${value}
`;
var mark14 = " #~ client-id-not-a-guid";
var examples32 = defineExamples({
  bad: [
    { title: "A leftover", files: { "account.yaml": account10(`TBA${mark14}`) } },
    {
      title: "The resource id",
      files: {
        "account.yaml": account10(
          `/subscriptions/7c1f3f0e-2b64-4e0e-8f4c-4b8f9f6f2a90/resourceGroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/orders${mark14}`
        )
      }
    },
    { title: "A name", files: { "account.yaml": account10(`id-orders${mark14}`) } },
    { title: "Only zeros", files: { "account.yaml": account10(`"00000000-0000-0000-0000-000000000000"${mark14}`) } },
    {
      title: "Letters that no GUID has",
      files: { "account.yaml": account10(`xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx${mark14}`) }
    },
    { title: "Braces", files: { "account.yaml": account10(`"{1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}"${mark14}`) } },
    {
      title: "A space at the end",
      files: { "account.yaml": account10(`"1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11 "${mark14}`) }
    }
  ],
  good: [
    { title: "A GUID, in capitals too", files: { "account.yaml": account10("1B0F4A52-6F0A-4BB7-9D3C-0C6F4F7C2A11") } },
    { title: "Flux and envsubst", files: { "account.yaml": account10("${ORDERS_CLIENT_ID}") } },
    { title: "With a default", files: { "account.yaml": account10("${ORDERS_CLIENT_ID:=none}") } },
    { title: "Make, or Azure Pipelines", files: { "account.yaml": account10("$(ORDERS_CLIENT_ID)") } },
    { title: "Token replacement", files: { "account.yaml": account10('"#{ORDERS_CLIENT_ID}#"') } },
    { title: "Double underscores", files: { "account.yaml": account10("__ORDERS_CLIENT_ID__") } },
    { title: "Angle brackets, replaced by a script", files: { "account.yaml": account10("<client-id>") } },
    { title: "An ApplicationSet value", files: { "account.yaml": account10("'{{metadata.annotations.client_id}}'") } },
    { title: "A word that a script replaces", files: { "account.yaml": account10("REPLACE_ME_CLIENT_ID") } },
    { title: "Encrypted", files: { "account.yaml": account10("ENC[AES256_GCM,data:q1,iv:q2,tag:q3,type:str]") } }
  ]
});

// src/rules/static/metadata-value-not-string.ts
var rule33 = defineRule({
  id: "metadata-value-not-string",
  title: "A label or annotation is not text",
  group: "Workload identity",
  why: 'Labels and annotations must be strings. Unquoted true, yes, on or 3600 are a boolean or a number to Kubernetes, and the API server refuses the whole object ("cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string").',
  remedy: "Put the value in quotes.",
  severity: "error",
  sources: ["Kubernetes API conventions (ObjectMeta)", "newrelic/nri-kubernetes issue 495"],
  *check(world) {
    const workloads = new Map(world.workloads.map((workload) => [workload.manifest, workload]));
    for (const object3 of world.objects) {
      const templates = workloads.get(object3.manifest)?.templates ?? [];
      const seen = /* @__PURE__ */ new Set();
      for (const { metadata } of [object3, ...templates]) {
        for (const entry of [...metadata.labels, ...metadata.annotations]) {
          if (seen.has(entry.node)) continue;
          seen.add(entry.node);
          if (isOurs(entry.key) && isNotText(entry)) yield observe2(object3, entry);
        }
      }
    }
  }
});
function isOurs(key) {
  return key.startsWith(identityKeys.prefix) || key === podIdentityLabel;
}
function isNotText(entry) {
  return typeof entry.value === "boolean" || typeof entry.value === "number";
}
function observe2(object3, entry) {
  const kind = typeof entry.value === "boolean" ? "a boolean" : "a number";
  return {
    at: entry,
    message: `${entry.key} of the ${object3.kind} ${nameOf(object3)} is ${entry.text}, which Kubernetes reads as ${kind}; the API server refuses the object.`,
    about: cause("pod label", object3),
    fix: {
      safety: "safe",
      // An unquoted yes or True was meant as the word that counts.
      repairs: [
        {
          kind: "set-text",
          at: entry,
          text: typeof entry.value === "boolean" ? String(entry.value) : entry.text ?? ""
        }
      ]
    }
  };
}
var deployment4 = (label) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels:
        azure.workload.identity/use: ${label}
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var examples33 = defineExamples({
  bad: [
    { title: "A bare true", files: { "deployment.yaml": deployment4("true #~ metadata-value-not-string") } },
    { title: "A YAML 1.1 boolean", files: { "deployment.yaml": deployment4("yes #~ metadata-value-not-string") } },
    {
      title: "A bare number on the account",
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/service-account-token-expiration: 7200 #~ metadata-value-not-string
`
      }
    }
  ],
  good: [
    { title: "In quotes", files: { "deployment.yaml": deployment4('"true"') } },
    {
      title: "A tag makes it text",
      files: { "deployment.yaml": deployment4("!!str true") }
    },
    {
      title: "A patch that kustomize merges, and quotes",
      files: {
        "kustomization.yaml": "resources: [account.yaml]\npatches: [{path: patch.yaml}]\n",
        "account.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: orders}\n",
        "patch.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations: {azure.workload.identity/service-account-token-expiration: 3600}
`
      }
    }
  ]
});

// src/rules/static/pod-label-misplaced.ts
var rule34 = defineRule({
  id: "pod-label-misplaced",
  title: "The workload identity label is not on the pod template",
  group: "Workload identity",
  why: "The webhook selects pods by their own labels. A label on the Deployment, the Job, the Service, or written as an annotation is never looked at: the pods start without AZURE_* variables and without a token, and the application fails at its first call to Azure.",
  remedy: "Move the line to the labels of the pod template (`spec.template.metadata.labels`).",
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook (objectSelector), issues 751 and 1185"],
  *check(world) {
    for (const workload of world.workloads) yield* checkWorkload(world, workload);
    for (const object3 of world.objects) yield* checkOther(world, object3);
  }
});
function* checkWorkload(world, workload) {
  const unlabelled = workload.templates.filter((template4) => !entryOf(template4.metadata.labels, identityKeys.use));
  if (unlabelled.length === 0 || unlabelled.length < workload.templates.length) return;
  const own = workload.metadata.field === unlabelled[0]?.metadata.field ? [] : [workload.metadata];
  const misplaced = [
    ...own.flatMap((metadata) => [...metadata.labels, ...metadata.annotations]),
    ...unlabelled.flatMap((template4) => template4.metadata.annotations)
  ].filter(asksForWebhook);
  const [template3] = unlabelled;
  for (const label of misplaced) {
    const broken = unlabelled.some((candidate) => needsLabel(world, { workload, template: candidate }));
    yield observe3(label, `the ${workload.kind} ${nameOf(workload)}`, broken, { workload, template: template3 });
  }
}
function* checkOther(world, object3) {
  if (object3.kind === "ServiceAccount" || object3.kind === "HelmRelease") return;
  if (world.workloads.some((workload) => workload.manifest === object3.manifest)) return;
  const labels = [...object3.metadata.labels, ...object3.metadata.annotations].filter(asksForWebhook);
  if (labels.length === 0) return;
  const pods3 = object3.kind === "Service" ? selectedBy(world, object3) : [];
  if (pods3.some(({ template: template3 }) => isLabelled(template3))) return;
  const broken = pods3.find((pod3) => needsLabel(world, pod3));
  for (const label of labels)
    yield observe3(label, `the ${object3.kind} ${nameOf(object3)}`, broken !== void 0, broken);
}
function asksForWebhook(entry) {
  return entry.key === identityKeys.use && entry.text?.toLowerCase() !== "false";
}
function observe3(label, owner, broken, pod3) {
  const kind = label.path.at(-2) === "annotations" ? "annotation" : "label";
  return {
    at: label.keyPlace,
    message: broken ? `The ${kind} ${identityKeys.use} is on ${owner}, where the webhook never looks; its pods use an account with a client id and get no token.` : `The ${kind} ${identityKeys.use} on ${owner} does nothing: the webhook reads labels of pods only.`,
    severity: broken ? "error" : "note",
    ...pod3 && {
      related: [{ at: pod3.template.anchor.keyPlace, note: "the label belongs here" }],
      about: cause("pod label", pod3.workload)
    },
    ...broken && pod3?.template.metadata.labelsField && {
      fix: {
        safety: "safe",
        repairs: [
          { kind: "remove-entry", at: label },
          { kind: "add-entry", into: pod3.template.metadata.labelsField, key: identityKeys.use, text: "true" }
        ]
      }
    }
  };
}
function needsLabel(world, { workload, template: template3 }) {
  if (!template3.complete || hasOtherTokenSource(template3)) return false;
  return accountsFor(world, workload, template3).some(({ account: account14, certain }) => certain && account14.clientId?.text);
}
function selectedBy(world, service) {
  const selector = service.root.get("spec", "selector")?.entries() ?? [];
  if (selector.length === 0) return [];
  return world.workloads.filter(
    (workload) => world.sees(workload.manifest, service.manifest) && compareNamespaces(workload, service) === "same"
  ).flatMap((workload) => workload.templates.map((template3) => ({ workload, template: template3 }))).filter(
    ({ template: template3 }) => selector.every(
      (wanted) => template3.metadata.labels.some((label) => label.key === wanted.key && label.text === wanted.text)
    )
  );
}
var account11 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var examples34 = defineExamples({
  bad: [
    {
      title: "On the Deployment",
      files: {
        "account.yaml": account11,
        "deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
  labels:
    azure.workload.identity/use: "true" #~ pod-label-misplaced
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels:
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`
      }
    },
    {
      title: "As an annotation of the pod template, and on the Service",
      files: {
        "account.yaml": account11,
        "cron.yaml": `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly, namespace: shop}
spec:
  schedule: "0 2 * * *"
  jobTemplate:
    spec:
      template:
        metadata:
          labels: {app: nightly}
          annotations:
            azure.workload.identity/use: "true" #~ pod-label-misplaced
        spec:
          serviceAccountName: orders
          restartPolicy: Never
          containers:
            - {name: nightly, image: "registry.example/nightly:1"}
---
apiVersion: v1
kind: Service
metadata:
  name: nightly
  namespace: shop
  labels:
    azure.workload.identity/use: "true" #~ pod-label-misplaced
spec:
  selector: {app: nightly}
  ports: [{port: 80}]
`
      }
    }
  ],
  good: [
    {
      title: "On the template, and on the Deployment as well",
      files: {
        "account.yaml": account11,
        "deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
  labels:
    azure.workload.identity/use: "true"
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels:
        app: orders
        azure.workload.identity/use: "true"
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`
      }
    }
  ]
});

// src/rules/static/pod-label-missing.ts
var rule35 = defineRule({
  id: "pod-label-missing",
  title: "Pods of an identity account do not ask for their token",
  group: "Workload identity",
  why: 'The account names a managed identity, but the webhook only injects the token and the AZURE_* variables into pods with the label `azure.workload.identity/use: "true"`. Without it the application reports that no credential is available.',
  remedy: 'Add `azure.workload.identity/use: "true"` to the labels of the pod template, or write `"false"` there when the pods are not meant to use the identity.',
  severity: "warning",
  sources: ["Azure/azure-workload-identity pkg/webhook (objectSelector)", "azure-aks-docs workload-identity-overview"],
  yieldsTo: ["pod-label-misplaced", "pod-label-not-true", "metadata-value-not-string"],
  *check(world) {
    for (const account14 of world.serviceAccounts) {
      if (!account14.clientId?.text || isClusterNamespace(literalOf(account14.namespace))) continue;
      yield* checkAccount2(world, account14);
    }
  }
});
function* checkAccount2(world, account14) {
  const pods3 = templatesOf(world, account14).filter(({ template: template3 }) => template3.complete);
  if (pods3.some(({ template: template3 }) => entryOf(template3.metadata.labels, identityKeys.use))) return;
  for (const pod3 of pods3) {
    const certain = accountsFor(world, pod3.workload, pod3.template).some(
      (match) => match.account === account14 && match.certain
    );
    if (certain && !hasOtherTokenSource(pod3.template)) yield observe4(account14, pod3);
  }
}
function observe4(account14, { workload, template: template3 }) {
  const misspelt2 = template3.metadata.labels.find((label) => misspeltKey(label.key) === identityKeys.use);
  const reads = readsInjectedVariable(template3);
  const runs = `Pods of the ${workload.kind} ${nameOf(workload)} run as ${nameOf(account14)}, which has a client id`;
  const related = [{ at: account14.metadata.nameField ?? account14.root, note: "the account with the client id" }];
  const about = cause("pod label", workload);
  if (misspelt2) {
    return {
      at: misspelt2.keyPlace,
      message: `${runs}, but the label is spelt ${misspelt2.key}, which the webhook does not know.`,
      remedy: `Write ${identityKeys.use}.`,
      severity: "error",
      related,
      about,
      fix: { safety: "safe", repairs: [{ kind: "rename-key", at: misspelt2, key: identityKeys.use }] }
    };
  }
  return {
    at: template3.anchor.keyPlace,
    message: reads ? `${runs}, and a container uses ${reads.variable}, which only the webhook sets; without the label ${identityKeys.use} nothing sets it.` : `${runs}, but no workload of that account has the label ${identityKeys.use}.`,
    severity: reads ? "error" : "warning",
    related: reads ? [...related, { at: reads.field.place, note: `${reads.variable} is used here` }] : related,
    about,
    ...template3.metadata.labelsField && {
      fix: {
        safety: "unsafe",
        repairs: [{ kind: "add-entry", into: template3.metadata.labelsField, key: identityKeys.use, text: "true" }]
      }
    }
  };
}
var account12 = `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
`;
var examples35 = defineExamples({
  bad: [
    {
      title: "An annotated account, pods without the label",
      files: {
        "account.yaml": account12,
        "deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: #~ pod-label-missing
        app: orders
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`
      }
    },
    {
      title: "A container counts on the variable that only the webhook sets",
      files: {
        "account.yaml": account12,
        "job.yaml": `apiVersion: batch/v1
kind: Job
metadata: {name: import, namespace: shop}
spec:
  template:
    metadata: #~ pod-label-missing
      annotations: {team: orders}
    spec:
      serviceAccount: orders
      restartPolicy: Never
      containers:
        - name: import
          image: registry.example/import:1
          args: ["--client-id", "$(AZURE_CLIENT_ID)"]
`
      }
    },
    {
      title: "A misspelt label",
      files: {
        "account.yaml": account12,
        "stateful.yaml": `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels:
        azure.workload-identity/use: "true" #~ pod-label-missing
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`
      }
    }
  ],
  good: [
    {
      title: "Off on purpose",
      files: {
        "all.yaml": `${account12}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: orders, namespace: shop}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "false"}
    spec:
      serviceAccountName: orders
      containers:
        - {name: orders, image: "registry.example/orders:1"}
`
      }
    },
    {
      title: "The token is projected by hand",
      files: {
        "all.yaml": `${account12}---
apiVersion: v1
kind: Pod
metadata: {name: orders, namespace: shop}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
  volumes:
    - name: token
      projected:
        sources:
          - serviceAccountToken: {audience: "api://AzureADTokenExchange", path: token}
`
      }
    },
    {
      title: "The volume driver asks for the token itself",
      files: {
        "all.yaml": `${account12}---
apiVersion: v1
kind: Pod
metadata: {name: orders, namespace: shop}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
  volumes:
    - name: secrets
      csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: orders}}
`
      }
    },
    {
      title: "An account without pods: a controller borrows it",
      files: { "account.yaml": account12 }
    }
  ]
});

// src/rules/static/pod-label-not-true.ts
var rule36 = defineRule({
  id: "pod-label-not-true",
  title: 'The workload identity label is not exactly "true"',
  group: "Workload identity",
  why: 'The webhook selects the label value "true" and nothing else: letter case counts, and "yes" or "1" are ignored without a word. The pods start without a token.',
  remedy: 'Write "true", in lower case and quotes; write "false" to switch it off on purpose.',
  severity: "error",
  sources: ["Azure/azure-workload-identity deploy/azure-wi-webhook.yaml (objectSelector.matchLabels)"],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template3 of workload.templates) {
        const label = entryOf(template3.metadata.labels, identityKeys.use);
        const text = label?.string;
        if (!label || text === void 0 || text === "" || text === "true") continue;
        if (text.toLowerCase() === "false" || hasPlaceholder(text)) continue;
        yield {
          at: label,
          message: `The label ${identityKeys.use} of the ${workload.kind} ${nameOf(workload)} is "${text}"; the webhook selects exactly "true".`,
          about: cause("pod label", workload),
          .../^(?:true|yes|y|on|1|enabled?)$/i.test(text.trim()) && {
            fix: { safety: "safe", repairs: [{ kind: "set-text", at: label, text: "true" }] }
          }
        };
      }
    }
  }
});
var pod = (label) => `apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  labels:
    azure.workload.identity/use: ${label}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`;
var examples36 = defineExamples({
  bad: [
    { title: "Capital letter", files: { "pod.yaml": pod('"True" #~ pod-label-not-true') } },
    { title: "Another word for it", files: { "pod.yaml": pod('"yes" #~ pod-label-not-true') } },
    { title: "A number in quotes", files: { "pod.yaml": pod("'1' #~ pod-label-not-true") } }
  ],
  good: [
    { title: "Exactly so", files: { "pod.yaml": pod('"true"') } },
    { title: "Off on purpose, whatever the case", files: { "pod.yaml": pod('"False"') } },
    { title: "Filled in later", files: { "pod.yaml": pod('"${USE_IDENTITY}"') } }
  ]
});

// src/rules/static/service-account-wrong-namespace.ts
var rule37 = defineRule({
  id: "service-account-wrong-namespace",
  title: "The ServiceAccount is in another namespace",
  group: "Workload identity",
  why: 'Pods can only run as an account of their own namespace. With the account elsewhere, the pods are refused ("serviceaccount not found"), or run as a bare account of the same name whose subject no federated credential trusts (AADSTS700213).',
  remedy: "Put the ServiceAccount and the pods into one namespace, and let the federated credential name that namespace.",
  severity: "error",
  sources: ["Azure/azure-workload-identity issues 449, 837 and 903"],
  *check(world, repository) {
    for (const workload of world.workloads) {
      if (isClusterNamespace(literalOf(workload.namespace))) continue;
      for (const template3 of workload.templates) {
        if (!isLabelled(template3) || !template3.accountField) continue;
        if (literalOf(template3.account) === "default" || accountsFor(world, workload, template3).length > 0) continue;
        const twins = twinsElsewhere(world, workload, template3);
        const [twin] = twins;
        if (!twin) continue;
        const unused = twins.every((candidate) => templatesOf(world, candidate).length === 0);
        const certain = unused && isLiteral(workload) && isLiteral(twin) && world.complete && !repository.scripts.createsAccounts;
        yield observe5({ workload, template: template3 }, twin, certain);
      }
    }
  }
});
function isLiteral(object3) {
  return literalOf(object3.namespace) !== void 0;
}
function observe5({ workload, template: template3 }, twin, certain) {
  const name = writtenText(template3.account);
  return {
    at: template3.accountField ?? template3.anchor,
    message: `Pods of the ${workload.kind} ${nameOf(workload)} run as "${name}", but the only ServiceAccount of that name is in namespace "${writtenText(twin.namespace)}".`,
    severity: certain ? "error" : "warning",
    related: [{ at: twin.metadata.namespaceField ?? twin.root, note: "the account of that name" }],
    about: cause("account", workload)
  };
}
var files = (podNamespace, mark16, more = "") => ({
  "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: identity
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`,
  "deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: ${podNamespace}
spec:
  template:
    metadata:
      labels: {azure.workload.identity/use: "true"}
    spec:
      serviceAccountName: orders${mark16}
      containers:
        - {name: orders, image: "registry.example/orders:1"}
${more}`
});
var examples37 = defineExamples({
  bad: [
    { title: "Account in one namespace, pods in another", files: files("shop", " #~ service-account-wrong-namespace") }
  ],
  good: [
    { title: "Same namespace", files: files("identity", "") },
    { title: "The namespace is filled in later", files: files('"${NAMESPACE}"', "") },
    {
      title: "An account of that name in both",
      files: files(
        "shop",
        "",
        `---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}
`
      )
    },
    {
      title: "Environments never meet",
      files: {
        "dev/account.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop-dev\n  annotations: {azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11}\n"
      }
    }
  ]
});

// src/rules/static/token-lifetime-out-of-range.ts
var shortest = 3600;
var longest = 86400;
var rule38 = defineRule({
  id: "token-lifetime-out-of-range",
  title: "The token lifetime is refused by the webhook",
  group: "Workload identity",
  why: "The webhook answers HTTP 400 for a lifetime that is not a whole number of seconds from 3600 to 86400. The Deployment is accepted, but none of its pods is ever created; the reason stands in an event of the ReplicaSet only.",
  remedy: 'Write seconds as digits in quotes, from "3600" to "86400".',
  severity: "error",
  sources: ["Azure/azure-workload-identity pkg/webhook/webhook.go (validateServiceAccountTokenExpiration)"],
  *check(world) {
    for (const workload of world.workloads) {
      for (const template3 of workload.templates) {
        if (isLabelled(template3))
          yield* observe6(workload, entryOf(template3.metadata.annotations, identityKeys.tokenExpiration));
      }
    }
    for (const account14 of world.serviceAccounts) {
      const pods3 = templatesOf(world, account14).filter(({ template: template3 }) => isLabelled(template3));
      const read2 = pods3.some(
        ({ template: template3 }) => !entryOf(template3.metadata.annotations, identityKeys.tokenExpiration)?.text
      );
      if (pods3.length === 0 || read2)
        yield* observe6(account14, entryOf(account14.metadata.annotations, identityKeys.tokenExpiration));
    }
  }
});
function* observe6(object3, field) {
  const text = field?.string;
  if (!field || !text || hasPlaceholder(text)) return;
  const whole = /^[+-]?\d+$/.test(text);
  const seconds = Number(text);
  if (whole && seconds >= shortest && seconds <= longest) return;
  yield {
    at: field,
    message: whole ? `The token lifetime of the ${object3.kind} ${nameOf(object3)} is ${text} seconds; the webhook takes ${shortest} to ${longest} and refuses the pods.` : `The token lifetime of the ${object3.kind} ${nameOf(object3)} is "${text}", which is not a whole number of seconds; the webhook refuses the pods.`
  };
}
var account13 = (value) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 1b0f4a52-6f0a-4bb7-9d3c-0c6f4f7c2a11
    azure.workload.identity/service-account-token-expiration: ${value}
`;
var pod2 = (value) => `---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  labels: {azure.workload.identity/use: "true"}
  annotations:
    azure.workload.identity/service-account-token-expiration: ${value}
spec:
  serviceAccountName: orders
  containers:
    - {name: orders, image: "registry.example/orders:1"}
`;
var mark15 = " #~ token-lifetime-out-of-range";
var examples38 = defineExamples({
  bad: [
    { title: "Half an hour", files: { "account.yaml": account13(`"1800"${mark15}`) } },
    { title: "Two days", files: { "account.yaml": account13(`"172800"${mark15}`) } },
    { title: "A unit", files: { "account.yaml": account13(`1h${mark15}`) } },
    { title: "A fraction, on the pod", files: { "pod.yaml": account13('"3600"') + pod2(`"3600.0"${mark15}`) } }
  ],
  good: [
    { title: "The shortest", files: { "account.yaml": account13('"3600"') } },
    { title: "The longest", files: { "account.yaml": account13('"86400"') } },
    { title: "The pod says otherwise, and wins", files: { "pod.yaml": account13('"60"') + pod2('"7200"') } },
    { title: "Filled in later", files: { "account.yaml": account13('"${LIFETIME}"') } }
  ]
});

// src/rules/index.ts
var rules = [
  rule29,
  rule30,
  rule31,
  rule32,
  rule10,
  rule11,
  rule12,
  rule13,
  rule14,
  rule15,
  rule16,
  rule17,
  rule18,
  rule19,
  rule20,
  rule24,
  rule21,
  rule22,
  rule25,
  rule33,
  rule,
  rule23,
  rule34,
  rule35,
  rule36,
  rule2,
  rule3,
  rule4,
  rule5,
  rule6,
  rule7,
  rule8,
  rule9,
  rule37,
  rule26,
  rule27,
  rule28,
  rule38
];

// src/app/check.ts
async function check(inputs, { files: files2, log, clock }) {
  const start = clock.monotonic();
  const { repository, sources, scan: scan2 } = await load(files2, {
    paths: inputs.paths,
    ignore: [],
    exhaustive: inputs.exhaustive,
    onProgress: (done, total) => log.progress(`Reading manifests: ${done} of ${total} files`)
  });
  const { findings, bugs } = judge(repository, rules, { sources });
  const report = buildReport({
    command: "check",
    findings,
    failures: bugs,
    gaps: [],
    stats: {
      files: scan2.files,
      documents: scan2.documents,
      parsed: scan2.parsed,
      rendered: 0,
      durationMs: Math.round(clock.monotonic() - start)
    },
    failOn: inputs.failOn
  });
  return { report, sourceLine: sourceLines(sources, findings) };
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
