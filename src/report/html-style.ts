/** The style sheet of the HTML report: light and dark, wide and narrow, on screen and on paper. */

export const style = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --quiet: #59636e; --error: #b3261e; --warning: #7a5200; --note: #0b57a4; --good: #1a6b34; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #161b22; --quiet: #9198a1; --error: #ff8a80; --warning: #e3b341; --note: #79b8ff; --good: #5fce7d; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 80rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid var(--line); padding: .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
p { margin: 0 0 .4rem; }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
pre { background: var(--soft); border: 1px solid var(--line); overflow-x: auto; padding: .5rem; margin: .4rem 0; }
pre i, footer { color: var(--quiet); font-style: normal; }
.error, .failure { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); } .success { color: var(--good); }
td.error, td.warning, td.note { font-weight: 600; white-space: nowrap; overflow-wrap: normal; }
.sum { font-weight: 600; } footer { margin-top: 2rem; font-size: .85rem; }
@media (max-width: 40rem) { td, th { display: block; border: 0; padding: .15rem 0; } tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; } thead { display: none; } }
`;
