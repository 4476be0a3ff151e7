/** A colour for each channel, by its place in the recording; the same channel has the same colour everywhere. Equal to Plots/Palette.cs. */
export const channelColours: readonly string[] = [
  "#1177bb", "#cc6600", "#449966", "#aa4466", "#7788ff", "#bb3300", "#7733ff",
  "#ee6688", "#117788", "#dd11aa", "#cc77bb", "#667722", "#bb44cc", "#ff4455",
];

/** The colour that a channel has, however many there are. */
export const channelColour = (index: number) => channelColours[index % channelColours.length] ?? "#888888";

/** The dashes of each group of hues, where several share a picture; equal to Palette.StrokeOf. */
const channelDashes: readonly number[][] = [[], [14, 4], [8, 3, 1.5, 3]];
const huesOfADash = 5;

/** How a channel's line is drawn beside others: hues that look alike to colour-blind eyes differ in it. */
export const channelDash = (index: number) => channelDashes[Math.floor((index % channelColours.length) / huesOfADash)] ?? [];

/** What a state means to a person; in the order of StateKind.cs. */
export type Tone = "idle" | "normal" | "ready" | "changed" | "held" | "stopped" | "human" | "neutral";

/** Fill and text of each, the same on light and on dark. */
const stateColours: Record<Tone, [string, string]> = {
  idle: ["#d5d9de", "#22272e"],
  normal: ["#a5d8b9", "#0b3d22"],
  ready: ["#cfe0f5", "#0d3058"],
  changed: ["#ffdf8a", "#4a3200"],
  held: ["#f7b267", "#402200"],
  stopped: ["#b3202c", "#ffffff"],
  human: ["#6a3fb5", "#ffffff"],
  neutral: ["#e6e6ea", "#2b2b33"],
};

/** Words of the strips, as StateWords.cs has them. */
const strips: Record<string, Tone> = {
  "supervisor/idle": "idle", "supervisor/armed": "ready", "supervisor/running": "normal", "supervisor/degraded": "changed", "supervisor/holding": "held",
  "supervisor/awaiting_human": "held", "supervisor/human_control": "human", "supervisor/stopped": "stopped",
  "supervisor/guarding": "normal", "supervisor/watching": "ready", "verdict/pass": "normal", "verdict/clip": "changed", "verdict/hold": "held", "verdict/stop": "stopped", "verdict/none": "idle",
  "source/none": "idle", "source/policy": "normal", "source/human": "human", "source/blend": "human", "source/hold": "held", "source/stop": "stopped",
  "certificate/none": "idle", "certificate/declared": "changed", "certificate/probed": "ready", "certificate/replayed": "normal", "certificate/closed_loop": "normal",
};

/** Words that stand alone in badges. */
const words: Record<string, Tone> = { success: "normal", failure: "stopped", unknown: "idle" };

/** How a word of a badge is to be taken. Its text stands beside the colour, and its pattern differs as well. */
export function toneOf(word: string): Tone {
  const lower = word.toLowerCase().replaceAll("-", "_");
  return words[lower] ?? ["supervisor", "verdict", "certificate", "source"].map(strip => strips[`${strip}/${lower}`]).find(Boolean) ?? "neutral";
}

/** How a word of a strip is to be taken; an instruction has no rank. */
export const toneIn = (strip: string, word: string): Tone => strips[`${strip.replace("other ", "")}/${word.toLowerCase()}`] ?? "neutral";

/** Gives the colours of states to the style sheet. */
export function paintStates(root: HTMLElement): void {
  for (const [tone, [fill, text]] of Object.entries(stateColours)) {
    root.style.setProperty(`--${tone}`, fill);
    root.style.setProperty(`--${tone}-ink`, text);
  }
}
