import type { Store } from "./database.ts";
import type { Inspection } from "./inspect.ts";

export type FileRole = "posts" | "accounts" | "indicators";

/** A row of the table `files`. */
export interface FileRow {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly role: FileRole;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsRejected: number;
}

/** Records a file of the user; what was refused of it is counted from `rejects`, which must be filled. */
export async function recordFile(
  store: Store,
  file: number,
  inspection: Inspection,
  format: string,
  role: FileRole,
  rowsRead: number,
): Promise<void> {
  const { path, sha256, bytes } = inspection;
  await store.run(
    `insert into files select $file, $path, $sha256, $bytes, $format, $role, $rowsRead, $rowsRead - n, n
     from (select count(*) as n from rejects where file = $file)`,
    { file, path, sha256, bytes: BigInt(bytes), format, role, rowsRead },
  );
}

export async function fileRows(store: Store): Promise<FileRow[]> {
  return store.rows<FileRow>(
    `select path, sha256, bytes, format, role, rows_read as "rowsRead", rows_kept as "rowsKept", rows_rejected as "rowsRejected"
     from files order by file`,
  );
}

/** Rows refused of the files of posts, by reason, the commonest first. */
export async function rejectedByReason(store: Store): Promise<{ code: string; reason: string; rows: number }[]> {
  return store.rows(
    `select r.code, r.reason, count(*) as rows from rejects r join files f on f.file = r.file where f.role = 'posts'
     group by r.code, r.reason order by rows desc, r.code, r.reason`,
  );
}

/** Whether any post has text, and the grain of times: that of the file with the coarsest, as windows below it mean nothing. */
export async function postFacts(store: Store): Promise<{ hasText: boolean; timeResolutionMs: number }> {
  const grains = [86_400_000, 3_600_000, 60_000, 1000];
  const tests = grains.map((grain) => `when bool_and(time_ms % ${grain} = 0) then ${grain}`).join(" ");
  const [facts] = await store.rows<{ hasText: boolean; timeResolutionMs: number }>(
    `select coalesce(bool_or(has_text), false) as "hasText", coalesce(max(grain), 1) as "timeResolutionMs"
     from (select count(text) > 0 as has_text, case ${tests} else 1 end as grain from posts group by file)`,
  );
  return facts ?? { hasText: false, timeResolutionMs: 1 };
}
