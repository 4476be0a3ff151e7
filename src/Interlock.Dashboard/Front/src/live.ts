import { readFrame } from "./frame";
import { LiveStore } from "./store";
import type { ArmLink, BandRun, ChunkMark, EpisodeDetail, EventItem, LiveMessage, LiveStatus, ProxyNews, Strip } from "./types";

const minutesKept = 5;
const mostChunks = 2000;
const mostSpans = 2000;
const reconnectMs = 1000;

/** A picture from a camera, and when this page got it. */
export interface LiveImage {
  t: number;
  ageMs: number;
  url: string;
  cameAt: number;
}

/** The link to the live robot, kept while pages come and go. It never says that something is fresh when nothing arrives. */
export class LiveLink {
  detail: EpisodeDetail | null = null;
  status: LiveStatus | null = null;
  /** Null unless the feed is a proxy's: then there is no robot to command. */
  proxy: ProxyNews | null = null;
  /** The client of a proxy that a person chose; null for the newest. */
  chosen: string | null = null;
  store: LiveStore | null = null;
  readonly events: EventItem[] = [];
  readonly chunks: ChunkMark[] = [];
  readonly images = new Map<string, LiveImage>();
  strips: Strip[] = [];
  /** When the alarms listened. */
  readonly bandRuns: BandRun[] = [];
  lost: string | null = "not connected yet";
  private heardAt = -Infinity;
  private socket: WebSocket | null = null;
  private readonly listeners = new Set<(what: LiveMessage["type"] | "frame") => void>();

  start(): void {
    const wanted = this.chosen === null ? "" : `?session=${encodeURIComponent(this.chosen)}`;
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/live${wanted}`);
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", message => this.socket === socket && this.take(message.data as string | ArrayBuffer));
    socket.addEventListener("close", () => {
      if (this.socket !== socket) {
        return;
      }
      this.lose("the dashboard's own server does not answer");
      setTimeout(() => this.start(), reconnectMs);
    });
  }

  /** Shows another client of a proxy; null follows the newest. */
  choose(session: string | null): void {
    const before = this.socket;
    this.chosen = session;
    this.start();
    before?.close();
  }

  listen(listener: (what: LiveMessage["type"] | "frame") => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** How long nothing has come, ms. */
  get silenceMs(): number {
    return performance.now() - this.heardAt;
  }

  get isFresh(): boolean {
    return this.lost === null && this.silenceMs < 1000;
  }

  private take(data: string | ArrayBuffer): void {
    this.heardAt = performance.now();
    if (typeof data !== "string") {
      const frame = readFrame(data);
      this.store ??= new LiveStore(this.detail?.signals.length ?? 0, Math.ceil((minutesKept * 60) / frame.dt), frame.dt);
      this.store.add(frame);
      this.tell("frame");
      return;
    }
    this.understand(JSON.parse(data) as LiveMessage);
  }

  private understand(message: LiveMessage): void {
    switch (message.type) {
      case "hello":
        this.begin(message);
        break;
      case "status":
        this.lost = null;
        this.status = message;
        this.follow(message);
        break;
      case "proxy":
        this.proxy = message;
        break;
      case "event":
        this.events.push(message);
        this.events.splice(0, this.events.length - 1000);
        break;
      case "chunk":
        this.chunks.push(message);
        this.chunks.splice(0, this.chunks.length - mostChunks);
        break;
      case "image":
        this.images.set(message.camera, { t: message.t, ageMs: message.age_ms, url: message.url, cameAt: performance.now() });
        break;
      case "lost":
        this.lose(message.reason);
        return;
    }
    this.tell(message.type);
  }

  private begin(detail: EpisodeDetail): void {
    this.detail = detail;
    this.store = null;
    this.lost = null;
    this.events.splice(0, this.events.length, ...detail.events);
    this.chunks.splice(0, this.chunks.length, ...detail.chunks);
    this.bandRuns.splice(0, this.bandRuns.length, ...(detail.signals.find(signal => signal.band)?.band?.runs ?? []));
    this.strips = detail.strips.map(strip => ({ ...strip }));
  }

  private follow(status: LiveStatus): void {
    this.followBands(status);
    const words: Record<string, [string, string]> = {
      supervisor: [status.state, status.state_text],
      verdict: [status.verdict, status.verdict],
      certificate: [status.certificate ?? "none", status.certificate ?? "none"],
      task: [status.task ?? "none", status.task ?? "no instruction"],
    };
    for (const strip of this.strips) {
      const [value, text] = words[strip.name] ?? ["", ""];
      const last = strip.spans.at(-1);
      if (last && last.value === value && last.text === text) {
        last.t1 = status.t;
      } else {
        if (last) {
          last.t1 = status.t;
        }
        strip.spans.push({ t0: status.t, t1: status.t, value, text });
        strip.spans.splice(0, strip.spans.length - mostSpans);
      }
    }
  }

  private followBands({ band_zero_t: zero, t }: LiveStatus): void {
    const last = this.bandRuns.at(-1);
    if (zero !== null && last?.zero_t === zero) {
      last.t1 = t;
    } else if (zero !== null) {
      this.bandRuns.push({ t0: zero, t1: t, zero_t: zero });
      this.bandRuns.splice(0, this.bandRuns.length - mostSpans);
    }
  }

  private lose(reason: string): void {
    this.lost = reason;
    this.tell("lost");
  }

  private tell(what: LiveMessage["type"] | "frame"): void {
    this.listeners.forEach(listener => listener(what));
  }
}

/** Angles of the joints of an arm by name, from values by channel. */
export function anglesOf(links: ArmLink[], value: (channel: string) => number | null): Map<string, number> {
  const angles = new Map<string, number>();
  for (const { joint } of links) {
    const read = joint?.channel ? value(joint.channel) : null;
    if (joint && read !== null) {
      angles.set(joint.name, joint.unit === "deg" ? (read * Math.PI) / 180 : read);
    }
  }
  return angles;
}
