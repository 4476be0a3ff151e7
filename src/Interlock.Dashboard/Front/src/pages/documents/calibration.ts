import { axisAround } from "../../charts/axis";
import { chart } from "../../charts/chart";
import { histogram } from "../../charts/histogram";
import { h, type Child } from "../../dom";
import { channelColour } from "../../palette";
import type { Part } from "../../read";
import { plain, quantity } from "../../words";
import type { Surroundings } from "./document";
import { digest, facts, table } from "./say";

/** A calibration as the guard loads it: where its numbers come from, its scores and thresholds, its bands. */
export function calibrationView(document: Part, { items, item }: Surroundings): Child[] {
  const coverage = document.at("coverage");
  const origin = document.at("provenance");
  if (!coverage.exists && !document.at("alarms").exists) {
    return [];
  }
  const twin = items.find(each => each.kind === "calibrate" && each.file === item.file.replace(/\.calibration\.json$/, ".calibrate.json"));
  return [
    h("p", { class: "card conclusion" }, coverage.text("words") ?? "", coverage.flag("guaranteed") === false ? h("strong", { class: "caution" }, " This is not guaranteed: there are too few episodes.") : null),
    facts([
      ["Episodes", `${origin.list("fit_episodes").length} to fit, ${origin.list("calibration_episodes").length} to calibrate, ${origin.list("holdout_episodes").length} kept aside`],
      ["Alpha", quantity(coverage.number("alpha"))], ["Box", plain(coverage.text("box") ?? "—")], ["Channels", document.texts("channels").join(", ")],
      ["Learnt from", origin.text("source")], ["Data", digest(origin.text("data_sha256"))], ["Options", digest(origin.text("options_sha256"))],
      ["Version, seed", `${origin.text("tool_version") ?? "?"}, ${origin.number("seed") ?? "?"}`],
      ["Measured coverage", twin ? h("a", { href: `#/document/${encodeURIComponent(twin.id)}` }, twin.file)
        : "not in this file: “interlock calibrate … --json > NAME.calibrate.json” keeps what was measured on the episodes kept aside"],
    ]),
    h("div", { class: "charts" }, scores(document), shift(document.at("alarms").at("episode_shift"))),
    alarms(document.at("alarms")),
    ...bands(document.at("alarms")),
  ];
}

function scores(document: Part): HTMLElement | null {
  const values = document.at("models").at("conformal").numbers("sorted_scores");
  const unseen = document.at("models").at("conformal").number("unseen_scores") ?? 0;
  const thresholds = document.at("coverage").numbers("thresholds");
  return values.length === 0 ? null : histogram({
    title: "Scores of the calibration", label: "distance from the mean, in spreads", values, colour: channelColour(0),
    rules: thresholds.map((at, i) => ({ label: thresholds.length === 1 ? `threshold ${quantity(at)}` : `threshold ${i + 1}: ${quantity(at)}`, at: { x: at } })).slice(0, 4),
    note: unseen > 0 ? `${unseen} larger ones are kept as a number only` : null,
  });
}

function shift(test: Part): HTMLElement | null {
  const values = test.numbers("sorted_scores");
  return values.length === 0 ? null : histogram({
    title: "Episode scores of the shift test", label: `${plain(test.text("monitor") ?? "score")}, value of an episode`, values, colour: channelColour(2),
    note: "New episodes are ranked among these. The p-values of these themselves are flat by construction and say nothing, so they are not drawn.",
  });
}

function alarms(all: Part): Child {
  const rows: [string, string, string, number | null][] = [];
  const cusum = all.at("cusum");
  if (cusum.exists) {
    rows.push(["CUSUM of exceedances", `at most ${quantity(cusum.number("false_alarms_per_hour"))} false alarms per hour, estimated`, `in control ${quantity(cusum.number("in_control_rate"))}`, cusum.number("threshold")]);
  }
  for (const rule of all.list("band_rules")) {
    rows.push([rule.text("name") ?? "band", `a normal episode ever crosses with chance ${quantity(rule.number("alpha"))} at most`, rule.texts("monitors").join(", "), rule.number("threshold")]);
  }
  for (const rule of all.list("conjunctions")) {
    rows.push([rule.text("name") ?? "both", `both are ever high in a normal episode with chance ${quantity(rule.number("alpha"))} at most`, `${rule.text("novel")} and ${rule.text("confused")}`, rule.number("threshold")]);
  }
  if (all.at("episode_shift").exists) {
    rows.push(["Shift over episodes", `ever fires with chance ${quantity(all.at("episode_shift").number("alpha"))} at most without a shift`, all.at("episode_shift").text("monitor") ?? "", null]);
  }
  return rows.length === 0 ? h("p", { class: "soft" }, "No alarms were calibrated.")
    : h("section", {}, h("h2", {}, "Alarms"), table("Alarms", ["Alarm", "Claim", "Watches", "Threshold"], rows.map(([name, claim, watches, threshold]) =>
      h("tr", {}, h("th", { scope: "row" }, plain(name)), h("td", {}, claim), h("td", { class: "words" }, watches), h("td", { class: "number" }, quantity(threshold))))));
}

function bands(all: Part): Child[] {
  const rateHz = all.at("cusum").number("rate_hz");
  const drawn = all.list("bands").map((band, i) => bandChart(band, all.list("band_rules"), rateHz, i)).filter(each => each !== null);
  return drawn.length === 0 ? [] : [h("h2", {}, "Usual course of the monitors"), h("p", { class: "soft small legend-line" },
    "The line is the usual course in the fit episodes; the shading is how far a normal episode goes to the side that is worse."), h("div", { class: "charts" }, drawn)];
}

function bandChart(band: Part, rules: Part[], rateHz: number | null, index: number): HTMLElement | null {
  const monitor = band.text("monitor") ?? "?";
  const rule = rules.find(each => each.texts("monitors").includes(monitor));
  const threshold = rule?.number("threshold") ?? null;
  const mean = band.numbers("mean");
  const spread = band.numbers("modulation");
  if (mean.length === 0 || mean.length !== spread.length) {
    return null;
  }
  const stride = (band.number("bin_steps") ?? 1) / (rateHz ?? 1);
  const points = mean.map((value, i) => [(i + 0.5) * stride, value] as [number, number]);
  const isLower = band.text("worse_when") === "lower";
  const limits = threshold === null ? null : mean.map((value, i) => {
    const limit = value + (isLower ? -1 : 1) * threshold * spread[i]!;
    return [Math.min(value, limit), Math.max(value, limit)] as [number, number];
  });
  return chart({
    title: plain(monitor), x: { label: rateHz === null ? "step of the episode" : "time in the episode, s", min: 0, max: mean.length * stride },
    y: axisAround(`mean over ${band.number("window_steps") ?? "?"} steps`, [...mean, ...(limits ?? []).flat()]),
    series: [{ label: threshold === null ? "usual course" : `usual course, and ${quantity(threshold)} spreads ${isLower ? "below" : "above"} it`, colour: channelColour(index), points, ...(limits ? { band: limits } : {}) }],
    note: threshold === null ? "No band alarm watches this monitor by itself." : `Alarm ${isLower ? "below" : "above"} the shading.`,
  });
}
