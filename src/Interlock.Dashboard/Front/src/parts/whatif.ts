import { api } from "../api";
import { fill, h } from "../dom";
import type { EpisodeDetail, WhatIf } from "../types";
import { clock, quantity } from "../words";

const pageRows = 100;

/** The guard again over this recording, with a contract that a person has changed. The robot's answer to it is not simulated. */
export function whatIfCard(detail: EpisodeDetail, seek: (t: number) => void, draw: (result: WhatIf | null) => void): HTMLElement {
  const contract = detail.attachments.find(file => file.name.endsWith(".contract.yaml"));
  const text = h("textarea", { rows: 14, spellcheck: "false", class: "code", "aria-label": "Contract" });
  const answer = h("div", {});
  const run = h("button", { class: "primary", click: () => void ask() }, "Guard again");
  const card = h("details", { class: "card whatif" }, h("summary", {}, "What if the contract were another?"),
    contract ? [h("p", { class: "soft small" }, "What the guard would have done to the very same actions. What the robot would have done then is not known."), text, run, answer]
      : h("p", { class: "soft" }, "There is no contract in this recording."));
  card.addEventListener("toggle", () => {
    if (card.open && contract && text.value === "") {
      void api.text(api.attachmentUrl(detail.id, contract.name)).then(yaml => (text.value = yaml));
    }
  });
  return card;

  async function ask(): Promise<void> {
    run.disabled = true;
    try {
      const result = await api.whatIf(detail.id, text.value);
      fill(answer, told(detail, result, seek, () => {
        draw(null);
        fill(answer);
      }));
      draw(result);
    } catch (error) {
      fill(answer, h("p", { class: "tone-stopped", role: "alert" }, (error as Error).message));
      draw(null);
    } finally {
      run.disabled = false;
    }
  }
}

function told(detail: EpisodeDetail, result: WhatIf, seek: (t: number) => void, away: () => void): HTMLElement[] {
  const total = result.changed_steps + result.identical_steps;
  const verdict = result.changed_steps === 0 ? `All ${total} commands would have been the same.` : `${result.changed_steps} of ${total} commands would have been others.`;
  const drawn = result.changed_steps === 0 ? "" : " It is drawn in the plots of the channels; where the verdict is another, the strip “other verdict” says which, and the plots are shaded with lines.";
  return [
    h("p", {}, h("strong", {}, verdict), ` ${result.replayed_interventions} interventions, ${result.recorded_interventions} were recorded.`),
    h("p", { class: "soft small" }, `${drawn}${result.steps_together > 1 ? ` The smallest and largest of ${result.steps_together} steps are drawn together.` : ""}`, " ", h("button", { class: "quiet", click: away }, "take it away")),
    ...(result.listed_differences === 0 ? [] : [new DifferenceTable(detail, result, seek).element]),
  ];
}

/** Every difference, a page at a time; no more than a page is here. */
class DifferenceTable {
  readonly element: HTMLElement;
  private readonly body = h("tbody", {});
  private readonly place = h("span", { class: "soft", "aria-live": "polite" });
  private readonly earlier = h("button", { click: () => void this.show(this.from - pageRows) }, "Earlier");
  private readonly later = h("button", { click: () => void this.show(this.from + pageRows) }, "Later");
  private from = 0;

  constructor(private readonly detail: EpisodeDetail, private readonly result: WhatIf, private readonly seek: (t: number) => void) {
    const heads = ["Time", "Channel", "recorded", "would be", "", "verdict"].map(name => h("th", { scope: "col" }, name));
    this.element = h("div", { class: "differences" },
      h("div", { class: "row" }, this.earlier, this.later, this.place),
      h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Differences" }, h("table", { class: "values" }, h("thead", {}, h("tr", {}, heads)), this.body)));
    void this.show(0);
  }

  private async show(from: number): Promise<void> {
    this.from = Math.max(0, from);
    try {
      const { items } = await api.differences(this.detail.id, this.result.run, this.from, pageRows);
      const listed = this.result.listed_differences;
      fill(this.body, items.map(each => h("tr", {},
        h("td", {}, h("button", { class: "quiet", click: () => this.seek(each.t) }, clock(each.t))), h("td", {}, each.channel),
        h("td", { class: "number" }, quantity(each.recorded)), h("td", { class: "number" }, quantity(each.other)), h("td", { class: "unit" }, each.unit),
        h("td", {}, each.recorded_verdict === each.other_verdict ? each.other_verdict : `${each.recorded_verdict} → ${each.other_verdict}`))));
      this.place.textContent = `${this.from + 1} to ${this.from + items.length} of ${this.result.changed_steps}${listed < this.result.changed_steps ? `, of which the first ${listed} are listed` : ""}`;
      this.earlier.disabled = this.from === 0;
      this.later.disabled = this.from + pageRows >= listed;
    } catch (error) {
      this.place.textContent = (error as Error).message;
    }
  }
}
