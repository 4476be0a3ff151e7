// A recording of 10^6 steps: how long until it is drawn, and frames per second while it is scrubbed and zoomed.
import { check, expect, open, until } from "../harness.mjs";
import { frameRate } from "../looks.mjs";

const openBarMs = 2000;
const fpsBar = 30;
// Shared machines without a graphics card: software drawing on few cores.
const slack = 2;

export async function speed(browser, address) {
  await check(`10^6 steps: opened in ${openBarMs / 1000} s, scrubbed at ${fpsBar} frames per second (bars × ${slack} here)`, async () => {
    const it = await open(browser, `${address}#/episodes`);
    await until("the row", () => it.page.locator("tbody a").first().isVisible(), 20000);
    const start = performance.now();
    await it.page.locator("tbody a").first().click();
    await until("drawn plots", () => it.page.evaluate(() => [...document.querySelectorAll(".plots canvas")].some(canvas => {
      const data = canvas.width > 0 && canvas.getContext("2d").getImageData(canvas.width >> 2, 0, canvas.width >> 1, canvas.height).data;
      return data && data.some((value, i) => i % 4 === 3 && value > 0);
    })), 20000);
    const openedMs = performance.now() - start;
    await it.page.waitForTimeout(500);
    const scrub = await frameRate(it.page, 3000, "(() => { const s = document.querySelector('input.scrub'); return p => { s.value = p * s.max; s.dispatchEvent(new Event('input')); }; })()");
    await it.page.locator("h1").click();
    const zoom = await frameRate(it.page, 2000, "(() => { let n = 0; return () => { if (n++ % 10 === 0) document.dispatchEvent(new KeyboardEvent('keydown', { key: n < 60 ? '+' : '-', bubbles: true })); }; })()");
    const memory = await it.page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
    expect(openedMs <= openBarMs * slack, `opened in ${openedMs.toFixed(0)} ms`);
    expect(scrub.fps >= fpsBar / slack, `scrubbed at ${scrub.fps.toFixed(0)} frames per second`);
    await it.close();
    return `opened in ${openedMs.toFixed(0)} ms; scrubbing ${scrub.fps.toFixed(0)}/s, longest frame ${scrub.longestMs.toFixed(0)} ms; zooming ${zoom.fps.toFixed(0)}/s; heap ${(memory / 1e6).toFixed(0)} MB`;
  });
}
