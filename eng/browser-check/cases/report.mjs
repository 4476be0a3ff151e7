// The report as somebody gets it: a file that is opened from the disk, read on a phone and printed.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { check, cli, equal, expect, open, run } from "../harness.mjs";

async function made(recording, page, ...more) {
  const { said } = await run(cli, "report", recording, "-o", page, ...more);
  return { address: pathToFileURL(page).href, said };
}

/** Notes every request of a page that is loaded anew. */
async function requests(it) {
  const urls = [];
  it.page.on("request", request => urls.push(request.url()));
  await it.page.reload();
  return urls.filter(url => !url.startsWith("data:"));
}

export async function report(browser, recordings, folder) {
  const { address } = await made(join(recordings, "chunk_jump.mcap"), join(folder, "report.html"), "--readiness");
  const together = (await made(recordings, join(folder, "together.html"))).address;

  await check("report: opens from the disk, asks for nothing and runs nothing", async () => {
    for (const each of [address, together]) {
      const it = await open(browser, each);
      equal(await requests(it), [each], "requests");
      equal(await it.page.evaluate(() => window.hacked ?? null), null, "nothing in it runs");
      equal(await it.page.locator("script").count(), 0, "scripts");
      expect(await it.page.locator(".verdict").first().isVisible(), "the verdict is not to be seen");
      await it.close();
    }
  });

  await check("report: every link leads to a place in it", async () => {
    const it = await open(browser, together);
    const dead = await it.page.evaluate(() => [...document.querySelectorAll("a[href]")].map(link => link.getAttribute("href")).filter(href => !href.startsWith("#") || !document.getElementById(href.slice(1))));
    equal(dead, [], "dead links");
    await it.close();
  });

  await check("report: on a phone nothing lies beside the page", async () => {
    for (const scheme of ["light", "dark"]) {
      const it = await open(browser, address, { width: 400, scheme });
      expect(await it.page.evaluate(() => document.documentElement.scrollWidth) <= 400, "it is wider than the window");
      const beside = await it.page.evaluate(() => [...document.querySelectorAll(".checklist td")].filter(cell => cell.getBoundingClientRect().right > innerWidth).length);
      equal(beside, 0, "cells of the checklist beside the window");
      await it.close();
    }
  });

  await check("report: printed it is light, unfolded and uncut", async () => {
    const it = await open(browser, address, { scheme: "dark" });
    await it.page.emulateMedia({ media: "print", colorScheme: "dark" });
    equal(await it.page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)", "paper");
    const folded = await it.page.evaluate(() => [...document.querySelectorAll("details svg")].filter(svg => svg.getBoundingClientRect().height < 50 || !svg.checkVisibility({ contentVisibilityAuto: true })).length);
    equal(folded, 0, "pictures that stay folded");
    const cuttable = await it.page.evaluate(() => [...document.querySelectorAll("figure")].filter(figure => getComputedStyle(figure).breakInside !== "avoid").length);
    equal(cuttable, 0, "pictures that may be cut");
    const pdf = (await it.page.pdf({ format: "A4" })).toString("latin1");
    const pages = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
    expect(pages >= 3 && pages <= 20, `${pages} pages`);
    await it.close();
    return `${pages} pages`;
  });
}
