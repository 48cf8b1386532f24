/** Events as HTML. Every text is set as text: nothing that the API says is read as markup. */

import type { Event, Language, Picture } from "./api.js";
import { TEXTS, leaf, period } from "./texts.js";

type Tags = HTMLElementTagNameMap;

/** An element with its properties and children. */
export function element<Tag extends keyof Tags>(
  tag: Tag,
  properties: Partial<Tags[Tag]> = {},
  ...children: (Node | string)[]
): Tags[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** An event as an item of the list. */
export function eventItem(event: Event, language: Language): HTMLLIElement {
  const texts = TEXTS[language];
  const { month, day } = leaf(event, language);
  const begins = element(
    "p",
    { className: "leaf", ariaHidden: "true" }, // the full date is in the text
    element("span", {}, month),
    element("b", {}, day),
  );
  const notes = [texts.status[event.status], texts.attendance[event.attendance]].filter(Boolean);
  const text = element(
    "div",
    { className: "text" },
    element("h2", {}, element("a", { href: event.url }, event.title)),
    element(
      "p",
      { className: "when" },
      element("time", { dateTime: event.starts_at }, period(event, language)),
    ),
    element("p", {}, event.intro),
    element(
      "p",
      { className: "where" },
      element("span", {}, event.venue),
      ...notes.map((note) => element("span", { className: "note" }, note)),
    ),
  );
  const item = element("li", { className: event.status, lang: event.locale }, begins, text);
  if (event.listing_image) {
    item.append(figure(event.listing_image, language));
  }
  return item;
}

/** An image in the best format that the browser knows, no larger than it has to be. */
function figure(image: Picture, language: Language): HTMLElement {
  const sizes = "(min-width: 48rem) 17rem, 100vw";
  const picture = element("picture");
  for (const format of ["avif", "webp"] as const) {
    const sources = image.renditions[format];
    if (sources) {
      picture.append(element("source", { type: `image/${format}`, srcset: sources.srcset, sizes }));
    }
  }
  const shown = element("img", {
    src: image.src,
    alt: image.alt,
    width: image.width,
    height: image.height,
    loading: "lazy",
  });
  if (image.focal_point) {
    const { x, y } = image.focal_point;
    shown.style.objectPosition = `${x * 100}% ${y * 100}%`;
  }
  picture.append(shown);
  const made = element("figure", {}, picture);
  if (image.credit) {
    made.append(element("figcaption", {}, TEXTS[language].image(image.credit)));
  }
  return made;
}
