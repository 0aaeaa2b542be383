"use strict";
// The pages work without this. It adds: answers without a reload, copy buttons, steps from one
// difference to the next, a print button, and focus in browsers that do not heed autofocus.

// --- focus ------------------------------------------------------------------------------------

function focusOn(root) {
  const wanted = root.querySelector("[autofocus]");
  if (wanted) wanted.focus();
}

addEventListener("load", () => setTimeout(() => {
  if (document.activeElement === document.body && !location.hash) focusOn(document);
}, 200));

// --- copying ----------------------------------------------------------------------------------

function plain(element) {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll(".vh, .anchor, .control")) hidden.remove();
  for (const block of copy.querySelectorAll("dt")) block.append(": ");
  for (const block of copy.querySelectorAll("dl > div")) block.append("\n");
  const text = element.matches("dl") ? copy.textContent.replace(/\s*\n\s*/g, "\n") : copy.textContent;
  return text.replace(/[ \t]*\n[ \t]*/g, "\n").trim();
}

async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");   // pages that are not served securely
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("not copied");
}

async function copied(button) {
  const words = button.textContent;
  const texts = button.dataset.copy.split(" ").map((id) => document.getElementById(id));
  try {
    await write(texts.filter(Boolean).map(plain).join("\n\n"));
    button.textContent = "Copied";
  } catch {
    button.textContent = "Could not copy: select the text";
  }
  button.focus();
  setTimeout(() => { button.textContent = words; }, 2000);
}

// --- from difference to difference ------------------------------------------------------------

function step(button) {
  const bar = button.closest("[data-steps]");
  const stops = [...document.getElementById(bar.dataset.steps).querySelectorAll(".in-source, .in-quote")];
  const at = stops.findIndex((stop) => stop.classList.contains("current"));
  const to = at < 0 ? (button.dataset.step > 0 ? 0 : stops.length - 1)
    : (at + Number(button.dataset.step) + stops.length) % stops.length;
  if (at >= 0) stops[at].classList.remove("current");
  stops[to].classList.add("current");
  stops[to].scrollIntoView({ block: "nearest" });
  const said = plain(stops[to]);
  const kind = stops[to].matches(".in-source") ? "only in the source" : "only in the quote";
  bar.querySelector("[role=status]").textContent = `${to + 1} of ${stops.length}: ${kind} “${said}”`;
}

// --- what a page brings -----------------------------------------------------------------------

function ready(root) {
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = !button.dataset.copy.split(" ").every((id) => document.getElementById(id));
    button.setAttribute("aria-live", "polite");
  }
  for (const bar of root.querySelectorAll("[data-steps]")) {
    bar.hidden = !document.querySelector(`#${bar.dataset.steps} :is(.in-source, .in-quote)`);
  }
  for (const button of root.querySelectorAll("[data-print]")) button.hidden = false;
}

addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.copy) copied(button);
  else if (button.dataset.step) step(button);
  else if ("print" in button.dataset) print();
});

// --- answers without a reload -----------------------------------------------------------------
// What was shown is held in memory only: a quote must not come to lie in the browser's history.

const shown = new Map();
let current = 0;
let running = null;
history.replaceState({ page: current }, "");

function show(main, title) {
  document.querySelector("main").replaceWith(main);
  document.title = title;
  ready(main);
}

function hold() {
  shown.set(current, { main: document.querySelector("main"), title: document.title, at: scrollY });
}

async function send(form, submitter) {
  const status = form.querySelector("[role=status]");
  const button = submitter || form.querySelector("[type=submit]");
  const given = new FormData(form);
  const body = form.enctype === "multipart/form-data" ? given : new URLSearchParams(given);
  const slow = setTimeout(() => { status.textContent = `${button.dataset.busy || "Checking"} …`; }, 150);
  button.setAttribute("aria-disabled", "true");
  running = new AbortController();
  try {
    const answer = await fetch(form.action, {
      method: "POST", body, headers: { Accept: "text/html" }, signal: running.signal,
    });
    if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) throw new Error("no page");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    hold();
    history.pushState({ page: ++current }, "", answer.url);
    for (const later of [...shown.keys()]) if (later >= current) shown.delete(later);
    show(document.adoptNode(page.querySelector("main")), page.title);
    scrollTo(0, 0);
    focusOn(document.querySelector("main"));
  } catch (error) {
    if (error.name !== "AbortError") {
      status.textContent = "The service did not answer. Nothing is lost: try again.";
    }
  } finally {
    clearTimeout(slow);
    button.removeAttribute("aria-disabled");
    if (status.textContent.endsWith("…")) status.textContent = "";
    running = null;
  }
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-swap]")) return;
  event.preventDefault();
  if (!running) send(form, event.submitter);
});

addEventListener("popstate", (event) => {
  const to = event.state ? event.state.page : undefined;
  if (to === undefined || to === current) return;    // a jump within the page
  if (running) running.abort();
  const held = shown.get(to);
  if (!held) { location.reload(); return; }
  hold();
  current = to;
  show(held.main, held.title);
  scrollTo(0, held.at);
});

addEventListener("hashchange", () => {
  if (history.state === null) history.replaceState({ page: current }, "");
});

ready(document);
