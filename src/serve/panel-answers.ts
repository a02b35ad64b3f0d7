import { QUESTION_LIMIT } from "../corpus/evidence-limits.ts";
import { found, missing, numberOf, offsetOf, quoted, refused } from "../exports/questions.ts";
import { accountTable } from "../store/account-table.ts";
import { findEgo } from "../store/ego.ts";
import { siteMatrix } from "../store/site-table.ts";
import type { CaseSource } from "./case-source.ts";
import { compare } from "./compare.ts";
import { narratives, postsWithTerm } from "./narratives.ts";
import type { Route } from "./reply.ts";
import { siteAnswer, sitesAnswer } from "./site-answers.ts";

/**
 * Routes of the panels.
 *
 * | route | parameters |
 * |---|---|
 * | accounts | – |
 * | ego | account, depth? |
 * | sites | cluster? |
 * | site | domain |
 * | matrix | cluster?, group? |
 * | narratives | cluster |
 * | term | cluster, term, offset? |
 * | compare | left, right? (without it: random accounts matched to the left) |
 */
export const PANEL_ROUTES: Readonly<Record<string, Route>> = {
  accounts: async ({ store, overview }) => found(await accountTable(store, overview.q)),
  ego: async ({ store, overview }, query) => {
    const account = numberOf(query, "account");
    const depth = query.get("depth") ?? "1";
    if (account === undefined || (depth !== "1" && depth !== "2")) {
      return refused("An account needs its number, and may have a depth of 1 or 2.");
    }
    const answer = await findEgo(store, account, { q: overview.q, depth: depth === "2" ? 2 : 1 });
    return found(answer, `This case has no account ${account}.`);
  },
  sites: async (source, query) => {
    const cluster = query.get("cluster");
    if (cluster !== null && !hasCluster(source, cluster))
      return missing(`This case has no cluster ${quoted(cluster)}.`);
    return found(await sitesAnswer(source, cluster));
  },
  site: async (source, query) => {
    const domain = query.get("domain") ?? "";
    return found(await siteAnswer(source, domain), `This case knows no site ${quoted(domain)}.`);
  },
  matrix: async (source, query) => {
    const cluster = query.get("cluster");
    if (cluster !== null && !hasCluster(source, cluster))
      return missing(`This case has no cluster ${quoted(cluster)}.`);
    return found(await siteMatrix(source.store, { cluster, group: query.get("group") }));
  },
  narratives: async (source, query) => {
    const cluster = query.get("cluster") ?? "";
    if (!hasCluster(source, cluster)) return missing(`This case has no cluster ${quoted(cluster)}.`);
    return found(await narratives(source.store, cluster));
  },
  term: async (source, query) => {
    const cluster = query.get("cluster") ?? "";
    const term = query.get("term") ?? "";
    const offset = offsetOf(query);
    if (term === "" || term.length > QUESTION_LIMIT || offset === undefined) {
      return refused("Posts with a term need the term, and may have an offset.");
    }
    if (!hasCluster(source, cluster)) return missing(`This case has no cluster ${quoted(cluster)}.`);
    return found(await postsWithTerm(source.store, cluster, term, offset));
  },
  compare: async (source, query) => {
    const left = query.get("left") ?? "";
    const right = query.get("right");
    const unknown = [left, right ?? left].find((id) => !hasCluster(source, id));
    if (unknown !== undefined) return missing(`This case has no cluster ${quoted(unknown)}.`);
    if (left === right) return refused("A cluster cannot be compared with itself.");
    return found(await compare(source, left, right));
  },
};

function hasCluster({ overview }: CaseSource, id: string): boolean {
  return overview.clusters.some((cluster) => cluster.clusterId === id);
}
