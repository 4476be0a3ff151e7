import { track } from "../../charts/track";
import { histogram } from "../../charts/histogram";
import { h, type Child } from "../../dom";
import { channelColour } from "../../palette";
import { badge } from "../../parts/badge";
import type { Part } from "../../read";
import { plain, quantity } from "../../words";
import type { Surroundings } from "./document";
import { estimate, facts, findings, table } from "./say";

/** What `interlock calibrate --json` measured on the episodes that it kept aside. */
export function calibrateView(document: Part, { items, item }: Surroundings): Child[] {
  const claims = document.list("claims");
  const channels = document.list("channels");
  if (claims.length + channels.length === 0) {
    return [];
  }
  const episodes = document.at("episodes");
  const twin = items.find(each => each.kind === "calibration" && each.file === item.file.replace(/\.calibrate\.json$/, ".calibration.json"));
  return [
    h("p", { class: "card conclusion" }, document.text("claim") ?? "", document.flag("guaranteed") === false ? h("strong", { class: "caution" }, " This is not guaranteed: there are too few episodes.") : null),
    facts([
      ["Episodes", `${episodes.number("fit") ?? "?"} to fit, ${episodes.number("calibration") ?? "?"} to calibrate, ${episodes.number("holdout") ?? "?"} kept aside; ${episodes.number("smallest_calibration") ?? "?"} are the fewest that carry the claim`],
      ["Alpha", quantity(document.number("alpha"))], ["Guarantee", `per ${document.text("guarantee") ?? "?"}`],
      ["Whole episodes inside the bounds", estimate(document.at("holdout").at("episode_coverage").number("value"), document.at("holdout").at("episode_coverage").pair("interval"))],
      ["Width against mean ± 4 standard deviations", quantity(document.at("four_sigma").number("mean_width_ratio"))],
      ["Calibration", twin ? h("a", { href: `#/document/${encodeURIComponent(twin.id)}` }, `${twin.file}: bands, scores, provenance`) : document.at("files").text("calibration")],
    ]),
    h("h2", {}, "Claims against the episodes that were kept aside"),
    h("p", { class: "soft small legend-line" }, "■ measured, with its 95 % interval · solid line: claimed. Coverage has to reach its claim; everything else has to stay below."),
    table("Claims", ["Claim", "Claimed", "Measured", "0 — 1", "", "In words"], claims.map(claim)),
    pValues(document),
    h("h2", {}, "Channels"),
    table("Channels", ["Channel", "Lowest", "Highest", "Largest step", "Unit", "Kind", "Inside, kept aside", "0 — 1"], channels.map(each => channel(each, document.number("alpha")))),
    findings(document.list("findings")),
  ];
}

// A new episode is worse than its claim only where even its interval is.
function judged(name: string, claimed: number | null, achieved: number | null, interval: [number, number] | null): HTMLElement {
  if (claimed === null || achieved === null) {
    return badge("nothing claimed", "idle");
  }
  const isFloor = name.includes("coverage");
  if (isFloor ? achieved >= claimed : achieved <= claimed) {
    return badge("held", "normal");
  }
  const contradicts = interval !== null && (isFloor ? interval[1] < claimed : interval[0] > claimed);
  return contradicts ? badge("broken", "stopped") : badge("worse, within chance", "changed");
}

function claim(claim: Part): HTMLElement {
  const name = claim.text("name") ?? "?";
  const [claimed, achieved, interval, unit] = [claim.number("claimed"), claim.number("achieved"), claim.pair("interval"), claim.text("unit") ?? ""];
  const isShare = unit.startsWith("fraction") || unit.startsWith("runs");
  return h("tr", {}, h("th", { scope: "row" }, plain(name)), h("td", { class: "number" }, claimed === null ? "—" : quantity(claimed)),
    h("td", { class: "number" }, estimate(achieved, interval, 3), h("div", { class: "soft small" }, unit)),
    h("td", { class: "track-cell" }, isShare ? track({ min: 0, max: 1, value: achieved, interval, lines: claimed === null ? [] : [{ at: claimed, kind: "claim" }], label: `${plain(name)}: ${estimate(achieved, interval, 3)}, claimed ${claimed ?? "nothing"}` }) : null),
    h("td", {}, judged(name, claimed, achieved, interval)), h("td", { class: "words" }, claim.text("words") ?? ""));
}

function pValues(document: Part): Child {
  const values = document.numbers("holdout_p_values");
  return values.length === 0
    ? h("p", { class: "soft" }, document.at("episodes").number("holdout") === 0 ? "No episode was kept aside, so there are no p-values of such."
      : "This file has no p-values of the episodes that were kept aside, so there is no histogram of them: it was written by an older version.")
    : h("div", { class: "charts" }, histogram({
      title: "p-values of the episodes kept aside", label: "p-value against the calibration episodes", values, range: [0, 1], bins: 10, colour: channelColour(0),
      rules: document.number("alpha") === null ? [] : [{ label: `alpha ${quantity(document.number("alpha"))}`, at: { x: document.number("alpha")! } }],
      note: `Steps of ${document.at("episodes").number("holdout") ?? "?"} episodes, of each equally many. Flat when these episodes are like the calibration's; a heap on the left means that they are stranger. `
        + "Steps of one episode resemble each other, so some unevenness is chance.",
    }));
}

function channel(each: Part, alpha: number | null): HTMLElement {
  const inside = each.at("holdout_coverage");
  return h("tr", {}, h("th", { scope: "row" }, each.text("name") ?? "?"), h("td", { class: "number" }, quantity(each.number("min"))), h("td", { class: "number" }, quantity(each.number("max"))),
    h("td", { class: "number" }, quantity(each.number("max_step"))), h("td", {}, each.text("unit") || "not stated"), h("td", {}, plain(each.text("kind") ?? "—")),
    h("td", { class: "number" }, estimate(inside.number("value"), inside.pair("interval"), 3)),
    h("td", { class: "track-cell" }, track({ min: 0, max: 1, value: inside.number("value"), interval: inside.pair("interval"), lines: alpha === null ? [] : [{ at: 1 - alpha, kind: "claim" }], label: `inside: ${estimate(inside.number("value"), inside.pair("interval"), 3)}` })));
}
