export interface Axis {
  label: string;
  min: number;
  max: number;
  /** How a value is written beside a tick. */
  write?: (value: number) => string;
}

const steps = [1, 2, 2.5, 5, 10];

/** Round numbers inside an axis, about as many as wanted. */
export function ticksOf(axis: Axis, wanted: number): number[] {
  const span = axis.max - axis.min;
  if (!(span > 0) || !Number.isFinite(span)) {
    return [axis.min];
  }
  const size = 10 ** Math.floor(Math.log10(span / wanted));
  const step = size * (steps.find(each => span / (size * each) <= wanted) ?? 10);
  const first = Math.ceil(axis.min / step - 1e-9);
  return Array.from({ length: Math.floor(axis.max / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** An axis that holds all values with a little room; those that are no finite numbers are left out. */
export function axisAround(label: string, values: number[], withZero = false): Axis {
  const finite = values.filter(Number.isFinite);
  const all = withZero ? [0, ...finite] : finite;
  const min = all.reduce((least, value) => Math.min(least, value), Infinity);
  const max = all.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!Number.isFinite(min)) {
    return { label, min: 0, max: 1 };
  }
  const room = (max - min || Math.abs(max) || 1) * 0.05;
  return { label, min: withZero && min === 0 ? 0 : min - room, max: max + room };
}
