import { fill, h } from "../dom";
import { anglesOf, type LiveLink } from "../live";
import { ArmView } from "../parts/arm";
import { badge } from "../parts/badge";
import { ClientsCard, noRobotHere } from "../parts/clients";
import { PanelChoice, panelsOf, type Panel } from "../parts/channels";
import { EventList } from "../parts/events";
import { tell } from "../parts/dialog";
import { command } from "../parts/stopbar";
import { Strips } from "../plots/strips";
import { TimePlot } from "../plots/timeplot";
import type { SessionInfo, Signal } from "../types";
import { age, clock, quantity } from "../words";
import type { Page } from "./page";

const windows = [5, 10, 30, 120];
const staleMs = 500;
// Clients of a proxy ask for a reply now and then.
const proxyStaleMs = 5000;

// Who judges on the wire knows neither what was executed nor forces nor the times of a loop.
const hasProxy = (signal: Signal) =>
  !["executed", "force", "timing", "scalar"].includes(signal.group) || ["scalar/clip_fraction", "timing/latency_ms"].includes(signal.key);

/** The robot as it is now. */
export class LivePage implements Page {
  readonly title = "Live";
  readonly element = h("main", { class: "live" });
  readonly keys: Page["keys"];
  private readonly plots = new Map<string, { panel: Panel; plot: TimePlot }>();
  private readonly plotArea = h("div", { class: "plots" });
  private readonly strips = new Strips(t => this.freeze(t));
  private readonly events = new EventList(t => this.freeze(t), true);
  private readonly ages = h("dl", { class: "ages" });
  private readonly cameras = h("div", { class: "cameras" });
  private readonly decision = h("section", { class: "card decision", hidden: true, role: "alert" });
  private readonly now = h("span", { class: "clock" });
  private readonly freezeButton = h("button", { click: () => this.freeze(this.frozenAt === null ? this.end : null) }, "Freeze plots");
  private readonly stopListening: () => void;
  private choice: PanelChoice | null = null;
  private arm: ArmView | null = null;
  private clients: ClientsCard | null;
  private frozenAt: number | null = null;
  private windowS = 10;
  private isDirty = true;
  private frame = 0;
  private askedFor = "";

  constructor(private readonly live: LiveLink, private readonly session: SessionInfo) {
    this.keys = {
      " ": () => (live.proxy ? tell(noRobotHere, "stopped") : void command(live.status?.state === "holding" ? "resume" : "pause")),
      f: () => this.freeze(this.frozenAt === null ? this.end : null),
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
    };
    this.clients = live.proxy ? new ClientsCard(live) : null;
    if (live.detail) {
      this.build();
    } else {
      this.waits();
    }
    this.events.show([...live.events]);
    this.stopListening = live.listen(what => this.heard(what));
    const loop = () => {
      this.frame = requestAnimationFrame(loop);
      this.draw();
    };
    loop();
  }

  leave(): void {
    cancelAnimationFrame(this.frame);
    this.stopListening();
    this.plots.forEach(({ plot }) => plot.destroy());
  }

  private get end(): number {
    return this.live.store?.end ?? 0;
  }

  private heard(what: string): void {
    this.isDirty = true;
    if (what === "hello") {
      this.build();
      this.events.show([...this.live.events]);
    } else if (what === "event") {
      this.events.add({ ...this.live.events.at(-1)! });
    } else if (what === "proxy") {
      this.clients ??= new ClientsCard(this.live);
      this.clients.draw();
      if (!this.live.detail) {
        this.waits();
      }
    } else if (what === "status") {
      this.ask();
    } else if (what === "lost") {
      this.ask();
      if (!this.live.detail) {
        this.waits();
      }
    }
  }

  private waits(): void {
    fill(this.element, h("p", { class: "card" }, this.live.lost ?? "Waiting for the robot…"), this.clients?.element);
  }

  private build(): void {
    const detail = this.live.detail!;
    this.plots.forEach(({ plot }) => plot.destroy());
    this.plots.clear();
    this.choice = new PanelChoice(panelsOf(this.live.proxy ? { ...detail, signals: detail.signals.filter(hasProxy) } : detail), () => this.lay(), this.live.proxy ? "interlock.proxy.hidden" : undefined);
    this.arm = detail.arm ? new ArmView(detail.arm) : null;
    const spans = windows.map(seconds => h("option", { value: seconds, selected: seconds === this.windowS }, `${seconds} s`));
    const window = h("select", { "aria-label": "Time shown", change: () => (this.windowS = Number(window.value)) }, spans);
    fill(this.element,
      h("div", { class: "left" },
        h("div", { class: "row tools" }, h("strong", {}, this.live.proxy ? "Actions of a client" : detail.session.task ?? "no instruction"), this.now, window, this.freezeButton,
          h("details", { class: "choose" }, h("summary", {}, "Plots"), this.choice.element)),
        this.strips.element, this.plotArea),
      h("aside", { class: "right" }, this.decision, this.clients?.element, this.arm?.element, this.cameras, this.outcome(), this.events.element,
        h("section", { class: "card" }, h("h2", {}, "Age of signals"), this.ages)));
    this.lay();
  }

  private lay(): void {
    const detail = this.live.detail!;
    const shown = this.choice!.shown;
    for (const [id, { plot }] of this.plots) {
      if (!shown.some(panel => panel.id === id)) {
        plot.destroy();
        this.plots.delete(id);
      }
    }
    for (const panel of shown.filter(each => !this.plots.has(each.id))) {
      const plot = new TimePlot({ ...panel, rateHz: detail.rate_hz, height: 150, sync: "live", onSeek: t => this.freeze(t) });
      this.plots.set(panel.id, { panel, plot });
    }
    fill(this.plotArea, shown.map(panel => this.plots.get(panel.id)!.plot.element));
    this.isDirty = true;
  }

  /** Stops the picture, not the robot: what arrives meanwhile is kept. Null goes on. */
  private freeze(t: number | null): void {
    this.frozenAt = t;
    this.freezeButton.textContent = t === null ? "Freeze plots" : "Follow again";
    this.element.classList.toggle("frozen", t !== null);
    this.isDirty = true;
  }

  private step(direction: 1 | -1): void {
    const from = this.frozenAt ?? this.end;
    this.freeze(this.events.neighbour(from, direction)?.t ?? (direction > 0 ? null : from));
  }

  private draw(): void {
    const { store, detail, status } = this.live;
    this.drawAges();
    if (!this.isDirty || !store || !detail || store.end === null) {
      return;
    }
    this.isDirty = false;
    const isStale = !this.live.isFresh;
    const end = this.frozenAt === null ? store.end : Math.max(Math.min(store.end, this.frozenAt + this.windowS / 4), (store.start ?? 0) + this.windowS);
    const range: [number, number] = [end - this.windowS, end];
    const changed = this.live.strips.find(strip => strip.name === "verdict")!.spans.filter(span => span.value !== "pass" && span.t1 >= range[0]);
    const ticks = this.live.chunks.filter(chunk => chunk.t >= range[0] && chunk.t <= range[1]).map(chunk => chunk.t);
    // Rows of a proxy's newest reply lie ahead of its arrival.
    const playhead = this.frozenAt ?? (this.live.proxy ? status?.t ?? null : null);
    for (const { panel, plot } of this.plots.values()) {
      const most = Math.max(100, plot.element.clientWidth / 2);
      plot.show(panel.signals.map(signal => store.slice(detail.signals.indexOf(signal), range[0], range[1], most)), range);
      plot.mark({ shading: panel.isCommand ? changed : [], ticks, playhead, runs: panel.limits.band ? this.live.bandRuns : [] });
      plot.stale(isStale);
    }
    this.strips.show(this.live.strips, range, playhead);
    this.now.textContent = `${clock(status?.t ?? store.end)}${status ? ` · ${quantity(status.rate_hz, "Hz")}` : ""}${status?.dropped ? ` · ${status.dropped} messages dropped on the way here` : ""}`;
    this.arm?.show(this.angles(), isStale);
  }

  private angles(): Map<string, number> {
    const { detail, store } = this.live;
    const group = detail!.signals.some(signal => signal.group === "state") ? "state" : "guarded";
    const t = this.frozenAt ?? store!.end!;
    return anglesOf(detail!.arm!.links, channel => {
      const index = detail!.signals.findIndex(signal => signal.group === group && signal.name === channel);
      const slice = index < 0 ? null : store!.slice(index, t - 0.2, t, 1000);
      return slice?.lows.findLast(value => !Number.isNaN(value)) ?? null;
    });
  }

  private drawAges(): void {
    const status = this.live.status;
    const silence = this.live.silenceMs;
    const rows = Object.entries(status?.ages_ms ?? {}).map(([name, ms]) => {
      // What was so old when it was told is older by as long as nothing came since.
      const now = ms === null ? null : ms + Math.max(0, silence - 100);
      return h("div", { class: now === null || now > (this.live.proxy ? proxyStaleMs : staleMs) ? "stale" : "" }, h("dt", {}, name.replaceAll("_", " ")), h("dd", {}, age(now)));
    });
    const text = rows.map(row => row.textContent).join();
    if (text !== this.ages.dataset.text) {
      this.ages.dataset.text = text;
      fill(this.ages, rows);
    }
    this.isDirty ||= !this.live.isFresh;
    this.drawCameras();
  }

  private drawCameras(): void {
    for (const [camera, image] of this.live.images) {
      let card = this.cameras.querySelector<HTMLElement>(`[data-camera="${CSS.escape(camera)}"]`);
      if (!card) {
        card = h("figure", { class: "card camera", "data-camera": camera }, h("img", { alt: `camera ${camera}` }), h("figcaption", {}));
        this.cameras.append(card);
      }
      const picture = card.querySelector("img")!;
      if (picture.dataset.url !== image.url) {
        picture.dataset.url = image.url;
        picture.src = image.url;
      }
      const ms = image.ageMs + performance.now() - image.cameAt;
      card.classList.toggle("stale", ms > 2 * staleMs);
      card.querySelector("figcaption")!.textContent = `${camera} · ${age(Math.round(ms / 50) * 50)} old`;
    }
  }

  private ask(): void {
    // Nobody could take the answer while nothing is heard.
    const question = this.live.lost === null ? this.live.status?.question ?? null : null;
    const text = JSON.stringify(question);
    if (text === this.askedFor) {
      return;
    }
    this.askedFor = text;
    this.decision.hidden = question === null;
    if (question) {
      fill(this.decision, h("h2", {}, "Your decision"), h("p", {}, question.text),
        this.session.role === "operator"
          ? h("div", { class: "row" }, question.answers.map(answer => h("button", { class: "primary", click: () => void command(answer.command) }, answer.text)))
          : h("p", { class: "soft" }, "An operator has to answer."));
    }
  }

  private outcome(): HTMLElement | null {
    return this.session.role === "viewer" || this.live.proxy ? null
      : h("section", { class: "card" }, h("h2", {}, "Outcome"), h("p", { class: "soft small" }, "What came of this episode, in your judgement. It is recorded; nothing moves by it."),
        h("div", { class: "row" }, h("button", { click: () => void command("success") }, badge("success")), h("button", { click: () => void command("failure") }, badge("failure"))));
  }
}
