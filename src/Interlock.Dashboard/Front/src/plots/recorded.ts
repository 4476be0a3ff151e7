import { api } from "../api";
import type { Panel } from "../parts/channels";
import type { EpisodeDetail, Span } from "../types";
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

  constructor(
    private readonly detail: EpisodeDetail, private readonly host: HTMLElement, private readonly sync: string,
    private readonly seek: (t: number) => void, private readonly ranged: (t0: number, t1: number) => void, private readonly failed: (error: unknown) => void,
  ) {
    this.range = [0, Math.max(detail.length_s, 1e-3)];
  }

  lay(panels: Panel[]): void {
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
    const signals = [...new Set(shown.flatMap(({ panel }) => panel.signals.map(each => each.key)))];
    if (signals.length === 0) {
      return;
    }
    const buckets = Math.min(2000, Math.max(200, Math.round(this.host.clientWidth / 2)));
    const frame = await api.series(this.detail.id, signals, range[0], range[1], buckets, signal);
    const slice = (key: string): PlotSlice => {
      const index = signals.indexOf(key);
      return { t0: frame.t0, dt: frame.dt, lows: frame.lows[index]!, highs: frame.highs[index]! };
    };
    const changed = changedSpans(this.detail);
    const ticks = this.detail.chunks.filter(chunk => chunk.t >= range[0] && chunk.t <= range[1]).map(chunk => chunk.t);
    for (const { panel, plot } of shown) {
      plot.show(panel.signals.map(each => slice(each.key)), range);
      plot.mark({ shading: panel.isCommand ? changed : [], ticks: ticks.length > 400 ? [] : ticks, playhead: this.playhead });
    }
  }
}

/** When the guard did something. */
export const changedSpans = (detail: EpisodeDetail): Span[] =>
  detail.strips.find(strip => strip.name === "verdict")?.spans.filter(span => span.value !== "pass") ?? [];
