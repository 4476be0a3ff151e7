/** A number in as few digits as tell it apart, with its unit. */
export function quantity(value: number | string | null | undefined, unit = ""): string {
  if (value === null || value === undefined) {
    return "—";
  }
  if (typeof value === "string") {
    return value;
  }
  const text = Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value);
  return unit ? `${text} ${unit}` : text;
}

/** Seconds as people read them: 7.53 s, 2:05.3. */
export function clock(seconds: number): string {
  if (!Number.isFinite(seconds)) {
    return "—";
  }
  if (Math.abs(seconds) < 60) {
    return `${seconds.toFixed(2)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${(seconds - minutes * 60).toFixed(1).padStart(4, "0")}`;
}

export function age(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) {
    return "never";
  }
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function dateTime(utc: string): string {
  const date = new Date(utc);
  if (Number.isNaN(date.getTime())) {
    return utc;
  }
  // Simulated runs begin at the epoch: 1970 would be read as a broken clock.
  return date.getUTCFullYear() < 1971 ? "simulated time" : `${date.toISOString().slice(0, 10)} ${date.toISOString().slice(11, 19)} UTC`;
}

export const plain = (word: string) => word.replaceAll("_", " ");
