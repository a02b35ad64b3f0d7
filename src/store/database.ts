import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

/** An open DuckDB file (or memory), the one place rows live. Close it, or the file stays locked. */
export interface Store {
  readonly path: string;
  readonly connection: DuckDBConnection;
  /** Run statements for their effect. */
  run(sql: string, values?: Record<string, DuckDBValue>): Promise<void>;
  /** All rows of a small result as objects. Integers beyond 2^53 arrive as bigint. */
  rows<T extends object>(sql: string, values?: Record<string, DuckDBValue>): Promise<T[]>;
  /** A large result, chunk by chunk (2,048 rows); nothing of it is kept. */
  chunks(sql: string, values?: Record<string, DuckDBValue>): AsyncGenerator<DuckDBDataChunk>;
  /** The same with the whole result made first, on all threads: faster than `chunks` where it fits into memory. */
  chunksAtOnce(sql: string): AsyncGenerator<DuckDBDataChunk>;
  /** Breaks off the query that is running; it fails. Does nothing where none is. */
  interrupt(): void;
  close(): void;
}

export interface StoreOptions {
  readonly memoryLimit?: string;
  readonly tempDirectory?: string;
  readonly threads?: number;
  readonly readOnly?: boolean;
}

export async function openStore(path: string, options: StoreOptions = {}): Promise<Store> {
  const settings: Record<string, string> = {
    // Nothing is ever fetched: no extension is installed or loaded at run time.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  };
  if (options.memoryLimit !== undefined) settings.memory_limit = options.memoryLimit;
  if (options.tempDirectory !== undefined) settings.temp_directory = options.tempDirectory;
  if (options.threads !== undefined) settings.threads = String(options.threads);
  if (options.readOnly === true) settings.access_mode = "READ_ONLY";
  const instance = await DuckDBInstance.create(path, settings);
  const connection = await instance.connect();
  // The session's zone decides how zoneless times are cast; every time here is UTC.
  await connection.run("set TimeZone = 'UTC'");
  // Up to so many rows that are asked for by place (`evidence-posts.ts`) are gone to one by one; DuckDB's own 50 is less than a page.
  if (options.readOnly === true) await connection.run("set dynamic_or_filter_threshold = 1000");
  return {
    path,
    connection,
    run: async (sql, values) => {
      await connection.run(sql, values);
    },
    rows: async <T extends object>(sql: string, values?: Record<string, DuckDBValue>) => {
      const reader = await connection.runAndReadAll(sql, values);
      return reader.getRowObjectsJS().map(narrowIntegers) as T[];
    },
    chunks: async function* (sql, values) {
      const result = await connection.stream(sql, values);
      // One chunk ahead: DuckDB works on the next while the caller is busy with this one.
      let coming = result.fetchChunk();
      try {
        for (;;) {
          const chunk = await coming;
          // At the end DuckDB hands out empty chunks for ever, never null.
          if (chunk === null || chunk.rowCount === 0) return;
          coming = result.fetchChunk();
          yield chunk;
        }
      } finally {
        // A caller that stops early must not close the connection under a fetch that is still running; its outcome concerns nobody.
        await coming.catch(() => null);
      }
    },
    chunksAtOnce: async function* (sql) {
      const result = await connection.run(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk;
      }
    },
    interrupt: () => connection.interrupt(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function narrowIntegers(row: Record<string, unknown>): Record<string, unknown> {
  for (const key in row) {
    const value = row[key];
    if (typeof value === "bigint" && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) {
      row[key] = Number(value);
    }
  }
  return row;
}
