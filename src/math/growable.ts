/** Typed columns that grow by doubling: append without knowing the length, then take the exact slice. */

export class GrowableUint32 {
  private data: Uint32Array;
  length = 0;
  constructor(capacity = 1024) {
    this.data = new Uint32Array(capacity);
  }
  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Uint32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
  /** The first `count` of these values, in one move. */
  append(values: Uint32Array, count: number): void {
    if (this.length + count > this.data.length) {
      const larger = new Uint32Array(Math.max(this.data.length * 2, this.length + count));
      larger.set(this.data);
      this.data = larger;
    }
    this.data.set(values.subarray(0, count), this.length);
    this.length += count;
  }
  at(index: number): number {
    return this.data[index]!;
  }
  /** Replaces a value that was pushed. */
  set(index: number, value: number): void {
    this.data[index] = value;
  }
  /** Exactly the values pushed, without a copy: the last thing to ask of it. */
  take(): Uint32Array {
    return this.data.subarray(0, this.length);
  }
}

export class GrowableFloat64 {
  private data: Float64Array;
  length = 0;
  constructor(capacity = 1024) {
    this.data = new Float64Array(capacity);
  }
  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Float64Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
  /** The first `count` of these values, in one move. */
  append(values: Float64Array, count: number): void {
    if (this.length + count > this.data.length) {
      const larger = new Float64Array(Math.max(this.data.length * 2, this.length + count));
      larger.set(this.data);
      this.data = larger;
    }
    this.data.set(values.subarray(0, count), this.length);
    this.length += count;
  }
  at(index: number): number {
    return this.data[index]!;
  }
  take(): Float64Array {
    return this.data.subarray(0, this.length);
  }
}

export class GrowableUint8 {
  private data: Uint8Array;
  length = 0;
  constructor(capacity = 1024) {
    this.data = new Uint8Array(capacity);
  }
  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Uint8Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
  at(index: number): number {
    return this.data[index]!;
  }
}
