import { expect, test } from "vitest";
import { terminalProgress } from "../../scripts/progress.ts";

function watched(isTTY: boolean) {
  const written: string[] = [];
  let nowMs = 0;
  const progress = terminalProgress({ isTTY, write: (text) => written.push(text) }, () => nowMs);
  return { progress, written, after: (ms: number) => (nowMs += ms) };
}

test("in a log each stage is one plain line with its count and rate", () => {
  const { progress, written, after } = watched(false);
  progress.stage("reading posts", 412_020);
  after(2000);
  progress.advance(206_010);
  after(2000);
  progress.advance(412_020);
  progress.stage("graphs");
  after(20);
  progress.done();
  progress.done();
  expect(written).toEqual(["reading posts  412,020  4.0 s  103,005/s\n", "graphs  0.0 s\n"]);
});

test("on a terminal one line rewrites itself, at most ten times a second, and short stages leave nothing", () => {
  const { progress, written, after } = watched(true);
  progress.stage("quick");
  for (let i = 1; i <= 9; i++) {
    after(10);
    progress.advance(i);
  }
  after(10);
  progress.advance(10);
  progress.done();
  expect(written).toEqual(["\r\u001b[2Kquick  0.0 s", "\r\u001b[2Kquick  10  0.1 s  100/s", "\r\u001b[2K"]);
});

test("a stage of a second or more leaves its line; notes stand above the line that goes on", () => {
  const { progress, written, after } = watched(true);
  progress.stage("pairs", 10);
  after(1000);
  progress.note("3 rows set aside");
  progress.advance(5);
  progress.done();
  expect(written.join("")).toBe(
    "\r\u001b[2Kpairs  0.0 s\r\u001b[2Knote: 3 rows set aside\n\r\u001b[2Kpairs  1.0 s\r\u001b[2Kpairs  5  1.0 s  5/s\n",
  );
});

test("nothing in a stage or a note can steer the terminal", () => {
  const { progress, written } = watched(false);
  progress.stage("read \u001b]0;x\u0007");
  progress.note("file \u202egnp.exe\r\nrm");
  progress.done();
  expect(written).toEqual(["note: file \ufffdgnp.exe\ufffd\nrm\n", "read \ufffd]0;x\ufffd  0.0 s\n"]);
});
