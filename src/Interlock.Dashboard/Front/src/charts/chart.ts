import { h, svg, type Child } from "../dom";
import { quantity } from "../words";
import { ticksOf, type Axis } from "./axis";

export interface Series {
  label: string;
  colour: string;
  points: [number, number][];
  /** Low and high at each point, shaded. */
  band?: [number, number][];
  /** The band as a bar at each point: they are numbers of their own, not a course. */
  bars?: boolean;
  dash?: string;
  dots?: boolean;
}

export interface Rule {
  label: string;
  /** A horizontal line at y or a vertical one at x, or one from corner to corner. */
  at: { x: number } | { y: number } | "diagonal";
}

export interface ChartOptions {
  title: string;
  x: Axis;
  y: Axis;
  series: Series[];
  rules?: Rule[];
  note?: string | null;
}

const size = { width: 420, height: 250, left: 52, right: 12, top: 10, bottom: 36 };

/** Curves in a plane, drawn once; the numbers can be copied. Nothing is drawn between points where one is no number. */
export function chart(options: ChartOptions): HTMLElement {
  const frame = frameOf(options.x, options.y);
  const picture = svg("svg", { viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "aria-label": `${options.title}: ${options.y.label} over ${options.x.label}` },
    ...frame.grid, (options.rules ?? []).map(rule => frame.rule(rule)),
    options.series.map(each => curve(frame, each)));
  return figure(options.title, picture, options.note ?? null, () => csvOf(options), options.series, options.rules ?? []);
}

export interface Frame {
  grid: SVGElement[];
  x(value: number): number;
  y(value: number): number;
  rule(rule: Rule): SVGElement;
}

/** Axes with round numbers and what is drawn into them is placed by. */
export function frameOf(xAxis: Axis, yAxis: Axis): Frame {
  const right = size.width - size.right;
  const bottom = size.height - size.bottom;
  const x = (value: number) => size.left + ((value - xAxis.min) / (xAxis.max - xAxis.min || 1)) * (right - size.left);
  const y = (value: number) => bottom - ((value - yAxis.min) / (yAxis.max - yAxis.min || 1)) * (bottom - size.top);
  const line = (x1: number, y1: number, x2: number, y2: number, kind: string) => svg("line", { x1: fixed(x1), y1: fixed(y1), x2: fixed(x2), y2: fixed(y2), class: kind });
  const write = (axis: Axis, value: number) => (axis.write ?? (each => quantity(each)))(value);
  return {
    x, y,
    grid: [
      ...ticksOf(xAxis, 6).flatMap(tick => [line(x(tick), size.top, x(tick), bottom, "chart-grid"), svg("text", { x: fixed(x(tick)), y: bottom + 14, class: "chart-tick middle" }, write(xAxis, tick))]),
      ...ticksOf(yAxis, 5).flatMap(tick => [line(size.left, y(tick), right, y(tick), "chart-grid"), svg("text", { x: size.left - 5, y: fixed(y(tick) + 3.5), class: "chart-tick end" }, write(yAxis, tick))]),
      svg("text", { x: (size.left + right) / 2, y: size.height - 5, class: "chart-label middle" }, xAxis.label),
      svg("text", { x: 0, y: 0, class: "chart-label middle", transform: `translate(11 ${(size.top + bottom) / 2}) rotate(-90)` }, yAxis.label),
    ],
    rule({ at, label }) {
      const drawn = at === "diagonal" ? line(x(xAxis.min), y(yAxis.min), x(xAxis.max), y(yAxis.max), "chart-rule")
        : "x" in at ? line(x(at.x), size.top, x(at.x), bottom, "chart-rule") : line(size.left, y(at.y), right, y(at.y), "chart-rule");
      drawn.append(svg("title", {}, label));
      return drawn;
    },
  };
}

/** A picture with its name, its legend and a button that copies the numbers. */
export function figure(title: string, picture: SVGElement, note: string | null, csv: () => string, series: Pick<Series, "label" | "colour" | "dash">[], rules: Rule[]): HTMLElement {
  const copy = h("button", { class: "quiet", title: "Copy the numbers as CSV", click: () => void navigator.clipboard.writeText(csv()) }, "copy");
  return h("figure", { class: "chart" }, h("figcaption", {}, h("span", { class: "plot-title" }, title), copy), picture,
    h("ul", { class: "legend" }, series.map(each => h("li", {}, swatch(each), each.label)), rules.map(rule => h("li", {}, h("span", { class: "swatch-rule" }), rule.label))),
    note ? h("p", { class: "soft small" }, note) : null);
}

export const csvCell = (cell: string | number) => (typeof cell === "number" ? String(cell) : `"${cell.replaceAll('"', '""')}"`);

export const fixed = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : "0");

function swatch({ colour, dash }: Pick<Series, "colour" | "dash">): Child {
  return svg("svg", { viewBox: "0 0 28 10", class: "swatch-line" },
    svg("line", { x1: 0, y1: 5, x2: 28, y2: 5, stroke: colour, "stroke-width": 2.4, ...(dash ? { "stroke-dasharray": dash } : {}) }));
}

function curve(frame: Frame, { points, band, bars, colour, dash, dots, label }: Series): SVGElement {
  const group = svg("g", {}, svg("title", {}, label));
  if (band && band.length === points.length) {
    const known = points.map(([x], i) => [x, band[i]![0], band[i]![1]] as const).filter(each => each.every(Number.isFinite));
    if (bars) {
      group.append(...known.map(([x, low, high]) => svg("line", { x1: fixed(frame.x(x)), x2: fixed(frame.x(x)), y1: fixed(frame.y(low)), y2: fixed(frame.y(high)), stroke: colour, "stroke-width": 1.4 })));
      known.length = 0;
    }
    const there = known.map(([x, low]) => `${fixed(frame.x(x))},${fixed(frame.y(low))}`);
    const back = known.toReversed().map(([x, , high]) => `${fixed(frame.x(x))},${fixed(frame.y(high))}`);
    group.append(svg("polygon", { points: [...there, ...back].join(" "), fill: colour, "fill-opacity": 0.15 }));
  }
  group.append(svg("path", { d: pathOf(frame, points), fill: "none", stroke: colour, "stroke-width": 1.8, ...(dash ? { "stroke-dasharray": dash } : {}) }));
  if (dots) {
    group.append(...points.filter(each => each.every(Number.isFinite)).map(([x, y]) =>
      svg("circle", { cx: fixed(frame.x(x)), cy: fixed(frame.y(y)), r: 2.6, fill: colour }, svg("title", {}, `${label}: ${quantity(x)}, ${quantity(y)}`))));
  }
  return group;
}

function pathOf(frame: Frame, points: [number, number][]): string {
  let isDown = false;
  return points.map(([x, y]) => {
    const isKnown = Number.isFinite(x) && Number.isFinite(y);
    const piece = isKnown ? `${isDown ? "L" : "M"}${fixed(frame.x(x))} ${fixed(frame.y(y))}` : "";
    isDown = isKnown;
    return piece;
  }).join("");
}

function csvOf(options: ChartOptions): string {
  const rows = options.series.flatMap(each => each.points.map(([x, y], i) => [each.label, x, y, ...(each.band?.[i] ?? [])].map(csvCell).join(",")));
  return [["series", options.x.label, options.y.label, "low", "high"].map(csvCell).join(","), ...rows].join("\n");
}
