import { h } from "../dom";

/** Asks before something moves; true when the person agreed. Escape and "No" are no. */
export function confirmed(question: string, detail: string, yes: string): Promise<boolean> {
  return new Promise(resolve => {
    const dialog = h("dialog", { class: "confirm" },
      h("form", { method: "dialog" }, h("h2", {}, question), h("p", {}, detail),
        h("div", { class: "row end" }, h("button", { value: "no" }, "No"), h("button", { value: "yes", class: "primary" }, yes))));
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Says something once, at the foot of the page, and reads it out. */
export function tell(message: string, tone: "normal" | "stopped" = "normal"): void {
  const note = h("div", { class: `toast tone-${tone}`, role: tone === "stopped" ? "alert" : "status" }, message);
  document.body.append(note);
  setTimeout(() => note.remove(), 6000);
}
