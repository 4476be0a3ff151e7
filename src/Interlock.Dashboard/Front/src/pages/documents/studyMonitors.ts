import { track } from "../../charts/track";
import { h } from "../../dom";
import { badge } from "../../parts/badge";
import type { Tone } from "../../palette";
import type { Part } from "../../read";
import { plain } from "../../words";
import { estimate, table } from "./say";

const tones: Record<string, Tone> = { primary: "normal", secondary: "ready", muted: "idle" };

/** Every monitor with its AUROC and interval as a forest, length alone drawn through it. */
export function monitorTable(policy: Part, monitors: Part[]): HTMLElement {
  const length = policy.number("length_auroc");
  const ranked = monitors.toSorted((a, b) => rank(b) - rank(a));
  const key = h("p", { class: "soft small legend-line" }, "■ AUROC as measured · ◆ with length taken out · dotted line: chance, 0.5 · solid line: episode length alone",
    length === null ? ", unknown" : `, ${length.toFixed(2)}`, ". Beyond the solid line a monitor knows more than how long the episode lasted.");
  return h("div", {}, h("h3", {}, "Monitors, best without length first"), key,
    table("Monitors", ["Monitor", "Role", "AUROC", "Length taken out", "0 — AUROC — 1", "Why"], ranked.map(monitor => row(monitor, length))));
}

const rank = (monitor: Part) => monitor.number("length_controlled_auroc") ?? (monitor.number("auroc") ?? -1) - 2;

function row(monitor: Part, length: number | null): HTMLElement {
  const name = monitor.text("name") ?? "?";
  const auroc = monitor.number("auroc");
  const controlled = monitor.number("length_controlled_auroc");
  const role = monitor.text("role") ?? "muted";
  const how = monitor.text("length_control");
  return h("tr", {}, h("th", { scope: "row", title: monitor.text("length_control_note") }, name), h("td", {}, badge(role, tones[role] ?? "idle")),
    h("td", { class: "number" }, estimate(auroc, monitor.pair("interval"))),
    h("td", { class: "number" }, estimate(controlled, monitor.pair("length_controlled_interval")), how ? h("div", { class: "soft small" }, plain(how)) : null),
    h("td", { class: "track-cell" }, track({
      min: 0, max: 1, value: auroc, interval: monitor.pair("interval"), second: { value: controlled, interval: monitor.pair("length_controlled_interval") },
      lines: [{ at: 0.5, kind: "chance" }, ...(length === null ? [] : [{ at: length, kind: "bar" as const }])],
      label: `${name}: AUROC ${estimate(auroc, monitor.pair("interval"))}, length taken out ${estimate(controlled, monitor.pair("length_controlled_interval"))}`,
    })),
    h("td", { class: "words" }, monitor.flag("no_better_than_length") ? h("strong", { class: "caution" }, "No better than length. ") : null, monitor.text("reason") ?? "",
      monitor.number("excluded_episodes") ? h("span", { class: "soft" }, ` ${monitor.number("excluded_episodes")} episodes without a value.`) : null));
}
