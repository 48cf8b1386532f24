// What pages do beyond HTML, and only when the reader asks for it: play a video, show a map, offer
// pages while one types in a search field. Without this script a video's link leads to its own
// page, the list stands for the map, and one searches.

// Videos

const PLAYERS = new Set(["www.youtube-nocookie.com", "player.vimeo.com"]);

function player(address, title) {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = title;
  frame.allow = "autoplay; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.className = "video-frame";
  return frame;
}

function play(event) {
  // A click with a key pressed opens another tab or window: that stays the browser's.
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.currentTarget;
  const address = new URL(link.dataset.embed);
  if (!PLAYERS.has(address.host)) return;
  event.preventDefault();
  address.searchParams.set("autoplay", "1");
  const frame = player(address.href, link.dataset.title);
  link.replaceWith(frame);
  frame.focus();
}

for (const link of document.querySelectorAll("a[data-embed]")) {
  link.addEventListener("click", play);
}

// The menu of a narrow screen: Escape closes it, and leaves the reader where it opens.

const menu = document.querySelector("details.menu");

menu?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Suggestions under a search field: their script is loaded with the first field that is entered.

const suggestions = document.querySelector(".suggestions-source");

async function offer(field) {
  try {
    const { suggest } = await import(suggestions.dataset.script);
    await suggest(field, suggestions);
  } catch (error) {
    console.warn(error);
  }
}

for (const field of suggestions ? document.querySelectorAll(".search-form [type=search]") : []) {
  if (field.matches(":focus")) offer(field);
  else field.addEventListener("focus", () => offer(field), { once: true });
}

// The map of members: drawn by Leaflet, which the page keeps in a template until then.

const REGION = [[55.45, 23.85], [56.45, 25.85]]; // shown where no member has a place
const CLOSEST = 18;
const MARKER = 28;
const CLUSTER = 40;
const PATIENCE = 15_000; // milliseconds until the reader is told that nothing comes

// Scripts run in their order, although they load at the same time.
function loaded(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error(element.href || element.src)));
    element.async = false;
    document.head.append(element);
  });
}

async function featuresFrom(address) {
  const features = [];
  for (let count = 1; features.length < count; ) {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(`${address}&offset=${features.length}`, { signal });
    if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
    const part = await answer.json();
    features.push(...part.features);
    count = part.features.length ? part.count : 0;
  }
  return features;
}

// A round mark, focusable, that says what it stands for.
function mark(className, size, label, text = "") {
  const icon = window.L.divIcon({ className, html: text, iconSize: [size, size] });
  const create = icon.createIcon;
  icon.createIcon = (old) => {
    const element = create.call(icon, old);
    element.setAttribute("aria-label", label);
    return element;
  };
  return icon;
}

function memberItem({ url, title, locale, labels }) {
  const link = document.createElement("a");
  link.href = new URL(url).pathname;
  link.textContent = title;
  if (locale !== document.documentElement.lang) link.lang = link.hreflang = locale;
  const facts = document.createElement("span");
  facts.textContent = `${labels.kind}, ${labels.municipality}`;
  const item = document.createElement("li");
  item.append(link, facts);
  return item;
}

class MemberMap {
  constructor(element) {
    this.texts = element.dataset;
    this.files = element.querySelector("template").content;
    this.button = element.querySelector("button");
    this.view = element.querySelector(".map-view");
    this.ground = element.querySelector(".map-ground");
    this.status = element.querySelector("[role=status]");
    this.calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.button.addEventListener("click", () => this.toggle());
    this.ground.addEventListener("keydown", (event) => this.press(event));
    element.classList.remove("map-waiting");
  }

  async toggle() {
    if (this.drawing) return;
    if (this.map) {
      this.show(this.view.hidden);
      return;
    }
    this.drawing = true;
    this.say(this.texts.loading);
    try {
      await this.draw();
    } catch (error) {
      console.warn(error);
      this.map?.remove(); // half drawn: the next click tries again
      this.map = undefined;
      this.say(this.texts.failed);
    }
    this.drawing = false;
  }

  show(shown) {
    this.view.hidden = this.status.hidden = !shown;
    this.button.textContent = shown ? this.texts.hide : this.texts.show;
    if (shown) this.map?.invalidateSize();
  }

  say(...sentences) {
    const text = sentences.join(" ");
    // The same text again would be read out again.
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  async draw() {
    const files = [...document.importNode(this.files, true).children];
    const [features] = await Promise.all([
      featuresFrom(this.texts.members),
      ...files.map(loaded),
    ]);
    this.show(true);
    this.map = this.emptyMap();
    this.markers = this.markersOf(features).addTo(this.map);
    const bounds = features.length ? this.markers.getBounds() : window.L.latLngBounds(REGION);
    this.map.fitBounds(bounds, { padding: [CLUSTER, CLUSTER], maxZoom: 13 });
    this.tiles().addTo(this.map);
    const placeless = this.texts.total - features.length;
    this.summary = [this.texts.shown.replace("{count}", features.length)];
    if (placeless > 0) this.summary.push(this.texts.placeless.replace("{count}", placeless));
    this.say(...this.summary);
  }

  emptyMap() {
    const moves = !this.calm;
    const map = window.L.map(this.ground, {
      attributionControl: false,
      fadeAnimation: moves,
      inertia: moves,
      markerZoomAnimation: moves,
      maxZoom: CLOSEST,
      scrollWheelZoom: false, // the wheel scrolls the page
      zoomAnimation: moves,
      zoomControl: false,
    });
    if (this.calm) {
      const pan = map.panBy;
      map.panBy = (offset, options) => pan.call(map, offset, { ...options, animate: false });
    }
    const { zoomIn: zoomInTitle, zoomOut: zoomOutTitle } = this.texts;
    // Popups open upwards: their room is at the top.
    window.L.control.zoom({ position: "bottomleft", zoomInTitle, zoomOutTitle }).addTo(map);
    window.L.control.attribution({ prefix: false }).addTo(map);
    return map;
  }

  tiles() {
    const { tiles, attribution, bare } = this.texts;
    const layer = window.L.tileLayer(tiles, { attribution, maxZoom: CLOSEST });
    let some = false;
    layer.on("tileload", () => (some = true));
    layer.on("load", () => this.say(...this.summary, ...(some ? [] : [bare])));
    return layer;
  }

  markersOf(features) {
    const group = window.L.markerClusterGroup({
      animate: !this.calm,
      iconCreateFunction: (cluster) => {
        const count = cluster.getChildCount();
        const label = this.texts.cluster.replace("{count}", count);
        return mark("map-cluster", CLUSTER, label, String(count));
      },
      maxClusterRadius: CLUSTER + MARKER,
      removeOutsideVisibleBounds: false, // keys reach them all; the map follows
      showCoverageOnHover: false,
      spiderfyOnMaxZoom: false,
      zoomToBoundsOnClick: false,
    });
    for (const { geometry, properties } of features) {
      const [longitude, latitude] = geometry.coordinates;
      const icon = mark("map-marker", MARKER, properties.title);
      const options = { icon, title: properties.title, member: properties };
      group.addLayer(window.L.marker([latitude, longitude], options));
    }
    group.on("click", ({ layer }) => this.tell(layer, [layer]));
    group.on("clusterclick", ({ layer }) => this.open(layer));
    return group;
  }

  // Go closer, until the members of a cluster come apart; those that never will are listed.
  open(cluster) {
    const markers = cluster.getAllChildMarkers();
    const places = new Set(markers.map((marker) => String(marker.getLatLng())));
    if (places.size === 1 || this.map.getZoom() === CLOSEST) {
      this.tell(cluster, markers);
      return;
    }
    this.map.once("moveend", () => {
      // The cluster had the focus, and is gone.
      this.markers.getVisibleParent(markers[0])?.getElement()?.focus({ preventScroll: true });
    });
    cluster.zoomToBounds({ padding: [CLUSTER, CLUSTER] });
  }

  // Say in a popup whom a mark stands for.
  tell(layer, markers) {
    const members = markers.map((marker) => marker.options.member);
    members.sort((one, other) => one.title.localeCompare(other.title, document.documentElement.lang));
    const list = document.createElement("ul");
    list.append(...members.map(memberItem));
    this.told = layer;
    const popup = window.L.popup({ maxHeight: 220, maxWidth: 260, offset: [0, -MARKER / 2] })
      .setLatLng(layer.getLatLng())
      .setContent(list)
      .openOn(this.map);
    const close = popup.getElement().querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", this.texts.close);
    close.addEventListener("click", () => this.focusTold());
    list.querySelector("a").focus({ preventScroll: true });
  }

  focusTold() {
    (this.told.getElement() ?? this.ground).focus({ preventScroll: true });
  }

  press(event) {
    if (event.key === "Escape" && this.ground.querySelector(".leaflet-popup")) {
      this.map.closePopup();
      this.focusTold();
    } else if (
      ["Enter", " "].includes(event.key) &&
      event.target.matches(".map-marker, .map-cluster")
    ) {
      event.preventDefault(); // the page does not scroll, and Leaflet acts on the click alone
      event.target.click();
    }
  }
}

for (const element of document.querySelectorAll(".map[data-members]")) {
  new MemberMap(element);
}
