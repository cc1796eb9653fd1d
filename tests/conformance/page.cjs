// Opens pages of regions and letters in Chromium, and looks at them as people do. Called by page.sh: <folder> <browser>.
const { chromium } = require("playwright-core");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [folder, browserPath] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const pages = fs.readdirSync(folder).filter((name) => name.endsWith(".html")).map((name) => path.join(folder, name));
const letters = fs.readdirSync(path.join(folder, "brieven")).map((name) => path.join(folder, "brieven", name));
const wrong = [];
const say = (file, text) => wrong.push(`${path.basename(file)}: ${text}`);

async function open(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const own = pathToFileURL(file).href;
  page.on("request", (request) => request.url() === own || say(file, `asks for ${request.url()}`));
  page.on("console", (message) => message.type() === "error" && say(file, `console: ${message.text()}`));
  page.on("pageerror", (error) => say(file, `error: ${error}`));
  await page.goto(own);
  return page;
}

// axe-core needs to be run from outside the policy of the page.
async function sound(page, file, what) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  await session.send("Runtime.evaluate", { expression: axe, contextId: executionContextId });
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((found) => JSON.stringify(found.violations.map((one) => [one.id, one.nodes.length, one.nodes[0].html, one.nodes[0].failureSummary])))`,
    contextId: executionContextId, awaitPromise: true, returnByValue: true,
  });
  for (const [id, count, html, why] of JSON.parse(result.value)) say(file, `${what}: axe ${id} (${count}): ${html}\n    ${why}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) say(file, `${what}: ${wide} pixels wider than the screen`);
}

const names = (page) => page.locator("[data-praktijken]").first().locator("tbody tr:visible th").allInnerTexts();

async function keyboard(page, file) {
  const before = await names(page);
  await page.locator("[data-praktijken] input").first().focus();
  await page.keyboard.type("zonder plan");
  const found = await names(page);
  if (found.length !== 1 || !found[0].includes("Zonder Plan")) say(file, `filter gave ${found}`);
  const told = await page.locator("[data-praktijken] output").first().innerText();
  if (!/^1 .* \d+ /.test(told)) say(file, `told: ${told}`);
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  // The region that scrolls, and then the first head.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const head = page.locator("[data-praktijken]").first().locator("thead th").first();
  if ((await head.getAttribute("aria-sort")) !== "ascending") say(file, "the first head does not sort from the keyboard");
  await page.keyboard.press("Enter");
  if ((await head.getAttribute("aria-sort")) !== "descending") say(file, "the first head does not sort back");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  if (outline === "none") say(file, "focus is not seen");
  const after = await names(page);
  if (after.length !== before.length || after.join() === before.join()) say(file, `not sorted: ${after}`);
}

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
  for (const file of pages) {
    for (const width of [1280, 390, 320]) {
      const page = await open(browser, file, { viewport: { width, height: 900 } });
      await sound(page, file, `${width} pixels`);
      if (width !== 320) await page.screenshot({ path: file.replace(/html$/, `${width}.png`), clip: { x: 0, y: 0, width, height: 6000 }, fullPage: true });
      if (width === 1280 && path.basename(file) === "regio.html") await keyboard(page, file);
      await page.context().close();
    }
    const dark = await open(browser, file, { viewport: { width: 1280, height: 900 }, colorScheme: "dark" });
    await sound(dark, file, "dark");
    await dark.screenshot({ path: file.replace(/html$/, "dark.png") });
    await dark.context().close();
    const bare = await open(browser, file, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const rows = await bare.locator("[data-praktijken] tbody tr").count();
    if (rows === 0 || (await bare.locator(".zoek:visible").count()) > 0) say(file, "without scripts it is no plain table");
    await bare.pdf({ path: file.replace(/html$/, "pdf"), preferCSSPageSize: true });
    await bare.context().close();
  }
  for (const file of letters) {
    const page = await open(browser, file, { viewport: { width: 390, height: 900 } });
    await sound(page, file, "390 pixels");
    await page.screenshot({ path: file.replace(/html$/, "png"), fullPage: true });
    await page.pdf({ path: file.replace(/html$/, "pdf"), preferCSSPageSize: true });
    await page.context().close();
  }
  await browser.close();
  if (wrong.length > 0) {
    console.error(wrong.join("\n"));
    process.exit(1);
  }
  console.log(`${pages.length} pages and ${letters.length} letters are sound in a browser`);
})();
