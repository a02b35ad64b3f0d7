/** What the order of acting says about the group as a whole; the rival "imitation" reads it. Accounts by number. */
export interface Following {
  /** Members who (almost) never act first. */
  readonly joiners: number;
  readonly members: number;
  /** Objects whose order was looked at. */
  readonly objects: number;
  /** The member who opened most of the objects that joiners came to, and its share of them; null without joiners. */
  readonly opener: { readonly account: number; readonly share: number } | null;
  /** The account outside the cluster that was there before every member most often, and on what share of the objects. */
  readonly outsider: { readonly account: number; readonly share: number } | null;
}
