/** A colour for each channel, by its place in the recording; the same channel has the same colour everywhere. Equal to Plots/Palette.cs. */
export const channelColours: readonly string[] = [];

/** The colour that a channel has, however many there are. */
export const channelColour = (index: number) => channelColours[index % channelColours.length] ?? "#888888";

export type Tone = "good" | "notice" | "warn" | "bad" | "idle" | "person";

const tones: Record<string, Tone> = {
  pass: "good", running: "good", success: "good", "closed-loop": "good", closed_loop: "good", replayed: "good", probed: "good", declared: "notice",
  clip: "notice", degraded: "notice", armed: "notice", policy: "good", hold: "warn", holding: "warn", brake: "warn", fallback: "warn",
  awaiting_human: "person", human: "person", stop: "bad", stopped: "bad", failure: "bad", none: "idle", idle: "idle", unknown: "idle",
};

/** How a word of a strip or a badge is to be taken. Its text stands beside the colour, and its pattern differs as well. */
export const toneOf = (word: string): Tone => tones[word.toLowerCase()] ?? "idle";
