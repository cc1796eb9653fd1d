// Texts from and to the disk of the user. Nothing is kept anywhere else.

/** The text of a file, byte for byte; nothing when it is no text. */
export async function read(file: File): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

export const END = /\r\n|\r|\n/g;

/** A text that somebody changed in a field of a page, which knows one end of a line only: lines that stayed keep the end that they had. */
export function withEnds(old: string, changed: string): string {
  if (!old.includes("\r")) return changed;
  const all: string[] = old.match(END) ?? [];
  // A bare return before a new line would become one end with it: such a text gets one end throughout.
  const ends = all.includes("\r") ? [] : all;
  const [before, after] = [old.split(END), changed.split(END)];
  const less = before.length - after.length;
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < least - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const end = (line: number): string => {
    const kept = line < start ? ends[line] : line + 1 >= after.length - same ? ends[line + less] : undefined;
    return kept ?? lineEnd(old);
  };
  return after.map((line, number) => (number + 1 < after.length ? line + end(number) : line)).join("");
}

/** The end of a line in a text. */
export const lineEnd = (text: string): string => text.match(END)?.[0] ?? "\n";

/** Offers a text as a download. */
export function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The day of today where the user is. */
export function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
