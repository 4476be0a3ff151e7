import { api } from "../api";
import { fill, h } from "../dom";
import { channelColour } from "../palette";
import type { EpisodeDetail, StepValues } from "../types";
import { quantity } from "../words";

const columns = ["policy", "guarded", "executed", "state"];
const heads = ["policy", "guarded", "executed", "measured"];
const delayMs = 120;

/** The exact numbers of the step under the playhead: not those of a plot's bucket. */
export class StepTable {
  readonly element: HTMLElement;
  private readonly body = h("tbody");
  private readonly head = h("span", { class: "soft" });
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly detail: EpisodeDetail, private readonly heard: (step: StepValues) => void) {
    this.element = h("section", { class: "card" }, h("h2", {}, "Step ", this.head),
      h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Numbers of this step" }, h("table", { class: "values" }, h("thead", {}, h("tr", {}, ["Channel", ...heads].map((name, i) => h("th", { scope: "col", class: i > 0 ? "number" : null }, name)))), this.body)));
  }

  /** Asks once the playhead rests for a moment. */
  show(t: number): void {
    this.timer ??= setTimeout(() => void this.ask(t), delayMs);
    this.wanted = t;
  }

  private wanted = 0;

  private async ask(_: number): Promise<void> {
    try {
      const step = await api.step(this.detail.id, this.wanted);
      this.heard(step);
      this.draw(step);
    } catch {
      this.head.textContent = "no step here";
    } finally {
      this.timer = null;
    }
  }

  private draw(step: StepValues): void {
    this.head.textContent = `tick ${step.tick}`;
    const channels = this.detail.signals.filter(signal => signal.group === "guarded");
    fill(this.body, channels.map(channel => {
      const values = columns.map(group => step.values[`${group}/${channel.name}`]);
      const isChanged = typeof values[0] === "number" && typeof values[1] === "number" && values[0] !== values[1];
      const swatch = h("span", { class: "swatch" });
      swatch.style.background = channelColour(channel.color);
      return h("tr", { class: isChanged ? "changed" : "" }, h("th", { scope: "row" }, swatch, channel.name, h("span", { class: "unit" }, ` ${channel.unit}`)),
        values.map(value => h("td", { class: "number", title: String(value ?? "") }, quantity(value))));
    }));
  }
}
