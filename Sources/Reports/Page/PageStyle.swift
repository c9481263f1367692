/// The style sheet of the HTML report. Its hash is in `Page`.
enum PageStyle {
  static let text = """
    :root{color-scheme:light dark;--back:#fbfaf8;--card:#fff;--ink:#1d1b18;--soft:#5c564e;--line:#ddd8cf;
    --error:#b3261e;--warning:#8a5a00;--note:#1f5f99;--alive:#1b6b3a;--accent:#7a3e9d;--mark:#ffe9a8}
    @media (prefers-color-scheme:dark){:root{--back:#171614;--card:#211f1c;--ink:#eeeae3;--soft:#b3aca1;--line:#3a3732;
    --error:#ff9d94;--warning:#f0bd62;--note:#8fc4f5;--alive:#82d3a0;--accent:#d5a8f0;--mark:#463a0e}}
    *{box-sizing:border-box}[hidden]{display:none!important}
    body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
    main,header{max-width:76rem;margin:0 auto;padding:0 1.25rem}
    h1{font-size:1.7rem;margin:1.6rem 0 .2rem}h2{font-size:1.1rem;margin:0 0 .6rem}h3{font-size:1rem;margin:1rem 0 .3rem}
    p{margin:.3rem 0}.soft{color:var(--soft)}
    .error{color:var(--error)}.warning,.doubtful{color:var(--warning)}.note,.moved,.unchecked{color:var(--note)}
    .dead{color:var(--error)}.alive{color:var(--alive)}
    .banner{border:2px solid var(--warning);border-radius:.5rem;padding:.6rem .9rem;margin:1rem 0;font-weight:600}
    .cards{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.2rem 0;padding:0;list-style:none}
    .cards li{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.55rem 1rem;min-width:7rem}
    .cards b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1rem;margin-bottom:1.4rem}
    section,details.help{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem}
    .bars{width:100%;border-collapse:collapse;font-size:.88rem;table-layout:fixed}
    .bars th{font-weight:400;text-align:left;padding:.1rem .5rem .1rem 0;overflow-wrap:anywhere;width:52%}
    .bars td:last-child{width:3.6rem;text-align:right;font-variant-numeric:tabular-nums}
    .bars svg{display:block;fill:currentColor}
    .filters{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin-bottom:.8rem}
    .filters label{display:grid;font-size:.85rem;color:var(--soft);min-width:0}
    .filters .wide{flex:1 1 16rem}
    input,select,button{font:inherit;color:var(--ink);background:var(--back);border:1px solid var(--soft);border-radius:.4rem;
    padding:.35rem .6rem;max-width:100%;min-height:2.4rem}
    select{width:11rem}
    button{cursor:pointer}button[aria-selected=true]{background:var(--accent);color:var(--back);border-color:var(--accent);font-weight:600}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .tabs{display:flex;gap:.5rem;margin:0 0 .8rem}
    .split{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,27rem);gap:1rem;align-items:start}
    .list{max-height:65vh;min-height:7rem;overflow:auto;position:relative;border:1px solid var(--line);border-radius:.5rem}
    .row{position:absolute;left:0;right:0;height:56px;padding:.3rem .8rem;border-bottom:1px solid var(--line);overflow:hidden;cursor:pointer}
    .row div{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
    .row .top{font-size:.83rem}.row[aria-selected=true]{background:var(--mark)}
    .row[aria-selected=true] .soft{color:var(--ink)}
    .detail{position:sticky;top:1rem;max-height:65vh;min-height:7rem;overflow:auto;border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;overflow-wrap:anywhere}
    .detail dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem .8rem;margin:.6rem 0}.detail dt{color:var(--soft)}.detail dd{margin:0}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--back);border:1px solid var(--line);border-radius:.4rem;padding:.6rem;margin:.5rem 0;font:.88rem/1.5 ui-monospace,monospace}
    mark{background:var(--mark);color:inherit;border-radius:.2rem;padding:0 .1rem}
    a{color:var(--accent)}code{font:.9em ui-monospace,monospace}kbd{border:1px solid var(--soft);border-radius:.25rem;padding:0 .3rem;font:.85em ui-monospace,monospace}
    .found{padding:0;list-style:none}.found li{margin:.5rem 0}.found button{display:block;width:100%;text-align:left;background:none;border-color:var(--line)}
    .suppressed{color:var(--soft)}
    .plain li{margin:.5rem 0;overflow-wrap:anywhere}
    .scripted .plain{display:none}#app{display:none}.scripted #app{display:block}
    footer{color:var(--soft);max-width:76rem;margin:0 auto;padding:1rem 1.25rem 2.5rem;font-size:.9rem}
    @media (max-width:52rem){.split{grid-template-columns:minmax(0,1fr)}.list{max-height:55vh}.detail{max-height:none}
    .detail{position:static}select{width:100%}.filters label{flex:1 1 9rem}}
    @media print{:root{color-scheme:light;--back:#fff;--card:#fff;--ink:#000;--soft:#5c564e;--line:#999;
    --error:#b3261e;--warning:#8a5a00;--note:#1f5f99;--alive:#1b6b3a;--accent:#7a3e9d;--mark:#ffe9a8}
    body{background:#fff;color:#000;font-size:11pt}.scripted .plain{display:block}.scripted #app{display:none}
    section,.cards li{border-color:#999;break-inside:avoid;background:#fff}.plain section{break-inside:auto}}
    """
}
