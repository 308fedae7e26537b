/** The page's only style sheet: the page's policy lets in this text alone, by its hash. */
export const STYLE = `:root{color-scheme:light dark;--ink:#1a1a1a;--ground:#fff;--soft:#f3f4f6;--line:#c9ccd1;--add:#d9f2dc;--del:#fbdcd9;--link:#1b3a6b}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--ground:#16181c;--soft:#23262c;--line:#474c55;--add:#143d1d;--del:#4d1b17;--link:#9db9ec}figure svg{filter:invert(1) hue-rotate(180deg)}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1rem 1.25rem 4rem;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;margin:.5rem 0}h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line)}h3{font-size:1.05rem;margin:1.4rem 0 .4rem}h4{font-size:1rem;margin:1rem 0 .3rem}
.answer{border-left:6px solid var(--link);background:var(--soft);padding:.6rem 1rem;font-size:1.05rem}
.answer p{margin:.35rem 0}
.wide{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;font-size:.85rem}th,td{border:1px solid var(--line);padding:.2rem .5rem;text-align:left;vertical-align:top;overflow-wrap:normal}th{background:var(--soft)}td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0}dt{font-weight:600}dd{margin:0}
figure{margin:1.2rem 0;overflow-x:auto}figure svg{background:#fff;max-width:100%;height:auto}figcaption{font-size:.85rem;max-width:60rem}
details{border:1px solid var(--line);border-radius:4px;margin:.4rem 0;padding:.3rem .7rem}summary{cursor:pointer}
pre{background:var(--soft);border:1px solid var(--line);padding:.5rem .7rem;overflow-x:auto;font:.8rem/1.45 ui-monospace,"DejaVu Sans Mono",Consolas,monospace;overflow-wrap:normal;tab-size:4}
pre .add{background:var(--add);display:block}pre .del{background:var(--del);display:block}pre .head{font-weight:700;display:block}pre .ctx{display:block}pre mark{background:none;color:inherit;text-decoration:underline wavy;font-weight:700}
.tag{display:inline-block;border:1px solid var(--ink);border-radius:3px;padding:0 .35rem;font-size:.8rem;font-weight:600}
@media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}body{padding:.5rem .7rem 3rem}figure svg{max-width:none}}
@media print{body{max-width:none;font-size:10pt}details{break-inside:avoid}figure{break-inside:avoid}}`;
