import { h } from "../dom";
import { channelColour, channelDash } from "../palette";
import type { PlotLimits, PlotLine } from "../plots/timeplot";
import type { EpisodeDetail, Signal } from "../types";

/** One plot of a page: which signals, how they are drawn. */
export interface Panel {
  id: string;
  title: string;
  unit: string;
  signals: Signal[];
  lines: PlotLine[];
  limits: PlotLimits;
  /** Of another contract that is drawn beside. */
  otherLimits?: { min: number | null; max: number | null } | null;
  /** Only spans and limits of a command are shaded. */
  isCommand: boolean;
}

const ways: Record<string, Partial<PlotLine>> = {
  policy: { dash: [5, 3], width: 1 },
  guarded: { width: 2 },
  executed: { dash: [1, 3], width: 1.5 },
  state: { dash: [8, 3, 1.5, 3], width: 1 },
};

const inks: Record<string, string> = { policy: "var-raw", executed: "var-soft", state: "var-state" };

/** A panel for each channel with what the policy wanted and what the guard made of it, then monitors, then times. */
export function panelsOf(detail: EpisodeDetail): Panel[] {
  const guarded = detail.signals.filter(signal => signal.group === "guarded");
  return [...guarded.map(signal => channelPanel(detail, signal)), ...single(detail, "monitor"), ...together(detail)];
}

function channelPanel(detail: EpisodeDetail, guarded: Signal): Panel {
  const signals = ["state", "executed", "policy", "guarded"].flatMap(group =>
    detail.signals.filter(signal => signal.group === group && signal.name === guarded.name && (group !== "state" || signal.unit === guarded.unit)));
  return {
    id: `channel/${guarded.name}`, title: guarded.name, unit: guarded.unit, signals, isCommand: true,
    lines: signals.map(signal => ({ label: said[signal.group] ?? signal.group, colour: ink(signal), ...ways[signal.group] })),
    limits: { min: guarded.min, max: guarded.max, threshold: null, band: null },
  };
}

const said: Record<string, string> = { policy: "policy wanted", guarded: "after the guard", executed: "executed", state: "measured" };

function ink(signal: Signal): string {
  const name = inks[signal.group];
  return name ? getComputedStyle(document.documentElement).getPropertyValue(name.replace("var", "--ink")).trim() : channelColour(signal.color);
}

function single(detail: EpisodeDetail, group: string): Panel[] {
  return detail.signals.filter(signal => signal.group === group).map(signal => ({
    id: signal.key, title: signal.name, unit: signal.unit, signals: [signal], isCommand: false,
    lines: [{ label: signal.name, colour: channelColour(signal.color), width: 1.5 }],
    limits: { min: null, max: null, threshold: signal.threshold, band: signal.band },
  }));
}

// Times, forces and scores: one plot for each unit.
function together(detail: EpisodeDetail): Panel[] {
  const rest = detail.signals.filter(signal => ["timing", "force", "scalar"].includes(signal.group));
  const keys = [...new Set(rest.map(signal => `${signal.group}|${signal.unit}`))];
  return keys.map(key => {
    const signals = rest.filter(signal => `${signal.group}|${signal.unit}` === key);
    return {
      id: key, title: signals.map(signal => signal.name.replaceAll("_", " ")).join(", "), unit: signals[0]!.unit, signals, isCommand: false,
      lines: signals.map((signal, i) => ({ label: signal.name, colour: channelColour(i), dash: channelDash(i), width: 1.25 })),
      limits: { min: null, max: null, threshold: null, band: null },
    };
  });
}

/** Chips that choose which panels are shown; the choice stays in the browser. */
export class PanelChoice {
  readonly element = h("div", { class: "chips", role: "group", "aria-label": "Plots" });
  private readonly hidden: Set<string>;

  constructor(private readonly panels: Panel[], private readonly changed: () => void, private readonly place = "interlock.hidden", shownAtFirst = 8) {
    const kept = localStorage.getItem(place);
    this.hidden = new Set(kept === null ? panels.slice(shownAtFirst).map(panel => panel.id) : (JSON.parse(kept) as string[]));
    for (const panel of panels) {
      const box = h("input", { type: "checkbox", checked: !this.hidden.has(panel.id), change: () => this.turn(panel.id, box.checked) });
      this.element.append(h("label", { class: "chip" }, box, panel.title));
    }
  }

  get shown(): Panel[] {
    return this.panels.filter(panel => !this.hidden.has(panel.id));
  }

  private turn(id: string, isShown: boolean): void {
    if (isShown) {
      this.hidden.delete(id);
    } else {
      this.hidden.add(id);
    }
    localStorage.setItem(this.place, JSON.stringify([...this.hidden]));
    this.changed();
  }
}
