/** Hands a file to the reader, by the browser alone: nothing leaves this machine. What no file system likes in a name becomes a dash. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[^\p{L}\p{N}._-]+/gu, "-");
  link.click();
  // Once the browser has taken it over; a page that saves often must not keep every file.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
