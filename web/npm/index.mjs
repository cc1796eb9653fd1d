// The core of mtvp for programs in JavaScript: a question goes in, an answer comes out. web/core/src/question.rs lists the questions.

/** Opens the core. Without the bytes of `core.wasm` it reads that file beside this one, which only Node can. */
export async function open(bytes) {
  const module = bytes ?? (await (await import("node:fs/promises")).readFile(new URL("core.wasm", import.meta.url)));
  const { instance } = await WebAssembly.instantiate(module, {});
  const { memory, room, call, answer } = instance.exports;
  return function ask(question) {
    const text = new TextEncoder().encode(JSON.stringify(question));
    const at = room(text.length);
    new Uint8Array(memory.buffer, at, text.length).set(text);
    const length = call();
    return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length)));
  };
}
