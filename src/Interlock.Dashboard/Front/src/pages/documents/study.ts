import { h, type Child } from "../../dom";
import { badge } from "../../parts/badge";
import type { Part } from "../../read";
import { monitorCharts } from "./studyCharts";
import { comparisons } from "./studyComparisons";
import { monitorTable } from "./studyMonitors";
import { facts, share, estimate } from "./say";

/** What `interlock study --json` found: warnings first, then each policy, then the guard's price. */
export function studyView(document: Part): Child[] {
  const policies = document.list("policies");
  const compared = document.list("comparisons");
  if (policies.length + compared.length === 0) {
    return [];
  }
  const warnings = document.list("warnings").map(warning => h("p", { class: "card warning-card" }, h("strong", {}, "Mind: "), warning.text("message") ?? ""));
  const conclusion = document.text("conclusion");
  return [
    ...warnings,
    conclusion ? h("p", { class: "card conclusion" }, conclusion) : null,
    ...policies.map(policySection),
    compared.length > 0 ? comparisons(compared) : null,
    h("p", { class: "soft small" }, `Intervals are 95 %; ${document.number("resamples") ?? "?"} bootstrap resamples over whole episodes, seed ${document.number("seed") ?? "?"}.`),
  ];
}

function policySection(policy: Part): HTMLElement {
  const monitors = policy.list("monitors");
  return h("section", { class: "policy" }, h("h2", {}, policy.text("name") ?? "policy"),
    facts([
      ["Episodes", `${policy.number("episodes") ?? "?"}, of them ${policy.number("failures") ?? "?"} failures`],
      ["Success", share(policy.at("success"))],
      ["Success without a broken limit", policy.at("safe_success").exists ? share(policy.at("safe_success")) : "not counted"],
      ["Episode length alone, AUROC", estimate(policy.number("length_auroc"), policy.pair("length_interval"))],
      ["Steps of successes", range(policy.at("success_steps"))],
      ["Steps of failures", range(policy.at("failure_steps"))],
      ["From", policy.text("source")],
    ]),
    profile(policy.at("recommended")), monitorTable(policy, monitors), monitorCharts(policy, monitors));
}

function range(lengths: Part): string {
  return lengths.exists ? `${lengths.number("shortest")} to ${lengths.number("longest")}, mean ${lengths.number("mean")?.toFixed(0)}` : "none";
}

function profile(recommended: Part): HTMLElement {
  const primary = recommended.texts("primary");
  const secondary = recommended.texts("secondary");
  return h("div", { class: "card" }, h("h3", {}, "Recommended profile"),
    h("p", {}, primary.length === 0 ? "None: no monitor is told apart from chance with length taken out." : ["Watch ", primary.map(name => badge(name, "normal")),
      secondary.length > 0 ? [" and also ", secondary.map(name => [badge(name, "ready"), " "])] : null].flat(3) as Child[]),
    h("p", { class: "soft small" }, `${recommended.texts("muted").length} others are muted; the reason stands beside each below. Chosen on the same episodes as it is judged by: check it on new ones.`));
}
