// src/store/database.ts
import { DuckDBInstance } from "@duckdb/node-api";
async function openStore(path, options = {}) {
  const settings = {
    // Nothing is ever fetched: no extension is installed or loaded at run time.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false"
  };
  if (options.memoryLimit !== void 0) settings.memory_limit = options.memoryLimit;
  if (options.tempDirectory !== void 0) settings.temp_directory = options.tempDirectory;
  if (options.threads !== void 0) settings.threads = String(options.threads);
  if (options.readOnly === true) settings.access_mode = "READ_ONLY";
  const instance = await DuckDBInstance.create(path, settings);
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'");
  return {
    path,
    connection,
    run: async (sql, values) => {
      await connection.run(sql, values);
    },
    rows: async (sql, values) => {
      const reader = await connection.runAndReadAll(sql, values);
      return reader.getRowObjectsJS().map(narrowIntegers);
    },
    chunks: async function* (sql, values) {
      const result = await connection.stream(sql, values);
      let coming = result.fetchChunk();
      try {
        for (; ; ) {
          const chunk = await coming;
          if (chunk === null || chunk.rowCount === 0) return;
          coming = result.fetchChunk();
          yield chunk;
        }
      } finally {
        await coming.catch(() => null);
      }
    },
    chunksAtOnce: async function* (sql) {
      const result = await connection.run(sql);
      for (; ; ) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk;
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    }
  };
}
function narrowIntegers(row) {
  for (const key in row) {
    const value = row[key];
    if (typeof value === "bigint" && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) {
      row[key] = Number(value);
    }
  }
  return row;
}

// src/corpus/issue.ts
var UserError = class extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
  code;
  name = "UserError";
};

// src/math/growable.ts
var GrowableUint32 = class {
  data;
  length = 0;
  constructor(capacity = 1024) {
    this.data = new Uint32Array(capacity);
  }
  push(value) {
    if (this.length === this.data.length) {
      const larger = new Uint32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
  at(index) {
    return this.data[index];
  }
  /** Exactly the values pushed, without a copy: the last thing to ask of it. */
  take() {
    return this.data.subarray(0, this.length);
  }
};
var GrowableFloat64 = class {
  data;
  length = 0;
  constructor(capacity = 1024) {
    this.data = new Float64Array(capacity);
  }
  push(value) {
    if (this.length === this.data.length) {
      const larger = new Float64Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }
  at(index) {
    return this.data[index];
  }
  take() {
    return this.data.subarray(0, this.length);
  }
};

// src/math/hash.ts
var HashIndex = class {
  size = 0;
  mask;
  lows;
  highs;
  ids;
  // 0 = free, else id + 1
  constructor(capacity = 1024) {
    let slots = 16;
    while (slots < capacity * 1.5) slots *= 2;
    this.mask = slots - 1;
    this.lows = new Uint32Array(slots);
    this.highs = new Uint32Array(slots);
    this.ids = new Uint32Array(slots);
  }
  /** The number of this key, given now if it is new. */
  intern(low, high) {
    let slot = this.slotOf(low, high);
    for (; ; ) {
      const entry = this.ids[slot];
      if (entry === 0) break;
      if (this.lows[slot] === low && this.highs[slot] === high) return entry - 1;
      slot = slot + 1 & this.mask;
    }
    this.lows[slot] = low;
    this.highs[slot] = high;
    this.ids[slot] = ++this.size;
    if (this.size * 3 > (this.mask + 1) * 2) this.grow();
    return this.size - 1;
  }
  /** The number of this key, -1 if it has none. */
  find(low, high) {
    let slot = this.slotOf(low, high);
    while (this.ids[slot] !== 0) {
      if (this.lows[slot] === low && this.highs[slot] === high) return this.ids[slot] - 1;
      slot = slot + 1 & this.mask;
    }
    return -1;
  }
  slotOf(low, high) {
    const mixed = Math.imul(low ^ high >>> 7, 2654435761) ^ high;
    return (mixed ^ mixed >>> 15) & this.mask;
  }
  grow() {
    const { lows, highs, ids } = this;
    const slots = (this.mask + 1) * 2;
    this.mask = slots - 1;
    this.lows = new Uint32Array(slots);
    this.highs = new Uint32Array(slots);
    this.ids = new Uint32Array(slots);
    for (let i = 0; i < ids.length; i++) {
      if (ids[i] === 0) continue;
      let slot = this.slotOf(lows[i], highs[i]);
      while (this.ids[slot] !== 0) slot = slot + 1 & this.mask;
      this.lows[slot] = lows[i];
      this.highs[slot] = highs[i];
      this.ids[slot] = ids[i];
    }
  }
};

// src/store/share-events.ts
async function readShareEvents(store, path) {
  const accounts = new HashIndex(1 << 16);
  const objects = new HashIndex(1 << 16);
  const account = new GrowableUint32(1 << 16);
  const object = new GrowableUint32(1 << 16);
  const timeMs = new GrowableFloat64(1 << 16);
  const accountIds = [];
  let skipped = 0;
  const milliseconds = "try_cast(timestamp_share as double) * 1000";
  const sql = `select hash(account_id), hash(object_id),
      case when account_id is null or object_id is null then 'nan'::double else coalesce(${milliseconds}, 'nan'::double) end, account_id
    from read_csv('${path.replaceAll("'", "''")}', header = true, all_varchar = true)`;
  try {
    for await (const chunk of store.chunksAtOnce(sql)) {
      const rows = chunk.rowCount;
      const accountHash = halves(chunk.getColumnVector(0));
      const objectHash = halves(chunk.getColumnVector(1));
      const times = chunk.getColumnVector(2).items;
      const ids = chunk.getColumnVector(3);
      for (let i = 0; i < rows; i++) {
        const time = times[i];
        if (Number.isNaN(time)) {
          skipped++;
          continue;
        }
        const known = accounts.size;
        const number = accounts.intern(accountHash[2 * i], accountHash[2 * i + 1]);
        if (number === known) accountIds.push(ids.getItem(i));
        account.push(number);
        object.push(objects.intern(objectHash[2 * i], objectHash[2 * i + 1]));
        timeMs.push(time);
      }
    }
  } catch (error) {
    throw new UserError(
      "shares-unreadable",
      `${path} cannot be read as shares (${firstLine(error)}); it needs the columns account_id, object_id and timestamp_share.`
    );
  }
  return {
    account: account.take(),
    object: object.take(),
    timeMs: timeMs.take(),
    accountIds,
    objectCount: objects.size,
    skipped
  };
}
function halves(vector) {
  const { items } = vector;
  return new Uint32Array(items.buffer, items.byteOffset, items.length * 2);
}
function firstLine(error) {
  return error.message.split("\n")[0] ?? "";
}

// src/math/median.ts
function medianInPlace(values, start, end) {
  const n = end - start;
  if (n <= 0) throw new Error(`math/median: nothing between ${start} and ${end}`);
  if (n === 1) return values[start];
  if (n === 2) return (values[start] + values[start + 1]) / 2;
  if (n <= 24) insertionSort(values, start, end);
  else values.subarray(start, end).sort();
  const half = start + (n >> 1);
  return n % 2 === 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}
function insertionSort(values, start, end) {
  for (let i = start + 1; i < end; i++) {
    const value = values[i];
    let j = i - 1;
    while (j >= start && values[j] > value) {
      values[j + 1] = values[j];
      j--;
    }
    values[j + 1] = value;
  }
}

// src/math/order.ts
function orderByKey(keys, keyCount, earlier) {
  const starts = startsOf(keys, keyCount);
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const position = earlier === void 0 ? i : earlier[i];
    const key = keys[position];
    order[starts[key]++] = position;
  }
  return order;
}
function startsOf(keys, keyCount) {
  const starts = new Uint32Array(keyCount + 1);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key >= keyCount) throw new Error(`math/order: key ${key} is not below ${keyCount}`);
    starts[key + 1]++;
  }
  for (let k = 0; k < keyCount; k++) starts[k + 1] += starts[k];
  return starts;
}
var DIGIT_BITS = 16;
var DIGITS = 1 << DIGIT_BITS;
function orderByNumber(values) {
  const n = values.length;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  let sorted = true;
  let whole = true;
  for (let i = 0; i < n; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) throw new Error(`math/order: value ${value} at ${i} is not finite`);
    if (i > 0 && value < values[i - 1]) sorted = false;
    if (!Number.isInteger(value)) whole = false;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  let order = identity(n);
  if (sorted) return order;
  if (!whole || largest - smallest > Number.MAX_SAFE_INTEGER || n < 4096) {
    return order.sort((left, right) => values[left] - values[right] || left - right);
  }
  const digit = new Uint32Array(n);
  let spare = new Uint32Array(n);
  for (let scale = 1; scale <= largest - smallest; scale *= DIGITS) {
    const counts = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < n; i++) {
      const key = Math.floor((values[i] - smallest) / scale) % DIGITS;
      digit[i] = key;
      counts[key + 1]++;
    }
    for (let k = 0; k < DIGITS; k++) counts[k + 1] += counts[k];
    for (let i = 0; i < n; i++) {
      const position = order[i];
      spare[counts[digit[position]]++] = position;
    }
    [order, spare] = [spare, order];
  }
  return order;
}
function gatherUint32(values, order) {
  const result = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) result[i] = values[order[i]];
  return result;
}
function gatherFloat64(values, order) {
  const result = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) result[i] = values[order[i]];
  return result;
}
function identity(n) {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order;
}

// src/coaction/common.ts
function layOutCommon(timeline, common) {
  const positions = [];
  const objects = [];
  let count = 0;
  for (let object = 0; object < timeline.objectCount; object++) {
    if (common[object] === 0) continue;
    count++;
    for (let i = timeline.starts[object]; i < timeline.starts[object + 1]; i++) {
      positions.push(i);
      objects.push(object);
    }
  }
  const account = Uint32Array.from(positions, (position) => timeline.account[position]);
  const order = orderByKey(account, timeline.accountCount);
  return {
    objects: count,
    starts: startsOf(account, timeline.accountCount),
    position: Uint32Array.from(order, (i) => positions[i]),
    object: Uint32Array.from(order, (i) => objects[i])
  };
}
function meetOnCommon(timeline, common, windowMs, a, b, meet) {
  const { starts, object, position } = common;
  const endA = starts[a + 1];
  const endB = starts[b + 1];
  let i = starts[a];
  let j = starts[b];
  while (i < endA && j < endB) {
    const shared = object[i];
    if (object[j] < shared) j++;
    else if (object[j] > shared) i++;
    else {
      let isNew = true;
      let stopB = j;
      while (stopB < endB && object[stopB] === shared) stopB++;
      for (; i < endA && object[i] === shared; i++) {
        const timeA = timeline.timeMs[position[i]];
        for (let k = j; k < stopB; k++) {
          if (Math.abs(timeline.timeMs[position[k]] - timeA) > windowMs) continue;
          meet(position[i], position[k], isNew);
          isNew = false;
        }
      }
      j = stopB;
    }
  }
}

// src/coaction/accumulator.ts
var PairAccumulator = class {
  /** @param capacity pairs to make room for at once; more are taken in as they come */
  constructor(timeline, common, windowMs, minObjects, capacity) {
    this.timeline = timeline;
    this.common = common;
    this.windowMs = windowMs;
    this.minObjects = minObjects;
    this.a = new GrowableUint32(capacity);
    this.b = new GrowableUint32(capacity);
    this.objects = new GrowableUint32(capacity);
    this.coactions = new GrowableUint32(capacity);
    this.delay = new GrowableFloat64(capacity);
    this.gap = new GrowableFloat64(capacity);
    this.first = new GrowableFloat64(capacity);
    this.last = new GrowableFloat64(capacity);
    this.objectAt = new Uint32Array(timeline.account.length);
    for (let object = 0; object < timeline.objectCount; object++) {
      this.objectAt.fill(object, timeline.starts[object], timeline.starts[object + 1]);
    }
  }
  timeline;
  common;
  windowMs;
  minObjects;
  /** Pairs met, before `minObjects`. */
  met = 0;
  a;
  b;
  objects;
  coactions;
  delay;
  gap;
  first;
  last;
  objectAt;
  /** Delays of one pair on common objects, b minus a, and the span they cover. */
  extra = new GrowableFloat64();
  extraObjects = 0;
  extraFirst = 0;
  extraLast = 0;
  /** Meetings `start..end` of the two columns: positions in the timeline, the earlier action first. */
  count(firstOf, secondOf, start, end) {
    const meetings = end - start;
    if (meetings === 0) return;
    const { account } = this.timeline;
    let size = 16;
    while (size < meetings * 2) size *= 2;
    const mask = size - 1;
    const slots = new Uint32Array(size);
    const pairOf = new Uint32Array(meetings);
    const lows = new Uint32Array(meetings);
    const highs = new Uint32Array(meetings);
    const objects = new Uint32Array(meetings);
    const lastObject = new Uint32Array(meetings);
    const ends = new Uint32Array(meetings);
    let known = 0;
    for (let m = 0; m < meetings; m++) {
      const earlier = firstOf[start + m];
      const left = account[earlier];
      const right = account[secondOf[start + m]];
      const a = left < right ? left : right;
      const b = left < right ? right : left;
      const object = this.objectAt[earlier];
      let slot = Math.imul(a, 2246822507) ^ Math.imul(b, 3266489909);
      slot = (slot ^ slot >>> 15) & mask;
      let pair = -1;
      while (pair < 0) {
        const entry = slots[slot];
        if (entry === 0) {
          pair = known++;
          slots[slot] = known;
          lows[pair] = a;
          highs[pair] = b;
          objects[pair] = 1;
          lastObject[pair] = object;
        } else if (lows[entry - 1] === a && highs[entry - 1] === b) {
          pair = entry - 1;
          if (lastObject[pair] !== object) {
            lastObject[pair] = object;
            objects[pair]++;
          }
        } else slot = slot + 1 & mask;
      }
      pairOf[m] = pair;
      ends[pair]++;
    }
    this.met += known;
    for (let pair = 1; pair < known; pair++) ends[pair] += ends[pair - 1];
    const byPair = new Uint32Array(meetings);
    for (let m = meetings - 1; m >= 0; m--) byPair[--ends[pairOf[m]]] = start + m;
    const delays = new Float64Array(Math.max(64, meetings));
    for (let pair = 0; pair < known; pair++) {
      const to = pair + 1 < known ? ends[pair + 1] : meetings;
      this.keep(lows[pair], highs[pair], objects[pair], byPair, ends[pair], to, firstOf, secondOf, delays);
    }
  }
  keep(a, b, objects, meetings, from, to, firstOf, secondOf, scratch) {
    const { account, timeMs } = this.timeline;
    if (this.common !== null) this.gatherCommon(this.common, a, b);
    const met = objects + this.extraObjects;
    if (met < this.minObjects) return;
    if (to - from === 1 && this.extra.length === 0) {
      this.keepOne(a, b, firstOf[meetings[from]], secondOf[meetings[from]]);
      return;
    }
    const n = to - from + this.extra.length;
    const delays = n <= scratch.length ? scratch : new Float64Array(n);
    let first = this.extra.length > 0 ? this.extraFirst : Number.POSITIVE_INFINITY;
    let last2 = this.extra.length > 0 ? this.extraLast : Number.NEGATIVE_INFINITY;
    let filled = 0;
    for (; filled < this.extra.length; filled++) delays[filled] = this.extra.at(filled);
    for (let k = from; k < to; k++) {
      const earlier = firstOf[meetings[k]];
      const later = secondOf[meetings[k]];
      const lag = timeMs[later] - timeMs[earlier];
      delays[filled++] = account[earlier] === a ? lag : -lag;
      if (timeMs[earlier] < first) first = timeMs[earlier];
      if (timeMs[later] > last2) last2 = timeMs[later];
    }
    this.a.push(a);
    this.b.push(b);
    this.objects.push(met);
    this.coactions.push(n);
    this.delay.push(medianInPlace(delays, 0, n));
    for (let k = 0; k < n; k++) delays[k] = Math.abs(delays[k]);
    this.gap.push(medianInPlace(delays, 0, n));
    this.first.push(first);
    this.last.push(last2);
  }
  /** Most pairs meet once: no median to look for. */
  keepOne(a, b, earlier, later) {
    const { account, timeMs } = this.timeline;
    const lag = timeMs[later] - timeMs[earlier];
    this.a.push(a);
    this.b.push(b);
    this.objects.push(1);
    this.coactions.push(1);
    this.delay.push(account[earlier] === a ? lag : -lag);
    this.gap.push(lag);
    this.first.push(timeMs[earlier]);
    this.last.push(timeMs[later]);
  }
  gatherCommon(common, a, b) {
    const { timeMs } = this.timeline;
    this.extra.length = 0;
    this.extraObjects = 0;
    this.extraFirst = Number.POSITIVE_INFINITY;
    this.extraLast = Number.NEGATIVE_INFINITY;
    meetOnCommon(this.timeline, common, this.windowMs, a, b, (positionOfA, positionOfB, isNewObject) => {
      const timeA = timeMs[positionOfA];
      const timeB = timeMs[positionOfB];
      this.extra.push(timeB - timeA);
      if (isNewObject) this.extraObjects++;
      this.extraFirst = Math.min(this.extraFirst, timeA, timeB);
      this.extraLast = Math.max(this.extraLast, timeA, timeB);
    });
  }
  /** @param sorted by (a, b); else in the order in which they were counted */
  finish(trace, sorted) {
    const a = this.a.take();
    const b = this.b.take();
    const { accountCount } = this.timeline;
    const order = sorted ? orderByKey(a, accountCount, orderByKey(b, accountCount)) : null;
    const integers = (column) => order === null ? column : gatherUint32(column, order);
    const numbers = (column) => order === null ? column : gatherFloat64(column, order);
    return {
      trace,
      windowMs: this.windowMs,
      count: a.length,
      a: integers(a),
      b: integers(b),
      objects: integers(this.objects.take()),
      coactions: integers(this.coactions.take()),
      medianDelayMs: numbers(this.delay.take()),
      medianGapMs: numbers(this.gap.take()),
      firstMs: numbers(this.first.take()),
      lastMs: numbers(this.last.take())
    };
  }
};

// src/coaction/sweep.ts
function windowPairsByObject(timeline, windowMs) {
  const { starts, timeMs, objectCount } = timeline;
  const pairs = new Float64Array(objectCount);
  for (let object = 0; object < objectCount; object++) {
    const end = starts[object + 1];
    let tail = starts[object];
    let sum = 0;
    for (let i = tail; i < end; i++) {
      while (timeMs[i] - timeMs[tail] > windowMs) tail++;
      sum += i - tail;
    }
    pairs[object] = sum;
  }
  return pairs;
}
function commonObjects(windowPairs, limit) {
  const common = new Uint8Array(windowPairs.length);
  for (let object = 0; object < common.length; object++) if (windowPairs[object] > limit) common[object] = 1;
  return common;
}

// src/coaction/timeline.ts
function layOut(actions) {
  const starts = startsOf(actions.object, actions.objectCount);
  const order = orderByKey(actions.object, actions.objectCount);
  for (let object = 0; object < actions.objectCount; object++) {
    sortByTime(order, starts[object], starts[object + 1], actions.timeMs);
  }
  const account = new Uint32Array(actions.count);
  const timeMs = new Float64Array(actions.count);
  const post = new Uint32Array(actions.count);
  for (let i = 0; i < order.length; i++) {
    const position = order[i];
    account[i] = actions.account[position];
    timeMs[i] = actions.timeMs[position];
    post[i] = actions.post[position];
  }
  return {
    accountCount: actions.accountCount,
    posted: actions.posted ?? actions.accountCount,
    objectCount: actions.objectCount,
    starts,
    account,
    timeMs,
    post
  };
}
var FEW = 48;
function sortByTime(order, from, to, timeMs) {
  if (to - from > FEW) {
    const before = order.slice(from, to);
    const times = new Float64Array(before.length);
    for (let i = 0; i < before.length; i++) times[i] = timeMs[before[i]];
    const sorted = orderByNumber(times);
    for (let i = 0; i < before.length; i++) order[from + i] = before[sorted[i]];
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const position = order[i];
    const time = timeMs[position];
    let j = i - 1;
    while (j >= from && timeMs[order[j]] > time) {
      order[j + 1] = order[j];
      j--;
    }
    order[j + 1] = position;
  }
}

// src/coaction/kernel.ts
var PARTITION_BITS = 8;
var PARTITIONS = 1 << PARTITION_BITS;
var COMMON_LIMIT = 1e6;
var BUDGET = 48e6;
var ROOM = 32e6;
function coAct(actions, options) {
  const timeline = layOut(actions);
  const windowPairs = windowPairsByObject(timeline, options.windowMs);
  const common = commonObjects(windowPairs, options.commonLimit ?? COMMON_LIMIT);
  const sizes = partitionSizes(timeline, options.windowMs, common);
  const shared = common.includes(1) ? layOutCommon(timeline, common) : null;
  const meetings = sizes.reduce((sum, size) => sum + size, 0);
  const capacity = options.minObjects <= 1 ? Math.min(meetings, ROOM) + 1 : 1024;
  const accumulator = new PairAccumulator(timeline, shared, options.windowMs, options.minObjects, capacity);
  for (const [from, to] of partitionGroups(sizes, options.budget ?? BUDGET)) {
    const met = collect(timeline, options.windowMs, common, sizes, from, to);
    let start = 0;
    for (let partition = from; partition < to; partition++) {
      const end = start + sizes[partition];
      accumulator.count(met.first, met.second, start, end);
      start = end;
    }
  }
  return {
    pairs: accumulator.finish(actions.trace, options.sorted ?? true),
    timeline,
    commonObjects: shared?.objects ?? 0,
    met: accumulator.met
  };
}
function partitionOf(a, b) {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  return Math.imul(Math.imul(low, 2654435761) ^ high + 2135587861, 2246822507) >>> 32 - PARTITION_BITS;
}
function partitionSizes(timeline, windowMs, common) {
  const { starts, account, timeMs, objectCount } = timeline;
  const sizes = new Float64Array(PARTITIONS);
  for (let object = 0; object < objectCount; object++) {
    if (common[object] === 1) continue;
    const end = starts[object + 1];
    let tail = starts[object];
    for (let i = tail + 1; i < end; i++) {
      const time = timeMs[i];
      const a = account[i];
      while (time - timeMs[tail] > windowMs) tail++;
      for (let j = tail; j < i; j++) {
        const b = account[j];
        if (a !== b) sizes[partitionOf(a, b)]++;
      }
    }
  }
  return sizes;
}
function partitionGroups(sizes, budget) {
  const groups = [];
  let from = 0;
  let sum = 0;
  for (let partition = 0; partition < PARTITIONS; partition++) {
    if (partition > from && sum + sizes[partition] > budget) {
      groups.push([from, partition]);
      from = partition;
      sum = 0;
    }
    sum += sizes[partition];
  }
  groups.push([from, PARTITIONS]);
  return groups;
}
function collect(timeline, windowMs, common, sizes, from, to) {
  const { starts, account, timeMs, objectCount } = timeline;
  const cursor = new Float64Array(PARTITIONS);
  let total = 0;
  for (let partition = from; partition < to; partition++) {
    cursor[partition] = total;
    total += sizes[partition];
  }
  const first = new Uint32Array(total);
  const second = new Uint32Array(total);
  for (let object = 0; object < objectCount; object++) {
    if (common[object] === 1) continue;
    const end = starts[object + 1];
    let tail = starts[object];
    for (let i = tail + 1; i < end; i++) {
      const time = timeMs[i];
      const a = account[i];
      while (time - timeMs[tail] > windowMs) tail++;
      for (let j = tail; j < i; j++) {
        const b = account[j];
        if (a === b) continue;
        const partition = partitionOf(a, b);
        if (partition < from || partition >= to) continue;
        const slot = cursor[partition]++;
        first[slot] = j;
        second[slot] = i;
      }
    }
  }
  return { first, second };
}

// src/store/pair-list.ts
import { closeSync, openSync, writeSync } from "node:fs";
var PIECE = 1 << 22;
var ROW_ROOM = 128;
var COMMA = 44;
var NEWLINE = 10;
var ZERO = 48;
function writePairList(path, pairs, accountIds) {
  const { bytes, starts, longest } = encodeIds(accountIds);
  const file = openSync(path, "w");
  const piece = Buffer.allocUnsafe(PIECE + 2 * longest + ROW_ROOM);
  let used = piece.write("source,target,objects,coactions,median_delay_s\n", 0, "latin1");
  const id = (account) => {
    for (let i = starts[account]; i < starts[account + 1]; i++) piece[used++] = bytes[i];
  };
  try {
    for (let i = 0; i < pairs.count; i++) {
      id(pairs.a[i]);
      piece[used++] = COMMA;
      id(pairs.b[i]);
      piece[used++] = COMMA;
      used = writeWhole(piece, used, pairs.objects[i]);
      piece[used++] = COMMA;
      used = writeWhole(piece, used, pairs.coactions[i]);
      piece[used++] = COMMA;
      used = writeSeconds(piece, used, pairs.medianGapMs[i]);
      piece[used++] = NEWLINE;
      if (used < PIECE) continue;
      writeSync(file, piece, 0, used);
      used = 0;
    }
    writeSync(file, piece, 0, used);
  } finally {
    closeSync(file);
  }
}
function encodeIds(ids) {
  const cells = ids.map((one) => Buffer.from(csvCell(one)));
  const starts = new Uint32Array(cells.length + 1);
  let longest = 0;
  for (const [i, cell] of cells.entries()) {
    starts[i + 1] = starts[i] + cell.length;
    longest = Math.max(longest, cell.length);
  }
  return { bytes: Buffer.concat(cells), starts, longest };
}
function writeWhole(into, at, value) {
  if (value < 10) {
    into[at] = ZERO + value;
    return at + 1;
  }
  let digits = 2;
  for (let limit = 100; value >= limit; limit *= 10) digits++;
  let rest = value;
  for (let i = at + digits - 1; i >= at; i--) {
    const tenth = Math.floor(rest / 10);
    into[i] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  return at + digits;
}
function writeSeconds(into, at, ms) {
  const seconds = ms / 1e3;
  if (Number.isInteger(seconds) && seconds < 2 ** 32) return writeWhole(into, at, seconds);
  return at + into.write(String(seconds), at, "latin1");
}
function csvCell(text) {
  const inert = /^[=+@\t\r-]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

// out/pl2.ts
var t0 = performance.now();
var last = t0;
var lap = (s2) => {
  const n = performance.now();
  console.log(((n - last) / 1e3).toFixed(2) + "s", s2, (process.memoryUsage().rss / 1e6 | 0) + "MB");
  last = n;
};
var s = await openStore(":memory:");
var e = await readShareEvents(s, process.argv[2]);
lap("read");
var r = coAct({ trace: "co-share", count: e.account.length, accountCount: e.accountIds.length, post: new Uint32Array(e.account.length), ...e }, { windowMs: 6e4, minObjects: 1, commonLimit: Infinity, sorted: false });
lap("kernel " + r.pairs.count);
writePairList("out/pl.csv", r.pairs, e.accountIds);
lap("write");
s.close();
