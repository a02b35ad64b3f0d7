import type { DuckDBVector } from "@duckdb/node-api";
import type { MessageMarks } from "../corpus/message-marks.ts";
import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { type Hash64, HashIndex, hashString } from "../math/hash.ts";
import type { Store } from "./database.ts";
import { halves, Interned } from "./interned.ts";

export interface MarkReading {
  /** Only the first row of each message id counts; else every row does, but a message has one mark for each key. */
  readonly firstRowOnly: boolean;
  /** What stands for a key's text; left out where texts are compared as they are. */
  readonly keyOf?: (text: string) => string;
  /** Receives the text of each mark, in order. */
  readonly texts?: string[];
}

export interface MarksRead {
  readonly marks: MessageMarks;
  /** Rows passed over because their message id stood in an earlier row. */
  readonly repeated: number;
}

/**
 * Marks of messages as typed columns, in the order in which `select` gives them: its columns are message, user, key (texts) and time in
 * seconds; a row without a key leaves no mark, but its message id is taken.
 */
export async function readMessageMarks(store: Store, select: string, reading: MarkReading): Promise<MarksRead> {
  const [messages, users, keys] = [new Interned(), new Interned(), new Interned()];
  const [message, user, key] = [new GrowableUint32(), new GrowableUint32(), new GrowableUint32()];
  const timeS = new GrowableFloat64();
  const seenMarks = new HashIndex();
  const madeKeys = new HashIndex();
  const hash: Hash64 = { low: 0, high: 0 };
  let repeated = 0;
  const sql = `select message, hash(message), "user", hash("user"), key, hash(key), "time", key is null from (${select})`;
  for await (const chunk of store.chunksAtOnce(sql)) {
    const vector = (column: number) => chunk.getColumnVector(column);
    const [messageIds, userIds, keyTexts, isMissing] = [vector(0), vector(2), vector(4), vector(7)];
    const [messageHash, userHash, keyHash] = [halves(vector(1)), halves(vector(3)), halves(vector(5))];
    const times = (vector(6) as DuckDBVector & { items: Float64Array }).items;
    for (let row = 0; row < chunk.rowCount; row++) {
      const known = messages.texts.length;
      const number = messages.number(messageHash, messageIds, row);
      if (reading.firstRowOnly && number < known) {
        repeated++;
        continue;
      }
      if (isMissing.getItem(row) === true) continue;
      let keyNumber: number;
      if (reading.keyOf === undefined && reading.texts === undefined) keyNumber = keys.number(keyHash, keyTexts, row);
      else {
        const text = keyTexts.getItem(row) as string;
        reading.texts?.push(text);
        hashString(reading.keyOf?.(text) ?? "", hash);
        keyNumber = madeKeys.intern(hash.low, hash.high);
      }
      if (!reading.firstRowOnly) {
        const marksKnown = seenMarks.size;
        if (seenMarks.intern(number, keyNumber) < marksKnown) continue;
      }
      message.push(number);
      user.push(users.number(userHash, userIds, row));
      key.push(keyNumber);
      timeS.push(times[row]!);
    }
  }
  const keyCount = Math.max(keys.texts.length, madeKeys.size);
  return {
    marks: {
      ...{ count: message.length, message: message.take(), messageCount: messages.texts.length },
      ...{ user: user.take(), userIds: users.texts, key: key.take(), keyCount, timeS: timeS.take() },
    },
    repeated,
  };
}
