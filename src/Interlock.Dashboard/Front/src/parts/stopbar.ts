import { api, Refusal } from "../api";
import { fill, h } from "../dom";
import type { LiveLink } from "../live";
import type { SessionInfo } from "../types";
import { plain } from "../words";
import { badge } from "./badge";
import { proxyWords } from "./clients";
import { confirmed, tell } from "./dialog";

const moving = new Set(["arm", "start", "resume", "take_over", "hand_back", "answer_go_on", "answer_with_care"]);

const sentences: Record<string, string> = {
  arm: "The robot is switched to follow commands.",
  start: "The robot begins to move. Everything around it has to be clear.",
  resume: "The robot goes on from where it is held.",
  hand_back: "The policy drives again.",
  take_over: "You drive the robot from here on.",
  answer_go_on: "The robot goes on.",
  answer_with_care: "The robot goes on, slower.",
};

/** Sends a command; asks first when something may move by it. */
export async function command(word: string): Promise<void> {
  const mayMove = moving.has(word);
  if (mayMove && !(await confirmed(`${plain(word).replace(/^./, letter => letter.toUpperCase())}?`, sentences[word] ?? "", plain(word)))) {
    return;
  }
  try {
    const answer = await api.command(word, mayMove);
    if (!answer.accepted) {
      tell(answer.reason ?? `“${plain(word)}” was not accepted`, "stopped");
    }
  } catch (error) {
    tell(error instanceof Refusal ? error.message : "The command did not reach the robot. Use the robot's own stop.", "stopped");
  }
}

/** Stop, pause and what the robot is doing; on every page while a robot is connected. */
export class StopBar {
  readonly element: HTMLElement;
  private readonly words = h("div", { class: "state-words" });
  private readonly actions = h("div", { class: "row" });
  private readonly buttons: HTMLElement;
  private drawnWords = "";
  private drawnActions = "";

  constructor(private readonly live: LiveLink, session: SessionInfo) {
    // Made once: a button that is made anew under a finger loses the press.
    const stop = h("div", { class: "stop-group" },
      h("button", { class: "stop", title: "Esc", click: () => void command("stop") }, "STOP"),
      h("span", { class: "stop-note" }, "software stop — not a safety-rated E-stop"));
    this.buttons = session.role === "operator" ? h("div", { class: "row" }, this.actions, stop) : h("span", { class: "soft" }, "read-only link");
    this.element = h("div", { class: "stopbar", role: "region", "aria-label": "Robot" }, this.words, this.buttons);
    live.listen(what => {
      if (what !== "frame") {
        this.draw();
      }
    });
    setInterval(() => this.draw(), 500);
    this.draw();
  }

  private draw(): void {
    const { status, lost, isFresh } = this.live;
    if (this.live.proxy && this.buttons.isConnected) {
      // Nothing here would do anything.
      this.buttons.replaceWith(proxyWords());
      this.element.setAttribute("aria-label", "Proxy");
    }
    const state = status?.state ?? "unknown";
    const stopped = status?.software_stop.latched ?? false;
    const why = lost ?? status?.software_stop.reason ?? status?.why ?? status?.state_text ?? "";
    const said = JSON.stringify([state, lost, isFresh, why]);
    if (said !== this.drawnWords) {
      this.drawnWords = said;
      this.words.classList.toggle("stale", !isFresh);
      fill(this.words, badge(lost === null ? state : "no signal", lost === null ? undefined : "idle"), h("span", { class: "why", "aria-live": "polite" }, why));
    }
    const offered = JSON.stringify([state, stopped]);
    if (offered !== this.drawnActions) {
      this.drawnActions = offered;
      fill(this.actions,
        stopped ? this.button("reset", "Reset…", "Lets go of the latched stop; nothing moves by it") : null,
        state === "idle" ? this.button("arm", "Arm") : null,
        state === "armed" ? this.button("start", "Start") : null,
        state === "holding" ? this.button("resume", "Resume") : null,
        state === "running" || state === "degraded" ? this.button("pause", "Pause", "Space") : null);
    }
  }

  private button(word: string, label: string, title = ""): HTMLElement {
    return h("button", { title, click: () => void (word === "reset" ? this.reset() : command(word)) }, label);
  }

  // Reset shows what was wrong before it lets go.
  private async reset(): Promise<void> {
    const stop = this.live.status?.software_stop;
    const why = stop?.reason ?? "no reason was told";
    const what = stop?.code && !why.startsWith(stop.code) ? `${stop.code}: ${why}` : why;
    if (await confirmed("Reset the software stop?", `${what}. Nothing moves by a reset: arm and start follow.`, "reset")) {
      await command("reset");
    }
  }
}
