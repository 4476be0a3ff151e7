/** Every signal of a span of time, a lowest and a highest value for each bucket; NaN where nothing is known. */
export interface Frame {
  t0: number;
  dt: number;
  buckets: number;
  lows: Float32Array[];
  highs: Float32Array[];
}

const magic = 0x52464c49;
const headBytes = 32;

/** Reads what the server wrote; throws on anything else. */
export function readFrame(bytes: ArrayBuffer): Frame {
  const view = new DataView(bytes);
  if (bytes.byteLength < headBytes || view.getUint32(0, true) !== magic) {
    throw new Error("not a frame of signals");
  }
  const signals = view.getUint32(4, true);
  const buckets = view.getUint32(8, true);
  if (bytes.byteLength !== headBytes + signals * buckets * 8) {
    throw new Error(`a frame of ${signals} signals and ${buckets} buckets does not have ${bytes.byteLength} bytes`);
  }
  const part = (index: number) => new Float32Array(bytes, headBytes + index * buckets * 4, buckets);
  return {
    t0: view.getFloat64(16, true),
    dt: view.getFloat64(24, true),
    buckets,
    lows: Array.from({ length: signals }, (_, i) => part(2 * i)),
    highs: Array.from({ length: signals }, (_, i) => part(2 * i + 1)),
  };
}
