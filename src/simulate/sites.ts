/** One indicator of a site, as a crawl or a register would have found it. */
export interface Indicator {
  /** Spelled as in `indicators.csv`. */
  readonly type: string;
  readonly value: string;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** A site of a world with what is known about it. Ordinary sites share hosts, themes and registrars too. */
export interface Site {
  /** Registrable name, under `.example`. */
  readonly domain: string;
  /** Truth: label and role, as for accounts. */
  readonly label: string;
  readonly role: string;
  readonly indicators: readonly Indicator[];
}
