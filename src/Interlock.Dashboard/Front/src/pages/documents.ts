import { api } from "../api";
import { fill, h } from "../dom";
import type { Page } from "./page";

/** Studies, calibrations and specifications of the folder. */
export class DocumentsPage implements Page {
  readonly title = "Studies and specifications";
  readonly element = h("main", { class: "documents" }, h("h1", {}, "Studies and specifications"));
  readonly keys = {};

  constructor() {
    void this.load();
  }

  leave(): void {}

  private async load(): Promise<void> {
    const { items } = await api.documents();
    this.element.append(items.length === 0
      ? h("p", { class: "card soft" }, "There is none in this folder. “interlock study … --json > NAME.study.json” makes one.")
      : h("ul", {}, items.map(item => h("li", {}, h("a", { href: `#/document/${encodeURIComponent(item.id)}` }, item.file), h("span", { class: "soft" }, ` ${item.kind}`)))));
  }
}

export class DocumentPage implements Page {
  readonly title = "Document";
  readonly element = h("main", { class: "document" });
  readonly keys = {};

  constructor(id: string) {
    void api.document(id).then(document => fill(this.element, h("pre", {}, JSON.stringify(document, null, 2))));
  }

  leave(): void {}
}
