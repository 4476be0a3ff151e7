import { fill, h } from "../dom";
import type { EventItem } from "../types";
import { clock, quantity } from "../words";

const shapes = { info: "○", warning: "△", error: "■" } as const;

/** What happened, newest or first on top; a click moves the playhead. Repeats are counted, not listed. */
export class EventList {
  readonly element: HTMLElement;
  private readonly list = h("ol", { class: "events-list" });
  private readonly summary = h("span", { class: "soft" });
  private events: EventItem[] = [];
  private shown: EventItem | null = null;
  private readonly rows = new Map<EventItem, HTMLElement>();

  constructor(private readonly onSeek: (t: number) => void, private readonly newestFirst: boolean, private readonly most = 300) {
    this.element = h("section", { class: "card events", "aria-label": "Events" }, h("h2", {}, "Events ", this.summary), this.list);
  }

  show(events: EventItem[]): void {
    this.events = events;
    this.draw();
  }

  /** Adds one, as a repeat of the last where it says the same. */
  add(event: EventItem): void {
    const last = event.kind === "supervisor" ? undefined // one state after the other is no repeat
      : this.events.findLast(each => each.code === event.code && each.channel === event.channel && each.kind === event.kind);
    if (last && event.t - last.t < 1) {
      last.count += event.count;
      last.t = event.t;
    } else {
      this.events.push(event);
      this.events.splice(0, this.events.length - this.most);
    }
    this.draw();
  }

  /** The event after or before a time. */
  neighbour(t: number, direction: 1 | -1): EventItem | undefined {
    return direction > 0 ? this.events.find(event => event.t > t + 1e-6) : this.events.findLast(event => event.t < t - 1e-6);
  }

  mark(t: number): void {
    const before = this.events.findLast(event => event.t <= t + 1e-6) ?? null;
    if (before !== this.shown) {
      this.shown = before;
      this.list.querySelector(".here")?.classList.remove("here");
      if (before) {
        this.rows.get(before)?.classList.add("here");
      }
    }
  }

  private draw(): void {
    this.summary.textContent = this.events.length === 0 ? "none" : `${this.events.length}`;
    const ordered = this.newestFirst ? this.events.toReversed() : this.events;
    this.rows.clear();
    for (const event of ordered.slice(0, this.most)) {
      this.rows.set(event, this.row(event));
    }
    fill(this.list, [...this.rows.values()]);
  }

  private row(event: EventItem): HTMLElement {
    const value = event.value === null ? "" : quantity(event.value, event.unit ?? "");
    const limit = event.limit === null ? "" : `limit ${quantity(event.limit, event.unit ?? "")}`;
    return h("li", { class: `event severity-${event.severity}${event === this.shown ? " here" : ""}` },
      h("button", { click: () => this.onSeek(event.t) },
        h("span", { class: "shape", "aria-label": event.severity }, shapes[event.severity]),
        h("span", { class: "when" }, clock(event.t)),
        h("code", {}, event.code || event.kind),
        h("span", { class: "what" }, event.text.replace(` (${event.code})`, "") || [event.channel, value, limit].filter(Boolean).join(" · ")),
        event.count > 1 ? h("span", { class: "count", title: "repeats" }, `× ${event.count}`) : null));
  }
}
