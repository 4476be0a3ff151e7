import { svg } from "../dom";
import { axisAround } from "./axis";
import { csvCell, figure, fixed, frameOf, type Rule } from "./chart";

export interface HistogramOptions {
  title: string;
  label: string;
  values: number[];
  /** Where the bins begin and end; otherwise around the values. */
  range?: [number, number];
  bins?: number;
  rules?: Rule[];
  note?: string | null;
  colour: string;
}

/** How often values fall where. Those that are no finite numbers are counted in the note, not drawn. */
export function histogram(options: HistogramOptions): HTMLElement {
  const finite = options.values.filter(Number.isFinite);
  const ruled = (options.rules ?? []).flatMap(rule => (typeof rule.at === "object" && "x" in rule.at ? [rule.at.x] : []));
  const xAxis = options.range ? { label: options.label, min: options.range[0], max: options.range[1] } : axisAround(options.label, [...finite, ...ruled]);
  const bins = options.bins ?? Math.max(5, Math.min(40, Math.ceil(Math.sqrt(finite.length))));
  const width = (xAxis.max - xAxis.min) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const value of finite) {
    counts[Math.max(0, Math.min(bins - 1, Math.floor((value - xAxis.min) / width)))]!++;
  }
  const yAxis = { label: "number", min: 0, max: Math.max(1, ...counts) * 1.08 };
  const frame = frameOf(xAxis, yAxis);
  const bars = counts.map((count, i) => {
    const left = frame.x(xAxis.min + i * width);
    const right = frame.x(xAxis.min + (i + 1) * width);
    return svg("rect", { x: fixed(left + 0.5), y: fixed(frame.y(count)), width: fixed(Math.max(0.5, right - left - 1)), height: fixed(frame.y(0) - frame.y(count)), fill: options.colour },
      svg("title", {}, `${count}`));
  });
  const picture = svg("svg", { viewBox: "0 0 420 250", role: "img", "aria-label": `${options.title}: ${finite.length} values of ${options.label}` }, frame.grid, bars, (options.rules ?? []).map(rule => frame.rule(rule)));
  const missing = options.values.length - finite.length;
  const note = [`n = ${finite.length}`, missing > 0 ? `${missing} not finite, not drawn` : null, options.note].filter(Boolean).join(" · ");
  const csv = () => ["from,to,count", ...counts.map((count, i) => [xAxis.min + i * width, xAxis.min + (i + 1) * width, count].map(csvCell).join(","))].join("\n");
  return figure(options.title, picture, note, csv, [], options.rules ?? []);
}
