import { api } from "../../api";
import { chart } from "../../charts/chart";
import { fill, h } from "../../dom";
import { channelColour } from "../../palette";
import type { Reliability } from "../../types";

/**
 * How often judged recordings of this folder succeeded, by the lowest confidence in them. Confidence is 1/(1 + disagreement) and no chance of success, so no
 * diagonal is drawn: what can be asked of it is that higher is better.
 */
export function reliability(): HTMLElement {
  const place = h("div", { class: "chart-missing soft" }, "Reading the confidence of this folder's recordings…");
  void build(place);
  return place;
}

async function build(place: HTMLElement): Promise<void> {
  try {
    const found = await api.reliability();
    place.className = found.bins.length === 0 ? "chart-missing soft" : "charts";
    fill(place, found.bins.length === 0 ? found.missing ?? "" : drawn(found));
  } catch (error) {
    fill(place, `The reliability cannot be drawn: ${(error as Error).message}`);
  }
}

function drawn({ episodes, judged, read, with_confidence: n, bins, missing }: Reliability): HTMLElement {
  return chart({
    title: "Success by lowest confidence", x: { label: "lowest confidence in the recording", min: 0, max: 1 }, y: { label: "share that succeeded", min: 0, max: 1 },
    series: [{ label: "judged recordings, with 95 % interval", colour: channelColour(0), dots: true, bars: true, points: bins.map(bin => [(bin.from + bin.to) / 2, bin.good / bin.n]), band: bins.map(bin => [bin.low, bin.high]) }],
    note: [
      `${episodes} ${episodes === 1 ? "recording" : "recordings"}, ${judged} judged${read < judged ? `, the newest ${read} read` : ""}, ${n} of them with a confidence; by bin ${bins.map(bin => `${bin.from.toFixed(1)}–${bin.to.toFixed(1)}: ${bin.good} of ${bin.n}`).join(", ")}.`,
      missing,
    ].filter(Boolean).join(" "),
  });
}
