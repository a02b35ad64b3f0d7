/** Whether keys belong to a field that words are written in. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest("input, textarea, select, [contenteditable]");
  return field !== null && !(field instanceof HTMLInputElement && /^(checkbox|radio|range|button)$/.test(field.type));
}

/** Whether a dialog lies over the page; `selector` narrows it to some. */
export function isCovered(selector = "dialog"): boolean {
  return document.querySelector(`${selector}[open]`) !== null;
}
