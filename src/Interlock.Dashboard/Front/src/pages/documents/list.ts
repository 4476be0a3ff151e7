import { api } from "../../api";
import { fill, h } from "../../dom";
import type { DocumentItem } from "../../types";
import type { Page } from "../page";
import { reliability } from "./reliability";

const groups: [string, string[], string, string][] = [
  ["Studies", ["study"], "which monitor knows more than how long an episode lasted", "interlock study LOGS --json > NAME.study.json"],
  ["Calibrations", ["calibrate", "calibration", "confidence"], "what normal looks like, and whether the claims held on episodes that were kept aside", "interlock calibrate DEMOS --json > NAME.calibrate.json"],
  ["Specifications", ["check", "execspec", "drift", "certificate"], "what the policy's numbers mean on the robot, and who signed that", "interlock check PATH --json > NAME.check.json"],
  ["Fault campaigns", ["campaign"], "what the loop did when something broke", "interlock demo --fault all --json > NAME.campaign.json"],
];

/** Studies, calibrations, specifications and campaigns of the folder, by kind. */
export class DocumentsPage implements Page {
  readonly title = "Studies and specifications";
  readonly element = h("main", { class: "documents" }, h("h1", {}, "Studies and specifications"), h("p", { class: "soft" }, "Reading the folder…"));
  readonly keys = {};

  constructor() {
    void this.load();
  }

  leave(): void {}

  private async load(): Promise<void> {
    try {
      const { items } = await api.documents();
      const known = new Set(groups.flatMap(([, kinds]) => kinds));
      fill(this.element, h("h1", {}, "Studies and specifications"), groups.map(([name, kinds, what, command]) => section(name, what, command, items.filter(item => kinds.includes(item.kind)))),
        items.some(item => !known.has(item.kind)) ? section("Others", "shown as they are", "", items.filter(item => !known.has(item.kind))) : null,
        h("section", { class: "card" }, h("h2", {}, "Reliability of confidence", h("span", { class: "soft" }, " — whether recordings with higher confidence succeeded more often")), reliability()));
    } catch (error) {
      fill(this.element, h("h1", {}, "Studies and specifications"), h("p", { class: "card tone-stopped", role: "alert" }, (error as Error).message));
    }
  }
}

function section(name: string, what: string, command: string, items: DocumentItem[]): HTMLElement {
  return h("section", { class: "card" }, h("h2", {}, name, h("span", { class: "soft" }, ` — ${what}`)),
    items.length === 0 ? h("p", { class: "soft" }, "None in this folder. ", h("code", {}, command), " makes one.")
      : h("ul", { class: "document-list" }, items.map(item => h("li", {}, h("a", { href: `#/document/${encodeURIComponent(item.id)}` }, item.file), h("span", { class: "soft" }, ` ${item.kind}`)))));
}
