import { describe, expect, test } from "vitest";
import { CHROMIUM, useDesk } from "./support.ts";

/** The month of the small world: 120 bars of six hours from 1 November 2015. */
const START_S = 1_446_336_000;
const day = (n: number) => START_S + n * 86_400;

describe.skipIf(CHROMIUM === null)("time, in a browser", () => {
  const desk = useDesk();
  const { open } = desk;
  const numbers = (text: string | null): number[] => (text?.match(/\d+/g) ?? []).map(Number);

  test("a brush on the cluster's page filters evidence, pairs, ties, accounts, content and rhythm, and says of how many", async () => {
    const page = await open("#/cluster?c=C01", ".cluster .tl");
    const whole = await page.locator(".ev").first().locator("small b").first().textContent();
    const drawnWhole = numbers(await page.locator(".legend p b").textContent());
    await page.goto(`${desk.url}#/cluster?c=C01&t=${day(14)}~${day(17)}`);
    await page.locator(".cap.brushed").waitFor();
    const status = (await page.getByRole("status").textContent()) ?? "";
    const [accounts = 0, allAccounts, posts = 0, allPosts = 0, pairs = 0, allPairs = 0] = numbers(status);
    expect(status).toMatch(/^\d+ of 14 accounts, \d+ of \d+ posts, \d+ of \d+ pairs$/);
    expect(allAccounts).toBe(14);
    expect(posts).toBeGreaterThan(0);
    expect(posts).toBeLessThan(allPosts);
    expect(pairs).toBeLessThan(allPairs);
    const line = (await page.locator(".ev").first().locator("small").first().textContent()) ?? "";
    expect(line).toMatch(new RegExp(`^\\d+ of ${whole} over \\d+ of \\d+ pairs`));
    const row = await page.locator(".pairlist tbody tr").first().locator("td").nth(1).textContent();
    const [met = 0, all = 0] = numbers(row);
    expect(met).toBeGreaterThan(0);
    expect(met).toBeLessThanOrEqual(all);
    await page.locator(".graph[data-drawn]").waitFor();
    const drawn = numbers(await page.locator(".legend p b").textContent());
    expect(drawn[0]).toBeLessThan(drawnWhole[0] ?? 0);
    expect(await page.locator(".legend p").textContent()).toContain(`${pairs} met in the brushed time`);
    await page.getByRole("tab", { name: "Accounts" }).click();
    expect(await page.locator(".tabwrap tbody tr").count()).toBe(accounts);
    const listed = await page.locator(".tabwrap tbody tr td:nth-child(3)").allTextContents();
    expect(listed.reduce((sum, text) => sum + (numbers(text)[0] ?? 0), 0)).toBe(posts);
    await page.getByRole("tab", { name: "Content" }).click();
    expect(await page.locator(".tabwrap caption").first().textContent()).toMatch(
      /\d+ of \d+ were acted on in the brushed time/,
    );
    expect(await page.locator(".tabwrap tbody .ink").first().textContent()).toMatch(/^\d+ of \d+$/);
    await page.getByRole("tab", { name: "Time" }).click();
    expect(await page.locator(".rhythm .phead").first().textContent()).toContain(`${posts} posts in the brushed time`);
    await page.keyboard.press("0");
    await page.locator(".rhythm", { hasNotText: "brushed" }).waitFor();
    expect(await page.getByRole("status").textContent()).toBe("all of the time");
  });

  test("the lists follow the stroke, the address and what is announced only its end", async () => {
    const page = await open("#/cluster?c=C01&tab=accounts", ".cluster .tl .overlay");
    const before = page.url();
    const box = await page.locator(".brush .overlay").boundingBox();
    if (box === null) throw new Error("the timeline has no brush");
    await page.mouse.move(box.x + box.width * 0.45, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 20, { steps: 3 });
    await page.locator(".tabwrap .brushed").waitFor();
    expect(page.url()).toBe(before);
    expect(await page.getByRole("status").textContent()).toBe("all of the time");
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => page.url()).toContain("t=");
    expect(await page.getByRole("status").textContent()).toMatch(/of 14 accounts/);
    // Whole bars: what the brush says is what it filters.
    const [from = 0, to = 0] = (/t=(\d+)%7E(\d+)/.exec(page.url()) ?? []).slice(1).map(Number);
    expect([(from - START_S) % 21_600, (to - START_S) % 21_600]).toEqual([0, 0]);
    await page.goBack();
    await page.locator(".tabwrap", { hasNotText: "brushed" }).waitFor();
  });

  test("pair, object, account, site and search ask for the brushed time, say so, and give all of it back", async () => {
    const range = `t=${day(14)}~${day(17)}`;
    for (const [hash, ready] of [
      ["#/pair?c=C01&trace=co-url&a=0&b=1", ".who"],
      ["#/object?trace=co-url&o=3", ".pager"],
      ["#/posts?account=0", ".pager"],
      ["#/posts?domain=agua-limpia.example", ".pager"],
      ["#/search?q=agua", ".results"],
    ] as const) {
      const page = await open(`${hash}&${range}`, ready);
      expect(await page.locator(".brushnote").textContent(), hash).toContain("15 Nov 2015, 00:00 – 18 Nov 2015, 00:00");
      for (const text of await page.locator(".plist .pmeta .mono:nth-child(2), .pcard .when").allTextContents())
        expect(text, hash).toMatch(/1[567] Nov 2015/);
      const before = await page.locator(".plist li, .match").count();
      await page.getByRole("button", { name: "Show all of the time" }).click();
      await page.locator(".brushnote").waitFor({ state: "detached" });
      await page.locator(ready).waitFor();
      expect(await page.locator(".plist li, .match").count(), hash).toBeGreaterThanOrEqual(before);
      await page.goto("about:blank");
    }
  });

  test("pages that a brush does not reach say so, and count as without one", async () => {
    for (const hash of [
      "#/posts?c=C01&term=agua",
      "#/accounts",
      "#/account?account=1",
      "#/sites",
      "#/compare?c=C01",
      "#/cluster?c=C01&tab=content&part=words",
      "#/cluster?c=C01&tab=content&part=texts",
    ]) {
      const join = hash.includes("?") ? "&" : "?";
      const page = await open(`${hash}${join}t=${day(14)}~${day(17)}`, ".brushnote");
      expect(await page.locator(".brushnote").textContent(), hash).toContain("the brush does not apply");
      await page.goto("about:blank");
    }
    const page = await open("#/posts?c=C01&term=agua", ".pager");
    const whole = await page.locator(".pager").textContent();
    await page.goto("about:blank");
    await open(`#/posts?c=C01&term=agua&t=${day(14)}~${day(17)}`, ".pager");
    expect(await page.locator(".pager").textContent()).toBe(whole);
  });

  test("both heat maps turn with the zone, by key too, and the quiet band is framed with its caption", async () => {
    const page = await open("#/cluster?c=C01&tab=time", ".heat");
    const hours = async (map: number) => {
      const cells = await page.locator(".heat").nth(map).locator("tbody tr").first().locator("td").allTextContents();
      return cells.map(Number);
    };
    const [own, others] = [await hours(0), await hours(1)];
    // Each on a scale of its own, so that neither is one pale shade.
    for (const map of [0, 1]) {
      expect(await page.locator(".rhythm section").nth(map).locator(".heatkey").textContent()).toMatch(/% of posts$/);
      expect(await page.locator(".heat").nth(map).locator("td.h6").count()).toBeGreaterThan(0);
    }
    await page.goto(`${desk.url}#/cluster?c=C01&tab=time&zone=120`);
    await page.locator(".rhythm", { hasText: "UTC+2" }).waitFor();
    expect((await hours(1)).slice(2)).toEqual(others.slice(0, 22));
    expect((await hours(0)).slice(2)).toEqual(own.slice(0, 22));
    await page.locator("#zone").focus();
    await page.keyboard.press("ArrowRight");
    await page.locator(".rhythm", { hasText: "UTC+2:30" }).waitFor();
    expect(page.url()).toContain("zone=150");
    expect(await page.locator("p.quiet").textContent()).toContain("A quiet band is not a location.");
    await page.getByRole("button", { name: "UTC", exact: true }).click();
    expect(page.url()).not.toContain("zone");
    // The table twin: the same cells with their numbers in sight.
    await page.getByRole("button", { name: "Table" }).click();
    expect(await page.locator(".heat.numbers .hn").count()).toBe(336);
    expect(await page.locator(".tltable tbody tr").count()).toBeGreaterThan(10);
  });

  test("the timeline's table adds up to what is announced, and holds only the brushed bars", async () => {
    const page = await open(`#/overview?tbl=1&t=${day(3)}~${day(9)}`, ".tltable tbody tr");
    const totals = await page.locator(".tltable tbody tr td.ink").allTextContents();
    const sum = totals.reduce((all, text) => all + Number(text.replaceAll(",", "")), 0);
    expect(await page.getByRole("status").textContent()).toContain(`${sum} of`);
    for (const from of await page.locator(".tltable tbody th").allTextContents())
      expect(from).toMatch(/^[4-9] Nov 2015/);
  });

  test("replay walks the brush through the time; with reduced motion window by window; one step of the history", async () => {
    const page = await open(`#/overview?t=${day(0)}~${day(1)}`, ".tl .brush");
    const label = () => page.locator(".blabel").textContent();
    const first = await label();
    await page.keyboard.press("p");
    await page.waitForFunction((text) => document.querySelector(".blabel")?.textContent !== text, first);
    expect(page.url()).toContain(`t=${day(0)}`);
    await page.keyboard.press("p");
    const paused = await label();
    expect(page.url()).not.toContain(`t=${day(0)}`);
    await page.waitForTimeout(400);
    expect(await label()).toBe(paused);
    await page.goBack();
    await page.waitForFunction((text) => document.querySelector(".blabel")?.textContent === text, first);
    await page.keyboard.press("]");
    expect(page.url()).toContain(`t=${day(1)}%7E${day(2)}`);
    await page.keyboard.press("[");
    expect(page.url()).toContain(`t=${day(0)}%7E${day(1)}`);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("button", { name: "Play" }).click();
    expect(await label()).toBe("2 Nov 2015, 00:00 – 3 Nov 2015, 00:00");
    await page.keyboard.press("0");
    await page.locator(".blabel").waitFor({ state: "detached" });
    expect(await page.getByRole("button", { name: "Play" }).count()).toBe(1);
  });

  test("events of a dropped file stand on the timeline and in its table, stay in the tab, and hostile names are letters", async () => {
    const page = await open("", ".tl .brush");
    const csv = `time,label\n2015-11-12 08:00,"<img src=x onerror=window.hacked=9>"\n2015-11-20,polls \u202Eclose\n2015-11-20 01:00,too near for its name\nsoon,never\n`;
    await page.setInputFiles("input[type=file]", {
      name: "events.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(csv),
    });
    await page.locator(".events g").first().waitFor();
    expect(await page.locator(".events .etick").count()).toBe(3);
    expect(await page.locator(".events text").allTextContents()).toEqual([
      expect.stringContaining("<img src=x"),
      expect.stringContaining("U+202E"),
    ]);
    await page.locator(".time summary").click();
    expect(await page.locator(".time .pop").textContent()).toContain("1 left out: row 5: the time could not be read");
    await page.getByRole("button", { name: "Table" }).click();
    expect(await page.locator(".tltable").textContent()).toContain("too near for its name");
    await page.reload();
    await page.locator(".tltable", { hasText: "too near for its name" }).waitFor();
    await page.locator(".time summary").click();
    await page.getByRole("button", { name: "Take them away" }).click();
    await page.locator(".tltable", { hasNotText: "too near" }).waitFor();
    await page.setInputFiles("input[type=file]", {
      name: "x.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("a,b\nc,d"),
    });
    expect(await page.getByRole("alert").textContent()).toContain("x.csv holds no event");
    // The name of a file is another's word, too.
    await page.setInputFiles("input[type=file]", {
      name: "\u202Egnp.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("a,b\nc,d"),
    });
    await page.getByRole("alert").getByText("U+202E").waitFor();
    expect(await page.getByRole("alert").textContent()).not.toMatch(/\u202E/);
  });
});
