import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { formatLine, type VerdictLine } from "../../src/clusters/verdicts/line.ts";
import { HOSTILE } from "../fixtures/explorer-world.ts";
import { clusterOf, instant, verdictLine } from "../fixtures/verdict-lines.ts";
import { testFolder } from "../support/folder.ts";
import { CHROMIUM, useDesk } from "./support.ts";

const ORGANIC = { coordination: "yes", inauthenticity: "no" } as const;
const CREW = Array.from({ length: 14 }, (_, i) => String(9_000_000 + i * 131));

describe.skipIf(CHROMIUM === null)("what analysts write, in a browser", () => {
  const desk = useDesk();
  const path = () => join(desk.casePath, "verdicts.jsonl");
  beforeEach(() => rmSync(path(), { force: true }));

  const open = async (hash: string, name: string | null = "Ana") => {
    const page = desk.page();
    if (name !== null) await page.addInitScript((who) => localStorage.setItem("marionet-analyst", who), name);
    await page.goto(desk.url + hash);
    await page.locator(".panel").first().waitFor();
    return page;
  };
  const saved = (page: Page) => page.getByText("is kept.").waitFor();
  const put = (...lines: VerdictLine[]) => {
    for (const line of lines) appendFileSync(path(), `${formatLine(line)}\n`);
  };
  const written = () =>
    readFileSync(path(), "utf8")
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row) as Record<string, unknown>);

  test("three keys and a reason make a verdict; it stands in head and table, and after a reload", async () => {
    const page = await open("#/cluster?c=C01", null);
    await page.getByRole("tab", { name: "Evidence" }).waitFor();
    await page.keyboard.press("l");
    await page.locator(".vform input[name=verdict]").first().waitFor();
    await page.waitForFunction(() => document.activeElement?.matches("input[name=verdict]"));
    await page.keyboard.press("1");
    await page.keyboard.type("eleven texts, word for word");
    await page.keyboard.press("Control+Enter");
    // The name is asked for once.
    await page.getByText("Your name is missing.").waitFor();
    await page.getByLabel("Analyst").fill("Ana");
    await page.route("**/api/verdicts", async (route) => {
      await new Promise((done) => setTimeout(done, 200));
      await route.continue();
    });
    // A key that is held down says it once.
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Control+Enter");
    await saved(page);
    expect(written()).toMatchObject([
      { schema: 1, who: "Ana", verdict: "coordinated-inauthentic", coordination: "yes", inauthenticity: "yes" },
    ]);
    await page.reload();
    await page.locator(".chead .vbtn", { hasText: "Ana: coordinated-inauthentic" }).waitFor();
    expect(await page.locator(".vhistory li").textContent()).toContain("eleven texts, word for word");
    // What a person said is beside the reading, not in its place.
    expect(await page.locator(".chead .rd").textContent()).toBe("unexplained");
    await page.keyboard.press("Escape");
    const row = page.locator("tr[data-cluster=C01]");
    expect(await row.locator(".vmark").textContent()).toContain("Ana: coordinated-inauthentic");
    expect(await page.locator(".vmark").count()).toBe(1);
    await page.goto(`${desk.url}#/cluster?c=C02&tab=notes`);
    expect(await page.locator(".vname").textContent()).toContain("Ana");
  });

  test("the two axes stand apart: what a verdict fixes cannot be changed, what it leaves open can", async () => {
    const page = await open("#/cluster?c=C01&tab=notes");
    const radio = (axis: string, name: string) =>
      page.getByRole("group", { name: axis }).getByRole("radio", { name, exact: true });
    await page.getByRole("radio", { name: "coordinated-organic" }).check();
    expect(await radio("Inauthenticity", "authentic").isChecked()).toBe(true);
    expect(await radio("Inauthenticity", "inauthentic").isDisabled()).toBe(true);
    await page.getByRole("group", { name: "Verdict", exact: true }).getByRole("radio", { name: "cannot tell" }).check();
    await radio("Inauthenticity", "authentic").check();
    await radio("Coordination", "coordinated").check();
    // Both answered would be a verdict.
    expect(await radio("Inauthenticity", "cannot tell").isChecked()).toBe(true);
    await page.keyboard.press("Control+Enter");
    await page.locator(".vfault", { hasText: "A reason is missing." }).waitFor();
    await page.getByLabel("Reason").fill("who runs it cannot be seen");
    // A look at the evidence loses nothing of what was begun.
    await page.getByRole("tab", { name: "Evidence" }).click();
    await page.getByRole("tab", { name: /Notes/ }).click();
    await page.getByRole("button", { name: "Save verdict" }).click();
    await saved(page);
    expect(written()).toMatchObject([
      {
        verdict: "cannot tell",
        coordination: "yes",
        inauthenticity: "cannot tell",
        reason: "who runs it cannot be seen",
      },
    ]);
  });

  test("two who differ stand side by side; one withdraws, and the history keeps all", async () => {
    put(verdictLine("Bo", "coordinated-organic", ORGANIC, 1, clusterOf("key0", CREW)));
    const page = await open("#/cluster?c=C01&tab=notes");
    await page.getByRole("radio", { name: "not coordinated" }).first().check();
    await page.getByLabel("Reason").fill("one press agency feeds all of them");
    await page.getByRole("button", { name: "Save verdict" }).click();
    await page.getByText("2 analysts differ.").waitFor();
    const rows = page.locator(".vopinions tbody tr");
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(/^Ana .*not coordinated.*one press agency/),
      expect.stringMatching(/^Bo 2026-01-01coordinated-organic.*seen in E1/),
    ]);
    expect(await page.locator(".chead .vbtn").textContent()).toContain("Ana, Bo differ");
    // Nobody withdraws another's word.
    expect(await page.getByRole("button", { name: "withdraw" }).count()).toBe(1);
    await page.getByRole("button", { name: "withdraw" }).click();
    await page.getByRole("button", { name: "Withdraw", exact: true }).last().click();
    await page.getByText("A reason is missing.").last().waitFor();
    await page.getByLabel("Why do you withdraw it?").fill("they are two agencies");
    await page.keyboard.press("Enter");
    await page.locator(".vhistory li.withdrawn").waitFor();
    expect(await rows.count()).toBe(1);
    expect(await page.locator(".vhistory li").count()).toBe(3);
    expect(written()).toHaveLength(3);
  });

  test("a verdict on an older composition follows the cluster and says so", async () => {
    put(
      verdictLine("Bo", "coordinated-organic", ORGANIC, 1, clusterOf("older", [...CREW.slice(0, 12), "gone"])),
      verdictLine(
        "Bo",
        "cannot tell",
        { coordination: "yes", inauthenticity: "cannot tell" },
        2,
        clusterOf("lost", ["x", "y"]),
      ),
    );
    const page = await open("#/cluster?c=C01&tab=notes");
    await page.locator(".vopinions").waitFor();
    expect(await page.locator(".vopinions .vreason small").textContent()).toBe(
      "Given on an earlier composition: 13 accounts then, 14 now, 80% of them all in both.",
    );
    await page.getByRole("link", { name: "All notes of this case" }).click();
    await page.locator(".vsubject", { hasText: "#lost" }).getByText("not in this run").waitFor();
    await page.getByText("Given on a cluster of 2 accounts that this run does not find again.").first().waitFor();
  });

  test("pairs and accounts have their own; Escape closes, undo goes back", async () => {
    const page = await open("#/pair?c=C01&trace=co-url&a=0&b=1");
    await page.locator(".pcard").first().waitFor();
    await page.keyboard.press("l");
    const dialog = page.getByRole("dialog", { name: "Notes" });
    await dialog.waitFor();
    await page.keyboard.press("4");
    await page.keyboard.type("two posts only");
    await page.keyboard.press("Meta+Enter");
    await saved(page);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    // Seen from the other side, and in another trace, it is the same pair.
    await page.goto(`${desk.url}#/pair?c=C01&trace=same-text&a=1&b=0`);
    await page.locator(".chead .vbtn", { hasText: "Ana: cannot tell" }).waitFor();
    await page.goto(`${desk.url}#/posts?account=1`);
    await page.locator(".plist").waitFor();
    await page.keyboard.press("l");
    await dialog.getByText("note", { exact: true }).click();
    await page.getByLabel("Note", { exact: false }).last().fill("opens most rounds");
    await page.keyboard.press("Control+Enter");
    await saved(page);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.locator(".chead .vbtn", { hasText: "Notes 1" }).waitFor();
    // Whether one reads its posts or looks at whom it meets, it is the same account.
    await page.goto(`${desk.url}#/account?account=1`);
    await page.locator(".chead .vbtn", { hasText: "Notes 1" }).waitFor();
    await page.keyboard.press("l");
    await dialog.getByText("opens most rounds").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(written().map(({ act, subject }) => [act, (subject as { kind: string }).kind])).toEqual([
      ["verdict", "pair"],
      ["note", "account"],
    ]);
    await page.keyboard.press("u");
    await dialog.waitFor();
  });

  test("handed over and taken in: copies are left alone, conflicts shown, bad rows named", async () => {
    put(verdictLine("Ana", "coordinated-organic", ORGANIC, 1, clusterOf("key0", CREW)));
    const page = await open("#/notes");
    await page.locator(".vsubject").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export 1" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("verdicts-november-2015.jsonl");
    const folder = testFolder();
    const own = join(folder, "own.jsonl");
    await download.saveAs(own);
    expect(readFileSync(own, "utf8")).toBe(readFileSync(path(), "utf8"));
    const theirs = join(folder, "theirs.jsonl");
    const conflict = verdictLine(
      "Bo",
      "not coordinated",
      { coordination: "no", inauthenticity: "no" },
      5,
      clusterOf("key0", CREW),
    );
    writeFileSync(theirs, `${readFileSync(own, "utf8")}${formatLine(conflict)}\n{"mine":1}\n`);
    for (const outcome of [
      "1 entry added, 1 here already, 1 set aside.",
      "0 entries added, 2 here already, 1 set aside.",
    ]) {
      await page.getByLabel("Import a colleague's verdicts.jsonl").setInputFiles(theirs);
      await page.getByText(outcome).waitFor();
      expect(await page.locator(".vpage .notice").textContent()).toContain('Row 3: it has an unknown field "mine".');
    }
    await page.getByText("2 analysts differ.").waitFor();
    expect(written()).toHaveLength(2);
  });

  test("a colleague's words are shown and never obeyed; a damaged line is named, and the others count", async () => {
    const base = {
      schema: 1,
      at: instant(3),
      who: HOSTILE.handle.slice(0, 40),
      subject: clusterOf("key0", CREW),
    } as const;
    put({ ...base, reason: `${HOSTILE.script} ${HOSTILE.link} ${HOSTILE.bidi}`, act: "label", label: HOSTILE.script });
    appendFileSync(path(), "{broken\n");
    const page = await open("#/notes");
    await page.locator(".vsubject").waitFor();
    await page.getByText("1 line of verdicts.jsonl cannot be read.").waitFor();
    for (const hash of ["#/notes", "#/cluster?c=C01&tab=notes", "#/overview"]) {
      await page.goto(desk.url + hash);
      await page.getByText(HOSTILE.script.slice(0, 20)).first().waitFor();
      const text = (await page.locator("#app").textContent()) ?? "";
      expect(text).not.toMatch(/[\u202A-\u202E\u200B]|https?:\/\//);
    }
    expect(await page.locator(".vmark").getAttribute("title")).not.toMatch(/\u202E/);
  });
});

describe.skipIf(CHROMIUM === null)("a case that is only read", () => {
  const desk = useDesk({ isReadOnly: true });

  test("shows what was written, and says why nothing can be", async () => {
    writeFileSync(
      join(desk.casePath, "verdicts.jsonl"),
      `${formatLine(verdictLine("Bo", "coordinated-organic", ORGANIC, 1, clusterOf("key0", CREW)))}\n`,
    );
    const page = desk.page();
    await page.goto(`${desk.url}#/cluster?c=C01&tab=notes`);
    await page.getByRole("note").getByText("This copy of the case is only for reading").waitFor();
    expect(await page.locator(".vform").count()).toBe(0);
    expect(await page.locator(".vopinions tbody tr").count()).toBe(1);
    await page.goto(`${desk.url}#/notes`);
    await page.getByText("Nothing can be written here.").waitFor();
    expect(await page.getByRole("button", { name: "Export 1" }).count()).toBe(1);
    expect(await page.getByLabel("Import a colleague's verdicts.jsonl").count()).toBe(0);
  });
});
