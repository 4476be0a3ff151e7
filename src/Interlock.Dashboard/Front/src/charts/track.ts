import { svg } from "../dom";

export interface Track {
  min: number;
  max: number;
  value: number | null;
  interval: [number, number] | null;
  /** A second value below the first, for example at equal length. */
  second?: { value: number | null; interval: [number, number] | null };
  /** Lines that hold for the whole column, for example chance. */
  lines: { at: number; kind: "chance" | "bar" | "claim" }[];
  label: string;
}

const size = { width: 200, height: 22 };

/** A value with its interval on a line of its own, for a cell of a table; the numbers stand in the cell beside it. */
export function track(options: Track): SVGElement {
  const x = (value: number) => (6 + ((Math.max(options.min, Math.min(options.max, value)) - options.min) / (options.max - options.min || 1)) * (size.width - 12)).toFixed(1);
  const mark = (value: number | null, interval: [number, number] | null, y: number, kind: string) => [
    interval ? svg("line", { x1: x(interval[0]), x2: x(interval[1]), y1: y, y2: y, class: `track-interval ${kind}` }) : null,
    value === null || !Number.isFinite(value) ? null : svg("rect", { x: Number(x(value)) - 3, y: y - 3, width: 6, height: 6, class: `track-value ${kind}`, ...(kind === "second" ? { transform: `rotate(45 ${x(value)} ${y})` } : {}) }),
  ];
  return svg("svg", { viewBox: `0 0 ${size.width} ${size.height}`, class: "track", role: "img", "aria-label": options.label },
    svg("line", { x1: 6, x2: size.width - 6, y1: 11, y2: 11, class: "chart-grid" }),
    options.lines.map(line => svg("line", { x1: x(line.at), x2: x(line.at), y1: 0, y2: size.height, class: `track-${line.kind}` })),
    mark(options.value, options.interval, options.second ? 7 : 11, "first"),
    options.second ? mark(options.second.value, options.second.interval, 16, "second") : null);
}

/** A length from zero, for a cell of a table. */
export const bar = (value: number | null, largest: number, label: string) => svg("svg", { viewBox: "0 0 200 14", class: "track", role: "img", "aria-label": label },
  svg("rect", { x: 0, y: 2, width: value === null || !Number.isFinite(value) ? 0 : Math.max(0, (200 * value) / (largest || 1)).toFixed(1), height: 10, class: "bar" }));
