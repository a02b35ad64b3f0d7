/** Where an account publishes. People read, answer and repost on their own platform only. */
export const PLATFORMS = ["x", "tiktok", "facebook", "bluesky", "telegram", "web"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Share of the accounts of a world on each platform. `web` has sites that publish, and nobody else. */
export type PlatformShares = Readonly<Partial<Record<Exclude<Platform, "web">, number>>>;

export const PLATFORM_NUMBER = Object.fromEntries(PLATFORMS.map((name, i) => [name, i])) as Readonly<
  Record<Platform, number>
>;

/**
 * Shares in the order of `PLATFORMS`, for an export that covers what the operations in it use: their shares added up and brought to
 * a sum of one. Without any operation the export is of X alone.
 */
export function sharesOf(wanted: readonly PlatformShares[]): Float64Array {
  const sum = new Float64Array(PLATFORMS.length);
  for (const shares of wanted.length === 0 ? [{ x: 1 }] : wanted) {
    for (const [name, share] of Object.entries(shares)) sum[PLATFORM_NUMBER[name as Platform]]! += share;
  }
  const total = sum.reduce((a, b) => a + b, 0);
  if (!(total > 0)) throw new Error(`simulate: platform shares add up to ${total}`);
  return sum.map((share) => share / total);
}
