import { fill, h } from "../dom";
import type { LiveLink } from "../live";
import { plain, quantity } from "../words";
import { badge } from "./badge";

/** What is said wherever a robot would have its buttons. */
export const noRobotHere = "A proxy has no robot to stop: it judges what the policy server answers. Use the robot's own stop.";

/** A proxy: who its clients are, which one is shown, what was counted, and what it can do. */
export class ClientsCard {
  readonly element: HTMLElement;
  private readonly select = h("select", { "aria-label": "Client", change: () => this.live.choose(this.select.value || null) });
  private readonly counts = h("dl", { class: "ages" });
  private readonly about = h("p", { class: "soft small" });
  private drawn = "";

  constructor(private readonly live: LiveLink) {
    this.element = h("section", { class: "card clients", "aria-label": "Clients of the proxy" }, h("h2", {}, "Clients of the proxy"), h("div", { class: "row" }, this.select), this.about, this.counts);
    this.draw();
  }

  draw(): void {
    const proxy = this.live.proxy;
    const key = JSON.stringify([proxy, this.live.chosen]);
    if (!proxy || key === this.drawn) {
      return;
    }
    this.drawn = key;
    const listed = proxy.sessions.filter(session => session.is_known);
    const hidden = proxy.sessions.length - listed.length;
    fill(this.select,
      h("option", { value: "", selected: this.live.chosen === null }, "the newest client"),
      listed.map(session => h("option", { value: session.name, selected: this.live.chosen === session.name },
        `${session.client}${session.is_over ? " (over)" : session.stopped_by ? ` (stopped by ${session.stopped_by})` : ""}`)));
    fill(this.about,
      h("span", {}, `${proxy.protocol}, contract ${proxy.contract}. `, proxy.is_shadow ? "Shadow: every reply goes on as it came. " : "Actions that the contract does not allow are changed on their way. "),
      h("span", {}, proxy.on_upstream_failure === "hold" ? "Where the server fails, clients get actions that come to rest. " : "Where the server fails, clients get the protocol's error. "),
      h("span", {}, "Rows of a reply are drawn one period apart from its arrival on; a newer reply replaces what it overtakes. What the robot executed is not known here. "),
      h("span", {}, `${noRobotHere} Ctrl-C at the proxy ends it; its clients then get no more actions.`),
      hidden > 0 ? h("span", {}, ` ${hidden} further clients are connected and not shown.`) : null);
    fill(this.counts, Object.entries(proxy.counts).map(([name, count]) => h("div", {}, h("dt", {}, plain(name)), h("dd", {}, quantity(count)))));
  }
}

/** In the place of the buttons. */
export const proxyWords = () => h("div", { class: "row" }, badge("proxy", "ready"), h("span", { class: "stop-note" }, noRobotHere));
