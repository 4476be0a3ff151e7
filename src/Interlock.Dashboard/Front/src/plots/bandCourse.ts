import type { Band, BandRun } from "../types";
import { quantity } from "../words";

/** A bin of a band, as far as it lies in what is shown. */
export interface Piece {
  t0: number;
  t1: number;
  usual: number;
  limit: number;
}

/** A band over a range of time; nothing where its clock did not run. */
export function courseOf(band: Band, runs: BandRun[], [t0, t1]: [number, number]): Piece[] {
  return runs.filter(run => run.t1 > t0 && run.t0 < t1).flatMap(run => pieces(band, run, Math.max(run.t0, t0), Math.min(run.t1, t1)));
}

function pieces(band: Band, run: BandRun, from: number, to: number): Piece[] {
  const last = band.usual.length - 1;
  const found: Piece[] = [];
  for (let bin = Math.max(0, Math.min(last, Math.floor((from - run.zero_t) / band.bin_s))); from < to; bin++) {
    const end = bin >= last ? to : Math.max(from, Math.min(to, run.zero_t + (bin + 1) * band.bin_s));
    found.push({ t0: from, t1: end, usual: Number(band.usual[bin]), limit: Number(band.limit[bin]) });
    if (bin >= last) {
      break;
    }
    from = end;
  }
  return found;
}

/** What the dashed line means; nothing where the run was not calibrated. */
export function inWords(threshold: number | null, band: Band | null, unit: string): string {
  const level = threshold === null ? [] : [`- - threshold ${quantity(threshold, unit)}`];
  const side = band?.worse_below ? "below" : "above";
  const window = band && band.window_steps > 1 ? ` for the mean over ${band.window_steps} steps` : "";
  return [...level, ...(band ? [`- - alarm “${band.alarm}” ${side} the line${window}`] : [])].join(" · ");
}
