import { signal } from "@preact/signals";
import { LETTERS } from "./view.ts";

export type Theme = "system" | "light" | "dark";
const KEY = "marionet-theme";

/** What the reader chose; kept in this browser alone. */
export const theme = signal<Theme>(stored());
/** Counts up whenever colours may have changed, for drawings that cannot follow the style sheet by themselves. */
export const palette = signal(0);

applyTheme(theme.value);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  palette.value += 1;
});

/** System, then light, then dark, and round again. */
export function cycleTheme(): void {
  const next: Theme = theme.value === "system" ? "light" : theme.value === "light" ? "dark" : "system";
  theme.value = next;
  applyTheme(next);
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A browser that forbids storage still shows the theme; only the memory of it is lost.
  }
  palette.value += 1;
}

/** A token's colour as the canvas needs it: resolved to `rgb(…)` for the theme in force. */
export function resolveColor(token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color;
}

/** Colours of the layers in their order, for the theme in force. */
export function layerColors(): readonly string[] {
  return LETTERS.map((_, index) => resolveColor(`--c${index + 1}`));
}

function applyTheme(value: Theme): void {
  if (value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}
