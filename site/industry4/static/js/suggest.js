// Suggestions under a search field while one types: a combobox with a list, as the ARIA Authoring
// Practices describe it. Choosing leads to the page; Enter without a choice searches, as ever.
// Where anything fails, the field stays what it is without this script.

const SHORTEST = 2; // letters or digits
const PAUSE = 200; // milliseconds without a key
const PATIENCE = 4000; // milliseconds until an answer is of no use

function styled(address) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(address)));
    document.head.append(link);
  });
}

let styles; // asked for once
let count = 0;

class Suggestions {
  constructor(field, template) {
    this.texts = template.dataset;
    this.kinds = JSON.parse(this.texts.kinds);
    this.field = field;
    const part = document.importNode(template.content, true).firstElementChild;
    this.list = part.querySelector("[role=listbox]");
    this.status = part.querySelector("[role=status]");
    this.list.id = `suggestions-${(count += 1)}`;
    this.options = [];
    this.chosen = -1;
    field.form.append(part);
    field.autocomplete = "off";
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", () => this.later());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.stop());
    field.form.addEventListener("submit", () => this.stop());
    // The field keeps the focus while the list is pressed or scrolled.
    part.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.follow(option);
    });
  }

  later() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.choose(-1);
    this.waiting = setTimeout(() => this.ask(), PAUSE);
  }

  // Nothing is asked any more, and nothing is shown.
  stop() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    this.show([]);
  }

  async ask() {
    clearTimeout(this.waiting);
    this.asking?.abort();
    const text = this.field.value.trim();
    if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < SHORTEST) {
      this.show([]);
      return;
    }
    const address = new URL(this.texts.address, location.href);
    address.searchParams.set("q", text);
    address.searchParams.set("locale", document.documentElement.lang);
    const asking = (this.asking = new AbortController());
    const signal = AbortSignal.any?.([asking.signal, AbortSignal.timeout(PATIENCE)]) ?? asking.signal;
    let items = [];
    try {
      const answer = await fetch(address, { signal });
      if (answer.ok) ({ items } = await answer.json());
    } catch {
      // Too slow, or no network: one can search without suggestions.
    }
    if (!asking.signal.aborted && this.field.matches(":focus")) this.show(items);
  }

  show(items) {
    this.options = items.map((item, number) => this.option(item, number));
    this.list.replaceChildren(...this.options);
    this.list.hidden = !items.length;
    this.list.scrollTop = 0;
    this.field.setAttribute("aria-expanded", String(items.length > 0));
    this.choose(-1);
    this.status.textContent = items.length ? this.texts.count.replace("{count}", items.length) : "";
  }

  option({ title, type, url }, number) {
    const option = document.createElement("li");
    const kind = document.createElement("span");
    option.id = `${this.list.id}-${number}`;
    option.setAttribute("role", "option");
    option.dataset.path = new URL(url, location.href).pathname;
    kind.textContent = this.kinds[type] ?? "";
    option.append(title, kind);
    return option;
  }

  choose(number) {
    this.chosen = number;
    this.options.forEach((option, each) => option.setAttribute("aria-selected", String(each === number)));
    const option = this.options[number];
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  // One up or down; beyond either end is the field itself.
  move(step) {
    const places = this.options.length + 1;
    this.choose(((this.chosen + 1 + step + places) % places) - 1);
  }

  follow(option) {
    location.assign(option.dataset.path);
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = this.options.length > 0;
    if (event.key === "ArrowDown" && !isOpen) this.ask();
    else if (!isOpen) return;
    else if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Escape") this.stop();
    else if (event.key === "Enter" && this.chosen >= 0) this.follow(this.options[this.chosen]);
    else {
      if (["Home", "End"].includes(event.key)) this.choose(-1); // the field's own keys
      return;
    }
    event.preventDefault();
    event.stopPropagation(); // Escape closes the list alone, not the menu that it stands in
  }
}

// Suggestions for a field that has the focus, from then on. Rejects where its style does not load.
export async function suggest(field, template) {
  styles ??= styled(template.dataset.style);
  await styles;
  const suggestions = new Suggestions(field, template);
  if (field.value !== field.defaultValue) suggestions.later(); // typed meanwhile
}
