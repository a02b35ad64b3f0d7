/** Disjoint sets of 0..n-1 with path halving; groups come out ascending, so the order of joining leaves no trace. */
export class UnionFind {
  private readonly parent: Uint32Array;
  constructor(n: number) {
    this.parent = new Uint32Array(n);
    for (let i = 0; i < n; i++) this.parent[i] = i;
  }

  find(node: number): number {
    let root = node;
    while (this.parent[root] !== root) {
      this.parent[root] = this.parent[this.parent[root]!]!;
      root = this.parent[root]!;
    }
    return root;
  }

  join(left: number, right: number): void {
    const a = this.find(left);
    const b = this.find(right);
    if (a !== b) this.parent[Math.max(a, b)] = Math.min(a, b);
  }

  /** Members of each set, ascending, sets by their smallest member. */
  groups(): number[][] {
    const members = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i);
      const group = members.get(root);
      if (group === undefined) members.set(root, [i]);
      else group.push(i);
    }
    return [...members.values()];
  }
}
