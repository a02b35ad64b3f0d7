import { expect, test } from "vitest";
import { readEvents } from "../../src/text/event-list.ts";

const timeOf = (text: string): string | null => {
  const [event] = readEvents(`time,label\n${text},x\n`, "e.csv").events;
  return event === undefined ? null : new Date(event.timeMs).toISOString();
};

test.each([
  ["2016-02-29", "2016-02-29T00:00:00.000Z"],
  ["2016-11-08 20:00", "2016-11-08T20:00:00.000Z"],
  ["2016-11-08T23:30:59-05:30", "2016-11-09T05:00:59.000Z"],
  ["2016-11-08T00:00+14:00", "2016-11-07T10:00:00.000Z"],
])("%s is %s", (text, time) => expect(timeOf(text)).toBe(time));

test.each([
  "2015-02-29",
  "2016-04-31",
  "2016-13-05",
  "2016-00-05",
  "2016-05-00",
  "0016-05-01",
  "2016-05-01 24:00",
  "2016-05-01 10:60",
  "2016-05-01 10:00+15:00",
  "2016-05-01 10:00+05:60",
])("%s is no time: the row is left out and said", (text) => {
  expect(timeOf(text)).toBeNull();
  expect(readEvents(`time,label\n${text},x\n`, "e.csv").skipped).toEqual(["row 2: the time could not be read"]);
});
