import { h, type Child } from "../../dom";
import { badge } from "../../parts/badge";
import { Part } from "../../read";
import { dateTime, plain, quantity } from "../../words";
import { siblings } from "./check";
import { specification } from "./execspec";
import { digest, facts, table } from "./say";

/** A certificate as it reads. Nothing is verified in a browser, and that is said first. */
export function certificateView(document: Part): Child[] {
  const payload = document.text("payload");
  if (payload === null) {
    return [];
  }
  const bytes = Uint8Array.from(atob(payload), letter => letter.charCodeAt(0));
  const statement = new Part(JSON.parse(new TextDecoder().decode(bytes)));
  const said = statement.at("predicate");
  const signatures = document.list("signatures");
  return [
    h("p", { class: "card warning-card" }, h("strong", {}, "Not verified here. "), "This page shows what the file says; “interlock certify verify FILE --trust FOLDER” decides whether it may be believed."),
    facts([
      ["Level", badge(said.text("level") ?? "none")], ["Issued", date(said.text("issued_at"))], ["Valid until", date(said.text("expires_at"))],
      ["Signed by, it says", signatures.length === 0 ? "nobody" : h("ul", { class: "plain-list" }, signatures.map(each => h("li", {}, digest(each.text("keyid")))))],
      ["Specification", digest(said.at("spec_digest").text("sha256"))], ["Statistics", digest(said.at("statistics_fingerprint").text("sha256"))],
      ["Probes", quantity(said.at("probes").list("rows").length)], ["Evidence", said.list("evidence").length === 0 ? "none" : quantity(said.list("evidence").length)],
      ["What it does not say", said.text("limitations")],
    ]),
    evidence(said.list("evidence")),
    subjects(statement.list("subject")),
    siblings("Its siblings", "Entries that could be loaded by mistake, farthest first.", said.list("siblings"), each => each.text("key") ?? "?"),
    h("h2", {}, "The specification in it"),
    ...specification(said.at("spec")),
  ];
}

const date = (utc: string | null) => (utc ? dateTime(utc) : "—");

function subjects(list: Part[]): Child {
  return list.length === 0 ? null : h("section", {}, h("h2", {}, "What it is about"), table("Subjects", ["Name", "SHA-256"], list.map(each =>
    h("tr", {}, h("th", { scope: "row" }, each.text("name") ?? "?"), h("td", { class: "words" }, digest(each.at("digest").text("sha256")))))));
}

function evidence(list: Part[]): Child {
  return list.length === 0 ? null : h("section", {}, h("h2", {}, "Evidence"), table("Evidence", ["Kind", "Name", "SHA-256"], list.map(each =>
    h("tr", {}, h("th", { scope: "row" }, plain(each.text("kind") ?? each.text("type") ?? "—")), h("td", {}, each.text("name") ?? each.text("file") ?? "—"), h("td", { class: "words" }, digest(each.text("sha256") ?? each.at("digest").text("sha256")))))));
}
