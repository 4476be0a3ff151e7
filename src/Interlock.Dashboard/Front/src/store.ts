import type { Frame } from "./frame";

/** The last minutes of every live signal, in a ring of equal buckets: constant memory, however long it runs. */
export class LiveStore {
  private readonly lows: Float32Array[];
  private readonly highs: Float32Array[];
  private head = 0; // the bucket after the newest
  private origin: number | null = null; // time of bucket 0

  constructor(signals: number, private readonly capacity: number, readonly dt: number) {
    const ring = () => new Float32Array(capacity).fill(NaN);
    this.lows = Array.from({ length: signals }, ring);
    this.highs = Array.from({ length: signals }, ring);
  }

  /** Time behind the newest bucket; null before the first. */
  get end(): number | null {
    return this.origin === null ? null : this.origin + this.head * this.dt;
  }

  get start(): number | null {
    return this.origin === null ? null : this.origin + Math.max(0, this.head - this.capacity) * this.dt;
  }

  add(frame: Frame): void {
    this.origin ??= frame.t0;
    const first = Math.round((frame.t0 - this.origin) / this.dt);
    for (let bucket = 0; bucket < frame.buckets; bucket++) {
      this.put(first + bucket, frame, bucket);
    }
  }

  /** Buckets of a span, merged until there are at most `most`. */
  slice(signal: number, t0: number, t1: number, most: number): { t0: number; dt: number; lows: Float32Array; highs: Float32Array } {
    const origin = this.origin ?? 0;
    const from = Math.floor((t0 - origin) / this.dt);
    const until = Math.ceil((t1 - origin) / this.dt);
    const group = Math.max(1, Math.ceil((until - from) / most));
    // Aligned to whole groups, so that a bucket keeps its members while the window moves.
    const start = Math.floor(from / group) * group;
    const count = Math.max(0, Math.ceil((until - start) / group));
    const lows = new Float32Array(count).fill(NaN);
    const highs = new Float32Array(count).fill(NaN);
    for (let i = 0; i < count; i++) {
      this.merge(signal, start + i * group, group, lows, highs, i);
    }
    return { t0: origin + start * this.dt, dt: group * this.dt, lows, highs };
  }

  private put(bucket: number, frame: Frame, source: number): void {
    if (bucket < this.head - this.capacity || bucket < 0) {
      return;
    }
    // What was skipped is a gap; more than a whole ring of it is an empty ring.
    for (let gap = Math.max(this.head, bucket - this.capacity + 1); gap < bucket; gap++) {
      this.clear(gap % this.capacity);
    }
    const at = bucket % this.capacity;
    for (let signal = 0; signal < this.lows.length; signal++) {
      this.lows[signal]![at] = frame.lows[signal]?.[source] ?? NaN;
      this.highs[signal]![at] = frame.highs[signal]?.[source] ?? NaN;
    }
    this.head = Math.max(this.head, bucket + 1);
  }

  private clear(at: number): void {
    for (let signal = 0; signal < this.lows.length; signal++) {
      this.lows[signal]![at] = NaN;
      this.highs[signal]![at] = NaN;
    }
  }

  private merge(signal: number, from: number, count: number, lows: Float32Array, highs: Float32Array, into: number): void {
    const low = this.lows[signal]!;
    const high = this.highs[signal]!;
    let smallest = Infinity;
    let largest = -Infinity;
    const first = Math.max(from, this.head - this.capacity, 0);
    const end = Math.min(from + count, this.head);
    for (let bucket = first; bucket < end; bucket++) {
      const at = bucket % this.capacity;
      smallest = low[at]! < smallest ? low[at]! : smallest;
      largest = high[at]! > largest ? high[at]! : largest;
    }
    if (smallest <= largest) {
      lows[into] = smallest;
      highs[into] = largest;
    }
  }
}
