/**
 * Events that an analyst lays beside the data, read from a small CSV of time and label: `2016-11-08 20:00,polls close`. A time is
 * `2016-11-08`, optionally with hours, minutes, seconds and a zone; without a zone it is UTC. A first row that holds no time is taken for
 * the names of the columns. O(length of the text).
 */
export interface EventList {
  /** Name of the file. */
  readonly name: string;
  /** In time order. */
  readonly events: readonly { readonly timeMs: number; readonly label: string }[];
  /** Rows that were left out, each a sentence with its number. */
  readonly skipped: readonly string[];
}

/** Beyond so many a timeline is no longer marked by them, but covered. */
const EVENTS_MOST = 500;
const LABEL_MOST = 200;

export function readEvents(text: string, name: string): EventList {
  const events: { timeMs: number; label: string }[] = [];
  const skipped: string[] = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const match = /^\s*"?([^",;\t]+)"?\s*[,;\t]\s*(.*)$/.exec(line);
    const timeMs = timeOf(match?.[1] ?? line);
    const label = unquote((match?.[2] ?? "").trim()).slice(0, LABEL_MOST);
    if (timeMs === null) {
      if (index > 0) skipped.push(`row ${index + 1}: the time could not be read`);
    } else if (label === "") skipped.push(`row ${index + 1}: no label`);
    else if (events.length >= EVENTS_MOST) skipped.push(`row ${index + 1}: beyond the first ${EVENTS_MOST} events`);
    else events.push({ timeMs, label });
  }
  events.sort((a, b) => a.timeMs - b.timeMs || (a.label < b.label ? -1 : 1));
  return { name, events, skipped };
}

function unquote(text: string): string {
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

function timeOf(text: string): number | null {
  const match =
    /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", zone] = match;
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const timeMs = Date.UTC(parts[0], parts[1] - 1, parts[2], parts[3], parts[4], parts[5]);
  // What rolls over, as 31 April, a 13th month or 24:00 do, is no time.
  if (new Date(timeMs).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null;
  if (parts[3] > 23 || parts[4] > 59 || parts[5] > 59) return null;
  const zoneMs = zoneOf(zone);
  return zoneMs === null ? null : timeMs - zoneMs;
}

/** Null: no place on earth is that far from UTC. */
function zoneOf(zone: string | undefined): number | null {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
