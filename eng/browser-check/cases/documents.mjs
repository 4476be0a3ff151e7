// Studies, calibrations, specifications, campaigns: each is drawn, a broken one says so.
import { check, equal, expect, open, until } from "../harness.mjs";
import { markup } from "./material.mjs";

export async function documents(browser, address) {
  await check("documents: listed by kind", async () => {
    const it = await open(browser, `${address}#/documents`);
    await until("links", () => it.page.locator(".document-list a").count().then(count => count >= 6));
    await it.close();
  });

  await check("documents: reliability of confidence says what is judged", async () => {
    const it = await open(browser, `${address}#/documents`);
    await until("the curve", () => it.page.getByText("Success by lowest confidence").isVisible());
    await until("how many", () => it.page.getByText(/\d+ recordings, \d+ judged/).isVisible());
    await it.close();
  });

  const show = (name, file, texts, charts) => check(`documents: ${name}`, async () => {
    const it = await open(browser, `${address}#/document/${encodeURIComponent(file)}`);
    for (const text of texts) {
      await until(`“${text}”`, () => it.page.getByText(text).first().isVisible());
    }
    const found = await it.page.locator(".chart svg, .track").count();
    expect(found >= charts, `${found} pictures, not ${charts}`);
    equal(await it.page.getByText("cannot be drawn").count(), 0, "what cannot be drawn");
    await it.page.locator(".raw summary").click();
    await until("the document itself", () => it.page.locator(".raw pre").textContent().then(text => text.startsWith("{")));
    await it.close();
  });

  await show("a study: warnings, forest with the length line, ROC, detection", "monitors.study.json", ["Mind:", "Episode length alone, AUROC", "No better than length.", "ROC", "Detection over time, cut to"], 20);
  await show("calibration measured: claims against what was kept aside", "table.calibrate.json", ["Claims against the episodes that were kept aside", "coverage", "p-values of the episodes kept aside", "Findings"], 6);
  await show("calibration: provenance, scores, bands", "table-arm.calibration.json", ["Learnt from", "Scores of the calibration", "Usual course of the monitors"], 4);
  await show("a specification: each channel with units", "libero_goal.execspec.json", ["What the network's numbers become", "Siblings"], 0);

  await show("what was observed: siblings by drift, idle command", "libero_goal.check.json", ["If another entry were loaded", "mm/s"], 3);

  await check("documents: markup in a document is text", async () => {
    const it = await open(browser, `${address}#/document/${encodeURIComponent("a<b>markup.campaign.json")}`);
    await until("the fault's name", () => it.page.getByText(markup).first().isVisible());
    equal(await it.page.evaluate(() => window.hacked ?? null), null, "nothing in it runs");
    await it.close();
  });

  await check("documents: broken, odd and absent ones say so", async () => {
    const it = await open(browser, `${address}#/document/broken.study.json`);
    await until("the reason", () => it.page.getByRole("alert").isVisible());
    await it.go("document/odd.calibration.json");
    await until("its text", () => it.page.getByText("The document as it is").isVisible());
    await it.go("document/nowhere.json");
    await until("that it is not there", () => it.page.getByText("there is no document").isVisible());
    await it.close();
  });
}
