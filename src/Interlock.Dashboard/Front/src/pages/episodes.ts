import { api } from "../api";
import { fill, h } from "../dom";
import { badge } from "../parts/badge";
import type { EpisodeList, EpisodeRow, SessionInfo } from "../types";
import { clock, dateTime, quantity } from "../words";
import type { Page } from "./page";

/** Every recording of the folder. */
export class EpisodesPage implements Page {
  readonly title = "Episodes";
  readonly element: HTMLElement;
  readonly keys: Page["keys"];
  private readonly body = h("tbody");
  private readonly problems = h("div");
  private readonly field: HTMLInputElement;
  private readonly compare = h("button", { disabled: true, click: () => this.openBoth() }, "Compare two");
  private items: EpisodeRow[] = [];
  private chosen: string[] = [];
  private current = 0;

  constructor(filter: string, private readonly session: SessionInfo) {
    this.field = h("input", { type: "search", value: filter, size: 48, placeholder: "outcome=failure interventions>0 task:cube", "aria-label": "Filter", change: () => void this.load() });
    const columns = ["", "", "Recording", "Date", "Task", "Policy", "Certificate", "Length", "Outcome", "Interventions", "Worst margin", "Tags", "Note"];
    this.element = h("main", { class: "episodes" },
      h("div", { class: "row tools" }, h("h1", {}, "Episodes"), this.field, this.compare,
        h("details", {}, h("summary", {}, "Filter language"), h("p", { class: "soft" },
          "Terms between spaces, all of which must hold. A word alone is looked for in every text. KEY=VALUE and KEY!=VALUE compare words, KEY:PART finds a part (tag: a whole tag), KEY>NUMBER, >=, < and <= compare numbers, and dates as year-month-day; double quotes keep spaces together: ",
          h("code", {}, "\"task=pick the cube\""), ". Keys: outcome (success, failure, unknown), state (finished, unfinished, unreadable), task, policy, robot, certificate, run, note, file, date, tag, interventions, stops, steps, length_s, margin."))),
      this.problems, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Recordings" }, h("table", {}, h("thead", {}, h("tr", {}, columns.map(name => h("th", { scope: "col" }, name)))), this.body)));
    this.keys = {
      ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), j: () => this.move(1), k: () => this.move(-1),
      Enter: () => this.openCurrent(), "/": () => this.field.focus(), x: () => this.choose(this.items[this.current]?.id),
    };
    void this.load();
  }

  leave(): void {}

  private async load(): Promise<void> {
    let list: EpisodeList;
    try {
      list = await api.episodes(this.field.value);
    } catch (error) {
      fill(this.problems, h("p", { class: "card tone-stopped", role: "alert" }, (error as Error).message));
      return;
    }
    this.items = list.items;
    this.current = Math.min(this.current, Math.max(0, list.items.length - 1));
    fill(this.problems, list.problems.map(problem => h("p", { class: "card soft" }, h("code", {}, problem.code), ` ${problem.file}: ${problem.message}`)));
    if (list.items.length === 0) {
      const where = this.session.folder ?? "";
      fill(this.body, h("tr", {}, h("td", { colspan: 13, class: "soft" }, this.field.value ? "Nothing fits this filter." : `There is no recording in ${where} yet. “interlock demo” makes some.`)));
      return;
    }
    this.draw();
  }

  private draw(): void {
    fill(this.body, this.items.map((item, i) => this.row(item, i === this.current)));
    this.compare.disabled = this.chosen.length !== 2;
  }

  private row(item: EpisodeRow, isCurrent: boolean): HTMLElement {
    const link = `#/episode/${encodeURIComponent(item.id)}`;
    const box = h("input", { type: "checkbox", checked: this.chosen.includes(item.id), "aria-label": `compare ${item.file}`, change: () => this.choose(item.id) });
    const picture = h("img", { src: api.thumbnailUrl(item.id), alt: "", loading: "lazy", width: 96, height: 36 });
    return h("tr", { class: isCurrent ? "current" : "", "aria-selected": isCurrent },
      h("td", {}, box), h("td", {}, picture), h("td", { class: "name" }, h("a", { href: link }, item.file)), h("td", {}, dateTime(item.start_utc)),
      h("td", { class: "task" }, item.task ?? "—"), h("td", { class: "task" }, item.policy ?? "—"), h("td", {}, badge(item.certificate_level ?? "none")),
      h("td", { class: "number" }, item.length_s === null ? "—" : clock(item.length_s)),
      h("td", {}, badge(item.outcome), item.complete ? null : h("span", { class: "soft small" }, " unfinished")),
      h("td", { class: "number" }, quantity(item.interventions)), h("td", { class: "number" }, quantity(item.worst_margin)),
      h("td", {}, item.tags.join(", ")), h("td", { class: "note" }, item.note ?? ""));
  }

  private move(by: number): void {
    this.current = Math.max(0, Math.min(this.items.length - 1, this.current + by));
    this.draw();
    this.body.children[this.current]?.scrollIntoView({ block: "nearest" });
  }

  private choose(id: string | undefined): void {
    if (id !== undefined) {
      this.chosen = this.chosen.includes(id) ? this.chosen.filter(each => each !== id) : [...this.chosen, id].slice(-2);
      this.draw();
    }
  }

  private openCurrent(): void {
    const item = this.items[this.current];
    if (item) {
      location.hash = `#/episode/${encodeURIComponent(item.id)}`;
    }
  }

  private openBoth(): void {
    location.hash = `#/compare/${this.chosen.map(encodeURIComponent).join("/")}`;
  }
}
