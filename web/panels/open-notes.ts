import { changeView, go, linkTo, view } from "../state/place.ts";
import { formWanted } from "../state/verdicts.ts";

/** `l`: the form for what is on screen; where nothing is, all notes of the case. */
export function openNotes(): void {
  const { page, cluster, account } = view.value;
  if (page === "cluster" || page === "pair" || ((page === "posts" || page === "account") && account !== null))
    changeView({ tab: "notes", sort: "" });
  else if (page === "overview" && cluster !== null) go(linkTo({ page: "cluster", cluster, tab: "notes" }));
  else {
    go(linkTo({ page: "notes", cluster }));
    return;
  }
  // After the form stands.
  requestAnimationFrame(() => {
    formWanted.value += 1;
  });
}
