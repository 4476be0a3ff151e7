// Cases, processes and the browser: one line for each case, and nothing is left running.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const root = join(import.meta.dirname, "../..");
const built = (project, name) => join(root, project, "bin/Release/net10.0", name);
export const cli = built("src/Interlock.Cli", "interlock.dll");
export const bench = built("bench/Interlock.Bench", "Interlock.Bench.dll");

const children = [];
let failures = 0;
const only = process.env.ONLY;

export const failed = () => failures;

/** One line: what holds, and how long it took to see; numbers that the case returns stand behind it. */
export async function check(name, body) {
  if (only && !name.includes(only)) {
    return;
  }
  const start = performance.now();
  try {
    const numbers = await body();
    console.log(`ok    ${name}${numbers ? `: ${numbers}` : ""} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failures++;
    console.log(`FAIL  ${name}\n      ${String(error.message ?? error).split("\n").slice(0, 6).join("\n      ")}`);
  }
}

export function expect(isTrue, what) {
  if (!isTrue) {
    throw new Error(what);
  }
}

export function equal(actual, wanted, what) {
  expect(JSON.stringify(actual) === JSON.stringify(wanted), `${what}: ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`);
}

/** Looks again and again until something holds. */
export async function until(what, look, patienceMs = 8000) {
  const end = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found) {
      return found;
    }
    if (performance.now() > end) {
      throw new Error(`not within ${patienceMs / 1000} s: ${what}`);
    }
    await new Promise(done => setTimeout(done, 50));
  }
}

/** Runs a program of the repository to its end; its output. */
export async function run(assembly, ...words) {
  expect(existsSync(assembly), `${assembly} is not built: dotnet build -c Release`);
  const child = spawn("dotnet", [assembly, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "", said = "";
  child.stdout.on("data", piece => (out += piece));
  child.stderr.on("data", piece => (said += piece));
  const code = await new Promise(done => child.on("exit", done));
  return { code, out, said };
}

/** Starts a program that stays, and waits until it says something. */
export async function serve(pattern, assembly, ...words) {
  const child = spawn("dotnet", [assembly, ...words], { stdio: ["pipe", "pipe", "pipe"] });
  children.push(child);
  let said = "";
  child.stdout.on("data", piece => (said += piece));
  child.stderr.on("data", piece => (said += piece));
  const found = await until(`${words.slice(0, 2).join(" ")} says ${pattern}, it said: ${said}`, () => pattern.exec(said) ?? (child.exitCode === null ? null : Promise.reject(new Error(`it ended: ${said}`))), 30000);
  return { child, found: found[1], said: () => said, kill: signal => child.kill(signal ?? "SIGKILL") };
}

export async function browse() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text"] });
}

/** A window that notes what must not happen: errors, refused content, requests to others. */
export async function open(browser, address, { width = 1280, height = 900, scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const wrongs = [];
  const own = new URL(address);
  page.on("console", message => message.type() === "error" && !/status of (403|404|422|400)/.test(message.text()) && wrongs.push(`console: ${message.text()}`));
  page.on("pageerror", error => wrongs.push(`error: ${error.message}`));
  page.on("request", request => !request.url().startsWith("data:") && !request.url().startsWith("blob:") && new URL(request.url()).hostname !== own.hostname && wrongs.push(`a request to ${request.url()}`));
  // Pages that are being written, without building the program around them.
  if (process.env.ASSETS) {
    await page.route(/\/app\.(js|css)$/, route => route.fulfill({ path: join(process.env.ASSETS, new URL(route.request().url()).pathname) }));
  }
  await page.addInitScript(() => document.addEventListener("securitypolicyviolation", event => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`)));
  await page.goto(address);
  return {
    page, wrongs,
    async go(route) {
      await page.evaluate(hash => (location.hash = hash), `#/${route}`);
      await page.waitForTimeout(50);
    },
    async close(ignores = /^$/) {
      const left = wrongs.filter(each => !ignores.test(each));
      await context.close();
      equal(left, [], "what must not happen");
    },
  };
}

export function endAll() {
  children.filter(child => child.exitCode === null).forEach(child => child.kill("SIGKILL"));
}
