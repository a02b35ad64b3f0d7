/** The beginning of a name where there is room for so many characters; whole ones, so that no emoji is cut in two. */
export function clip(name: string, most: number): string {
  const points = [...name];
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : name;
}
