import { h, type Child } from "../../dom";
import type { Part } from "../../read";
import { quantity } from "../../words";

/** 0.843 [0.71, 0.93]; a dash where there is none. */
export function estimate(value: number | null, interval: [number, number] | null, digits = 2): string {
  if (value === null) {
    return "—";
  }
  const write = (number: number) => (Number.isFinite(number) ? number.toFixed(digits) : String(number));
  return interval ? `${write(value)} [${write(interval[0])}, ${write(interval[1])}]` : write(value);
}

/** 31 of 50, 62 % [48, 74]. */
export function share(proportion: Part): string {
  const [count, of, rate, interval] = [proportion.number("count"), proportion.number("of"), proportion.number("rate"), proportion.pair("interval")];
  if (rate === null) {
    return "not counted";
  }
  const percent = (value: number) => (100 * value).toFixed(0);
  return `${count} of ${of}, ${percent(rate)} %${interval ? ` [${percent(interval[0])}, ${percent(interval[1])}]` : ""}`;
}

/** Names and values below each other. */
export function facts(rows: [string, Child][]): HTMLElement {
  return h("dl", { class: "facts wide" }, rows.filter(([, value]) => value !== null && value !== undefined && value !== "").map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

/** A table that scrolls by itself where the window is narrower, with the keyboard too. */
export function table(label: string, columns: Child[], rows: HTMLElement[]): HTMLElement {
  // A column of numbers has its name above its numbers.
  const isNumber = (i: number) => rows[0]?.children[i]?.classList.contains("number") ?? false;
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label },
    h("table", {}, h("thead", {}, h("tr", {}, columns.map((name, i) => h("th", { scope: "col", class: isNumber(i) ? "number" : null }, name)))), h("tbody", {}, rows)));
}

export const number = (value: number | null, unit = "") => h("td", { class: "number" }, quantity(value, unit));

/** What the makers of a document found odd, gravest first. */
export function findings(list: Part[]): Child {
  const order = ["error", "warning", "info"];
  const sorted = list.toSorted((a, b) => order.indexOf(a.text("severity") ?? "info") - order.indexOf(b.text("severity") ?? "info"));
  return sorted.length === 0 ? null : h("section", { class: "card" }, h("h2", {}, "Findings"), h("ul", { class: "plain-list" }, sorted.map(each =>
    h("li", { class: `severity-${each.text("severity") ?? "info"}` }, h("span", { class: "shape" }, each.text("severity") === "error" ? "■ " : each.text("severity") === "warning" ? "△ " : "○ "),
      h("code", {}, each.text("code") ?? ""), ` ${each.text("message") ?? ""}`, each.text("hint") ? h("span", { class: "soft" }, ` — ${each.text("hint")}`) : null))));
}

/** The end of a digest is enough to tell two apart by eye; the whole is in the title. */
export const digest = (value: string | null) => (value ? h("code", { title: value }, value) : "—");
