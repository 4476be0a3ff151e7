/** Keys of the page in front. Typing into a field stays typing; Escape is always heard. */
export class Keys {
  private page: Record<string, (event: KeyboardEvent) => void> = {};

  constructor(private readonly always: Record<string, () => void>) {
    document.addEventListener("keydown", event => this.hear(event));
  }

  /** The keys of the page that is shown now. */
  use(page: Record<string, (event: KeyboardEvent) => void>): void {
    this.page = page;
  }

  private hear(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const target = event.target as HTMLElement;
    const types = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
    if (event.key !== "Escape" && (types || document.querySelector("dialog[open]"))) {
      return;
    }
    // Space on a button presses it; the page's meaning of space must not come on top.
    if (event.key === " " && /^(BUTTON|SUMMARY|A)$/.test(target.tagName) && target.matches(":focus-visible")) {
      return;
    }
    const act = this.always[event.key] ?? this.page[event.key];
    if (act) {
      // Escape also closes a dialog, which the browser does.
      if (event.key !== "Escape") {
        event.preventDefault();
      }
      act(event);
    }
  }
}
