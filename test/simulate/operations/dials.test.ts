import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/corpus/issue.ts";
import { buildWorld } from "../../../src/simulate/build.ts";
import { options } from "../rows.ts";

describe("numbers of the caller that make no sense", () => {
  const build = (name: string, dial: string, value: number) =>
    buildWorld(name, { ...options(1, "hard", 600), overrides: new Map([[`${name}.${dial}`, value]]) });

  it.each([
    ["wrong-number", "size", 1],
    ["scopecreep", "size", 0],
    ["vague-focus", "size", 2],
    ["deceptive-employment", "decoy", 1],
  ])("are refused by name: %s.%s=%f", (name, dial, value) => {
    expect(() => build(name, dial, value)).toThrow(UserError);
    expect(() => build(name, dial, value)).toThrow(new RegExp(`^${name} needs a crew of at least \\d`));
  });

  it("leave the smallest crew that does", () => {
    const { people } = build("vague-focus", "size", 3).world;
    const label = people.labels.indexOf("vague-focus");
    expect(people.label.filter((own) => own === label).length).toBe(3);
  });

  it("may give the crew as a share of all accounts", () => {
    const { people } = build("scopecreep", "prevalence", 0.05).world;
    const label = people.labels.indexOf("scopecreep");
    expect(people.label.filter((own) => own === label).length).toBe(30);
  });
});
