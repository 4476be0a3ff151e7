import { api } from "../api";
import type { Panel } from "../parts/channels";
import type { EpisodeDetail, Span, WhatIf } from "../types";
import { TimePlot, type PlotSlice } from "./timeplot";

/**
 * The plots of a recorded episode. Only what a screen can show is asked for, and at most one question is under way: the newest range wins.
 */
export class RecordedPlots {
  range: [number, number];
  private readonly plots = new Map<string, { panel: Panel; plot: TimePlot }>();
  private asked: AbortController | null = null;
  private isWaiting = false;
  private playhead = 0;
  private panels: Panel[] = [];
  private other: WhatIf | null = null;
  /** Told when the plots have something new to show. */
  onShown: () => void = () => {};

  constructor(
    private readonly detail: EpisodeDetail, private readonly host: HTMLElement, private readonly sync: string,
    private readonly seek: (t: number) => void, private readonly ranged: (t0: number, t1: number) => void, private readonly failed: (error: unknown) => void,
  ) {
    this.range = [0, Math.max(detail.length_s, 1e-3)];
  }

  lay(chosen: Panel[]): void {
    this.panels = chosen;
    const panels = this.other ? chosen.map(panel => withOther(panel, this.other!)) : chosen;
    for (const [id, { plot }] of this.plots) {
      if (!panels.some(panel => panel.id === id)) {
        plot.destroy();
        this.plots.delete(id);
      }
    }
    for (const panel of panels.filter(each => !this.plots.has(each.id))) {
      const plot = new TimePlot({ ...panel, rateHz: this.detail.rate_hz, height: 150, sync: this.sync, onSeek: this.seek, onRange: this.ranged });
      this.plots.set(panel.id, { panel, plot });
    }
    this.host.replaceChildren(...panels.map(panel => this.plots.get(panel.id)!.plot.element));
    void this.load();
  }

  /** Draws what the guard would have made of it with another contract; null takes it away. */
  compareWith(other: WhatIf | null): void {
    this.other = other;
    this.lay(this.panels);
  }

  /** The range of values that a panel has by itself; null while it is not shown. */
  spanOf(id: string): [number, number] | null {
    return this.plots.get(id)?.plot.own ?? null;
  }

  /** Gives a panel the range that others have as well. */
  share(id: string, span: [number, number]): void {
    this.plots.get(id)?.plot.share(span);
  }

  show(t0: number, t1: number): void {
    this.range = [t0, t1];
    void this.load();
  }

  move(playhead: number): void {
    this.playhead = playhead;
    this.plots.forEach(({ plot }) => plot.mark({ playhead }));
  }

  destroy(): void {
    this.asked?.abort();
    this.plots.forEach(({ plot }) => plot.destroy());
  }

  private async load(): Promise<void> {
    if (this.asked) {
      this.isWaiting = true;
      return;
    }
    this.asked = new AbortController();
    try {
      do {
        this.isWaiting = false;
        await this.ask(this.range, this.asked.signal);
      } while (this.isWaiting);
    } catch (error) {
      if (!(error instanceof DOMException)) {
        this.failed(error);
      }
    } finally {
      this.asked = null;
    }
  }

  private async ask(range: [number, number], signal: AbortSignal): Promise<void> {
    const shown = [...this.plots.values()];
    const keys = [...new Set(shown.flatMap(({ panel }) => panel.signals.map(each => each.key)))];
    const [others, signals] = [keys.filter(key => key.startsWith(otherKey)), keys.filter(key => !key.startsWith(otherKey))];
    if (signals.length === 0) {
      return;
    }
    const buckets = Math.min(2000, Math.max(200, Math.round(this.host.clientWidth / 2)));
    const [frame, otherFrame] = await Promise.all([
      api.series(this.detail.id, signals, range[0], range[1], buckets, signal),
      others.length > 0 && this.other ? api.otherSeries(this.detail.id, this.other.run, others.map(key => key.slice(otherKey.length)), range[0], range[1], buckets, signal) : null,
    ]);
    const slice = (key: string): PlotSlice => {
      const [from, index] = key.startsWith(otherKey) ? [otherFrame!, others.indexOf(key)] : [frame, signals.indexOf(key)];
      return { t0: frame.t0, dt: frame.dt, lows: from.lows[index]!, highs: from.highs[index]! };
    };
    const changed = changedSpans(this.detail);
    const ticks = this.detail.chunks.filter(chunk => chunk.t >= range[0] && chunk.t <= range[1]).map(chunk => chunk.t);
    for (const { panel, plot } of shown) {
      plot.show(panel.signals.map(each => slice(each.key)), range);
      plot.mark({
        shading: panel.isCommand ? changed : [], hatching: panel.isCommand ? this.other?.other_verdicts ?? [] : [],
        ticks: ticks.length > 400 ? [] : ticks, playhead: this.playhead,
      });
    }
    this.onShown();
  }
}

const otherKey = "other/";

// One line more, for the command that the other contract would have let through; and its limits, which may be other ones.
function withOther(panel: Panel, other: WhatIf): Panel {
  const guarded = panel.signals.find(signal => signal.group === "guarded");
  if (!panel.isCommand || !guarded || other.changed_steps === 0) {
    return panel;
  }
  const limits = other.limits.find(each => each.channel === guarded.name);
  const ink = getComputedStyle(document.documentElement).getPropertyValue("--other").trim();
  return {
    ...panel, id: `${panel.id}/other/${other.run}`, signals: [...panel.signals, { ...guarded, key: `${otherKey}${guarded.name}`, group: "other" }],
    lines: [...panel.lines, { label: "with the other contract", colour: ink, width: 1.75, dash: [7, 3] }],
    otherLimits: limits ? { min: limits.min, max: limits.max } : null,
  };
}

/** When the guard did something. */
export const changedSpans = (detail: EpisodeDetail): Span[] =>
  detail.strips.find(strip => strip.name === "verdict")?.spans.filter(span => span.value !== "pass") ?? [];
