import { expect, it } from "vitest";
import { contactsOf } from "../../src/text/contacts.ts";

it("finds links with and without scheme, chats and mail addresses, each once and as they are compared", () => {
  expect(contactsOf("Join https://www.t.me/Chat_1?utm_source=x or t.me/Chat_1! Mail: Desk@News.example.")).toEqual([
    "desk@news.example",
    "t.me/Chat_1",
  ]);
  expect(contactsOf("Veteran · allmylinks.example/homefront | www.front.example")).toEqual([
    "allmylinks.example/homefront",
    "front.example",
  ]);
  expect(contactsOf("news at lanternview.com, daily")).toEqual(["lanternview.com"]);
});

it("takes no word with a dot for a site", () => {
  expect(contactsOf("mother.of.two")).toEqual([]);
  expect(contactsOf("Poet...dreamer. he/him 24.7/365")).toEqual([]);
  expect(contactsOf("no dot at all")).toEqual([]);
});
