import uPlot from "uplot";
import { h } from "../dom";
import type { Band, BandRun, Span } from "../types";
import { courseOf, inWords } from "./bandCourse";
import { quantity } from "../words";

export interface PlotLine {
  label: string;
  colour: string;
  dash?: number[];
  width?: number;
}

export interface PlotLimits {
  min: number | null;
  max: number | null;
  threshold: number | null;
  band: Band | null;
}

export interface PlotSlice {
  t0: number;
  dt: number;
  lows: Float32Array;
  highs: Float32Array;
}

export interface PlotOptions {
  title: string;
  unit: string;
  lines: PlotLine[];
  limits: PlotLimits;
  otherLimits?: { min: number | null; max: number | null } | null;
  rateHz: number;
  height: number;
  /** Plots with one key show their cursors together. */
  sync: string;
  onSeek?: (t: number) => void;
  onRange?: (t0: number, t1: number) => void;
}

// Longer than the dashes of any line of data, so that the two are told apart without colour.
const limitDash = [14, 4];

const style = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** One panel: lines of a unit over time, with the limits drawn, what was changed shaded, and gaps left as gaps. */
export class TimePlot {
  readonly element: HTMLElement;
  private readonly plot: uPlot;
  private readonly observer: ResizeObserver;
  private range: [number, number] = [0, 1];
  private shading: Span[] = [];
  private hatching: Span[] = [];
  private common: [number, number] | null = null;
  /** The range of values that its own lines and limits need; null before the first. */
  own: [number, number] | null = null;
  private ticks: number[] = [];
  private runs: BandRun[];
  private playhead: number | null = null;
  // Not painted with the lines: it moves with every frame, and they need not.
  private readonly mast = h("div", { class: "plot-playhead", hidden: true });

  constructor(private readonly options: PlotOptions) {
    this.runs = options.limits.band?.runs ?? [];
    const holder = h("div", { class: "plot-canvas" });
    const copy = h("button", { class: "quiet", title: "Copy what is shown as CSV", click: () => void this.copy() }, "copy");
    this.element = h("figure", { class: "plot", tabindex: 0, "aria-label": `${options.title}, ${options.unit || "no unit"}` },
      h("figcaption", {}, h("span", { class: "plot-title" }, options.title), h("span", { class: "unit" }, options.unit || "1"), h("span", { class: "plot-limits soft small" }, inWords(options.limits.threshold, options.limits.band, options.unit)), copy), holder);
    this.plot = new uPlot(this.settings(), [[]], holder);
    this.plot.over.append(this.mast);
    this.plot.over.addEventListener("click", () => this.seek());
    this.element.addEventListener("copy", event => {
      event.preventDefault();
      event.clipboardData?.setData("text/csv", this.csv());
      event.clipboardData?.setData("text/plain", this.csv());
    });
    this.observer = new ResizeObserver(() => {
      this.plot.setSize({ width: Math.max(120, holder.clientWidth), height: options.height });
      this.move();
    });
    this.observer.observe(holder);
  }

  /** Shows slices, one for each line, all of the same buckets. */
  show(slices: PlotSlice[], range: [number, number]): void {
    this.range = range;
    const first = slices[0];
    const count = first?.lows.length ?? 0;
    const times = new Float64Array(2 * count);
    for (let i = 0; first && i < count; i++) {
      times[2 * i] = first.t0 + i * first.dt;
      times[2 * i + 1] = first.t0 + (i + 0.5) * first.dt;
    }
    let [low, high] = [Infinity, -Infinity];
    for (const slice of slices) {
      for (let i = 0; i < slice.lows.length; i++) {
        // A comparison with NaN is false: gaps do not count.
        low = slice.lows[i]! < low ? slice.lows[i]! : low;
        high = slice.highs[i]! > high ? slice.highs[i]! : high;
      }
    }
    this.own = low <= high ? this.span(low, high) : null;
    this.plot.setData([times, ...slices.map(zigzag)] as unknown as uPlot.AlignedData);
  }

  /** From here on, the same range of values as others. */
  share(span: [number, number]): void {
    if (this.common?.[0] !== span[0] || this.common[1] !== span[1]) {
      this.common = span;
      this.element.dataset.span = span.map(end => quantity(end)).join(" to ");
      this.plot.redraw(true, true);
    }
  }

  mark(marks: { shading?: Span[]; hatching?: Span[]; ticks?: number[]; playhead?: number | null; runs?: BandRun[] }): void {
    this.playhead = marks.playhead === undefined ? this.playhead : marks.playhead;
    this.runs = marks.runs ?? this.runs;
    if (marks.shading || marks.ticks) {
      this.shading = marks.shading ?? this.shading;
      this.hatching = marks.hatching ?? this.hatching;
      this.ticks = marks.ticks ?? this.ticks;
      this.plot.redraw(false);
    }
    this.move();
  }

  private move(): void {
    const at = this.playhead;
    this.mast.hidden = at === null || at < this.range[0] || at > this.range[1];
    if (!this.mast.hidden) {
      const share = (at! - this.range[0]) / (this.range[1] - this.range[0]);
      this.mast.style.transform = `translateX(${(share * this.plot.over.clientWidth).toFixed(1)}px)`;
    }
  }

  stale(isStale: boolean): void {
    this.element.classList.toggle("stale", isStale);
  }

  destroy(): void {
    this.observer.disconnect();
    this.plot.destroy();
  }

  private settings(): uPlot.Options {
    const axis = { stroke: () => style("--ink-soft"), grid: { stroke: () => style("--grid"), width: 1 }, ticks: { stroke: () => style("--grid"), width: 1 }, font: "11px system-ui" };
    return {
      width: 300,
      height: this.options.height,
      cursor: { sync: { key: this.options.sync, setSeries: false }, drag: { x: this.options.onRange !== undefined, y: false, setScale: false }, points: { size: 5 } },
      legend: { show: true, live: true },
      scales: { x: { time: false, range: () => this.range }, y: { range: (_, low, high) => this.common ?? this.span(low, high) } },
      axes: [{ ...axis, size: 24, values: (_, splits) => splits.map(value => `${Number(value.toFixed(3))} s`) }, { ...axis, size: 58, space: 22, values: (_, splits) => splits.map(value => quantity(value)) }],
      series: [
        { label: "time", value: (_, t) => (t === null ? "—" : `${t.toFixed(3)} s · tick ${Math.round(t * this.options.rateHz)}`) },
        ...this.options.lines.map(line => ({
          label: line.label, stroke: line.colour, width: line.width ?? 1.25, dash: line.dash ?? [], spanGaps: false, points: { show: false },
          value: (_: uPlot, value: number | null) => quantity(value, this.options.unit),
        })),
      ],
      hooks: { drawClear: [plot => this.under(plot)], draw: [plot => this.over(plot)], setSelect: [plot => this.select(plot)] },
    };
  }

  // Limits belong to the picture, unless they are so far away that the lines would become flat.
  private span(low: number | null, high: number | null): [number, number] {
    let bottom = low ?? 0;
    let top = high ?? 1;
    const reach = Math.max(top - bottom, 1e-9) * 4;
    const { min, max, threshold } = this.options.limits;
    const course = this.course();
    const other = this.options.otherLimits;
    for (const limit of [min, max, threshold, other?.min ?? null, other?.max ?? null, ...course.map(piece => piece.limit)]) {
      if (limit !== null && limit >= bottom - reach && limit <= top + reach) {
        bottom = Math.min(bottom, limit);
        top = Math.max(top, limit);
      }
    }
    const margin = (top - bottom || Math.abs(top) || 1) * 0.06;
    return [bottom - margin, top + margin];
  }

  private course() {
    const { band } = this.options.limits;
    return band ? courseOf(band, this.runs, this.range) : [];
  }

  // What a normal episode has for room, then the line at its end, so that both are seen without colour.
  private band(plot: uPlot): void {
    const { ctx } = plot;
    for (const piece of this.course()) {
      const [left, right] = [plot.valToPos(piece.t0, "x", true), plot.valToPos(piece.t1, "x", true)];
      const [usual, limit] = [plot.valToPos(piece.usual, "y", true), plot.valToPos(piece.limit, "y", true)];
      ctx.fillStyle = style("--band");
      ctx.fillRect(left, Math.min(usual, limit), right - left, Math.abs(usual - limit));
      line(ctx, style("--threshold"), limitDash, left, limit, right, limit);
    }
  }

  private under(plot: uPlot): void {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.fillStyle = style("--shade");
    for (const span of this.shading) {
      const left = plot.valToPos(span.t0, "x", true);
      const width = Math.max(2, plot.valToPos(span.t1, "x", true) - left);
      ctx.fillRect(left, bbox.top, width, bbox.height);
    }
    this.hatch(plot);
    ctx.fillStyle = style("--beyond");
    const { min, max } = this.options.limits;
    if (max !== null) {
      ctx.fillRect(bbox.left, bbox.top, bbox.width, plot.valToPos(max, "y", true) - bbox.top);
    }
    if (min !== null) {
      const top = plot.valToPos(min, "y", true);
      ctx.fillRect(bbox.left, top, bbox.width, bbox.top + bbox.height - top);
    }
    this.band(plot);
    ctx.restore();
  }

  // Lines and not only a colour: it lies over the other shading.
  private hatch(plot: uPlot): void {
    const { ctx, bbox } = plot;
    const step = 6 * devicePixelRatio;
    const seen = this.hatching.filter(each => each.t1 > this.range[0] && each.t0 < this.range[1]);
    if (seen.length === 0) {
      return;
    }
    ctx.save();
    ctx.beginPath();
    for (const span of seen) {
      const left = plot.valToPos(span.t0, "x", true);
      ctx.rect(left, bbox.top, Math.max(2, plot.valToPos(span.t1, "x", true) - left), bbox.height);
    }
    ctx.clip();
    for (let x = bbox.left - bbox.height; x < bbox.left + bbox.width; x += step) {
      line(ctx, style("--other"), [], x, bbox.top + bbox.height, x + bbox.height, bbox.top);
    }
    ctx.restore();
  }

  private over(plot: uPlot): void {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    const { min, max, threshold } = this.options.limits;
    const other = this.options.otherLimits;
    for (const [limit, colour] of [[min, "--limit"], [max, "--limit"], [threshold, "--threshold"], [other?.min ?? null, "--other"], [other?.max ?? null, "--other"]] as const) {
      if (limit !== null) {
        line(ctx, style(colour), limitDash, bbox.left, plot.valToPos(limit, "y", true), bbox.left + bbox.width, plot.valToPos(limit, "y", true));
      }
    }
    for (const tick of this.ticks) {
      const x = plot.valToPos(tick, "x", true);
      line(ctx, style("--ink-soft"), [], x, bbox.top + bbox.height - 8, x, bbox.top + bbox.height);
    }
    ctx.restore();
  }

  private seek(): void {
    const left = this.plot.cursor.left;
    if (this.options.onSeek && left !== undefined && left !== null && left >= 0) {
      this.options.onSeek(this.plot.posToVal(left, "x"));
    }
  }

  private select(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width > 4) {
      this.options.onRange?.(plot.posToVal(left, "x"), plot.posToVal(left + width, "x"));
    }
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  }

  private csv(): string {
    const head = ["time_s", ...this.options.lines.map(each => `${each.label} (${this.options.unit || "1"})`)].map(cell => `"${cell.replaceAll('"', '""')}"`);
    const [times, ...columns] = this.plot.data;
    const rows = Array.from(times ?? [], (t, row) => [t, ...columns.map(column => column[row] ?? "")].join(","));
    return [head.join(","), ...rows].join("\n");
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.csv());
  }
}

// Lowest and highest value of each bucket in turn: a dense signal becomes a filled band, a sparse one its line; NaN becomes a gap.
function zigzag(slice: PlotSlice): (number | null)[] {
  const values: (number | null)[] = new Array(2 * slice.lows.length);
  for (let i = 0; i < slice.lows.length; i++) {
    const low = slice.lows[i]!;
    const high = slice.highs[i]!;
    const empty = Number.isNaN(low);
    const rises = i === 0 || Number.isNaN(slice.highs[i - 1]!) || slice.highs[i - 1]! <= high;
    values[2 * i] = empty ? null : rises ? low : high;
    values[2 * i + 1] = empty ? null : rises ? high : low;
  }
  return values;
}

function line(ctx: CanvasRenderingContext2D, colour: string, dash: number[], x0: number, y0: number, x1: number, y1: number): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash(dash.map(length => length * devicePixelRatio));
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}
