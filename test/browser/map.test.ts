import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CHROMIUM, useDesk } from "./support.ts";

describe.skipIf(CHROMIUM === null)("the map, in a browser", () => {
  const desk = useDesk();
  const { open } = desk;
  const save = async (page: Page, name: string) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  /** Read by the browser's own parser, as a strict one would. */
  const parse = (page: Page, xml: string) =>
    page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, "image/svg+xml");
      const nodes = [...root.querySelectorAll("circle.node")];
      return {
        error: root.querySelector("parsererror")?.textContent ?? null,
        nodes: nodes.length,
        fills: [...new Set(nodes.map((node) => node.getAttribute("fill")))],
        paths: root.querySelectorAll("path").length,
        texts: [...root.querySelectorAll("text")].map((node) => node.textContent ?? ""),
        tags: [...new Set([...root.querySelectorAll("*")].map((node) => node.tagName))].sort(),
        height: Number(root.documentElement.getAttribute("height")),
      };
    }, xml);
  /** Size of a PNG and how many colours stand in it. */
  const look = (page: Page, bytes: Buffer) =>
    page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const pen = canvas.getContext("2d");
      pen?.drawImage(image, 0, 0);
      const pixels = new Uint32Array(
        pen?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0),
      );
      return { width: image.width, height: image.height, colors: new Set(pixels).size };
    }, bytes.toString("base64"));

  test("the graph is saved as it is on screen: every node, name and tie, with what it shows in small print", async () => {
    const page = await open("#/cluster?c=C01&off=T", ".graph[data-drawn]");
    const drawn = Number((await page.locator(".legend p b").first().textContent())?.split(" ")[0]);
    const svg = await save(page, "Save the graph as SVG");
    expect(svg.name).toBe("november-2015-C01-graph.svg");
    const read = await parse(page, svg.bytes.toString());
    expect(read.error).toBeNull();
    expect(read.nodes).toBe(14);
    // Every tie, and in the key a line for each layer that is drawn.
    const layers = await page.locator(".legend .it svg line").count();
    expect(read.paths).toBe(drawn + layers);
    expect(read.texts).toContain("L link");
    expect(read.texts.join(" ")).not.toContain("part of");
    expect(read.tags).toEqual(["circle", "path", "rect", "svg", "text", "title"]);
    expect(read.texts.join(" ")).toContain("<svg onload=window");
    const print = read.texts.join(" ");
    for (const part of [
      "Case november-2015",
      "cluster C01 #aguaparatodos · es",
      "q ≤ 0.05",
      "layers off: text",
      "all of the time",
      "data sha256 3f9a",
      "Marionet 0.1.0",
    ])
      expect(print).toContain(part);
    const png = await save(page, "Save the graph as PNG");
    const box = await page.locator(".gbox").boundingBox();
    const seen = await look(page, png.bytes);
    expect(seen.width).toBe(Math.round((box?.width ?? 0) * 2));
    expect(seen.height).toBe(Math.round(read.height * 2));
    expect(seen.colors).toBeGreaterThan(20);
  });

  test("map and timeline are saved from the page, in the colours of the theme in force and with the brush", async () => {
    const page = await open("#/overview?t=1447545600~1447804800", ".mapbox .disc");
    const light = await parse(page, (await save(page, "Save the map as SVG")).bytes.toString());
    expect(light.error).toBeNull();
    expect(light.nodes).toBe(3);
    expect(light.texts.join(" ")).toContain("brushed time 15 Nov 2015, 00:00 – 18 Nov 2015, 00:00 UTC");
    expect(light.texts.join(" ")).toContain("#aguaparatodos");
    await page.getByRole("button", { name: /theme/ }).click();
    await page.getByRole("button", { name: /theme/ }).click();
    const dark = await parse(page, (await save(page, "Save the map as SVG")).bytes.toString());
    expect(dark.fills).not.toEqual(light.fills);
    const timeline = await parse(page, (await save(page, "Save the timeline as SVG")).bytes.toString());
    expect(timeline.error).toBeNull();
    expect(timeline.paths).toBeGreaterThan(4);
    const seen = await look(page, (await save(page, "Save the timeline as PNG")).bytes);
    expect(seen.colors).toBeGreaterThan(10);
  });

  test("a box picks accounts, more with Shift; lists and evidence follow; the choice is in the address", async () => {
    const page = await open("#/cluster?c=C01&tab=accounts", ".graph[data-drawn]");
    const box = await page.locator(".gbox").boundingBox();
    if (box === null) throw new Error("no graph");
    const drag = async (from: number, to: number) => {
      await page.getByRole("button", { name: "Box" }).click();
      await page.mouse.move(box.x + 4, box.y + box.height * from);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 4, box.y + box.height * to, { steps: 4 });
      await page.mouse.up();
    };
    await drag(0.01, 0.5);
    const rows = page.locator(".tabwrap tbody tr");
    const some = await rows.count();
    expect(some).toBeGreaterThan(1);
    expect(some).toBeLessThan(14);
    expect(await page.locator(".picked b").textContent()).toMatch(
      new RegExp(`^${some} of 14 accounts picked, \\d+ pairs among them$`),
    );
    expect(page.url()).toContain("pick=");
    await page.keyboard.down("Shift");
    await drag(0.5, 0.99);
    await page.keyboard.up("Shift");
    await expect.poll(() => rows.count()).toBe(14);
    await page.goBack();
    await expect.poll(() => rows.count()).toBe(some);
    await page.getByRole("button", { name: "Their pairs" }).click();
    expect(await page.locator(".pairlist caption").textContent()).toContain(`among the ${some} picked accounts`);
    await page.getByRole("button", { name: "Clear" }).click();
    expect(page.url()).not.toContain("pick=");
    await page.getByRole("button", { name: "Lasso" }).click();
    await page.keyboard.press("Escape");
    await page.locator(".asheet").waitFor({ state: "detached" });
    expect(page.url()).toContain("#/cluster");
  });

  test("without a pointer: find by key, fly there, pick from the list", async () => {
    const page = await open("#/cluster?c=C02", ".graph[data-drawn]");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await page.locator(".legend").textContent()).toContain("2 hulls");
    const before = await parse(page, (await save(page, "Save the graph as SVG")).bytes.toString());
    for (const part of ["part of 6 accounts", "part of 3 accounts"]) expect(before.texts).toContain(part);
    await page.locator("h1").click();
    await page.keyboard.press("f");
    const first = (await page.locator(".find li .handle").first().textContent()) ?? "";
    await page.keyboard.type(first.slice(0, 7));
    await page.keyboard.press("Enter");
    expect(await page.locator(".find [aria-live]").textContent()).toContain("in the middle");
    const after = await parse(page, (await save(page, "Save the graph as SVG")).bytes.toString());
    // The camera went there at once: fewer accounts are in sight, the one that was sought among them.
    expect(after.nodes).toBeLessThan(before.nodes);
    expect(after.texts).toContain(first);
    await page.locator(".find input[type=checkbox]").first().focus();
    await page.keyboard.press("Space");
    expect(await page.locator(".picked b").textContent()).toMatch(/^1 of 9 accounts picked/);
    await page.keyboard.press("Escape");
    expect(await page.locator(".find .field").isVisible()).toBe(false);
    expect(page.url()).toContain("#/cluster");
  });
});
