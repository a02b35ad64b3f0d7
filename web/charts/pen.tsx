/** The sign of what a person wrote, as against what was measured. */
export function Pen() {
  return (
    <svg class="pen" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
      <path
        d="m1.2 9.8.5-2.3L7.8 1.4a1.1 1.1 0 0 1 1.6 0l.2.2a1.1 1.1 0 0 1 0 1.6L3.5 9.3z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.1"
        stroke-linejoin="round"
      />
    </svg>
  );
}
