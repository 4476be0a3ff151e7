// A read-only link shows everything and changes nothing; without a token nothing is shown.
import { check, equal, open, until } from "../harness.mjs";

export async function access(browser, operator, viewer) {
  await check("read-only link: looks, cannot write, says so", async () => {
    const it = await open(browser, viewer);
    await it.go("episode/nan.mcap");
    await until("notes that cannot be written", () => it.page.getByText("A read-only link cannot write").isVisible());
    equal(await it.page.locator(".notes textarea").isDisabled(), true, "note disabled");
    const status = await it.page.evaluate(() => fetch("/api/episodes/nan.mcap/notes", { method: "POST", headers: { "Content-Type": "application/json", "X-Interlock": "1" }, body: "{\"tags\":[\"x\"],\"note\":null,\"outcome\":null}" }).then(answer => answer.status));
    equal(status, 403, "status of a note by hand");
    await it.close();
  });

  await check("without a token: nothing but a reason", async () => {
    const it = await open(browser, new URL(operator).origin);
    await until("a reason or a refusal", () => it.page.locator("body").textContent().then(text => text.length > 5));
    equal(await it.page.locator("main.episodes").count(), 0, "pages");
    await it.close(/401|Failed to load/);
  });
}
