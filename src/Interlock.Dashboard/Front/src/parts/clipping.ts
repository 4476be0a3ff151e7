import { bar } from "../charts/track";
import { h } from "../dom";
import type { EpisodeDetail } from "../types";

const mostRows = 64;

/** How large a share of the steps the guard changed in each channel, by code: exact counts of the whole recording. */
export function clippingCard(detail: EpisodeDetail): HTMLElement {
  const steps = detail.counts["steps"] ?? 0;
  const rows = (detail.event_counts ?? []).filter(each => each.kind === "intervention").toSorted((a, b) => b.count - a.count);
  const percent = (count: number) => `${((100 * count) / (steps || 1)).toPrecision(2)} %`;
  const largest = rows[0]?.count ?? 1;
  return h("details", { class: "card", open: rows.length > 0 && rows.length <= 12 }, h("summary", {}, "Where the guard changed commands"),
    rows.length === 0 ? h("p", { class: "soft" }, `Nowhere in ${steps} steps.`) : [
      h("table", { class: "values" }, h("thead", {}, h("tr", {}, ["Channel", "Code", "Steps", `of ${steps}`].map(name => h("th", { scope: "col" }, name)))), h("tbody", {}, rows.slice(0, mostRows).map(each =>
        h("tr", {}, h("th", { scope: "row" }, each.channel ?? "all"), h("td", {}, h("code", {}, each.code)), h("td", { class: "number" }, String(each.count)),
          h("td", { class: "share" }, percent(each.count), bar(each.count, largest, percent(each.count))))))),
      h("p", { class: "soft small" }, "A step that breaks two rules counts in both rows."),
    ]);
}
