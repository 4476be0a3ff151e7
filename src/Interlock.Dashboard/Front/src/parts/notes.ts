import { api } from "../api";
import { h } from "../dom";
import type { EpisodeDetail, SessionInfo } from "../types";
import { tell } from "./dialog";

/** Tags, a note and a person's judgement, kept beside the recording; the recording itself is never written again. */
export function notesCard(detail: EpisodeDetail, session: SessionInfo): HTMLElement {
  const mayWrite = session.role === "operator";
  const tags = h("input", { value: detail.tags.join(", "), disabled: !mayWrite });
  const note = h("textarea", { rows: 3, disabled: !mayWrite }, detail.note ?? "");
  const outcome = h("select", { disabled: !mayWrite }, ["", "success", "failure"].map(word =>
    h("option", { value: word, selected: word === (detail.outcome ?? "") }, word || "not judged")));
  const save = async () => {
    try {
      const words = tags.value.split(",").map(tag => tag.trim()).filter(Boolean);
      await api.notes(detail.id, { tags: words, note: note.value.trim() || null, outcome: outcome.value || null });
      tell("Saved beside the recording.");
    } catch (error) {
      tell((error as Error).message, "stopped");
    }
  };
  return h("section", { class: "card notes" }, h("h2", {}, "Notes"),
    h("label", {}, "Tags", tags), h("label", {}, "Note", note), h("label", {}, "Outcome", outcome),
    mayWrite ? h("button", { click: () => void save() }, "Save") : h("p", { class: "soft small" }, "A read-only link cannot write."));
}
