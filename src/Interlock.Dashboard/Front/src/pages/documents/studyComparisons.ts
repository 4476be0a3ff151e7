import { track } from "../../charts/track";
import { h } from "../../dom";
import type { Part } from "../../read";
import { quantity } from "../../words";
import { facts, share, table } from "./say";

/** What the guard costs in success, with the interval that says how little is known about it. */
export function comparisons(compared: Part[]): HTMLElement {
  return h("section", {}, h("h2", {}, "With and without the guard"), compared.map(comparison => h("div", { class: "card" },
    h("h3", {}, comparison.text("name") ?? "policy"),
    table("Success", ["", "Success", "0 — 100 %"], [row("without the guard", comparison.at("without_guard")), row("with the guard", comparison.at("with_guard"))]),
    facts(details(comparison)))));
}

function row(name: string, proportion: Part): HTMLElement {
  return h("tr", {}, h("th", { scope: "row" }, name), h("td", { class: "number" }, share(proportion)),
    h("td", { class: "track-cell" }, track({ min: 0, max: 1, value: proportion.number("rate"), interval: proportion.pair("interval"), lines: [], label: `${name}: ${share(proportion)}` })));
}

function details(comparison: Part): [string, string][] {
  const paired = comparison.at("paired");
  const points = (value: number | null, interval: [number, number] | null) =>
    value === null ? "—" : `${(100 * value).toFixed(0)} percentage points${interval ? ` [${(100 * interval[0]).toFixed(0)}, ${(100 * interval[1]).toFixed(0)}]` : ""}`;
  const isPaired = paired.exists;
  return [
    ["Difference", points(comparison.number("difference"), isPaired ? paired.pair("difference_interval") : comparison.pair("difference_interval"))],
    ["Test", isPaired ? `McNemar on ${paired.number("pairs")} pairs, p = ${quantity(paired.number("mcnemar_p_value"))}` : `Fisher, p = ${quantity(comparison.number("fisher_p_value"))}`],
    ["Pairs", isPaired ? `both succeed ${paired.number("both")}, lost with the guard ${paired.number("lost")}, won with it ${paired.number("won")}, neither ${paired.number("neither")}` : "no episodes with the same seed"],
    ["Actions that the guard changed", comparison.at("modified_actions").exists ? share(comparison.at("modified_actions")) : "not recorded"],
    ["Limits broken with the guard", quantity(comparison.number("violations"))],
    ["How to read it", "No significant difference is not no difference: the interval holds what the data allow."],
  ];
}
