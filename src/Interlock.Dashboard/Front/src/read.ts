/** A part of a document that someone else wrote: whatever is absent or of another kind is null or empty, never an error. */
export class Part {
  constructor(readonly value: unknown) {}

  at(name: string): Part {
    const here = this.value;
    return new Part(typeof here === "object" && here !== null && !Array.isArray(here) && Object.hasOwn(here, name) ? (here as Record<string, unknown>)[name] : undefined);
  }

  /** Also "NaN" and the infinities, which JSON has to write as words. */
  number(name: string): number | null {
    return numberOf(this.at(name).value);
  }

  text(name: string): string | null {
    const found = this.at(name).value;
    return typeof found === "string" ? found : null;
  }

  flag(name: string): boolean | null {
    const found = this.at(name).value;
    return typeof found === "boolean" ? found : null;
  }

  list(name: string): Part[] {
    const found = this.at(name).value;
    return Array.isArray(found) ? found.map(each => new Part(each)) : [];
  }

  numbers(name: string): number[] {
    return this.list(name).flatMap(each => numberOf(each.value) ?? []);
  }

  texts(name: string): string[] {
    return this.list(name).flatMap(each => (typeof each.value === "string" ? [each.value] : []));
  }

  /** Two numbers; null unless both are there. */
  pair(name: string): [number, number] | null {
    return pairOf(this.at(name).value);
  }

  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }
}

export function pairOf(value: unknown): [number, number] | null {
  const [low, high] = Array.isArray(value) ? value.map(numberOf) : [null, null];
  return low === null || high === null || low === undefined || high === undefined ? null : [low, high];
}

function numberOf(value: unknown): number | null {
  if (typeof value === "number") {
    return value;
  }
  return value === "NaN" ? NaN : value === "Infinity" ? Infinity : value === "-Infinity" ? -Infinity : null;
}
