import { h } from "../dom";
import { toneOf, type Tone } from "../palette";
import { plain } from "../words";

/** A word that is coloured and patterned by what it means. */
export const badge = (word: string | null | undefined, tone?: Tone) =>
  h("span", { class: `badge tone-${tone ?? toneOf(word ?? "unknown")}` }, word ? plain(word) : "unknown");
