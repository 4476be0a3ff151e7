// A proxy between a script and its policy server: its clients are seen, and nothing is offered that would do nothing.
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { check, cli, equal, expect, open, serve, until } from "../harness.mjs";
import { faintText, overflow } from "../looks.mjs";

const contract = `interlock: contract/1
name: pair
rate_hz: 10
action: { space: joint_position, reference: absolute }
channels:
  - { name: shoulder, role: joint, unit: rad, min: -1, max: 1 }
  - { name: elbow, role: joint, unit: rad, min: -1, max: 1 }
`;

// As json-numpy writes an array.
const row = values => ({ __numpy__: Buffer.from(Float64Array.from(values).buffer).toString("base64"), dtype: "<f8", shape: [values.length] });

export async function proxied(browser, folder) {
  let asked = 0;
  const policy = createServer((request, response) => request.resume().on("end", () => {
    asked++;
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(row([0.5 * Math.sin(asked / 5), asked % 20 < 5 ? 1.5 : 0.2])));
  }));
  await new Promise(done => policy.listen(0, "127.0.0.1", done));
  writeFileSync(join(folder, "pair.contract.yaml"), contract);
  const proxy = await serve(/dashboard: (http\S+)/, cli, "proxy", "--protocol", "openvla", "--listen", "127.0.0.1:0", "--upstream", `http://127.0.0.1:${policy.address().port}/act`,
    "--contract", join(folder, "pair.contract.yaml"), "--state", "none", "--dashboard");
  const address = /openvla on (\S+) for/.exec(proxy.said())[1];
  const script = name => setInterval(() => fetch(`http://${address}/act`, {
    method: "POST", headers: { "Content-Type": "application/json", "X-Interlock-Session": name }, body: JSON.stringify({ instruction: "lift" }),
  }).catch(() => {}), 100);
  const scripts = [];
  try {
    await check("proxy: before a client comes the page says that it waits, and has no robot's buttons", async () => {
      const it = await open(browser, proxy.found);
      await until("that it listens", () => it.page.getByText("the proxy listens").first().isVisible());
      await until("what a proxy is", () => it.page.locator(".stopbar").getByText("A proxy has no robot to stop").isVisible());
      for (const name of ["STOP", "Arm", "Start", "Pause", "Resume"]) equal(await it.page.getByRole("button", { name, exact: true }).count(), 0, name);
      await it.close();
    });

    scripts.push(script("first"));
    await check("proxy: wanted and guarded command with limits, verdict, events, latency, ages of a client", async () => {
      const it = await open(browser, proxy.found);
      const { page } = it;
      await until("plots", () => page.locator(".plots canvas").count().then(count => count >= 4));
      await until("a change of the guard", () => page.locator(".strip", { hasText: "verdict" }).locator(".tone-changed").count().then(count => count > 0));
      await until("an event with its limit", () => page.locator(".events").getByText(/elbow.*limit 1/).first().isVisible());
      await until("ages", () => page.locator(".card", { hasText: "Age of signals" }).locator("dd").count().then(count => count >= 3));
      await until("guarding", () => page.locator(".state-words .badge").textContent().then(text => text === "guarding"));
      expect(await page.locator(".plot-title", { hasText: "latency" }).count() > 0, "a plot of the latency");
      equal(await page.getByRole("heading", { name: "Outcome" }).count(), 0, "outcome buttons");
      await page.keyboard.press("Escape");
      await until("what Esc says here", () => page.locator(".toast").getByText("Use the robot's own stop").isVisible());
      equal([await faintText(page), await overflow(page)], [[], 0], "faint text, overflow");
      await it.close();
    });

    scripts.push(script("second"));
    await check("proxy: each client is chosen by its name", async () => {
      const it = await open(browser, proxy.found);
      const client = it.page.getByLabel("Client", { exact: true });
      await until("both", () => client.locator("option").count().then(count => count === 3));
      await client.selectOption({ label: "first" });
      await until("its plots", () => it.page.locator(".plots canvas").count().then(count => count >= 4));
      equal(await client.evaluate(select => select.selectedOptions[0].textContent), "first", "client");
      await it.close();
    });
  } finally {
    scripts.forEach(clearInterval);
    proxy.kill();
    policy.close();
    policy.closeAllConnections();
  }
}
