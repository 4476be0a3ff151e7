import { bar } from "../../charts/track";
import { h, type Child } from "../../dom";
import { badge } from "../../parts/badge";
import type { Part } from "../../read";
import { plain, quantity } from "../../words";
import { channelTable, type ChannelMeaning } from "./meaning";
import { digest, facts, findings, table } from "./say";

/** What `interlock check --json` observed: meaning of each channel, drift to its siblings, and specification against observed. */
export function checkView(document: Part): Child[] {
  const action = document.at("action");
  if (!action.exists && document.list("siblings").length === 0) {
    return [];
  }
  const rateHz = action.number("rate_hz");
  return [
    verdict(document.at("gate"), document.flag("valid")),
    facts([
      ["Policy", document.text("name")], ["Key", document.text("key")], ["Scheme", scheme(document)], ["Statistics", digest(document.text("fingerprint"))],
      ["An action is", [action.text("quantity"), action.text("reference")].filter(Boolean).map(word => plain(word!)).join(", ")],
      ["Rate", rateHz === null ? "not stated" : quantity(rateHz, "Hz")], ["From", document.text("source")],
    ]),
    channelTable(action.list("channels").map(meaning), rateHz),
    siblings("If another entry were loaded", "Entries of the same file, farthest first. An idle command is what the network's zero becomes.", document.list("siblings"), each => each.text("key") ?? "?"),
    siblings("If the same entry were read in another way", "The scheme says how the statistics become a scale.", document.list("wrong_schemes"), each => plain(each.text("scheme") ?? "?")),
    checks(document.at("gate")),
    findings(document.list("findings")),
    document.text("next") ? h("section", { class: "card" }, h("h2", {}, "Next"), h("pre", { tabindex: 0 }, document.text("next"))) : null,
  ];
}

function scheme(document: Part): string {
  const [low, high] = [document.number("low_quantile"), document.number("high_quantile")];
  return `${plain(document.text("scheme") ?? "?")}${low === null || high === null ? "" : `, ${quantity(100 * low)} % to ${quantity(100 * high)} %`}`;
}

function meaning(channel: Part): ChannelMeaning {
  const [low, high] = [channel.number("at_minus_one"), channel.number("at_plus_one")];
  return {
    name: channel.text("name") ?? "?", role: channel.text("role"), unit: channel.text("unit") ?? "", isNormalised: channel.flag("normalised"),
    atMinusOne: low, atZero: low === null || high === null ? null : (low + high) / 2, atPlusOne: high, physicalPerCommand: channel.number("physical_per_command"), physicalUnit: channel.text("physical_unit"),
  };
}

function verdict(gate: Part, isValid: boolean | null): Child {
  if (!gate.exists) {
    return isValid === false ? h("p", { class: "card tone-stopped" }, "This specification has errors; see the findings.") : null;
  }
  const mayStart = gate.flag("may_start") === true;
  return h("p", { class: `card ${mayStart ? "tone-normal" : "tone-stopped"}` }, mayStart ? `The gate would let it start against ${gate.text("against") ?? "the certified one"}.` : `The gate refuses: ${gate.text("first_cause") ?? "no cause was told"}`);
}

/** Siblings by drift; bars are relative to the largest. */
export function siblings(title: string, note: string, list: Part[], name: (sibling: Part) => string): Child {
  if (list.length === 0) {
    return null;
  }
  const drift = (sibling: Part) => sibling.number("drift_mean_abs") ?? 0;
  const ranked = list.toSorted((a, b) => drift(b) - drift(a));
  const largest = drift(ranked[0]!);
  return h("section", {}, h("h2", {}, title), h("p", { class: "soft small legend-line" }, note, " Drift is the mean distance of decoded commands, in half-ranges of the certified entry."),
    table(title, ["", "Drift, mean", "", "Worst channel", "Idle command moves", "and turns"], ranked.map(sibling => h("tr", {}, h("th", { scope: "row" }, name(sibling)),
      h("td", { class: "number" }, quantity(sibling.number("drift_mean_abs"))), h("td", { class: "track-cell" }, bar(drift(sibling), largest, `drift ${quantity(drift(sibling))}`)),
      h("td", {}, sibling.text("max_channel") ?? "—", h("span", { class: "soft" }, ` ${quantity(sibling.number("drift_worst"))}`)),
      h("td", { class: "number" }, sibling.number("null_mm_per_s") === null ? "not known" : `${sibling.number("null_mm_per_s")!.toFixed(0)} mm/s`),
      h("td", { class: "number" }, sibling.number("null_rad_per_s") === null ? "not known" : `${sibling.number("null_rad_per_s")!.toFixed(2)} rad/s`)))));
}

function checks(gate: Part): Child {
  const all = gate.list("checks");
  if (all.length === 0) {
    return null;
  }
  const rows = (status: string) => all.filter(each => each.text("status") === status);
  const shown = (list: Part[]) => table("Checks", ["Code", "What", "Certified", "Observed", ""], list.map(each => h("tr", {}, h("td", {}, h("code", {}, each.text("code") ?? "")), h("th", { scope: "row" }, each.text("subject") ?? "", h("div", { class: "soft small" }, each.text("message") ?? "")),
    h("td", { class: "words" }, each.text("expected") ?? "—"), h("td", { class: "words" }, each.text("observed") ?? "—"), h("td", {}, badge(each.text("status"), each.text("status") === "failed" ? "stopped" : each.text("status") === "passed" ? "normal" : "idle")))));
  const [failed, passed] = [rows("failed"), rows("passed")];
  const rest = all.filter(each => !["failed", "passed"].includes(each.text("status") ?? ""));
  return h("section", {}, h("h2", {}, "Specification against observed"), failed.length > 0 ? shown(failed) : h("p", {}, "Nothing differs in what was checked."),
    h("details", { class: "card" }, h("summary", {}, `${passed.length} passed`), shown(passed)),
    h("details", { class: "card" }, h("summary", {}, `${rest.length} not checked: the certificate or the source does not say`), shown(rest)));
}
