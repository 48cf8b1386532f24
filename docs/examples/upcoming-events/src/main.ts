/** The upcoming events of a sector: chooses, asks, shows. */

import { Refused, after, list } from "./api.js";
import type { Events, Language, Query, Sector } from "./api.js";
import { TEXTS } from "./texts.js";
import { element, eventItem } from "./view.js";

const AT_ONCE = 4;
const site = document.documentElement.dataset["site"] ?? location.origin;

const heading = byId("title", HTMLHeadingElement);
const lead = byId("lead", HTMLParagraphElement);
const sectorLabel = byId("sector-label", HTMLLabelElement);
const sectorSelect = byId("sector", HTMLSelectElement);
const status = byId("status", HTMLParagraphElement);
const failure = byId("failure", HTMLDivElement);
const events = byId("events", HTMLUListElement);
const more = byId("more", HTMLButtonElement);
const languageButtons = document.querySelectorAll<HTMLButtonElement>("[data-language]");

let language: Language = navigator.language.startsWith("lt") ? "lt" : "en";
let shown: Events | null = null;
let asking = new AbortController();

function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) {
    throw new Error(`index.html has no ${kind.name} with the id "${id}"`);
  }
  return found;
}

/** Do what asks the API; say that it takes time, or why it failed. A newer one takes its place. */
async function ask(action: (signal: AbortSignal) => Promise<void>): Promise<void> {
  asking.abort();
  const { signal } = (asking = new AbortController());
  failure.replaceChildren();
  status.classList.remove("none");
  status.textContent = TEXTS[language].loading;
  more.hidden = true;
  events.ariaBusy = "true";
  try {
    await action(signal);
  } catch (error) {
    if (!signal.aborted) {
      explain(error, action);
    }
  }
  if (!signal.aborted) {
    events.ariaBusy = "false";
  }
}

function explain(error: unknown, action: (signal: AbortSignal) => Promise<void>): void {
  const texts = TEXTS[language];
  const why =
    error instanceof Refused
      ? element("p", { lang: "en" }, error.message)
      : element("p", {}, texts.unreachable);
  const again = element("button", { type: "button", onclick: () => ask(action) }, texts.again);
  status.textContent = "";
  failure.append(element("p", {}, element("strong", {}, texts.failed)), why, again);
}

/** All of the page in the language: its words, the sectors by name, the events. */
async function showLanguage(signal: AbortSignal): Promise<void> {
  const texts = TEXTS[language];
  document.documentElement.lang = language;
  document.title = heading.textContent = texts.title;
  lead.textContent = texts.lead;
  sectorLabel.textContent = texts.sector;
  more.textContent = texts.more;
  for (const button of languageButtons) {
    button.ariaPressed = String(button.dataset["language"] === language);
  }
  sectorSelect.disabled = true; // until they are named in this language
  const { items } = await list(site, "sectors", { locale: language, limit: 100 }, signal);
  showSectors(items);
  await showEvents(signal);
}

/** The sectors to choose from. The one that was chosen stays: slugs are alike in all languages. */
function showSectors(sectors: Sector[]): void {
  const chosen = sectorSelect.value;
  sectorSelect.replaceChildren(
    element("option", { value: "" }, TEXTS[language].allSectors),
    ...sectors.map(({ slug, name }) => element("option", { value: slug }, name)),
  );
  sectorSelect.value = sectors.some(({ slug }) => slug === chosen) ? chosen : "";
  sectorSelect.disabled = false;
}

/** The first of the events. */
async function showEvents(signal: AbortSignal): Promise<void> {
  events.replaceChildren();
  const sector = sectorSelect.value ? { sector: sectorSelect.value } : {};
  const upcoming = {
    locale: language,
    period: "upcoming",
    limit: AT_ONCE,
  } satisfies Query<"events">; // refuses what `events` does not know
  show(await list(site, "events", { ...upcoming, ...sector }, signal));
}

/** The next of the events, below the others; whoever uses the keyboard goes on there. */
async function showMore(signal: AbortSignal): Promise<void> {
  const part = shown && (await after(shown, signal));
  if (part) {
    const last = events.lastElementChild;
    show(part);
    last?.nextElementSibling?.querySelector("a")?.focus();
  }
}

function show(part: Events): void {
  shown = part;
  events.append(...part.items.map((event) => eventItem(event, language)));
  status.classList.toggle("none", part.count === 0);
  status.textContent = part.count ? TEXTS[language].count(part.count) : TEXTS[language].none;
  more.hidden = part.next === null;
}

for (const button of languageButtons) {
  button.addEventListener("click", () => {
    language = button.dataset["language"] === "lt" ? "lt" : "en";
    void ask(showLanguage);
  });
}
sectorSelect.addEventListener("change", () => void ask(showEvents));
more.addEventListener("click", () => void ask(showMore));
void ask(showLanguage);
