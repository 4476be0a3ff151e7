// Episodes: the table, one episode, two beside each other.
import { check, equal, expect, open, until } from "../harness.mjs";
import { markup } from "./material.mjs";

const playhead = page => page.locator("output.clock").first().textContent().then(text => parseFloat(text));
const shown = page => page.locator("main.episodes tbody tr").count();

export async function recorded(browser, address) {
  await check("episodes: every recording is a row with a picture", async () => {
    const it = await open(browser, address);
    await until("rows", () => shown(it.page).then(count => count >= 9));
    await until("pictures", () => it.page.evaluate(() => [...document.querySelectorAll("tbody img")].every(image => image.naturalWidth > 0)));
    await it.close();
  });

  await check("episodes: the filter narrows, a wrong one says why, an unfitting one says so", async () => {
    const it = await open(browser, address);
    const filter = async text => {
      await it.page.fill("input[type=search]", text);
      await it.page.keyboard.press("Enter");
    };
    const all = await until("rows", () => shown(it.page).then(count => count >= 9 && count));
    await filter("outcome=failure interventions>0");
    await until("fewer rows", () => shown(it.page).then(count => count > 0 && count < all));
    await filter("colour=red");
    await until("the reason", () => it.page.getByText("there is no key 'colour'").isVisible());
    await filter("task:nothing-like-it");
    await until("that nothing fits", () => it.page.getByText("Nothing fits this filter").isVisible());
    await it.close();
  });

  await check("episodes: keyboard moves, opens, goes to the next and back", async () => {
    const it = await open(browser, address);
    await until("rows", () => shown(it.page).then(count => count >= 9));
    for (const key of ["j", "j", "k"]) await it.page.keyboard.press(key);
    equal(await it.page.evaluate(() => [...document.querySelectorAll("tbody tr")].findIndex(row => row.classList.contains("current"))), 1, "row");
    await it.page.keyboard.press("Enter");
    await until("an episode", () => it.page.locator("main.episode .plots canvas").first().isVisible());
    const first = it.page.url();
    await it.page.waitForTimeout(300);
    await it.page.keyboard.press("n");
    await until("the next", () => it.page.url() !== first);
    await until("its plots", () => it.page.locator("main.episode .plots canvas").first().isVisible());
    await it.page.waitForTimeout(300);
    await it.page.keyboard.press("p");
    await until("the first again", () => it.page.url() === first);
    await it.close();
  });

  await check("episode: a calibrated monitor says where its alarm begins", async () => {
    const it = await open(browser, `${address}#/episode/oscillation.mcap`);
    const { page } = it;
    await until("plots", () => page.locator(".plots canvas").first().isVisible());
    await page.evaluate(() => document.querySelectorAll("details").forEach(each => (each.open = true)));
    for (const name of ["stall", "cusum"]) {
      await page.locator("label.chip", { hasText: new RegExp(`^${name}$`) }).locator("input").check();
    }
    await until("the band", () => page.locator("figure.plot", { hasText: "stall" }).getByText(/alarm “band.*” above the line/).isVisible());
    await until("the threshold", () => page.locator("figure.plot", { hasText: "cusum" }).getByText(/threshold \d/).isVisible());
    await it.close();
  });

  await check("episode: event, scrub, step, play, speed, zoom", async () => {
    const it = await open(browser, `${address}#/episode/oscillation.mcap`);
    const { page } = it;
    await until("plots", () => page.locator(".plots canvas").nth(3).isVisible());
    await page.locator(".event button").nth(3).click();
    const eventAt = parseFloat(await page.locator(".event .when").nth(3).textContent());
    await until("the playhead at the event", async () => Math.abs((await playhead(page)) - eventAt) < 0.02);
    await until("the numbers of that step", () => page.locator("h2", { hasText: /tick \d+/ }).isVisible());
    await page.locator("h1").click();
    const before = await playhead(page);
    await page.keyboard.press("ArrowRight");
    expect(Math.abs((await playhead(page)) - before - 1 / 30) < 0.02, "one step is a thirtieth of a second");
    await page.locator("input.scrub").focus();
    await page.keyboard.press("Home");
    await until("the start", async () => (await playhead(page)) === 0);
    await page.getByLabel("Speed").selectOption("2");
    await page.getByRole("button", { name: "Play" }).click();
    await page.waitForTimeout(1000);
    await page.getByRole("button", { name: "Pause" }).click();
    const played = await playhead(page);
    expect(played > 1.2 && played < 3.2, `a second at 2× plays ${played} s`);
    const ranges = () => page.evaluate(() => document.querySelector(".strip .span").title);
    const box = await page.locator(".plots .u-over").first().boundingBox();
    await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 20, { steps: 4 });
    await page.mouse.up();
    const narrow = await until("fewer spans in the zoomed strip", async () => page.locator(".strip-track").first().evaluate(track => track.querySelectorAll("button").length));
    await page.locator("h1").click();
    await page.keyboard.press("0");
    await page.keyboard.press("+");
    await page.keyboard.press("]");
    await page.keyboard.press("0");
    expect(narrow > 0 && (await ranges()), "strips are there at every zoom");
    await it.close();
  });

  await check("episode: what is shown can be copied as numbers", async () => {
    const it = await open(browser, `${address}#/episode/oscillation.mcap`);
    await until("plots", () => it.page.locator(".plots canvas").first().isVisible());
    await until("numbers on the clipboard", async () => {
      await it.page.getByRole("button", { name: "copy" }).first().click();
      const text = await it.page.evaluate(() => navigator.clipboard.readText());
      return text.startsWith("\"time_s\"") && text.split("\n").length > 100;
    });
    await it.close();
  });

  await check("episode: notes are kept and found again, markup in them is text", async () => {
    const it = await open(browser, `${address}#/episode/nan.mcap`);
    await until("notes", () => it.page.getByLabel("Tags").isVisible());
    await it.page.getByLabel("Tags").fill("seen, <i>odd</i>");
    await it.page.locator(".notes textarea").fill(markup);
    await it.page.getByLabel("Outcome").selectOption("failure");
    await it.page.getByRole("button", { name: "Save" }).click();
    await until("that it was saved", () => it.page.getByText("Saved beside the recording").isVisible());
    await it.page.reload();
    await until("the note", () => it.page.locator(".notes textarea").inputValue().then(text => text === markup));
    await it.go("episodes?filter=tag%3Aseen");
    await until("one row", () => shown(it.page).then(count => count === 1));
    expect(await it.page.getByText(markup).isVisible(), "the note is shown as it was typed");
    equal(await it.page.evaluate(() => window.hacked ?? null), null, "nothing in a note runs");
    await it.close();
  });

  await check("episode: markup in a recording's task is text, its long name does not widen the page", async () => {
    const it = await open(browser, `${address}#/episodes?filter=file:a-name-that`, { width: 390 });
    await until("one row", () => shown(it.page).then(count => count === 1));
    expect(await it.page.getByText(markup).first().isVisible(), "the task is shown as it is");
    await it.page.locator("tbody a").click();
    await until("its page", () => it.page.getByRole("heading", { level: 1 }).textContent().then(text => text === markup));
    equal(await it.page.evaluate(() => [window.hacked ?? null, document.documentElement.scrollWidth - innerWidth]), [null, 0], "hacked, overflow");
    await it.close();
  });

  await check("episode: what another contract would have done", async () => {
    const it = await open(browser, `${address}#/episode/oscillation.mcap`);
    const card = it.page.locator(".whatif");
    await card.locator("summary").click();
    const contract = card.getByLabel("Contract");
    await until("the contract", () => contract.inputValue().then(text => text.includes("interlock")));
    await card.getByRole("button").first().click();
    await until("the same", () => card.getByText("would have been the same").isVisible(), 20000);
    const changed = (await contract.inputValue()).replace(/max_step: [\d.]+/, "max_step: 0.0001").replace(/max_velocity: [\d.]+/, "max_velocity: 0.001");
    await contract.fill(changed);
    await card.getByRole("button").first().click();
    await until("others", () => card.getByText("would have been others").isVisible(), 20000);
    await until("the other command in a plot", () => it.page.getByText("with the other contract").first().isVisible());
    const place = card.locator(".differences [aria-live]");
    await until("the first page", () => place.textContent().then(text => /^1 to 100 of \d+/.test(text)));
    await card.getByRole("button", { name: "Later" }).click();
    await until("the second page", () => place.textContent().then(text => text.startsWith("101 to")));
    expect((await card.locator(".differences tbody tr").count()) <= 100, "a page of rows");
    const strip = it.page.locator(".strip", { hasText: "other verdict" });
    await until("a strip of other verdicts", () => strip.locator(".span").count().then(count => count > 0));
    await card.getByRole("button", { name: "take it away" }).click();
    await until("no strip", () => strip.count().then(count => count === 0));
    await card.getByRole("button").first().click();
    await until("others again", () => card.getByText("would have been others").isVisible(), 20000);
    await contract.fill("nonsense: [");
    await card.getByRole("button").first().click();
    await until("a reason", () => card.getByRole("alert").isVisible());
    await it.close();
  });

  await check("compare: two chosen by keyboard, under one playhead", async () => {
    const it = await open(browser, address);
    await until("rows", () => shown(it.page).then(count => count >= 9));
    for (const key of ["j", "x", "j", "x"]) await it.page.keyboard.press(key);
    await it.page.getByRole("button", { name: "Compare two" }).click();
    await until("both sides", () => it.page.locator(".pair section canvas").count().then(count => count >= 8));
    await it.page.keyboard.press("ArrowRight");
    await until("that the range is one", () => it.page.getByText("the same range of values on both sides").isVisible());
    const tops = () => it.page.evaluate(() => [...document.querySelectorAll(".pair section")].map(side => [...side.querySelectorAll("figure.plot")].slice(0, 4).map(plot => plot.dataset.span)));
    await until("one range of values for a signal on both sides", () => tops().then(([left, right]) => left.length === 4 && left.every((span, i) => span && span === right[i])));
    await until("both playheads", () => it.page.locator(".strip-playhead:not([hidden])").count().then(count => count === 2));
    await it.close();
  });
}
