import { api } from "../../api";
import { fill, h, type Child } from "../../dom";
import { Part } from "../../read";
import type { DocumentItem } from "../../types";
import type { Page } from "../page";
import { calibrateView } from "./calibrate";
import { calibrationView } from "./calibration";
import { campaignView } from "./campaign";
import { certificateView } from "./certificate";
import { checkView } from "./check";
import { confidenceView } from "./confidence";
import { execSpecView } from "./execspec";
import { studyView } from "./study";

/** What a view may know besides the document: its neighbours in the folder. */
export interface Surroundings {
  item: DocumentItem;
  items: DocumentItem[];
}

const views: Record<string, (document: Part, around: Surroundings) => Child[]> = {
  study: studyView, calibrate: calibrateView, calibration: calibrationView, confidence: confidenceView, check: checkView, drift: checkView,
  execspec: execSpecView, certificate: certificateView, campaign: campaignView,
};

/** One document: drawn where its kind is known and its parts are there, and always as it is. */
export class DocumentPage implements Page {
  title = "Document";
  readonly element = h("main", { class: "document" }, h("p", { class: "soft" }, "Opening…"));
  readonly keys: Page["keys"];

  constructor(id: string) {
    this.keys = { Backspace: () => (location.hash = "#/documents") };
    void this.open(id);
  }

  leave(): void {}

  private async open(id: string): Promise<void> {
    const back = h("a", { href: "#/documents" }, "All studies and specifications");
    try {
      const { items } = await api.documents();
      const item = items.find(each => each.id === id) ?? { id, kind: "", file: id };
      this.title = item.file;
      document.title = `${item.file} · Interlock`;
      const content = await api.document(id);
      fill(this.element, h("p", { class: "small" }, back), h("h1", { class: "file-name" }, item.file), drawn(new Part(content), { item, items }), raw(content));
    } catch (error) {
      fill(this.element, h("p", { class: "small" }, back), h("p", { class: "card tone-stopped", role: "alert" }, `This document cannot be shown: ${(error as Error).message}`));
    }
  }
}

function drawn(document: Part, around: Surroundings): Child[] {
  const view = views[around.item.kind];
  if (!view) {
    return [h("p", { class: "card soft" }, `There is no picture of documents of this kind (${around.item.kind || "unknown"}); its text is below.`)];
  }
  try {
    const parts = view(document, around);
    return parts.length > 0 ? parts : [h("p", { class: "card tone-changed" }, `This file is named like a ${around.item.kind}, but what belongs into one is not in it. Its text is below.`)];
  } catch (error) {
    return [h("p", { class: "card tone-changed", role: "alert" }, `This file is named like a ${around.item.kind}, but it cannot be drawn (${(error as Error).message}). Its text is below.`)];
  }
}

// Formatted only when somebody wants to see it: it may have megabytes.
function raw(content: unknown): HTMLElement {
  const text = h("pre", { tabindex: 0, "aria-label": "The document as JSON" });
  const fold = h("details", { class: "card raw" }, h("summary", {}, "The document as it is (JSON)"), text);
  fold.addEventListener("toggle", () => {
    if (fold.open && !text.textContent) {
      text.textContent = JSON.stringify(content, null, 2);
    }
  });
  return fold;
}
