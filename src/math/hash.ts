/**
 * A 64-bit hash of a string as two 32-bit halves (two multiply-xor streams over UTF-16 units, finalised as in MurmurHash3), and an
 * index that numbers distinct hashes 0, 1, 2... without keeping a string. With n distinct keys the chance of any collision is about
 * n^2 / 2^65: below 3 in a million at ten million keys.
 */
export interface Hash64 {
  low: number;
  high: number;
}

export function hashString(text: string, into: Hash64): void {
  hashStretch(text, 0, text.length, into);
}

/** The same of `text.slice(from, to)`, without cutting it out. */
export function hashStretch(text: string, from: number, to: number, into: Hash64): void {
  let h1 = 0x9e3779b9;
  let h2 = 0x85ebca77;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 0x85ebca6b);
    h2 = Math.imul(h2 ^ unit, 0xc2b2ae35);
    h1 = (h1 << 13) | (h1 >>> 19);
    h2 = (h2 << 15) | (h2 >>> 17);
  }
  h1 = finalise(h1 ^ (to - from));
  h2 = finalise(h2 ^ h1);
  into.low = h1 >>> 0;
  into.high = h2 >>> 0;
}

function finalise(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** 16 hex digits, for keys that must be written down. */
export function hashHex(text: string): string {
  const hash = { low: 0, high: 0 };
  hashString(text, hash);
  return hash.high.toString(16).padStart(8, "0") + hash.low.toString(16).padStart(8, "0");
}

/** Numbers distinct 64-bit keys in order of first appearance. Open addressing, 16 bytes a slot, doubled at two thirds full. */
export class HashIndex {
  size = 0;
  private mask: number;
  private lows: Uint32Array;
  private highs: Uint32Array;
  private ids: Uint32Array; // 0 = free, else id + 1

  constructor(capacity = 1024) {
    let slots = 16;
    while (slots < capacity * 1.5) slots *= 2;
    this.mask = slots - 1;
    this.lows = new Uint32Array(slots);
    this.highs = new Uint32Array(slots);
    this.ids = new Uint32Array(slots);
  }

  /** The number of this key, given now if it is new. */
  intern(low: number, high: number): number {
    let slot = this.slotOf(low, high);
    for (;;) {
      const entry = this.ids[slot]!;
      if (entry === 0) break;
      if (this.lows[slot] === low && this.highs[slot] === high) return entry - 1;
      slot = (slot + 1) & this.mask;
    }
    this.lows[slot] = low;
    this.highs[slot] = high;
    this.ids[slot] = ++this.size;
    if (this.size * 3 > (this.mask + 1) * 2) this.grow();
    return this.size - 1;
  }

  /** The number of this key, -1 if it has none. */
  find(low: number, high: number): number {
    let slot = this.slotOf(low, high);
    while (this.ids[slot] !== 0) {
      if (this.lows[slot] === low && this.highs[slot] === high) return this.ids[slot]! - 1;
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }

  private slotOf(low: number, high: number): number {
    const mixed = Math.imul(low ^ (high >>> 7), 0x9e3779b1) ^ high;
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }

  private grow(): void {
    const { lows, highs, ids } = this;
    const slots = (this.mask + 1) * 2;
    this.mask = slots - 1;
    this.lows = new Uint32Array(slots);
    this.highs = new Uint32Array(slots);
    this.ids = new Uint32Array(slots);
    for (let i = 0; i < ids.length; i++) {
      if (ids[i] === 0) continue;
      let slot = this.slotOf(lows[i]!, highs[i]!);
      while (this.ids[slot] !== 0) slot = (slot + 1) & this.mask;
      this.lows[slot] = lows[i]!;
      this.highs[slot] = highs[i]!;
      this.ids[slot] = ids[i]!;
    }
  }
}
