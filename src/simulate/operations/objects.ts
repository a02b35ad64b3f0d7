/** May this account take part in this object (a target, a link, a tag) of its operation? A yes is remembered. */
export type MayTouch = (account: number, object: string) => boolean;

/** Yes for the first `most` objects of each account and, ever after, for these alone: the dial `shared`. */
export function touchAtMost(most: number): MayTouch {
  const touched = new Map<number, Set<string>>();
  return (account, object) => {
    const own = touched.get(account) ?? new Set();
    touched.set(account, own);
    if (own.has(object)) return true;
    if (own.size >= most) return false;
    own.add(object);
    return true;
  };
}
