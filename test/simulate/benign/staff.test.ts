import { describe, expect, it } from "vitest";
import { options, readWorld, timeOf } from "../rows.ts";

const world = readWorld("organic", options(5, "easy", 3000));

describe.each(["brand", "party"])("the staff of a %s", (field) => {
  const members = world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.role === `${field}-staff`);
  const employer = world.accounts.find(({ account_id }) => world.labelOf.get(account_id!)!.role === field)!;
  const news = new Set(world.by("benign:staff", field).map(({ post_id }) => post_id!));

  it("says whom it works for, mostly, and uses full names; the employer is verified", () => {
    expect(members.length).toBe(11);
    const open = members.filter(({ bio }) => bio!.includes(employer.name!) || bio!.includes(employer.handle!));
    expect(open.length / members.length).toBeGreaterThanOrEqual(0.5);
    expect(members.every(({ name }) => / /.test(name!))).toBe(true);
    expect(employer.verified).toBe("true");
  });

  it("reposts the employer and carries its line in working hours only", () => {
    const zone = world.world.people.zone[world.world.people.handle.indexOf(employer.handle!)]!;
    const posts = world
      .by("benign:staff", `${field}-staff`)
      .filter(
        ({ target_post_id, hashtags, kind }) =>
          (kind === "repost" && news.has(target_post_id!)) || hashtags!.includes(employer.name!.replaceAll(" ", "")),
      );
    expect(posts.length).toBeGreaterThan(40);
    for (const post of posts) {
      const local = new Date(timeOf(post) + zone * 3_600_000);
      expect(local.getUTCHours()).toBeGreaterThanOrEqual(9);
      expect(local.getUTCHours()).toBeLessThan(18);
      expect([1, 2, 3, 4, 5]).toContain(local.getUTCDay());
    }
    const lines = posts.filter(({ kind }) => kind === "post").map(({ text }) => text!);
    expect(new Set(lines).size).toBeLessThan(lines.length);
  });
});
