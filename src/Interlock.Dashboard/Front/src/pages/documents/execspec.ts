import { h, type Child } from "../../dom";
import type { Part } from "../../read";
import { plain, quantity } from "../../words";
import type { Surroundings } from "./document";
import { channelTable, type ChannelMeaning } from "./meaning";
import { facts } from "./say";

/** A specification: what the policy's numbers mean, per channel and with units. */
export function execSpecView(document: Part, { items }: Surroundings): Child[] {
  return document.at("action").exists ? [...specification(document), siblingCard(document.list("siblings"), items.filter(item => item.kind === "check" || item.kind === "drift").map(item =>
    h("a", { href: `#/document/${encodeURIComponent(item.id)}` }, item.file)))] : [];
}

/** The parts of a specification, wherever it lies. */
export function specification(document: Part): Child[] {
  const action = document.at("action");
  const decoder = document.at("unnormaliser");
  const rateHz = action.number("rate_hz");
  return [
    facts([
      ["Name", document.text("name")], ["Policy", [document.at("policy").text("family"), document.at("policy").text("library")].filter((word, i, all) => word && all.indexOf(word) === i).join(", ")],
      ["Key", decoder.text("key")], ["Scheme", `${plain(decoder.text("scheme") ?? "not stated")}${decoder.number("low_quantile") === null ? "" : `, ${quantity(100 * decoder.number("low_quantile")!)} % to ${quantity(100 * (decoder.number("high_quantile") ?? NaN))} %`}`],
      ["An action is", [action.text("quantity"), action.text("reference")].filter(Boolean).map(word => plain(word!)).join(", ")], ["Rate", rateHz === null ? "not stated" : quantity(rateHz, "Hz")],
    ]),
    channelTable(channelsOf(action.list("channels"), decoder), rateHz) ?? h("p", { class: "soft" }, "It names no channels."),
  ];
}

function siblingCard(siblings: Part[], compared: HTMLElement[]): HTMLElement {
  return h("section", { class: "card" }, h("h2", {}, "Siblings"),
    h("p", {}, siblings.length === 0 ? "No other entry is known that could be loaded by mistake."
      : `Other entries of the same file that could be loaded by mistake: ${siblings.map(each => each.text("key") ?? "?").join(", ")}.`),
    siblings.length === 0 ? null : h("p", { class: "soft" }, compared.length > 0 ? ["How far they drift, and how an idle command would move: ", ...compared.flatMap(link => [link, " "])]
      : "How far they drift, and how an idle command would move, is what “interlock check PATH --json > NAME.check.json” says."));
}

// The specification holds the line that the statistics come to; nothing is calculated again here.
function channelsOf(channels: Part[], decoder: Part): ChannelMeaning[] {
  const scale = decoder.at("effective").numbers("scale");
  const offset = decoder.at("effective").numbers("offset");
  const mask = decoder.list("mask");
  return channels.map((channel, i) => {
    const isNormalised = mask.length > i ? mask[i]!.value === true : null;
    const known = scale.length === channels.length && offset.length === channels.length;
    const at = (z: number) => (known ? z * scale[i]! + offset[i]! : null);
    return {
      name: channel.text("name") ?? `channel ${i + 1}`, role: channel.text("role"), unit: channel.text("unit") ?? "", isNormalised, atMinusOne: at(-1), atZero: at(0), atPlusOne: at(1),
      physicalPerCommand: channel.number("physical_per_command"), physicalUnit: channel.text("physical_unit"),
    };
  });
}
