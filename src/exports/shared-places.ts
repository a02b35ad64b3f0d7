import { mapStrings } from "./map-strings.ts";
import type { SharedCase } from "./shared-case.ts";

/** The end of a path: where the maker of a case keeps things is nobody's business. */
export function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** A copy in which the files that were read are named without the folders they lay in. */
export function hidePlaces<T extends Omit<SharedCase, "about">>(shared: T): T {
  const paths = shared.overview.inputs.map(({ path }) => path).filter((path) => path !== lastPart(path));
  paths.sort((x, y) => y.length - x.length);
  return mapStrings(shared, (text, { key }) => {
    if (key === "file" || key === "path") return lastPart(text);
    if (key !== "caveats") return text;
    return paths.reduce((sentence, path) => sentence.replaceAll(path, lastPart(path)), text);
  });
}
