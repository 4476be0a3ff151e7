import { api, Refusal } from "./api";
import { fill, h } from "./dom";
import { Keys } from "./keys";
import { LiveLink } from "./live";
import { ComparePage } from "./pages/compare";
import { DocumentPage } from "./pages/documents/document";
import { DocumentsPage } from "./pages/documents/list";
import { EpisodePage } from "./pages/episode";
import { EpisodesPage } from "./pages/episodes";
import { LivePage } from "./pages/live";
import type { Page } from "./pages/page";
import { paintStates } from "./palette";
import { noRobotHere } from "./parts/clients";
import { tell } from "./parts/dialog";
import { command, StopBar } from "./parts/stopbar";
import type { SessionInfo } from "./types";

paintStates(document.documentElement);
const session = await knock();
const live = session.live ? new LiveLink() : null;
const keys = new Keys({
  Escape: () => {
    if (live?.proxy) {
      tell(noRobotHere, "stopped");
    } else if (live && session.role === "operator") {
      void command("stop");
    }
  },
});
const nav = h("nav", { "aria-label": "Pages" });
const outlet = h("div", { class: "outlet" });
let page: Page | null = null;

const places: [string, string][] = [
  ...(session.live ? [["live", "Live"] as [string, string]] : []),
  ...(session.folder ? [["episodes", "Episodes"], ["documents", "Studies and specifications"]] as [string, string][] : []),
];

// The server may be just starting, or gone: say so, and try again.
async function knock(): Promise<SessionInfo> {
  for (;;) {
    try {
      return await api.session();
    } catch (error) {
      const isAnswer = error instanceof Refusal;
      fill(document.getElementById("app")!, h("main", {}, h("p", { class: "card tone-stopped", role: "alert" }, isAnswer ? [error.message, error.hint ? ` (${error.hint})` : ""].join("") : "The dashboard's server does not answer; trying again…")));
      if (isAnswer) {
        throw error;
      }
      await new Promise(done => setTimeout(done, 1000));
    }
  }
}

function open(route: string, session: SessionInfo): Page {
  const [kind, first, second] = route.split("?")[0]!.split("/").map(decodeURIComponent);
  const query = new URLSearchParams(route.split("?")[1] ?? "");
  switch (kind) {
    case "live": return new LivePage(live!, session);
    case "episode": return new EpisodePage(first!, Number(query.get("t") ?? 0), session);
    case "compare": return new ComparePage(first!, second!);
    case "documents": return new DocumentsPage();
    case "document": return new DocumentPage(first!);
    default: return new EpisodesPage(query.get("filter") ?? "", session);
  }
}

function go(): void {
  page?.leave();
  const home = session.live ? "live" : "episodes";
  const route = location.hash.slice(2) || home;
  const wanted = route.startsWith("live") && !live ? "episodes" : route;
  page = open(wanted, session);
  document.title = `${page.title} · Interlock`;
  keys.use(page.keys);
  fill(nav, places.map(([place, label]) =>
    h("a", { href: `#/${place}`, "aria-current": wanted.startsWith(place.slice(0, -1)) ? "page" : null }, label)));
  fill(outlet, page.element);
}

fill(document.getElementById("app")!,
  h("header", { class: "top" }, h("strong", { class: "brand" }, "Interlock"), nav, live ? new StopBar(live, session).element : null), outlet);
addEventListener("hashchange", go);
live?.start();
go();
