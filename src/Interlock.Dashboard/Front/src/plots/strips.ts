import { fill, h } from "../dom";
import { toneIn } from "../palette";
import type { Strip } from "../types";
import { clock, plain } from "../words";

/** What is discrete, over the same time as the plots below: a word and a pattern for every colour. */
export class Strips {
  readonly element = h("div", { class: "strips" });
  private readonly rows = new Map<string, HTMLElement>();
  private playhead = h("div", { class: "strip-playhead", hidden: true });

  private drawn = "";

  constructor(private readonly onSeek?: (t: number) => void) {}

  show(strips: Strip[], range: [number, number], playhead: number | null = null): void {
    const wanted = strips.map(strip => strip.name).join("\n");
    if (wanted !== [...this.rows.keys()].join("\n")) {
      this.build(strips, range);
    }
    // The playhead moves with every frame; the spans only with the range, or while they grow.
    const key = [...range, ...strips.flatMap(strip => [strip.spans.length, strip.spans.at(-1)?.t1])].join();
    if (key !== this.drawn) {
      this.drawn = key;
      for (const strip of strips) {
        this.draw(this.rows.get(strip.name)!, strip, range);
      }
    }
    this.move(playhead, range);
  }

  private build(strips: Strip[], _range: [number, number]): void {
    this.rows.clear();
    const rows = strips.map(strip => {
      const track = h("div", { class: "strip-track" });
      this.rows.set(strip.name, track);
      return h("div", { class: "strip" }, h("span", { class: "strip-name" }, plain(strip.name)), track);
    });
    fill(this.element, rows, h("div", { class: "strip-cover" }, this.playhead));
  }

  private draw(track: HTMLElement, strip: Strip, [t0, t1]: [number, number]): void {
    const percent = (t: number) => (100 * (t - t0)) / (t1 - t0);
    const seen = strip.spans.filter(span => span.t1 > t0 && span.t0 < t1).slice(-400);
    fill(track, seen.map(span => {
      const left = Math.max(0, percent(span.t0));
      const width = Math.max(0.15, Math.min(100, percent(span.t1)) - left);
      const word = span.text || plain(span.value);
      const piece = h("button", {
        class: `span tone-${toneIn(strip.name, span.value)}`, tabindex: -1,
        title: `${plain(strip.name)}: ${word}\n${clock(span.t0)} to ${clock(span.t1)}`, click: () => this.onSeek?.(span.t0),
      }, width > 4 ? word : "");
      piece.style.left = `${left.toFixed(3)}%`;
      piece.style.width = `${width.toFixed(3)}%`;
      return piece;
    }));
  }

  private move(playhead: number | null, [t0, t1]: [number, number]): void {
    const share = playhead === null ? -1 : (playhead - t0) / (t1 - t0);
    this.playhead.hidden = share < 0 || share > 1;
    this.playhead.style.left = `${100 * share}%`;
  }
}
