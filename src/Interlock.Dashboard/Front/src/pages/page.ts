/** What is in front now. */
export interface Page {
  title: string;
  element: HTMLElement;
  keys: Record<string, (event: KeyboardEvent) => void>;
  leave(): void;
}
