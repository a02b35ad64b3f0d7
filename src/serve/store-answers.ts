import type { CaseAnswers } from "../exports/questions.ts";
import { findObject } from "../store/evidence-object.ts";
import { findPair } from "../store/evidence-pair.ts";
import { postsOfAccount, postsOfDomain, search } from "../store/evidence-search.ts";
import type { CaseSource } from "./case-source.ts";

/** The whole case, asked of its store. */
export function storeAnswers({ overview, cluster, store }: CaseSource): CaseAnswers {
  return {
    overview,
    cluster,
    pair: (trace, left, right, windowMs) => findPair(store, trace, left, right, windowMs),
    object: (trace, object, windowMs, options) => findObject(store, trace, object, windowMs, options),
    postsOfAccount: (account, offset) => postsOfAccount(store, account, offset),
    postsOfDomain: (domain, offset) => postsOfDomain(store, domain, offset),
    search: (question) => search(store, question),
  };
}
