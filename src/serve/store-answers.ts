import type { CaseAnswers } from "../exports/questions.ts";
import { findObject } from "../store/evidence-object.ts";
import { findPair } from "../store/evidence-pair.ts";
import { postsOfAccount, postsOfAccountOnSite, postsOfDomain, search } from "../store/evidence-search.ts";
import type { CaseSource } from "./case-source.ts";

/** The whole case, asked of its store. */
export function storeAnswers({ overview, cluster, store }: CaseSource): CaseAnswers {
  return {
    overview,
    cluster,
    pair: (trace, left, right, windowMs, stretch) => findPair(store, trace, left, right, windowMs, stretch),
    object: (trace, object, windowMs, options) => findObject(store, trace, object, windowMs, options),
    postsOfAccount: (account, offset, stretch) => postsOfAccount(store, account, offset, stretch),
    postsOfDomain: (domain, offset, stretch) => postsOfDomain(store, domain, offset, stretch),
    postsOfAccountOnSite: (account, domain, offset, stretch) =>
      postsOfAccountOnSite(store, account, domain, offset, stretch),
    search: (question, stretch) => search(store, question, stretch),
  };
}
