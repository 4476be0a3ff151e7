import { api } from "../api";
import { fill, h } from "../dom";
import type { EpisodeDetail, WhatIf } from "../types";
import { clock, quantity } from "../words";

const mostRows = 200;

/** The guard again over this recording, with a contract that a person has changed. The robot's answer to it is not simulated. */
export function whatIfCard(detail: EpisodeDetail, seek: (t: number) => void): HTMLElement {
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
      fill(answer, told(await api.whatIf(detail.id, text.value), seek));
    } catch (error) {
      fill(answer, h("p", { class: "tone-stopped", role: "alert" }, (error as Error).message));
    } finally {
      run.disabled = false;
    }
  }
}

function told(result: WhatIf, seek: (t: number) => void): HTMLElement[] {
  const total = result.changed_steps + result.identical_steps;
  const verdict = result.changed_steps === 0 ? `All ${total} commands would have been the same.` : `${result.changed_steps} of ${total} commands would have been others.`;
  const row = (difference: WhatIf["differences"][number]) => h("tr", {},
    h("td", {}, h("button", { class: "quiet", click: () => seek(difference.t) }, clock(difference.t))), h("td", {}, difference.channel),
    h("td", { class: "number" }, quantity(difference.recorded)), h("td", { class: "number" }, quantity(difference.other)), h("td", { class: "unit" }, difference.unit));
  return [
    h("p", {}, h("strong", {}, verdict), ` ${result.interventions.length} interventions.`),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Differences" }, h("table", { class: "values" }, h("thead", {}, h("tr", {}, ["Time", "Channel", "recorded", "would be", ""].map(name => h("th", { scope: "col" }, name)))),
      h("tbody", {}, result.differences.slice(0, mostRows).map(row)))),
    ...(result.differences.length > mostRows ? [h("p", { class: "soft" }, `${result.differences.length - mostRows} more.`)] : []),
  ];
}
