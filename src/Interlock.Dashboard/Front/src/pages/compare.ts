import { api } from "../api";
import { fill, h } from "../dom";
import { badge } from "../parts/badge";
import { PanelChoice, panelsOf } from "../parts/channels";
import { tell } from "../parts/dialog";
import { Player } from "../parts/player";
import { RecordedPlots } from "../plots/recorded";
import { Strips } from "../plots/strips";
import type { EpisodeDetail } from "../types";
import { clock, dateTime, quantity } from "../words";
import type { Page } from "./page";

interface Side {
  detail: EpisodeDetail;
  plots: RecordedPlots;
  strips: Strips;
  area: HTMLElement;
}

/** Two episodes side by side under one playhead. */
export class ComparePage implements Page {
  readonly title = "Two episodes";
  readonly element = h("main", { class: "compare" }, h("p", { class: "soft" }, "Opening…"));
  readonly keys: Page["keys"];
  private sides: Side[] = [];
  private player: Player | null = null;

  constructor(first: string, second: string) {
    this.keys = { " ": () => this.player?.toggle(), ArrowLeft: () => this.player?.step(-1), ArrowRight: () => this.player?.step(1), "0": () => this.show(0, this.length) };
    void this.open([first, second]);
  }

  leave(): void {
    this.player?.pause();
    this.sides.forEach(side => side.plots.destroy());
  }

  private get length(): number {
    return Math.max(...this.sides.map(side => side.detail.length_s));
  }

  private async open(ids: string[]): Promise<void> {
    try {
      this.sides = (await Promise.all(ids.map(id => api.episode(id)))).map(detail => this.side(detail));
    } catch (error) {
      fill(this.element, h("p", { class: "card tone-stopped", role: "alert" }, (error as Error).message), h("a", { href: "#/episodes" }, "Back to the episodes"));
      return;
    }
    const [left, right] = this.sides as [Side, Side];
    const choice = new PanelChoice(panelsOf(left.detail), () => this.lay(choice), "interlock.compare.hidden", 6);
    this.player = new Player(this.length, 1 / Math.max(left.detail.rate_hz, right.detail.rate_hz), t => this.moved(t));
    fill(this.element, this.player.element, h("details", { class: "choose" }, h("summary", {}, "Plots"), choice.element),
      h("p", { class: "soft small" }, "Each signal has the same range of values on both sides, and both sides show the same time."), differences(left.detail, right.detail),
      h("div", { class: "pair" }, this.sides.map(side => h("section", {}, h("h2", {}, h("a", { href: `#/episode/${encodeURIComponent(side.detail.id)}` }, side.detail.session.task ?? side.detail.file)),
        h("p", { class: "soft" }, badge(side.detail.outcome), ` ${side.detail.file} · ${dateTime(side.detail.start_utc)} · ${clock(side.detail.length_s)}`), side.strips.element, side.area))));
    this.lay(choice);
    this.show(0, this.length);
    this.player.to(0);
  }

  private side(detail: EpisodeDetail): Side {
    const area = h("div", { class: "plots" });
    const plots = new RecordedPlots(detail, area, "compare", t => this.player?.to(t), (t0, t1) => this.show(t0, t1), error => tell((error as Error).message, "stopped"));
    plots.onShown = () => this.equalise();
    return { detail, plots, area, strips: new Strips(t => this.player?.to(t)) };
  }

  private lay(choice: PanelChoice): void {
    const wanted = new Set(choice.shown.map(panel => panel.id));
    this.sides.forEach(side => side.plots.lay(panelsOf(side.detail).filter(panel => wanted.has(panel.id))));
  }

  // One range of values for a signal on both sides, so that one can compare by eye.
  private equalise(): void {
    const [left, right] = this.sides as [Side, Side];
    for (const panel of panelsOf(left.detail)) {
      const [a, b] = [left.plots.spanOf(panel.id), right.plots.spanOf(panel.id)];
      const both: [number, number] | null = a && b ? [Math.min(a[0], b[0]), Math.max(a[1], b[1])] : a ?? b;
      if (both) {
        this.sides.forEach(side => side.plots.share(panel.id, both));
      }
    }
  }

  private show(t0: number, t1: number): void {
    this.sides.forEach(side => side.plots.show(t0, t1));
    this.moved(this.player?.t ?? 0);
  }

  private moved(t: number): void {
    for (const side of this.sides) {
      side.plots.move(t);
      side.strips.show(side.detail.strips, side.plots.range, t);
    }
  }
}

function differences(left: EpisodeDetail, right: EpisodeDetail): HTMLElement {
  const names = [...new Set([...Object.keys(left.counts), ...Object.keys(right.counts)])];
  const rows: [string, string, string][] = [
    ...Object.keys({ ...left.session, ...right.session }).map(name => [name, left.session[name] ?? "—", right.session[name] ?? "—"] as [string, string, string]),
    ...names.map(name => [name, quantity(left.counts[name] ?? 0), quantity(right.counts[name] ?? 0)] as [string, string, string]),
  ].filter(([, a, b]) => a !== b) as [string, string, string][];
  return h("details", { class: "card", open: true }, h("summary", {}, "What differs"),
    rows.length === 0 ? h("p", { class: "soft" }, "Nothing but the numbers below.")
      : h("table", { class: "values" }, h("tbody", {}, rows.map(([name, a, b]) => h("tr", {}, h("th", { scope: "row" }, name.replaceAll("_", " ")), h("td", {}, a), h("td", {}, b))))));
}
