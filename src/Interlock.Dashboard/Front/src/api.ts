import { readFrame, type Frame } from "./frame";
import type { CommandAnswer, DocumentItem, EpisodeDetail, EpisodeList, Reliability, SessionInfo, StepValues, WhatIf, WhatIfDifferences } from "./types";

/** What the server refused, in its words. */
export class Refusal extends Error {
  constructor(readonly status: number, readonly code: string, message: string, readonly hint: string | null) {
    super(message);
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) {
    return response;
  }
  let told: { code?: string; message?: string; hint?: string | null } = {};
  try {
    told = await response.json();
  } catch {
    // Not from our server: the status has to do.
  }
  throw new Refusal(response.status, told.code ?? String(response.status), told.message ?? response.statusText, told.hint ?? null);
}

async function read<T>(path: string): Promise<T> {
  return (await checked(await fetch(path))).json() as Promise<T>;
}

// The header is one that a form on another site cannot send.
async function send<T>(path: string, body: unknown): Promise<T> {
  const headers = { "Content-Type": "application/json", "X-Interlock": "1" };
  return (await checked(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }))).json() as Promise<T>;
}

const episode = (id: string) => `/api/episodes/${encodeURIComponent(id)}`;

export const api = {
  session: () => read<SessionInfo>("/api/session"),
  episodes: (filter: string) => read<EpisodeList>(`/api/episodes?filter=${encodeURIComponent(filter)}`),
  episode: (id: string) => read<EpisodeDetail>(episode(id)),
  step: (id: string, t: number) => read<StepValues>(`${episode(id)}/step?t=${t}`),
  imageUrl: (id: string, camera: string, t: number) => `${episode(id)}/image?camera=${encodeURIComponent(camera)}&t=${t.toFixed(3)}`,
  thumbnailUrl: (id: string) => `${episode(id)}/thumbnail`,
  attachmentUrl: (id: string, name: string) => `${episode(id)}/attachment?name=${encodeURIComponent(name)}`,
  reportUrl: (id: string) => `${episode(id)}/report`,
  notes: (id: string, notes: { tags: string[]; note: string | null; outcome: string | null }) => send<unknown>(`${episode(id)}/notes`, notes),
  whatIf: (id: string, contract: string) => send<WhatIf>(`${episode(id)}/whatif`, { contract }),
  reliability: () => read<Reliability>("/api/reliability"),
  differences: (id: string, run: string, from: number, count: number) => read<WhatIfDifferences>(`${episode(id)}/whatif/${run}/differences?from=${from}&count=${count}`),
  documents: () => read<{ items: DocumentItem[] }>("/api/documents"),
  document: (id: string) => read<unknown>(`/api/documents/${encodeURIComponent(id)}`),
  command: (command: string, confirm: boolean) => send<CommandAnswer>("/api/live/command", confirm ? { command, confirm } : { command }),
  async text(url: string): Promise<string> {
    return (await checked(await fetch(url))).text();
  },
  series: (id: string, signals: string[], t0: number, t1: number, buckets: number, signal?: AbortSignal) => frame(`${episode(id)}/series`, signals, t0, t1, buckets, signal),
  otherSeries: (id: string, run: string, channels: string[], t0: number, t1: number, buckets: number, signal?: AbortSignal) =>
    frame(`${episode(id)}/whatif/${run}/series`, channels, t0, t1, buckets, signal),
};

async function frame(path: string, signals: string[], t0: number, t1: number, buckets: number, signal?: AbortSignal): Promise<Frame> {
  const query = `signals=${signals.map(encodeURIComponent).join(",")}&t0=${t0}&t1=${t1}&buckets=${buckets}`;
  const response = await checked(await fetch(`${path}?${query}`, signal ? { signal } : {}));
  return readFrame(await response.arrayBuffer());
}
