using Interlock.Dashboard.Plots.Svg;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>How a report looks: on a screen light or dark, on paper light and without cut pictures.</summary>
internal static class ReportStyle
{
    private const string Page = """
        :root{--paper:#fff;--text:#1c2128;--quiet:#55606b;--line:#d5d9de;--soft:#f4f6f8;--good:#1f6f3f;--warn:#8a5200;--bad:#b3202c;--link:#0b5cad}
        @media screen and (prefers-color-scheme:dark){:root{--paper:#14181f;--text:#e8ebef;--quiet:#a3adb8;--line:#3a434e;--soft:#1d232c;--good:#5fbf87;--warn:#f7b267;--bad:#ff8a80;--link:#79b8ff}}
        *{box-sizing:border-box}
        html{color-scheme:light dark}
        body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--text);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.7rem;line-height:1.25;margin:0 0 .5rem}
        h2{font-size:1.3rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--line)}
        h3{font-size:1.08rem;margin:1.5rem 0 .5rem}
        h4{font-size:1rem;margin:1.1rem 0 .4rem}
        a{color:var(--link)}
        .verdict{font-size:1.15rem;border-left:.4rem solid var(--quiet);background:var(--soft);margin:.8rem 0;padding:.8rem 1rem}
        .verdict.good{border-color:var(--good)}.verdict.warn{border-color:var(--warn)}.verdict.bad{border-color:var(--bad)}
        .state{font-weight:700}.good>.state,td .good,.shown{color:var(--good)}.warn>.state,.not_shown{color:var(--warn)}.bad>.state,.found_wanting{color:var(--bad)}
        .quiet{color:var(--quiet)}
        .scope{border:1px solid var(--line);padding:.6rem .8rem}
        .note{white-space:pre-wrap}
        dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.25rem 1rem;margin:.6rem 0}
        dt{color:var(--quiet)}dd{margin:0}
        table{border-collapse:collapse;width:100%;margin:.6rem 0;font-size:.9rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);font-weight:400}
        thead th{font-weight:600;color:var(--quiet)}
        .wide table{min-width:34rem}.wide th,.wide td{overflow-wrap:break-word}td.state{white-space:nowrap}.w{white-space:nowrap}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .wide,.plot{overflow-x:auto}
        .plot svg{display:block;width:100%;min-width:34rem;height:auto}
        figure{margin:.8rem 0}figcaption{color:var(--quiet);font-size:.9rem}
        .still{max-width:100%;width:20rem;height:auto;border:1px solid var(--line)}
        code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--soft);padding:.1em .3em}
        pre{background:var(--soft);padding:.7rem 1rem;overflow-x:auto;white-space:pre-wrap}pre code{padding:0}
        summary{cursor:pointer;font-weight:600;margin:.6rem 0}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        @media screen and (max-width:36rem){.checklist table{min-width:0}.checklist thead{display:none}.checklist :is(tr,th,td){display:block;padding-right:0}.checklist :is(th,td){border:0}.checklist tr{border-bottom:1px solid var(--line)}.checklist th{font-weight:600}.checklist td:empty{display:none}.checklist td:last-child:not(:empty)::before{content:"It would take: ";color:var(--quiet)}}
        @media (max-width:36rem){dl{grid-template-columns:1fr}dd{margin:0 0 .5rem}}
        @page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
        @media print{html{color-scheme:light}body{max-width:none;padding:0;font-size:10.5pt}a{color:inherit;text-decoration:none}
        h2,h3,h4,caption{break-after:avoid}figure,tr,.moment-head,.verdict,dl{break-inside:avoid}.plot svg,.wide table{min-width:0}.wide,.plot{overflow:visible}
        section{break-before:page}.whole{break-inside:avoid}h1,h2,h3{break-inside:avoid}p{orphans:3;widows:3}pre{white-space:pre-wrap;border:1px solid var(--line)}.verdict{border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
        thead{display:table-header-group}.still{width:7cm}details::details-content{content-visibility:visible;height:auto}summary{list-style:none}}

        """;

    public static string Text { get; } = Page + SvgWriter.Style;
}
