import { chart, type Series } from "../../charts/chart";
import { fill, h } from "../../dom";
import { channelColour, channelDash } from "../../palette";
import { pairOf, type Part } from "../../read";

const mostAtFirst = 5;
const unit = (label: string) => ({ label, min: 0, max: 1 });

interface Drawn {
  name: string;
  colour: string;
  dash: string;
  roc: [number, number][];
  detections: Part[];
}

/** ROC, detection over time and its frontier, for the monitors that a person picks; at first those that the study recommends. */
export function monitorCharts(policy: Part, monitors: Part[]): HTMLElement {
  const drawn: Drawn[] = monitors.map((monitor, i) => ({
    name: monitor.text("name") ?? `monitor ${i + 1}`, colour: channelColour(i), dash: channelDash(i).join(" "), detections: monitor.list("detection"),
    roc: monitor.list("roc").flatMap(point => (pairOf(point.value) ? [pairOf(point.value)!] : [])),
  }));
  const usable = drawn.filter(each => each.roc.length > 0 || each.detections.length > 0);
  if (usable.length === 0) {
    return h("p", { class: "soft" }, "No ROC points and no detection times are in this file: it was written by an older version, or no monitor has an AUROC.");
  }
  const wanted = new Set([...policy.at("recommended").texts("primary"), ...policy.at("recommended").texts("secondary"), ...usable.map(each => each.name)]
    .filter(name => usable.some(each => each.name === name)).slice(0, mostAtFirst));
  const area = h("div", { class: "charts" });
  const draw = () => fill(area, charts(usable.filter(each => wanted.has(each.name)), usable));
  const chips = usable.map(({ name }) => {
    const box = h("input", { type: "checkbox", checked: wanted.has(name), change: () => {
      wanted[box.checked ? "add" : "delete"](name);
      draw();
    } });
    return h("label", { class: "chip" }, box, name);
  });
  draw();
  return h("div", {}, h("details", { class: "choose-monitors" }, h("summary", {}, "Which monitors are drawn"), h("div", { class: "chips", role: "group", "aria-label": "Monitors drawn" }, chips)), area);
}

function charts(shown: Drawn[], all: Drawn[]): HTMLElement[] {
  return [
    chart({
      title: "ROC", x: unit("false alarms, share of successes"), y: unit("detected, share of failures"), rules: [{ at: "diagonal", label: "chance" }],
      series: shown.filter(each => each.roc.length > 0).map(each => ({ label: each.name, colour: each.colour, dash: each.dash, points: each.roc })),
      note: all.every(each => each.roc.length === 0) ? "This file has no ROC points." : "Over whole episodes: what grows with length profits here; the table above says how much.",
    }),
    ...detection(shown, true), ...detection(shown, false),
  ];
}

// With all episodes cut to one length it is a prediction; at their own lengths it may be the running clock.
function detection(shown: Drawn[], isCut: boolean): HTMLElement[] {
  const found = shown.flatMap(each => each.detections.filter(one => (one.number("horizon_steps") !== null) === isCut && one.list("curve").length > 0).map(one => ({ ...each, one })));
  if (found.length === 0) {
    return isCut ? [h("p", { class: "soft chart-missing" }, "When failures would have been detected is not known: that needs step logs (interlock replay --jsonl), and 19 successes.")] : [];
  }
  const first = found[0]!.one;
  const level = first.number("false_alarm_level");
  const how = isCut ? `cut to ${first.number("horizon_steps")} steps` : "each at its own length";
  const curve = ({ name, colour, dash, one }: (typeof found)[number]): Series => {
    const points = one.list("curve");
    return {
      label: name, colour, dash, dots: true, points: points.map(point => [point.number("elapsed_fraction") ?? NaN, point.at("detected").number("rate") ?? NaN]),
      ...(found.length <= 2 ? { band: points.map(point => point.at("detected").pair("interval") ?? [NaN, NaN]) } : {}),
    };
  };
  const n = first.list("curve").at(-1)?.at("detected").number("of");
  return [
    chart({
      title: `Detection over time, ${how}`, x: unit("elapsed share of the episode"), y: unit("failures detected by then"), series: found.map(curve),
      note: `n = ${n ?? "?"} failures; at a false-alarm level of ${level ?? "?"}.${found.length > 2 ? " Pick one or two monitors to see the 95 % intervals." : ""}`,
    }),
    ...(isCut ? [chart({
      title: `F1 against detection time, ${how}`, x: unit("mean elapsed share at detection"), y: unit("F1 over episodes"),
      series: found.map(({ name, colour, dash, one }) => ({ label: name, colour, dash, dots: true, points: one.list("frontier").map(point => [point.number("mean_detection_fraction") ?? NaN, point.number("f1") ?? NaN] as [number, number]) })),
      note: "Each point is a threshold that no other beats in both: earlier to the left, better upwards.",
    })] : []),
  ];
}
