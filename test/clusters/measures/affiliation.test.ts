import { describe, expect, test } from "vitest";
import { affiliationOf } from "../../../src/clusters/measures/affiliation.ts";
import { memberWith, postWith } from "../../support/trades.ts";

const bios = (...texts: readonly (string | null)[]) =>
  texts.map((bio, account) => memberWith({ account, handle: `m${account}`, bio }));
const toShop = [
  postWith({ domains: ["loreto-bikes.example"] }),
  postWith({ account: 1, domains: ["loreto-bikes.example"] }),
];

describe("the organisation that members push and name", () => {
  test("is one by handle, by name and by site", () => {
    const members = bios(
      "Sales @loreto_bikes",
      "I work for Loreto Bikes (Workshop lead). Own views",
      "See loreto-bikes.example. Press officer",
    );
    const found = affiliationOf(members, toShop);
    expect(found).toMatchObject({ described: 3, organisation: "loretobikes", naming: 3, pushed: 1 });
    // The last one names the site in one sentence and the work in another.
    expect(found.employed).toBe(2);
  });

  test("is found by whom they repost as well", () => {
    const posts = [postWith({ kind: "repost", targetHandle: "coastal_party", targetName: "Coastal Alliance" })];
    expect(affiliationOf(bios("Caseworker at Coastal Alliance"), posts)).toMatchObject({
      organisation: "coastalalliance",
      employed: 1,
    });
  });

  test("must be pushed: an employer that nothing leads to is a private matter", () => {
    expect(
      affiliationOf(bios("Sales @loreto_bikes", "Nurse"), [postWith({ domains: ["other.example"] })]),
    ).toMatchObject({
      described: 2,
      organisation: null,
      employed: 0,
    });
  });

  test("does not count itself among its staff", () => {
    const members = [
      ...bios("Sales at Loreto Bikes", "Nurse"),
      memberWith({ account: 9, handle: "loreto_bikes", bio: "Loreto Bikes. Our team at loreto bikes" }),
    ];
    expect(affiliationOf(members, toShop)).toMatchObject({ described: 2, naming: 1, employed: 1 });
  });

  test("is the one most members name; three fronts of one crew stay a third each", () => {
    const posts = ["alpha-desk.example", "bravo-desk.example", "carol-desk.example"].map((site) =>
      postWith({ domains: [site] }),
    );
    const found = affiliationOf(
      bios(
        "Analyst at Alpha Desk",
        "Analyst at Bravo Desk",
        "Analyst at Carol Desk",
        "Editor at Bravo Desk",
        "Editor at Alpha Desk",
        "Editor at Carol Desk",
      ),
      posts,
    );
    expect(found).toMatchObject({ described: 6, organisation: "alphadesk", employed: 2 });
  });

  test("is no platform, and supporters are no staff", () => {
    const video = [postWith({ domains: ["youtube.com"] })];
    expect(affiliationOf(bios("I work on my YouTube channel"), video).organisation).toBeNull();
    const club = [postWith({ mentions: ["pavor_rovers"] })];
    expect(affiliationOf(bios("Pavor Rovers till the end. Sales", "Fan of Pavor Rovers"), club)).toMatchObject({
      naming: 2,
      employed: 0,
    });
  });

  test("is not measured where no description is in the export", () => {
    expect(affiliationOf(bios(null, "  "), toShop).described).toBeNull();
  });
});
