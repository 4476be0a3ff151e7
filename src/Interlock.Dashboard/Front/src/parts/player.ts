import { h } from "../dom";
import { clock } from "../words";

const speeds = [0.1, 0.25, 0.5, 1, 2, 5, 10];

/** Play, step and scrub over a recorded time. */
export class Player {
  readonly element: HTMLElement;
  t = 0;
  private speed = 1;
  private isPlaying = false;
  private last = 0;
  private frame = 0;
  private waiting = 0;
  private readonly play = h("button", { title: "Space", click: () => this.toggle() }, "Play");
  private readonly slider: HTMLInputElement;
  private readonly words = h("output", { class: "clock" });

  constructor(private readonly lengthS: number, private readonly stepS: number, private readonly moved: (t: number) => void) {
    this.slider = h("input", { type: "range", min: 0, max: lengthS, step: "any", value: 0, class: "scrub", "aria-label": "Playhead", input: () => this.scrub() });
    const rate = h("select", { "aria-label": "Speed", change: () => (this.speed = Number(rate.value)) },
      speeds.map(speed => h("option", { value: speed, selected: speed === 1 }, `${speed}×`)));
    this.element = h("div", { class: "row player" }, h("button", { title: "Left arrow", "aria-label": "One step back", click: () => this.step(-1) }, "◂"),
      this.play, h("button", { title: "Right arrow", "aria-label": "One step on", click: () => this.step(1) }, "▸"), rate, this.slider, this.words);
  }

  to(t: number): void {
    this.t = Math.max(0, Math.min(this.lengthS, t));
    this.slider.value = String(this.t);
    this.words.textContent = `${clock(this.t)} of ${clock(this.lengthS)}`;
    this.moved(this.t);
  }

  // A mouse says more often where it is than a screen can show.
  private scrub(): void {
    if (this.waiting === 0) {
      this.waiting = requestAnimationFrame(() => {
        this.waiting = 0;
        this.to(Number(this.slider.value));
      });
    }
  }

  step(by: number): void {
    this.pause();
    this.to((Math.round(this.t / this.stepS) + by) * this.stepS);
  }

  toggle(): void {
    if (this.isPlaying) {
      this.pause();
      return;
    }
    this.isPlaying = true;
    this.play.textContent = "Pause";
    this.last = performance.now();
    if (this.t >= this.lengthS) {
      this.to(0);
    }
    this.frame = requestAnimationFrame(now => this.advance(now));
  }

  pause(): void {
    this.isPlaying = false;
    this.play.textContent = "Play";
    cancelAnimationFrame(this.frame);
  }

  private advance(now: number): void {
    this.to(this.t + ((now - this.last) / 1000) * this.speed);
    this.last = now;
    if (this.t >= this.lengthS) {
      this.pause();
    } else {
      this.frame = requestAnimationFrame(later => this.advance(later));
    }
  }
}
