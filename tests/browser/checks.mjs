// The checks that `check.py` runs in Chromium. Arguments: the browser, then "check SHOTS PAGE..." or "paint PAGE".
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [390, 1280, 1920];
const MOST_PICTURES = 40;
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const [, , browserPath, what, ...rest] = process.argv;
const browser = await puppeteer.launch({ executablePath: browserPath, headless: true, args: FLAGS, protocolTimeout: 600000 });
let failures = 0;
const expect = (holds, message) => {
  if (!holds) {
    failures += 1;
    console.log(`FAILED ${message}`);
  }
};
const squeeze = (text) => text.split(/\s+/).filter(Boolean).join(" ");
// Not by animation frames, and clicks not by puppeteer's own: both wait for callbacks that a page without scripts never runs.
const settle = () => new Promise((done) => setTimeout(done, 300));
const press = async (page, link) => {
  await link.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await settle();
  const { left, top, width, height } = await link.evaluate((one) => JSON.parse(JSON.stringify(one.getClientRects()[0])));
  await page.mouse.click(left + width / 2, top + height / 2);
  await settle();
};

// A page that tells of every request beyond itself, every dialog and every error.
const open = async (file, { width = 1280, scheme = "light", scripts = true, bypass = false } = {}) => {
  const page = await browser.newPage();
  const seen = [];
  page.on("request", (request) => { if (request.url() !== `file://${file}`) seen.push(`request ${request.url()}`); });
  page.on("dialog", async (dialog) => { seen.push(`dialog ${dialog.message()}`); await dialog.dismiss(); });
  page.on("console", (message) => { if (message.type() === "error") seen.push(`console ${message.text()}`); });
  page.on("pageerror", (error) => seen.push(`error ${error}`));
  await page.setBypassCSP(bypass);
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.goto(`file://${file}`, { timeout: 600000 });
  return { page, seen };
};

const accessible = async (file, width, scheme) => {
  const { page } = await open(file, { width, scheme, bypass: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const found of violations) {
    expect(false, `axe ${found.id} ${width} ${scheme} ${path.basename(file)}: ${found.nodes.length}, ${found.nodes[0].html.slice(0, 200)}`);
  }
  await page.close();
};

const quiet = async (file, width, scheme, shots) => {
  const { page, seen } = await open(file, { width, scheme });
  expect(seen.length === 0, `${path.basename(file)} did something: ${seen.join("; ")}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide <= width, `${path.basename(file)} is ${wide} wide on a screen of ${width}`);
  if (shots) await photograph(page, path.join(shots, `${path.basename(file, ".html")}-${width}-${scheme}`));
  await page.close();
};

// One picture a screenful: a page of long words is higher than any single picture may be.
const photograph = async (page, name) => {
  const { height, screen } = await page.evaluate(() => ({ height: document.documentElement.scrollHeight, screen: innerHeight }));
  for (let number = 0; number < Math.min(Math.ceil(height / screen), MOST_PICTURES); number += 1) {
    await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), number * screen);
    await page.screenshot({ path: `${name}-${String(number).padStart(2, "0")}.png` });
  }
};

// What stands in an article never runs: not with the page's policy, nor where a reader's program sets that aside.
const harmless = async (file) => {
  for (const bypass of [false, true]) {
    const { page, seen } = await open(file, { width: 390, bypass });
    await page.$$eval("details", (boxes) => boxes.forEach((box) => { box.open = true; }));
    await page.$$eval("a", (links) => links.slice(0, 40).forEach((link) => { link.focus(); link.dispatchEvent(new MouseEvent("mouseover", { bubbles: true })); }));
    await settle();
    const found = await page.evaluate(() => ({
      ran: globalThis.ran,
      scripts: document.scripts.length,
      links: [...document.querySelectorAll("[href]")].map((link) => link.getAttribute("href")).filter((to) => !/^(#|https?:)/i.test(to)),
      handlers: [...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith("on")),
      loaders: document.querySelectorAll("img, iframe, object, embed, link, base").length,
      wide: document.documentElement.scrollWidth,
    }));
    const where = `${path.basename(file)} ${bypass ? "without" : "with"} its policy`;
    expect(found.ran === undefined, `${where}: something ran`);
    expect(found.scripts === 1 && found.loaders === 0, `${where}: ${found.scripts} scripts, ${found.loaders} loading elements`);
    expect(found.links.length === 0 && found.handlers.length === 0, `${where}: ${found.links} ${found.handlers}`);
    expect(found.wide <= 390, `${where}, all opened, is ${found.wide} wide on a screen of 390`);
    expect(seen.length === 0, `${where} did something: ${seen.join("; ")}`);
    await page.close();
  }
};

// What changed since the note before: named in the contents, told with quotes that lead to their articles.
const since = async (file) => {
  const { page } = await open(file, { scripts: false });
  const told = await page.$$eval("#since .change, #since .quotes > li", (turns) => turns.map((turn) => turn.innerText));
  expect(told.length > 3, `${path.basename(file)} tells of ${told.length} changes`);
  const [first] = await page.$$('.toc a[href="#since"]');
  expect(first !== undefined, "the contents do not name what changed");
  const broken = await page.$$eval("#since .qt", (links) => links.filter((link) => {
    const mark = document.querySelector(link.getAttribute("href"));
    const words = (text) => text.split(/\s+/).filter(Boolean).join(" ");
    const pieces = mark ? [mark, ...document.querySelectorAll(`.${mark.id}`)].map((piece) => piece.textContent).join(" ") : "";
    return !words(pieces).includes(words(link.querySelector("bdi").textContent).slice(1, -1));
  }).map((link) => link.textContent));
  expect(broken.length === 0, `quotes of what changed that lead elsewhere: ${broken.join(" | ")}`);
  await page.close();
};

// From three disputed figures to their quotes: the words of the link and of what is marked must be the same.
const leads = async (file, width, scripts) => {
  const { page } = await open(file, { width, scripts });
  const links = (await page.$$("#disputed .side .qt")).slice(0, 3);
  expect(links.length === 3, `${path.basename(file)} has fewer than three disputed quotes`);
  for (const link of links) {
    const shown = squeeze(await link.$eval("bdi", (words) => words.textContent)).replace(/^(\[…\] )?./, "").replace(/.( \[…\])?$/, "");
    await link.evaluate((one) => one.scrollIntoView({ block: "center" }));
    await settle();
    const at = await page.evaluate(() => scrollY);
    await press(page, link);
    const marked = await page.evaluate(() => {
      const first = document.querySelector("mark:target");
      if (!first) return null;
      const box = first.getBoundingClientRect();
      const pieces = [first, ...document.querySelectorAll(`.${first.id}`)];
      return {
        text: pieces.map((piece) => piece.textContent).join(" "),
        lit: pieces.every((piece) => getComputedStyle(piece).backgroundColor !== "rgba(0, 0, 0, 0)"),
        seen: box.top >= 0 && box.bottom <= innerHeight && box.height > 0,
        focused: document.activeElement === first,
        scroll: scrollY,
      };
    });
    const where = `${path.basename(file)} ${width} ${scripts ? "with" : "without"} scripts: “${shown}”`;
    expect(marked !== null, `${where} leads nowhere`);
    if (!marked) continue;
    expect(squeeze(marked.text).includes(shown), `${where} leads to “${squeeze(marked.text)}”`);
    expect(marked.lit, `${where} is not highlighted`);
    expect(marked.seen, `${where} is not on the screen`);
    expect(!scripts || marked.focused, `${where} has not the focus`);
    expect(width < 1120 || marked.scroll === at, `${where} moved the note from ${at} to ${marked.scroll}`);
  }
  await page.close();
};

const filtered = async (file) => {
  const { page } = await open(file);
  await page.select("#by-status", "disputed");
  await settle();
  const left = await page.$$eval(".it", (items) => items.filter((item) => item.checkVisibility()).map((item) => item.dataset.status));
  expect(left.length > 0 && left.every((status) => status.split(" ").includes("disputed")), `the filter of ${path.basename(file)} leaves ${[...new Set(left)]}`);
  await page.click(".filters button");
  await settle();
  expect((await page.$$(".out")).length === 0, "the filter cannot be taken back");
  await page.close();
  const bare = await open(file, { scripts: false });
  expect(!(await bare.page.$eval(".filters", (form) => form.checkVisibility())), "filters are shown that cannot work");
  await bare.page.close();
};

const keyed = async (file) => {
  const { page } = await open(file);
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => [document.activeElement.textContent, document.activeElement.getBoundingClientRect().left >= 0]);
  expect(skip[0] === "Skip to the note" && skip[1], `the first stop is ${skip}`);
  await page.keyboard.press("Enter");
  await settle();
  expect((await page.evaluate(() => location.hash)) === "#note", "the skip link leads nowhere");
  await page.close();
};

const copied = async (file) => {
  const { page } = await open(file);
  await press(page, await page.$("#disputed .cite summary"));
  await page.waitForSelector("#disputed .cite button");
  const line = await page.$eval("#disputed .cite .line", (words) => words.checkVisibility() && words.textContent);
  await press(page, await page.$("#disputed .cite button"));
  const said = await page.$eval("#disputed .cite button", (button) => button.textContent);
  expect(line && line.includes("claim c-") && said !== "Copy", `the citation is ${line}; the button says ${said}`);
  await page.close();
};

const paint = async (file) => {
  const { page } = await open(file);
  const cdp = await page.createCDPSession();
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => (await cdp.send("Performance.getMetrics")).metrics.find((one) => one.name === "TaskDuration").value;
  const timed = async (name, act) => {
    const before = await spent();
    await act();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    console.log(`${name}: ${(await spent() - before).toFixed(2)} s of the page's own processor time`);
  };
  await timed("load", () => page.reload({ waitUntil: "load", timeout: 600000 }));
  const paints = await page.evaluate(() => performance.getEntriesByType("paint").map((one) => `${one.name} ${Math.round(one.startTime)} ms`));
  console.log(paints.join(", "));
  await timed("click to a quote", () => page.click("#disputed .qt"));
  await timed("filter", () => page.select("#by-status", "disputed"));
  await page.close();
};

if (what === "paint") {
  await paint(rest[0]);
} else {
  const [shots, ...files] = rest;
  for (const file of files) {
    if (path.basename(file).includes("-behind-words")) {
      await quiet(file, 390, "light", shots);
    } else {
      for (const width of WIDTHS) {
        for (const scheme of ["light", "dark"]) {
          await quiet(file, width, scheme, shots);
          await accessible(file, width, scheme);
        }
      }
    }
    if (path.basename(file).startsWith("hostile")) {
      await harmless(file);
    } else {
      await filtered(file);
      await keyed(file);
      if (file.endsWith("durand-line.html")) {
        await copied(file);
        for (const width of [390, 1280]) for (const scripts of [true, false]) await leads(file, width, scripts);
      }
      if (file.endsWith("since.html")) await since(file);
    }
    console.log(`checked ${path.basename(file)}`);
  }
  console.log(failures ? `${failures} checks failed` : "every check holds");
}
await browser.close();
process.exit(failures ? 1 : 0);
