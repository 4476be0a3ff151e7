import { h, type Child } from "../../dom";
import { badge } from "../../parts/badge";
import type { Part } from "../../read";
import { plain, quantity } from "../../words";
import { facts, table } from "./say";

/** What the loop did for every fault of `interlock demo --fault all`. */
export function campaignView(document: Part): Child[] {
  const rows = document.list("rows");
  if (rows.length === 0) {
    return [];
  }
  const odd = rows.filter(row => row.flag("as_expected") !== true);
  const bar = document.number("reaction_bar_periods");
  return [
    h("p", { class: `card ${odd.length === 0 ? "tone-normal" : "tone-stopped"}` }, odd.length === 0
      ? `All ${rows.length} scenarios went as expected, each ${document.number("runs") ?? "?"} times.` : `${odd.length} of ${rows.length} scenarios did not go as expected: ${odd.map(row => row.text("fault")).join(", ")}.`),
    facts([["Control rate", quantity(document.number("control_rate_hz"), "Hz")], ["Reaction bar", `${bar ?? "?"} control periods after the fault can be seen`], ["Runs of each", quantity(document.number("runs"))], ["Seed", quantity(document.number("seed"))],
      ["Scope", "A simulated arm and simulated faults. What it does not show: that a real robot stops in this time."]]),
    table("Faults", ["Fault", "Reaction", "Within, periods", "Can be seen after", "Ending", "Codes", "Beyond a limit", ""], rows.map(fault)),
  ];
}

function fault(row: Part): HTMLElement {
  const violation = row.number("largest_violation");
  return h("tr", {}, h("th", { scope: "row" }, row.text("fault") ?? "?", h("div", { class: "soft small" }, row.text("story") ?? "")),
    h("td", {}, plain(row.text("reaction") ?? "—")), h("td", { class: "number" }, quantity(row.number("periods"))),
    h("td", { title: row.text("detectable") }, row.number("detectable_after_ms") === null ? "—" : quantity(row.number("detectable_after_ms"), "ms")),
    h("td", {}, plain(row.text("ending") ?? "—")), h("td", { class: "codes" }, row.texts("codes").map(code => [h("code", {}, code), " "]).flat()),
    h("td", { class: "number" }, violation === 0 ? "never" : quantity(violation)),
    h("td", {}, row.flag("as_expected") ? badge("as expected", "normal") : badge("not as expected", "stopped"), row.texts("shortfalls").map(line => h("div", { class: "small" }, line))));
}
