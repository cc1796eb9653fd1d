// Opens the pages of web/ in Chromium and works in them as people do, with the keyboard. Called by web.sh: <folder for pictures> <browser>.
const { chromium } = require("playwright-core");
const YAML = require("yaml");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [folder, browserPath] = process.argv.slice(2);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const wrong = [];
const say = (what, text) => {
  wrong.push(`${what}: ${text}`);
  console.error(`${what}: ${text}`);
};
const file = (name) => pathToFileURL(path.resolve("web/dist", name)).href;
/** All example plans, and not a sample of each region. */
const EVERY = Boolean(process.env.MTVP_EVERY);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "mtvp-web-"));

async function open(browser, name, options) {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  const own = file(name);
  page.on("request", (request) => request.url() === own || request.url().startsWith("blob:") || say(name, `asks for ${request.url()}`));
  page.on("console", (message) => message.type() === "error" && say(name, `console: ${message.text()}`));
  page.on("pageerror", (error) => say(name, `error: ${error}`));
  await page.goto(own);
  await page.waitForSelector("html[data-ready]");
  return page;
}

// axe-core needs to be run from outside the policy of the page.
async function sound(page, what) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  await session.send("Runtime.evaluate", { expression: axe, contextId: executionContextId });
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then((found) => JSON.stringify(found.violations.map((one) => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 300), one.nodes[0].failureSummary])))`,
    contextId: executionContextId, awaitPromise: true, returnByValue: true,
  });
  for (const [id, count, html, why] of JSON.parse(result.value)) say(what, `axe ${id} (${count}): ${html}\n    ${why}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) say(what, `${wide} pixels wider than the screen`);
}

/** The scalars of a plan by their way, as a form asks for them. */
function leaves(node, way, found) {
  if (YAML.isMap(node)) {
    for (const { key, value } of node.items) leaves(value, way ? `${way}.${key.value}` : String(key.value), found);
  } else if (YAML.isSeq(node)) {
    node.items.forEach((item, number) => leaves(item, `${way}[${number}]`, found));
  } else if (node && node.value !== null && node.source !== "") {
    found.set(way.replace(/\.keuze$/, ""), String(node.source ?? node.value).trimEnd());
  }
  return found;
}
const wanted = (text) => leaves(YAML.parseDocument(text, { schema: "failsafe" }).contents, "", new Map());

/** What has the focus. */
const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const { way, opens, value } = one.dataset;
    return { id: one.id, tag: one.tagName, type: one.type ?? "", way, opens, word: value, value: one.value ?? "", checked: one.checked ?? false, options: [...(one.options ?? [])].map((option) => option.value) };
  });

async function choose(page, at, value) {
  const to = at.options.indexOf(value);
  const from = at.options.indexOf(at.value);
  if (to < 0) return false;
  for (let step = 0; step < Math.abs(to - from); step += 1) await page.keyboard.press(to > from ? "ArrowDown" : "ArrowUp");
  return true;
}

/** Goes through the whole form with the keyboard, and fills in what a plan says. Gives what had no place. */
async function fillIn(page, plan) {
  const left = new Map(plan);
  let quiet = 0;
  let at = await focused(page);
  for (let step = 0; step < 6000; step += 1) {
    if (at.id === "text" || (at.tag === "SUMMARY" && quiet > 400)) break;
    quiet += 1;
    let moved = false;
    if (at.opens && [...left.keys()].some((way) => way === at.opens || way.startsWith(`${at.opens}.`))) {
      await page.keyboard.press("Enter");
      quiet = 0;
      at = await focused(page);
      moved = true;
    } else if (at.way && at.word !== undefined && at.type === "checkbox") {
      // One of a list of words, or a choice of which there is one kind.
      const own = [...left].find(([way, said]) => (way === at.way || way.replace(/\[\d+\]$/, "") === at.way) && said === at.word);
      if (own) {
        if (!at.checked) await page.keyboard.press("Space");
        left.delete(own[0]);
        quiet = 0;
      }
    } else if (at.way) {
      // A bare value may stand for the first field of what it is.
      const way = left.has(at.way) ? at.way : at.way.slice(0, at.way.lastIndexOf("."));
      const said = left.get(way);
      if (said !== undefined && at.tag === "SELECT") {
        if (await choose(page, at, said)) left.delete(way);
      } else if (said !== undefined && at.type !== "checkbox") {
        await page.keyboard.insertText(said);
        left.delete(way);
      }
      if (said !== undefined) quiet = 0;
    }
    if (!moved) {
      await page.keyboard.press("Tab");
      at = await focused(page);
    }
  }
  return left;
}

/** A new plan for a year, begun with the keyboard. */
async function beginNew(page, regioplan, year) {
  await page.keyboard.press("Tab");
  for (let step = 0; step < 10 && (await focused(page)).id !== "region"; step += 1) await page.keyboard.press("Tab");
  if (!(await choose(page, await focused(page), regioplan))) return say(regioplan, "cannot be chosen");
  await page.keyboard.press("Tab");
  if (!(await choose(page, await focused(page), String(year)))) return say(regioplan, `year ${year} cannot be chosen`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#save");
}

async function saved(page, to) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").press("Enter")]);
  await download.saveAs(to);
  return fs.readFileSync(to);
}

const findings = (where, name) => {
  const run = spawnSync(path.resolve("target/debug/mtvp"), ["check", "--no-config", "--format", "json", name], { cwd: where, maxBuffer: 1 << 28 });
  return { status: run.status, said: JSON.parse(run.stdout).plans[0].findings.map(({ rule, severity, year, intervention, message }) => JSON.stringify([rule, severity, year, intervention, message])).sort() };
};

const below = (where) => fs.readdirSync(where).filter((name) => name.endsWith(".yaml")).sort();
const REGIONS = fs.readdirSync("regioplans").filter((id) => !id.includes(".")).flatMap((id) => fs.readdirSync(`regioplans/${id}`).filter((name) => fs.existsSync(`regioplans/${id}/${name}/goed`)).map((version) => `${id}/${version}`)).filter((name) => /^regioplan /m.test(fs.readFileSync(`regioplans/${name}.regioplan`, "utf8")));

/** From an empty form to a plan in order: what a good example says, filled in by somebody. */
async function wholeWay(browser, region, number) {
  // What was chosen in a year that is over, and is not on offer in it, has no place in the form.
  const examples = below(`regioplans/${region}/goed`).filter((name) => !name.includes("in-een-eerder-jaar"));
  const name = examples[(number * 7) % examples.length];
  const text = fs.readFileSync(`regioplans/${region}/goed/${name}`, "utf8");
  const plan = wanted(text);
  const page = await open(browser, "praktijk.html", { viewport: { width: 1280, height: 900 } });
  const [id, version] = region.split("/");
  await beginNew(page, `${id}@${version}`, plan.get("jaar"));
  const last = Number(plan.get("jaar"));
  for (const key of [...plan.keys()]) {
    const year = /^jaren\.(\d+)/.exec(key);
    // What was chosen at the begin is there, and a later year is a draft.
    if (["regioplan", "jaar"].includes(key) || (year && Number(year[1]) > last)) plan.delete(key);
  }
  const left = await fillIn(page, plan);
  // Of a year that is over a form asks no more than what rules still look at; the findings below hold it to that.
  for (const way of [...left.keys()]) {
    const year = /^jaren\.(\d+)\.(?!interventies\.)/.exec(way);
    if (year && Number(year[1]) < last) left.delete(way);
  }
  if (left.size > 0) say(`${region}/${name}`, `no place for ${[...left.keys()].join(", ")}`);
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(folder, `ingevuld-${id}.png`), fullPage: true });
  // Beside the same files as the example.
  const where = path.join(scratch, `${id}-${version}`);
  fs.cpSync(`regioplans/${region}/goed`, where, { recursive: true });
  await saved(page, path.join(where, "nieuw.yaml"));
  const [own, old] = [findings(where, "nieuw.yaml"), findings(where, name)];
  if (own.status !== 0) say(`${region}/${name}`, `not in order: ${own.said.join("\n")}`);
  if (own.said.join() !== old.said.join()) say(`${region}/${name}`, `other findings:\n${own.said.join("\n")}\ninstead of\n${old.said.join("\n")}`);
  await page.pdf({ path: path.join(folder, `plan-${id}.pdf`), preferCSSPageSize: true });
  await sound(page, `${region} filled in`);
  await page.context().close();
  return name;
}

/** A plan that is opened and saved is the same, byte for byte; what is changed in it is one line. What is wrong is shown in the words of the program. */
async function openAndSave(browser, region) {
  const page = await open(browser, "praktijk.html", { viewport: { width: 1280, height: 900 } });
  const opened = async (from) => {
    await page.setInputFiles("#open", from);
    await page.waitForSelector("#save");
  };
  const closed = async () => {
    await page.getByRole("button", { name: "Sluit het plan" }).click();
    await page.waitForSelector("#open");
  };
  const plans = (part) => below(`regioplans/${region}/${part}`).map((name) => `regioplans/${region}/${part}/${name}`);
  for (const [number, from] of plans("goed").slice(0, EVERY ? Infinity : 2).entries()) {
    await opened(from);
    const same = await saved(page, path.join(scratch, "same.yaml"));
    if (!same.equals(fs.readFileSync(from))) say(from, "is not the same after it was saved");
    if (number < 2) {
      await page.locator("#f-ingediend").fill("2025-03-15");
      await page.keyboard.press("Tab");
      const other = (await saved(page, path.join(scratch, "other.yaml"))).toString().split("\n");
      const lines = fs.readFileSync(from, "utf8").split("\n");
      const kept = lines.filter((line) => other.includes(line)).length;
      if (kept < lines.length - 1) say(from, `${lines.length - kept} lines changed`);
    }
    await closed();
  }
  for (const from of plans("fout").slice(0, EVERY ? Infinity : 3)) {
    await opened(from);
    const run = JSON.parse(spawnSync("target/debug/mtvp", ["check", "--no-config", "--format", "json", from]).stdout).plans[0];
    // What stands between backticks is shown as code.
    const bare = (one) => one.message.replaceAll("`", "").replace(/\s+/g, " ");
    const wanted = run.findings.filter((one) => one.severity !== "pending" && one.rule !== "bestand-ontbreekt").map(bare);
    const missing = (all) => {
      const shown = document.body.innerText.replace(/\s+/g, " ");
      return all.filter((one) => !shown.includes(one));
    };
    // What is found comes after a pause.
    for (let wait = 0; wait < 15 && (await page.evaluate(missing, wanted)).length > 0; wait += 1) await page.waitForTimeout(100);
    for (const one of await page.evaluate(missing, wanted)) say(from, `does not show: ${one}`);
    await closed();
  }
  await page.context().close();
}

/** The plan of the following year, and a regioplan of one's own. */
async function otherWays(browser) {
  const page = await open(browser, "praktijk.html", { viewport: { width: 1280, height: 900 } });
  const region = REGIONS.find((name) => name.startsWith("rijn")) ?? REGIONS[0];
  // A plan whose following year is judged by the same regioplan.
  const longest = REGIONS.find((name) => name.startsWith("eemland")) ?? REGIONS[0];
  const first = below(`regioplans/${longest}/goed`).find((name) => /^jaar: 1$/m.test(fs.readFileSync(`regioplans/${longest}/goed/${name}`, "utf8")));
  await page.setInputFiles("#next", `regioplans/${longest}/goed/${first}`);
  await page.waitForSelector("#save");
  if ((await page.locator("#f-jaar").inputValue()) !== "2") say("next", "is not for year 2");
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Sluit het plan" }).click();
  const own = path.join(scratch, "eigen-regio.regioplan");
  const [id] = region.split("/");
  const text = fs.readFileSync(`regioplans/${region}.regioplan`, "utf8").replace(`regioplan ${id} `, "regioplan eigen-regio ");
  fs.writeFileSync(own, text);
  fs.copyFileSync(`regioplans/${region}.bronnen`, path.join(scratch, "eigen-regio.bronnen"));
  await page.setInputFiles("#own", [own, path.join(scratch, "eigen-regio.bronnen")]);
  await page.getByText("eigen-regio@").waitFor();
  await page.locator("#region").selectOption({ index: (await page.locator("#region option").count()) - 1 });
  if (!(await page.locator("#region option").evaluateAll((all) => all.map((one) => one.value))).some((value) => value.startsWith("eigen-regio@"))) say("own", "the regioplan cannot be chosen");
  // A connection is refused by the policy, before anything leaves.
  page.removeAllListeners("console");
  page.removeAllListeners("request");
  const refused = await page.evaluate(() => fetch("https://example.org/").then(() => "went", (error) => String(error)));
  if (refused === "went") say("policy", "a connection is allowed");
  const image = await page.evaluate(() => new Promise((done) => { const one = new Image(); one.onload = () => done("went"); one.onerror = () => done("refused"); one.src = "https://example.org/x.png"; }));
  if (image === "went") say("policy", "an image is fetched");
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.length]);
  if (kept.some((count) => count > 0)) say("kept", String(kept));
  await page.context().close();
}

/** A text as a file that somebody opens. */
const asFile = (text, name = "plan.yaml") => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const openText = async (page, text) => {
  await page.setInputFiles("#open", asFile(text));
  await page.waitForSelector("#save");
  // How the plan becomes valid comes after a pause.
  await page.waitForTimeout(800);
};
const close = async (page) => {
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByRole("button", { name: "Sluit het plan" }).click();
  await page.waitForSelector("#open");
};
const bareEnds = (text) => (text.match(/(^|[^\r])\n/g) ?? []).length;
const PLAN = "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2025-Q2\njaar: 1\ningediend: 2025-03-11\n";

/** Nothing goes out of a plan unseen: not on a key in a list, not on paper, not at the end of a line. */
async function keeps(browser) {
  const page = await open(browser, "praktijk.html", { viewport: { width: 1280, height: 900 } });
  const chosen = `${PLAN}jaren:\n  1:\n    interventies:\n      flexibele-consultduur:\n        keuze: nieuw # zo besloten\n        doel: Minder wachttijd.\n      lean-werken: nieuw\n`;
  const text = chosen.replace("2025-Q2", "2024-Q2").replace("jaar: 1", "jaar: 2").replace("  1:", "  2:");
  await openText(page, text);
  const list = page.locator('select[data-way="jaren.2.interventies.flexibele-consultduur"]');
  await list.focus();
  await page.keyboard.press("n");
  await page.waitForTimeout(200);
  const said = await page.locator("#status").innerText();
  if (!["keuze: nieuw # zo besloten", "doel: Minder wachttijd.", "Maak ongedaan"].every((one) => said.includes(one))) say("kept", `what went out is not told: ${said}`);
  for (const key of "ieu") await page.keyboard.press(key);
  await page.waitForTimeout(200);
  if ((await saved(page, path.join(scratch, "typed.yaml"))).toString() !== text) say("kept", "a kind that is typed wipes what stands beside it");
  await list.selectOption("");
  await page.getByRole("button", { name: "Maak ongedaan" }).click();
  if ((await saved(page, path.join(scratch, "typed.yaml"))).toString() !== text) say("kept", "a choice does not come back");
  const field = page.locator('[data-way="ingediend"]');
  await field.fill("");
  await field.blur();
  await field.fill("2025-03-14");
  await field.blur();
  if ((await saved(page, path.join(scratch, "typed.yaml"))).toString() !== text.replace("2025-03-11", "2025-03-14")) say("kept", "a field does not stay in its place");
  await close(page);

  const beyond = ["opmerking: Wij beginnen later.", "mindfulness: nieuw", "smaak: zoet", "verdieping"];
  await openText(page, `${chosen.replace("lean-werken: nieuw", "mindfulness: nieuw\n      lean-werken: {keuze: nieuw, smaak: zoet}")}  2:\n    interventies:\n      lean-werken: verdieping\n${beyond[0]}\n`);
  await page.emulateMedia({ media: "print" });
  const paper = (await page.locator("body").innerText()).replace(/\s+/g, " ");
  for (const one of beyond) {
    if (!paper.includes(one.replace(": ", " "))) say("paper", `does not show ${one}`);
  }
  await page.emulateMedia({ media: "screen" });
  await close(page);
  await openText(page, "regioplan: nergens\nnaam: De Linde\n");
  await page.emulateMedia({ media: "print" });
  if (!(await page.locator("body").innerText()).includes("naam: De Linde")) say("paper", "without a form the text is not printed");
  await page.emulateMedia({ media: "screen" });
  await close(page);

  const crossed = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-3.yaml";
  await openText(page, fs.readFileSync(crossed, "utf8").replace(/\r?\n/g, "\r\n"));
  await page.getByRole("button", { name: /^Vul dit in/ }).first().click();
  await page.waitForTimeout(800);
  if (bareEnds((await saved(page, path.join(scratch, "ends.yaml"))).toString()) > 0) say("ends", "a line of the nearest plan ends otherwise");
  const raw = page.locator("#text");
  await page.locator("details.text summary").click();
  await raw.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# klaar\n# einde");
  await raw.blur();
  const ends = (await saved(page, path.join(scratch, "ends.yaml"))).toString();
  if (bareEnds(ends) > 0 || !ends.endsWith("# klaar\r\n# einde")) say("ends", "a line that was typed ends otherwise");
  await page.context().close();
}

/** What cannot be seen here is said at the verdict; what has no field of its own is told at the begin of the form. */
async function tells(browser) {
  const page = await open(browser, "praktijk.html", { viewport: { width: 1280, height: 900 } });
  const named = REGIONS.flatMap((region) => below(`regioplans/${region}/goed`).map((name) => `regioplans/${region}/goed/${name}`));
  const evidence = named.find((name) => /bestand: /.test(fs.readFileSync(name, "utf8")));
  await openText(page, fs.readFileSync(evidence, "utf8"));
  const file = /bestand: *"?([^\s"#}]+)/.exec(fs.readFileSync(evidence, "utf8"))[1];
  const status = await page.locator("#status").innerText();
  if (!status.includes(file) || !status.includes("mtvp check")) say(evidence, `the verdict says nothing of ${file}: ${status}`);
  if ((await page.locator(".summary").innerText()).includes("Er is niets meer te doen.")) say(evidence, "nothing is left to do, with evidence that nobody saw");
  await page.emulateMedia({ media: "print" });
  if (!(await page.locator(".paper").innerText()).includes("mtvp check")) say(evidence, "the paper says nothing of evidence");
  await page.emulateMedia({ media: "screen" });
  await close(page);
  for (const name of named.filter((name) => /lichting/.test(name)).slice(0, 6)) {
    await openText(page, fs.readFileSync(name, "utf8"));
    const shown = (await page.locator("body").innerText()).replace(/\s+/g, " ");
    const run = JSON.parse(spawnSync("target/debug/mtvp", ["check", "--no-config", "--format", "json", name]).stdout).plans[0];
    for (const one of run.findings.filter((one) => one.rule !== "bestand-ontbreekt")) {
      if (!shown.includes(one.message.replaceAll("`", "").replace(/\s+/g, " "))) say(name, `does not show: ${one.message}`);
    }
    await close(page);
  }
  await page.context().close();
}

/** A plan that does not say its region or its year is asked for it, and the rest of it stays. */
async function asks(browser) {
  const page = await open(browser, "praktijk.html", { viewport: { width: 1280, height: 900 } });
  const rest = PLAN.slice(PLAN.indexOf("\n") + 1);
  const asked = page.getByRole("region", { name: "Vul dit eerst in" });
  const answer = async (what, text, region, year, wanted) => {
    await openText(page, text);
    await sound(page, what);
    if (region) await asked.locator("#region").selectOption(region);
    if (year) await asked.locator("#year").selectOption(year);
    await asked.getByRole("button", { name: "Vul dit in", exact: true }).click();
    await page.waitForSelector("#f-regioplan");
    const made = (await saved(page, path.join(scratch, "asked.yaml"))).toString();
    if (!wanted.test(made)) say(what, `became ${made}`);
    if ((await focused(page)).tag === "BODY") say(what, "nothing has the focus");
    await close(page);
  };
  await answer("no region", rest, "rijn-en-duin@2.7", "", /^regioplan: rijn-en-duin@2\.7\nstartkwartaal: 2025-Q2\njaar: 1\ningediend: 2025-03-11\n$/);
  await answer("no year", PLAN.replace("jaar: 1\n", ""), "", "1", /^regioplan: rijn-en-duin@2\.7\nstartkwartaal: 2025-Q2\njaar: 1\ningediend: 2025-03-11\n$/);
  await answer("neither", "ingediend: 2025-03-11 # op tijd\n", "rijn-en-duin@2.7", "2", /^regioplan: rijn-en-duin@2\.7\njaar: 2\ningediend: 2025-03-11 # op tijd\n$/);
  await answer("empty", "# van ons\n", "rijn-en-duin@2.7", "1", /^# van ons\n# .*\nregioplan: rijn-en-duin@2\.7\njaar: 1\n$/);
  await openText(page, "");
  if ((await page.locator("main").innerText()).includes("mtvp new")) say("empty", "sends to a terminal");
  await close(page);
  await openText(page, `regioplan: Rijn en Duin\n${rest}`);
  await asked.getByRole("button", { name: "Vul dit in: rijn-en-duin" }).click();
  await page.waitForSelector("#f-regioplan");
  if ((await saved(page, path.join(scratch, "asked.yaml"))).toString() !== `regioplan: rijn-en-duin\n${rest}`) say("meant", "is not the name that is meant");
  await page.context().close();
}

/** What reads the same in both languages comes out of a plan or a regioplan, and says that it is Dutch; nothing else does. Leaves the page in English. */
async function voices(page, name, settled) {
  const seen = () =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      const all = [];
      while (walker.nextNode()) {
        const around = walker.currentNode.parentElement;
        all.push([walker.currentNode.textContent.trim(), around.closest("[lang]").lang, around.tagName]);
      }
      return all.filter(([text]) => /[a-z]{4}/i.test(text));
    });
  const dutch = new Set((await seen()).map(([text]) => text));
  const whole = [...dutch].join("\n");
  await page.locator("#lang").selectOption("en");
  await settled();
  // Words that both have.
  const both = /^(, )?(Regioplan|Document|[Ii]ndicator)$/;
  for (const [text, lang, tag] of await seen()) {
    if (dutch.has(text) && lang !== "nl" && !both.test(text)) say(name, `no Dutch voice for: ${text}`);
    // What a plan or a regioplan calls something may stand in a sentence that is built otherwise.
    if (!whole.includes(text) && lang === "nl" && tag !== "CODE" && !text.startsWith("“")) say(name, `a Dutch voice for: ${text}`);
  }
}

/** The focus comes where something changed, and each text is in the language that it says. */
async function leads(browser) {
  const page = await open(browser, "praktijk.html", { viewport: { width: 1280, height: 900 } });
  const is = async (what, wanted) => {
    await page.waitForTimeout(300);
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      return one === document.body ? "nothing" : one.id || one.textContent;
    });
    if (!wanted.test(at)) say(what, `the focus is on ${at}`);
  };
  const press = (name) => page.getByRole("button", { name }).first().press("Enter");
  await openText(page, fs.readFileSync("regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml", "utf8"));
  await is("opened", /^Uw plan/);
  while ((await page.getByRole("button", { name: /^Haal weg: Praktijkhoudende huisarts / }).count()) > 1) {
    await page.getByRole("button", { name: /^Haal weg: Praktijkhoudende huisarts / }).last().press("Enter");
    await is("removed", /^Voeg toe: Praktijkhoudende huisarts/);
  }
  await press(/^Haal weg: Praktijkhoudende huisarts /);
  await is("removed the last", /^(Voeg toe: Praktijkhoudende huisarts|f-praktijk)/);
  await press("Maak ongedaan");
  while ((await page.getByRole("button", { name: "Maak ongedaan" }).getAttribute("aria-disabled")) !== "true") await press("Maak ongedaan");
  await is("undone", /^Maak ongedaan/);
  await voices(page, "praktijk", () => page.waitForTimeout(1200));
  if (!(await page.locator("#status").innerText()).includes("Undone.")) say("language", "what was done is said in another language");
  await page.locator("#lang").selectOption("nl");
  await close(page);
  await is("closed", /^h-start$/);
  await openText(page, fs.readFileSync("regioplans/rijn-en-duin/2.7/fout/aw-jaar-3.yaml", "utf8"));
  await press(/^Vul dit in/);
  await is("the nearest plan", /^f-jaren_3_/);
  await page.context().close();
}

/** A regioplan that somebody writes is not lost, and its lines keep their ends. */
async function asksFirst(browser) {
  const page = await open(browser, "regio.html", { viewport: { width: 1280, height: 900 } });
  const [one, two] = ["regioplans/syntein/2025", "regioplans/rijn-en-duin/2.7"];
  const crossed = fs.readFileSync(`${one}.regioplan`, "utf8").replace(/\r?\n/g, "\r\n");
  const editor = page.locator("#plan");
  const status = page.locator("#status");
  const download = async () => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Bewaar het regioplan" }).click()]);
    await file.saveAs(path.join(scratch, "regio.txt"));
    return fs.readFileSync(path.join(scratch, "regio.txt"), "utf8");
  };
  await page.setInputFiles("#file", asFile(crossed, "eigen.regioplan"));
  await status.getByText("niet mee geopend").waitFor();
  if ((await page.locator(".problems").first().innerText()).includes("bronnenregister")) say("regio", "says that a register lacks which it cannot see");
  await page.setInputFiles("#file", asFile(fs.readFileSync(`${one}.bronnen`), "eigen.bronnen"));
  await page.waitForSelector("#register", { state: "attached" });
  await page.waitForFunction(() => !document.getElementById("status").textContent.includes("niet mee geopend"));
  await editor.press("Control+Home");
  await page.keyboard.type("# van ons\n");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# einde");
  let asked = 0;
  const refuse = (dialog) => {
    asked += 1;
    return dialog.dismiss();
  };
  page.on("dialog", refuse);
  await page.locator("#carried").press("ArrowDown");
  await page.setInputFiles("#file", `${two}.regioplan`);
  await page.waitForTimeout(300);
  if (asked !== 2) say("regio", `asked ${asked} times before what was written goes`);
  if ((await page.locator("#carried").inputValue()) !== "") say("regio", "the list says what is not shown");
  const kept = await download();
  if (kept !== `# van ons\r\n${crossed}# einde`) say("regio", "what was written, or the ends of its lines, are not kept");
  // What was saved may go.
  await page.locator("#carried").selectOption("rijn-en-duin@2.7");
  await page.waitForTimeout(300);
  if (asked !== 2 || (await editor.inputValue()).includes("# van ons")) say("regio", "asks of what was saved");
  page.off("dialog", refuse);
  page.once("dialog", (dialog) => dialog.accept());
  await editor.press("Control+Home");
  await page.keyboard.type("# nog iets\n");
  await page.locator("#carried").selectOption({ index: 1 });
  await page.waitForTimeout(300);
  if ((await editor.inputValue()).includes("# nog iets")) say("regio", "nothing else is opened");
  await page.context().close();
}

/** How the pages look: wide and narrow, dark, before and after. */
async function looks(browser) {
  const region = REGIONS.find((name) => name.startsWith("rijn")) ?? REGIONS[0];
  const wrongPlan = `regioplans/${region}/fout/${below(`regioplans/${region}/fout`)[0]}`;
  for (const width of [320, 390, 1280, 3840]) {
    for (const colorScheme of width === 1280 ? ["light", "dark"] : ["light"]) {
      const name = `${width}${colorScheme === "dark" ? "-donker" : ""}`;
      const page = await open(browser, "praktijk.html", { viewport: { width, height: 900 }, colorScheme });
      await sound(page, `begin ${name}`);
      await page.screenshot({ path: path.join(folder, `begin-${name}.png`) });
      await page.setInputFiles("#open", wrongPlan);
      await page.waitForSelector("#save");
      await page.waitForTimeout(700);
      await sound(page, `fout ${name}`);
      await page.screenshot({ path: path.join(folder, `fout-${name}.png`), clip: { x: 0, y: 0, width, height: 2600 }, fullPage: true });
      if (width === 1280) {
        await page.locator("#lang").selectOption("en");
        await sound(page, `english ${name}`);
        await page.screenshot({ path: path.join(folder, `english-${name}.png`) });
      }
      await page.context().close();
    }
  }
  for (const width of [320, 390, 1280]) {
    const page = await open(browser, "regio.html", { viewport: { width, height: 900 } });
    await sound(page, `regio ${width}, empty`);
    await page.locator("#carried").selectOption({ index: 1 });
    await page.waitForSelector("#h-document");
    await sound(page, `regio ${width}`);
    await page.screenshot({ path: path.join(folder, `regio-${width}.png`) });
    if (width === 1280) {
      await page.waitForFunction(judged);
      await voices(page, "regio", async () => {
        await page.waitForFunction(() => [...document.querySelectorAll(".document dt")].some((one) => one.textContent === "Programme years"));
        await page.waitForFunction(judged);
      });
      await sound(page, "regio in English");
      await page.screenshot({ path: path.join(folder, "regio-english.png") });
      await page.locator("#lang").selectOption("nl");
      await writing(page);
    }
    await page.context().close();
  }
}

/** In the page: all examples of the regioplan were judged, and do as they say. */
const judged = () => /\((\d+)\/\1\)/.test(document.getElementById("h-examples")?.textContent ?? "");

/** What is changed in a regioplan is seen at once: an error with its line, and an example that does otherwise. */
async function writing(page) {
  const editor = page.locator("#plan");
  const text = await editor.inputValue();
  // The examples are judged some at a time; all of them do as they say.
  await page.waitForFunction(judged);
  // A key that is typed is there at once. A whole text in the place of another takes the browser long: that one is put there.
  const before = performance.now();
  await editor.press("End");
  await page.keyboard.type(" ");
  if (performance.now() - before > 2000) say("regio", `a key takes ${Math.round(performance.now() - before)} ms`);
  const write = (said) =>
    editor.evaluate((place, value) => {
      place.value = value;
      place.dispatchEvent(new Event("input", { bubbles: true }));
    }, said);
  await write(text.replace(/^  naam .*$/m, "  naam zonder aanhalingstekens"));
  await page.waitForFunction(() => document.querySelectorAll(".problems li").length > 0 && !document.getElementById("h-document"));
  await page.screenshot({ path: path.join(folder, "regio-fout.png") });
  await sound(page, "regio with an error");
  await page.locator(".problems button").first().press("Enter");
  if ((await page.evaluate(() => document.activeElement?.id)) !== "plan") say("regio", "a problem does not lead to its line");
  await write(text.replace(/minimaal 1 uit/, "minimaal 2 uit"));
  await page.waitForFunction(() => document.querySelector("#h-examples") && document.querySelectorAll(".problems li.violation").length > 0);
}

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  const only = process.env.MTVP_WEB ?? "";
  const parts = { looks: () => looks(browser), other: () => otherWays(browser) };
  for (const one of [keeps, tells, asks, leads, asksFirst]) parts[`other ${one.name}`] = () => one(browser);
  for (const region of REGIONS) parts[`open ${region}`] = () => openAndSave(browser, region);
  REGIONS.forEach((region, number) => { parts[`way ${region}`] = () => wholeWay(browser, region, number); });
  // Of each kind of part one, the quickest.
  const some = ["other", "other keeps", `open ${REGIONS[0]}`, `way ${REGIONS.at(-1)}`];
  for (const [name, part] of Object.entries(parts).filter(([name]) => (only === "some" ? some.includes(name) : name.includes(only)))) {
    const began = performance.now();
    try {
      await part();
    } catch (error) {
      say(name, error);
    }
    console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
  }
  await browser.close();
  fs.rmSync(scratch, { recursive: true });
  if (wrong.length > 0) {
    console.error(`${wrong.length} wrong`);
    process.exit(1);
  }
  console.log(`the pages are sound in a browser: ${REGIONS.length} regions`);
})();
