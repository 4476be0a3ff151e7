import { api } from "../api";
import { fill, h } from "../dom";
import { anglesOf } from "../live";
import { ArmView } from "../parts/arm";
import { badge } from "../parts/badge";
import { clippingCard } from "../parts/clipping";
import { PanelChoice, panelsOf } from "../parts/channels";
import { tell } from "../parts/dialog";
import { EventList } from "../parts/events";
import { notesCard } from "../parts/notes";
import { Player } from "../parts/player";
import { StepTable } from "../parts/values";
import { whatIfCard } from "../parts/whatif";
import { RecordedPlots } from "../plots/recorded";
import { Strips } from "../plots/strips";
import type { EpisodeDetail, SessionInfo, StepValues, Strip, WhatIf } from "../types";
import { clock, dateTime, plain, quantity } from "../words";
import type { Page } from "./page";

const zoom = 1.6;

/** One recording: plots, strips, events, images, the arm, notes, and the guard again with another contract. */
export class EpisodePage implements Page {
  title = "Episode";
  readonly element = h("main", { class: "episode" }, h("p", { class: "soft" }, "Opening…"));
  readonly keys: Page["keys"];
  private plots: RecordedPlots | null = null;
  private player: Player | null = null;
  private readonly strips = new Strips(t => this.seek(t));
  private readonly events = new EventList(t => this.seek(t), false);
  private arm: ArmView | null = null;
  private table: StepTable | null = null;
  private detail: EpisodeDetail | null = null;
  private stripsShown: Strip[] = [];
  private readonly cameras = h("div", { class: "cameras" });
  private neighbours: { before: string | null; after: string | null } = { before: null, after: null };

  constructor(private readonly id: string, private readonly first: number, private readonly session: SessionInfo) {
    this.keys = {
      " ": () => this.player?.toggle(), ArrowLeft: () => this.player?.step(-1), ArrowRight: () => this.player?.step(1),
      "[": () => this.toEvent(-1), "]": () => this.toEvent(1), "+": () => this.zoomBy(1 / zoom), "-": () => this.zoomBy(zoom), "0": () => this.showAll(),
      n: () => this.go(this.neighbours.after), p: () => this.go(this.neighbours.before),
    };
    void this.open();
  }

  leave(): void {
    this.player?.pause();
    this.plots?.destroy();
  }

  private async open(): Promise<void> {
    try {
      this.detail = await api.episode(this.id);
      this.build(this.detail);
      const { items } = await api.episodes("");
      const at = items.findIndex(item => item.id === this.id);
      this.neighbours = { before: items[at - 1]?.id ?? null, after: items[at + 1]?.id ?? null };
    } catch (error) {
      fill(this.element, h("p", { class: "card tone-stopped", role: "alert" }, (error as Error).message), h("a", { href: "#/episodes" }, "Back to the episodes"));
    }
  }

  private build(detail: EpisodeDetail): void {
    this.stripsShown = detail.strips;
    this.title = detail.session.task ?? detail.file;
    document.title = `${this.title} · Interlock`;
    const plotArea = h("div", { class: "plots" });
    const choice = new PanelChoice(panelsOf(detail), () => this.plots!.lay(choice.shown));
    this.player = new Player(detail.length_s, 1 / detail.rate_hz, t => this.moved(t));
    this.table = new StepTable(detail, step => this.pose(step));
    this.arm = detail.arm ? new ArmView(detail.arm) : null;
    this.events.show(detail.events);
    this.plots = new RecordedPlots(detail, plotArea, `episode-${this.id}`, t => this.seek(t), (t0, t1) => this.zoomTo(t0, t1), error => tell((error as Error).message, "stopped"));
    fill(this.element,
      this.header(detail),
      h("div", { class: "left" }, this.player.element,
        h("div", { class: "row tools" }, h("button", { title: "0", click: () => this.showAll() }, "Whole episode"),
          h("span", { class: "soft small" }, "drag in a plot to zoom · + − 0 · [ ] previous and next event · space plays · n p next and previous episode"),
          h("details", { class: "choose" }, h("summary", {}, "Plots"), choice.element)),
        this.strips.element, plotArea),
      h("aside", { class: "right" }, this.arm?.element, this.cameras, this.events.element, this.table.element, clippingCard(detail), whatIfCard(detail, t => this.seek(t), other => this.compareWith(other)),
        notesCard(detail, this.session), facts(detail)));
    this.plots.lay(choice.shown);
    this.player.to(this.first);
  }

  private header(detail: EpisodeDetail): HTMLElement {
    return h("div", { class: "episode-head" },
      h("h1", {}, detail.session.task ?? detail.file), h("span", {}, "outcome ", badge(detail.outcome)), h("span", {}, "certificate ", badge(detail.session.certificate_level ?? "none")),
      h("span", { class: "soft" }, `${detail.file} · ${dateTime(detail.start_utc)} · ${clock(detail.length_s)} · ${quantity(detail.rate_hz, "Hz")} · ${detail.session.policy ?? "policy unknown"}`),
      h("a", { href: api.reportUrl(detail.id), target: "_blank", rel: "noopener" }, "Report"));
  }

  private moved(t: number): void {
    const [t0, t1] = this.plots!.range;
    if (t < t0 || t > t1) {
      const half = (t1 - t0) / 2;
      this.zoomTo(t - half, t + half);
    }
    this.plots!.move(t);
    this.strips.show(this.stripsShown, this.plots!.range, t);
    this.events.mark(t);
    this.table!.show(t);
    this.pictures(t);
  }

  private compareWith(other: WhatIf | null): void {
    this.stripsShown = [...this.detail!.strips, ...(other && other.other_verdicts.length > 0 ? [{ name: "other verdict", spans: other.other_verdicts }] : [])];
    this.plots!.compareWith(other);
    this.strips.show(this.stripsShown, this.plots!.range, this.player!.t);
  }

  private seek(t: number): void {
    this.player?.pause();
    this.player?.to(t);
  }

  private toEvent(direction: 1 | -1): void {
    const event = this.events.neighbour(this.player!.t, direction);
    if (event) {
      this.seek(event.t);
    }
  }

  private zoomTo(t0: number, t1: number): void {
    const length = this.detail!.length_s;
    const span = Math.max(4 / this.detail!.rate_hz, Math.min(length, t1 - t0));
    const from = Math.max(0, Math.min(length - span, t0));
    this.plots!.show(from, from + span);
    this.strips.show(this.stripsShown, this.plots!.range, this.player!.t);
  }

  private zoomBy(factor: number): void {
    const [t0, t1] = this.plots!.range;
    const t = Math.max(t0, Math.min(t1, this.player!.t));
    this.zoomTo(t - (t - t0) * factor, t + (t1 - t) * factor);
  }

  private showAll(): void {
    this.zoomTo(0, this.detail!.length_s);
  }

  private pose(step: StepValues): void {
    if (this.arm) {
      this.arm.show(anglesOf(this.detail!.arm!.links, channel => {
        const value = step.values[`state/${channel}`] ?? step.values[`guarded/${channel}`];
        return typeof value === "number" ? value : null;
      }), false);
    }
  }

  // One picture under way for each camera: scrubbing must not queue hundreds.
  private pictures(t: number): void {
    for (const camera of this.detail!.cameras) {
      let picture = this.cameras.querySelector<HTMLImageElement>(`img[data-camera="${CSS.escape(camera)}"]`);
      if (!picture) {
        picture = h("img", { "data-camera": camera, alt: `camera ${camera}` });
        this.cameras.append(h("figure", { class: "card camera" }, picture, h("figcaption", {}, camera)));
      }
      if (picture.complete) {
        picture.src = api.imageUrl(this.id, camera, t);
      }
    }
  }

  private go(id: string | null): void {
    if (id !== null) {
      location.hash = `#/episode/${encodeURIComponent(id)}`;
    }
  }
}

function facts(detail: EpisodeDetail): HTMLElement {
  const rows = [...Object.entries(detail.session), ...Object.entries(detail.counts).map(([name, count]) => [name, String(count)] as const), ["file", detail.file] as const];
  return h("details", { class: "card" }, h("summary", {}, "Everything that the recording says about itself"),
    h("dl", { class: "facts" }, rows.map(([name, value]) => h("div", {}, h("dt", {}, plain(name)), h("dd", {}, value ?? "—")))),
    h("h3", {}, "Files in it"),
    h("ul", {}, detail.attachments.map(file => h("li", {}, h("a", { href: api.attachmentUrl(detail.id, file.name), download: file.name }, file.name), h("span", { class: "soft" }, ` ${file.bytes} bytes`)))),
    h("h3", {}, "Reproduce"), h("pre", {}, detail.reproduce));
}
