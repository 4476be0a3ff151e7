import { h, type Child } from "../../dom";
import { badge } from "../../parts/badge";
import { plain, quantity } from "../../words";
import { table } from "./say";

/** What the network's -1, 0 and +1 become in one channel. */
export interface ChannelMeaning {
  name: string;
  role: string | null;
  unit: string;
  isNormalised: boolean | null;
  atMinusOne: number | null;
  atZero: number | null;
  atPlusOne: number | null;
  physicalPerCommand: number | null;
  physicalUnit: string | null;
}

/** Each channel in the numbers that the decoder gives, and in what these are on the robot. */
export function channelTable(channels: ChannelMeaning[], rateHz: number | null): Child {
  return channels.length === 0 ? null : h("section", {}, h("h2", {}, "What the network's numbers become"),
    h("p", { class: "soft small legend-line" }, "The 0 is an idle network: what the robot does when the policy says nothing in particular."),
    table("Channels", ["Channel", "Role", "−1 →", "0 →", "+1 →", "0 on the robot", ""], channels.map(channel => h("tr", {}, h("th", { scope: "row" }, channel.name), h("td", {}, plain(channel.role ?? "—")),
      [channel.atMinusOne, channel.atZero, channel.atPlusOne].map(value => h("td", { class: "number" }, quantity(value), h("div", { class: "soft small" }, physical(value, channel)))),
      h("td", { class: "number" }, motion(channel, rateHz)), h("td", {}, channel.isNormalised === false ? badge("passed through", "idle") : null)))));
}

function physical(value: number | null, channel: ChannelMeaning): string {
  if (value === null) {
    return "";
  }
  return channel.physicalPerCommand === null ? plain(channel.unit) : quantity(value * channel.physicalPerCommand, channel.physicalUnit ?? "");
}

function motion(channel: ChannelMeaning, rateHz: number | null): string {
  if (channel.atZero === null || channel.physicalPerCommand === null || rateHz === null) {
    return "—";
  }
  const perSecond = channel.atZero * channel.physicalPerCommand * rateHz;
  return channel.physicalUnit === "m" ? `${(1000 * perSecond).toFixed(1)} mm/s` : quantity(perSecond, `${channel.physicalUnit ?? ""}/s`);
}
