import { histogram } from "../../charts/histogram";
import { h, type Child } from "../../dom";
import { channelColour } from "../../palette";
import type { Part } from "../../read";
import { plain, quantity } from "../../words";
import { reliability } from "./reliability";
import { facts } from "./say";

/** When a policy's confidence counts as low (docs/confidence.md), and what came of episodes with low confidence in this folder. */
export function confidenceView(document: Part): Child[] {
  const signals = document.list("signals");
  if (signals.length === 0) {
    return [];
  }
  return [
    h("p", { class: "card conclusion" }, document.text("claim") ?? ""),
    facts([["Alpha", quantity(document.number("alpha"))], ["Good episodes", quantity(document.number("episodes"))], ["Signals together", plain(document.text("combination") ?? "—")]]),
    h("div", { class: "charts" }, signals.map((signal, i) => histogram({
      title: plain(signal.text("name") ?? "?"), label: "largest value in an episode", values: signal.numbers("episode_scores"), colour: channelColour(i),
      rules: signal.number("threshold") === null ? [] : [{ label: `alarm above ${quantity(signal.number("threshold"))}`, at: { x: signal.number("threshold")! } }],
    })), reliability()),
  ];
}
