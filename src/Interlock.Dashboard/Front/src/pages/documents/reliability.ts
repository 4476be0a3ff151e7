import { api } from "../../api";
import { chart } from "../../charts/chart";
import { fill, h } from "../../dom";
import type { EpisodeRow } from "../../types";

const bins = 5;
const mostEpisodes = 200;
const z = 1.959964; // 95 %, normal

/**
 * How often judged episodes of this folder succeeded, by the lowest confidence in them. Confidence is 1/(1 + disagreement) and no chance of success, so no
 * diagonal is drawn: what can be asked of it is that higher is better.
 */
export function reliability(): HTMLElement {
  const place = h("div", { class: "chart-missing soft" }, "Reading the confidence of this folder's episodes…");
  void build(place);
  return place;
}

async function build(place: HTMLElement): Promise<void> {
  try {
    const { items } = await api.episodes("");
    const judged = items.filter(item => item.outcome === "success" || item.outcome === "failure").slice(0, mostEpisodes);
    const rows: { success: boolean; low: number }[] = [];
    for (const item of judged) {
      const low = await lowest(item);
      if (low !== null) {
        rows.push({ success: item.outcome === "success", low });
      }
    }
    place.className = rows.length === 0 ? "chart-missing soft" : "";
    fill(place, rows.length === 0 ? "No episode of this folder has both a confidence and an outcome, so its reliability is not known." : drawn(rows));
  } catch (error) {
    fill(place, `The reliability cannot be drawn: ${(error as Error).message}`);
  }
}

async function lowest(item: EpisodeRow): Promise<number | null> {
  const frame = await api.series(item.id, ["scalar/confidence"], 0, Math.max(item.length_s ?? 0, 1e-3), 500);
  const known = [...(frame.lows[0] ?? [])].filter(Number.isFinite);
  return known.length === 0 ? null : known.reduce((least, value) => Math.min(least, value), Infinity);
}

function drawn(rows: { success: boolean; low: number }[]): HTMLElement {
  const found = Array.from({ length: bins }, (_, i) => {
    const here = rows.filter(row => Math.min(bins - 1, Math.floor(row.low * bins)) === i);
    const good = here.filter(row => row.success).length;
    return { middle: (i + 0.5) / bins, n: here.length, good };
  }).filter(bin => bin.n > 0);
  return chart({
    title: "Success by lowest confidence", x: { label: "lowest confidence in the episode", min: 0, max: 1 }, y: { label: "share that succeeded", min: 0, max: 1 },
    series: [{ label: "judged episodes, with 95 % interval", colour: "#1177bb", dots: true, points: found.map(bin => [bin.middle, bin.good / bin.n]), band: found.map(bin => wilson(bin.good, bin.n)) }],
    note: `n = ${rows.length}; by bin ${found.map(bin => `${(bin.middle - 0.5 / bins).toFixed(1)}–${(bin.middle + 0.5 / bins).toFixed(1)}: ${bin.good} of ${bin.n}`).join(", ")}.`,
  });
}

function wilson(count: number, of: number): [number, number] {
  const p = count / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
