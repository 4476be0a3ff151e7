// node check.mjs [FOLDER] [--accept]: exit code 1 when a case fails. ONLY=word runs the cases whose name has the word.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { access } from "./cases/access.mjs";
import { appearance, emptiness } from "./cases/appearance.mjs";
import { documents } from "./cases/documents.mjs";
import { fast, live, question } from "./cases/live.mjs";
import { prepare } from "./cases/material.mjs";
import { proxied } from "./cases/proxy.mjs";
import { recorded } from "./cases/recorded.mjs";
import { report } from "./cases/report.mjs";
import { speed } from "./cases/speed.mjs";
import { browse, cli, endAll, failed, serve } from "./harness.mjs";

const words = process.argv.slice(2);
const options = { folder: words.find(word => !word.startsWith("--")), accept: words.includes("--accept") };
const folder = mkdtempSync(join(tmpdir(), "browser-check-"));
const dashboard = async (...more) => (await serve(/dashboard: (http\S+)/, cli, "dashboard", ...more, "--listen", "127.0.0.1:0")).found;
let browser;
try {
  const start = performance.now();
  const { recordings, large, empty } = await prepare(folder);
  console.log(`      material (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  browser = await browse();
  const address = await dashboard(recordings);
  await recorded(browser, address);
  await documents(browser, address);
  await report(browser, recordings, folder);
  await appearance(browser, address, options);
  await emptiness(browser, await dashboard(empty));
  await speed(browser, await dashboard(large));
  writeFileSync(join(folder, "tokens"), "operator 0123456789abcdef0123456789abcdef\nviewer fedcba9876543210fedcba9876543210\n", { mode: 0o600 });
  const guarded = await serve(/dashboard: (http\S+)\s+read-only: (http\S+)/, cli, "dashboard", recordings, "--listen", "127.0.0.1:0", "--token-file", join(folder, "tokens"));
  await access(browser, guarded.found, /read-only: (http\S+)/.exec(guarded.said())[1]);
  await live(browser, folder, options);
  await question(browser, folder, options);
  await proxied(browser, folder);
  await fast(browser);
} catch (error) {
  console.log(`FAIL  ${error.stack ?? error}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  endAll();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode ||= failed() > 0 ? 1 : 0;
