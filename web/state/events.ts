import { signal } from "@preact/signals";
import { type EventList, readEvents } from "../../src/text/event-list.ts";

/**
 * Events that the reader laid beside the data: given to `explore --events`, or dropped into the page. A dropped file is read here and
 * stays in this browser tab; nothing of it is sent anywhere.
 */

const KEY = "marionet-events";
/** A list of events is small; what is larger is another file, dropped by mistake. */
const BYTES_MOST = 1_000_000;

export const eventList = signal<EventList | null>(stored());
/** Why a dropped file was not taken. */
export const eventFault = signal<string | null>(null);

let isOffered = false;

/** The events that the page was opened with, unless the tab has its own; once, so that what is taken away stays away. */
export function offerEvents(list: EventList | undefined): void {
  if (!isOffered && eventList.value === null && list !== undefined) eventList.value = list;
  isOffered = true;
}

export function keepEvents(list: EventList | null): void {
  eventList.value = list;
  eventFault.value = null;
  try {
    if (list === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // A browser that forbids storage still shows the events; a reload forgets them.
  }
}

/** Read a file of the reader's. A file without one event leaves everything as it was, and says why. */
export async function takeEvents(file: File): Promise<void> {
  if (file.size > BYTES_MOST) {
    eventFault.value = `${file.name} is too large for a list of events; it needs two columns, time and label.`;
    return;
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    eventFault.value = `${file.name} could not be read; is it still there?`;
    return;
  }
  const list = readEvents(text, file.name);
  if (list.events.length === 0)
    eventFault.value = `${file.name} holds no event; a row is a time and a label, as in: 2016-11-08 20:00,polls close.`;
  else keepEvents(list);
}

function stored(): EventList | null {
  try {
    const list = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as EventList | null;
    return Array.isArray(list?.events) && Array.isArray(list.skipped) ? list : null;
  } catch {
    // Forbidden, or written by another version: the page has no events, and takes them anew.
    return null;
  }
}
