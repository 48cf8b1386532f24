/** What the page says, in both languages. */

import type { Event, Language } from "./api.js";

interface Texts {
  title: string;
  lead: string;
  sector: string;
  allSectors: string;
  loading: string;
  count: (count: number) => string;
  none: string;
  failed: string;
  unreachable: string;
  again: string;
  more: string;
  image: (credit: string) => string;
  status: Record<Event["status"], string>;
  attendance: Record<Event["attendance"], string>;
}

export const TEXTS: Record<Language, Texts> = {
  lt: {
    title: "Artimiausi renginiai",
    lead: "Kur susitinka Panevėžio krašto pramonė, mokslas ir mokyklos.",
    sector: "Sektorius",
    allSectors: "Visi sektoriai",
    loading: "Renginiai įkeliami…",
    count: (count) => `Renginių: ${count}`,
    none: "Čia renginių kol kas nenumatyta.",
    failed: "Renginių įkelti nepavyko.",
    unreachable: "Svetainė nepasiekiama. Patikrinkite interneto ryšį.",
    again: "Bandyti dar kartą",
    more: "Rodyti daugiau",
    image: (credit) => `Vaizdas: ${credit}`,
    status: { scheduled: "", postponed: "Nukelta", cancelled: "Neįvyks" },
    attendance: { onsite: "", online: "Nuotoliu", both: "Vietoje ir nuotoliu" },
  },
  en: {
    title: "Upcoming events",
    lead: "Where industry, science and schools of the Panevėžys region meet.",
    sector: "Sector",
    allSectors: "All sectors",
    loading: "Loading the events…",
    count: (count) => `Events: ${count}`,
    none: "No events are planned here yet.",
    failed: "The events could not be loaded.",
    unreachable: "The site cannot be reached. Check your connection.",
    again: "Try again",
    more: "Show more",
    image: (credit) => `Image: ${credit}`,
    status: { scheduled: "", postponed: "Postponed", cancelled: "Cancelled" },
    attendance: { onsite: "", online: "Online", both: "On site and online" },
  },
};

// Events take place in Lithuania, wherever the reader is.
const timeZone = "Europe/Vilnius";

/** From when to when, such as "Monday, 30 November 2026, 10:00–16:00". */
export function period(event: Event, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone,
    dateStyle: "full",
    ...(event.all_day ? {} : { timeStyle: "short" }),
  });
  return format.formatRange(new Date(event.starts_at), new Date(event.ends_at));
}

/** The day on which it begins as a leaf of a calendar: its month and its number. */
export function leaf(event: Event, language: Language): { month: string; day: string } {
  const format = new Intl.DateTimeFormat(language, { timeZone, month: "long", day: "numeric" });
  const parts = format.formatToParts(new Date(event.starts_at));
  const of = (type: "month" | "day") => parts.find((part) => part.type === type)?.value ?? "";
  return { month: of("month"), day: of("day") };
}
