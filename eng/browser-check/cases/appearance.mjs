// Every page in both colour schemes and three widths: contrast, no sideways scrolling, all reached by Tab with a visible focus, pictures.
import { check, equal, expect, open, until } from "../harness.mjs";
import { faintText, overflow, picture, tabbed, unreached } from "../looks.mjs";

const pages = [
  ["episodes", "episodes", "main.episodes tbody a"],
  ["episode", "episode/oscillation.mcap?t=5.2", ".plots canvas"],
  ["compare", "compare/nan.mcap/oscillation.mcap", ".pair canvas"],
  ["documents", "documents", ".document-list a"],
  ["study", "document/monitors.study.json", ".charts svg"],
  ["calibrate", "document/table.calibrate.json", ".track"],
  ["calibration", "document/table-arm.calibration.json", ".charts svg"],
  ["check", "document/libero_goal.check.json", ".track"],
  ["execspec", "document/libero_goal.execspec.json", "table"],
];

// Pictures that hold still: no dates, no times that were measured, no fonts but DejaVu.
const still = new Set(["episode-light-1280", "calibration-dark-1280", "execspec-light-390"]);

export async function appearance(browser, address, options) {
  for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["light", 390], ["dark", 1024]]) {
    await check(`every page, ${scheme}, ${width} px: contrast AA, no sideways scrolling`, async () => {
      const it = await open(browser, address, { scheme, width });
      const faults = [];
      const pictures = [];
      for (const [name, route, ready] of pages) {
        await it.go(route);
        await until(`${name} is there`, () => it.page.locator(ready).first().isVisible());
        await it.page.evaluate(() => document.querySelectorAll("details").forEach(each => (each.open = !each.classList.contains("raw"))));
        await it.page.waitForTimeout(350);
        faults.push(...(await faintText(it.page)).map(each => `${name}: faint ${each}`));
        const beyond = await overflow(it.page);
        if (beyond > 0) faults.push(`${name} is ${beyond} px too wide`);
        await it.page.evaluate(() => document.querySelectorAll("details").forEach(each => (each.open = each.classList.contains("card") && each.querySelector(".share") !== null)));
        const picked = `${name}-${scheme}-${width}`;
        const differs = await picture(it.page, picked, { ...options, compare: still.has(picked) });
        if (differs) pictures.push(`${picked} ${differs}`);
      }
      equal(faults, [], "faults");
      await it.close();
      return pictures.join(", ");
    });
  }

  for (const [name, route, ready] of pages.slice(0, 5)) {
    await check(`${name}: everything is reached by Tab, and the focus is seen`, async () => {
      const it = await open(browser, address);
      await it.go(route);
      await until(`${name} is there`, () => it.page.locator(ready).first().isVisible());
      const reached = await tabbed(it.page);
      expect(reached.length > 3, `only ${reached.length} reached`);
      equal(reached.filter(each => !each.seen).map(each => `${each.tag} ${each.text}`), [], "focus that is not seen");
      equal(await unreached(it.page), [], "not reached");
      await it.close();
      return `${reached.length} stops`;
    });
  }
}

/** A folder without anything says what to do. */
export async function emptiness(browser, address) {
  await check("an empty folder says what to do, on both pages", async () => {
    const it = await open(browser, address);
    await until("a sentence", () => it.page.getByText("There is no recording in").isVisible());
    await it.go("documents");
    await until("sentences", () => it.page.getByText("None in this folder.").count().then(count => count >= 4));
    await until("what a reliability needs", () => it.page.getByText("There is no recording in this folder.").isVisible());
    await it.close();
  });
}
