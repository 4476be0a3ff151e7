// What a page looks like: contrast of the real text, overflow, reachability, and pictures held against the committed ones.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "./harness.mjs";

const references = join(import.meta.dirname, "pictures");
const mostDiffering = 0.02;

/** Text whose contrast to what lies behind it is below WCAG 2.2 AA. */
export function faintText(page) {
  return page.evaluate(() => {
    const parse = text => {
      const [r, g, b, a = 1] = (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
      return { r, g, b, a };
    };
    const over = (top, below) => ({ r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1 });
    const light = ({ r, g, b }) => [r, g, b].map(v => v / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = element => {
      const layers = [];
      for (let at = element; at; at = at.parentElement) {
        layers.push(parse(getComputedStyle(at).backgroundColor));
        if (layers.at(-1).a === 1) break;
      }
      return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
    };
    const faint = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.closest("title,option,noscript,:disabled,.stale")) continue;
      const style = getComputedStyle(element);
      const ground = behind(element);
      const ink = over(parse(element instanceof SVGElement ? style.fill : style.color), ground);
      const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      const size = parseFloat(style.fontSize);
      const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      if (ratio < wanted - 0.01) faint.set(`${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} ${ratio.toFixed(2)}`, walker.currentNode.textContent.trim().slice(0, 40));
    }
    return [...faint].map(([where, text]) => `${where} “${text}”`);
  });
}

/** How far the page is wider than its window, px. */
export const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** What Tab reaches, in order, until it comes round; each with whether its focus can be seen. */
export async function tabbed(page, most = 150) {
  const reached = [];
  await page.evaluate(() => document.activeElement?.blur());
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      const style = getComputedStyle(at);
      at.dataset.tabbed ??= String(Math.random());
      return { key: at.dataset.tabbed, tag: at.tagName, text: (at.textContent || at.getAttribute("aria-label") || at.placeholder || at.title || "").trim().slice(0, 40), seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
    });
    if (!found || reached.some(each => each.key === found.key)) {
      break;
    }
    reached.push(found);
  }
  return reached;
}

/** Buttons, links and fields that can be seen but that Tab did not reach; parts of a strip and rows are reached by keys of their own. */
export const unreached = page => page.evaluate(() => [...document.querySelectorAll("a[href],button,input,select,textarea,summary")]
  .filter(each => each.checkVisibility() && !each.disabled && each.tabIndex >= 0 && !each.dataset.tabbed && !(each.type === "radio")).map(each => each.outerHTML.slice(0, 80)));

/** Keeps a picture; held against the committed one where there is one. The browser itself decodes both. */
export async function picture(page, name, { folder, accept, compare = false, mask = [] }) {
  const bytes = await page.screenshot({ fullPage: true, animations: "disabled", mask });
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.png`), bytes);
  }
  if (!compare) {
    return "";
  }
  const path = join(references, `${name}.png`);
  if (accept) {
    mkdirSync(references, { recursive: true });
    writeFileSync(path, bytes);
    return "accepted";
  }
  expect(existsSync(path), `there is no picture ${path} yet: --accept makes it`);
  const share = await differing(page, readFileSync(path).toString("base64"), bytes.toString("base64"));
  expect(share <= mostDiffering, `${name} differs in ${(100 * share).toFixed(1)} % of its pixels; look at both, then --accept`);
  return `${(100 * share).toFixed(2)} %`;
}

// On a page of no site, whose rules allow images of any kind.
async function differing(page, wanted, found) {
  const blank = await page.context().browser().newPage();
  try {
    return await blank.evaluate(async ([a, b]) => {
      const pixels = async text => {
        const image = new Image();
        image.src = `data:image/png;base64,${text}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
        canvas.drawImage(image, 0, 0);
        return { width: image.width, height: image.height, data: canvas.getImageData(0, 0, image.width, image.height).data };
      };
      const [left, right] = [await pixels(a), await pixels(b)];
      if (left.width !== right.width || Math.abs(left.height - right.height) > 8) return 1;
      const count = left.width * Math.min(left.height, right.height);
      let differ = 0;
      for (let i = 0; i < count; i++) {
        const far = Math.max(...[0, 1, 2].map(k => Math.abs(left.data[4 * i + k] - right.data[4 * i + k])));
        differ += far > 40 ? 1 : 0;
      }
      return differ / count;
    }, [wanted, found]);
  } finally {
    await blank.close();
  }
}

/** Frames per second while something is done, by the browser's own clock; the longest frame too. */
export async function frameRate(page, ms, act = "() => {}") {
  return page.evaluate(async ([span, code]) => {
    const doing = (0, eval)(code);
    const times = [];
    const start = performance.now();
    await new Promise(done => {
      const frame = now => {
        times.push(now);
        doing((now - start) / span);
        now - start < span ? requestAnimationFrame(frame) : done();
      };
      requestAnimationFrame(frame);
    });
    const gaps = times.slice(1).map((time, i) => time - times[i]);
    return { fps: (1000 * gaps.length) / (times.at(-1) - times[0]), longestMs: Math.max(...gaps) };
  }, [ms, act]);
}
