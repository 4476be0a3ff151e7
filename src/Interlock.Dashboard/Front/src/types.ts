// What the server says; see docs/dashboard.md.

export interface SessionInfo {
  role: "operator" | "viewer";
  version: string;
  live: { connected: boolean; url: string } | null;
  folder: string | null;
}

export interface Signal {
  key: string;
  group: string;
  name: string;
  unit: string;
  color: number;
  min: number | null;
  max: number | null;
  threshold: number | null;
  band: Band | null;
}

/** Where a monitor usually runs over an episode, and where its alarm begins; one value for each bin, the last holds for ever. */
export interface Band {
  alarm: string;
  alpha: number;
  worse_below: boolean;
  window_steps: number;
  bin_s: number;
  usual: number[];
  limit: number[];
  runs: BandRun[];
}

/** When the alarms listened, and when their clock was at 0. */
export interface BandRun {
  t0: number;
  t1: number;
  zero_t: number;
}

export interface Span {
  t0: number;
  t1: number;
  value: string;
  text: string;
}

export interface Strip {
  name: string;
  spans: Span[];
}

export interface EventItem {
  t: number;
  tick: number;
  kind: string;
  code: string;
  severity: "info" | "warning" | "error";
  channel: string | null;
  value: number | null;
  limit: number | null;
  unit: string | null;
  text: string;
  count: number;
}

export interface ChunkMark {
  t: number;
  rows: number;
  latency_ms: number | null;
}

export interface ArmLink {
  name: string;
  parent: string | null;
  joint: {
    name: string;
    channel: string | null;
    type: string;
    axis: [number, number, number];
    origin: { xyz: [number, number, number]; rpy: [number, number, number] };
    unit: string;
  } | null;
}

export interface Arm {
  links: ArmLink[];
  note: string | null;
}

export interface EpisodeDetail {
  id: string;
  file: string;
  length_s: number;
  rate_hz: number;
  start_utc: string;
  session: Record<string, string | null>;
  signals: Signal[];
  strips: Strip[];
  events: EventItem[];
  chunks: ChunkMark[];
  cameras: string[];
  attachments: { name: string; media_type: string; bytes: number }[];
  outcome: string | null;
  tags: string[];
  note: string | null;
  counts: Record<string, number>;
  /** Absent while it is live. */
  event_counts?: { kind: string; code: string; channel: string | null; count: number }[];
  arm: Arm | null;
  reproduce: string;
}

export interface EpisodeRow {
  id: string;
  file: string;
  start_utc: string;
  task: string | null;
  policy: string | null;
  robot: string | null;
  certificate_level: string | null;
  length_s: number | null;
  outcome: string | null;
  interventions: number | null;
  worst_margin: number | null;
  tags: string[];
  note: string | null;
  has_images: boolean;
  complete: boolean;
}

export interface EpisodeList {
  items: EpisodeRow[];
  problems: { file: string; code: string; message: string }[];
}

export interface StepValues {
  t: number;
  tick: number;
  values: Record<string, number | string | null>;
}

export interface LiveStatus {
  type: "status";
  state: string;
  state_text: string;
  verdict: string;
  why: string | null;
  certificate: string | null;
  task: string | null;
  t: number;
  ages_ms: Record<string, number | null>;
  dropped: number;
  rate_hz: number;
  band_zero_t: number | null;
  joints: number[] | null;
  question: { text: string; answers: { command: string; text: string }[] } | null;
  software_stop: { latched: boolean; reason: string | null; code: string | null };
}

export interface ProxySession {
  name: string;
  client: string;
  stopped_by: string | null;
  is_over: boolean;
  /** Of what is not known nothing can be shown. */
  is_known: boolean;
}

export interface ProxyNews {
  type: "proxy";
  protocol: string;
  contract: string;
  is_shadow: boolean;
  on_upstream_failure: string;
  counts: Record<string, number>;
  shown: string | null;
  sessions: ProxySession[];
}

export type LiveMessage =
  | ({ type: "hello"; kind: "run" | "proxy"; proxy_session: string | null } & EpisodeDetail)
  | ProxyNews
  | LiveStatus
  | ({ type: "event" } & EventItem)
  | ({ type: "chunk" } & ChunkMark)
  | { type: "image"; camera: string; t: number; age_ms: number; format: string; url: string }
  | { type: "lost"; reason: string };

export interface CommandAnswer {
  accepted: boolean;
  state: string | null;
  reason: string | null;
}

export interface WhatIf {
  run: string;
  changed_steps: number;
  identical_steps: number;
  not_comparable: number;
  recorded_interventions: number;
  replayed_interventions: number;
  /** Of the changed steps, how many can be listed. */
  listed_differences: number;
  /** Steps whose smallest and largest command are drawn together. */
  steps_together: number;
  other_verdicts: Span[];
  limits: { channel: string; min: number | null; max: number | null }[];
}

export interface WhatIfDifferences {
  from: number;
  items: { t: number; channel: string; recorded: number | null; other: number | null; unit: string; recorded_verdict: string; other_verdict: string }[];
}

/** How often judged recordings succeeded, by the lowest confidence in them. */
export interface Reliability {
  episodes: number;
  judged: number;
  read: number;
  with_confidence: number;
  bins: { from: number; to: number; good: number; n: number; low: number; high: number }[];
  missing: string | null;
}

export interface DocumentItem {
  id: string;
  kind: string;
  file: string;
}
