// The core of mtvp for JavaScript: a question goes in as an object, an answer comes out. Nothing leaves the module.
// The questions are those of the pages; index.d.ts names them.

/** A core that is open. */
export class Core {
  #compiled;
  #module;

  constructor(compiled) {
    this.#compiled = compiled;
    this.#renew();
  }

  /** Opens the module that stands beside this file, or one that is given (bytes, or a module that is compiled). */
  static async open(module) {
    const given = module ?? (await beside());
    return new Core(given instanceof WebAssembly.Module ? given : await WebAssembly.compile(given));
  }

  /** The answer to a question. */
  ask(question) {
    const bytes = new TextEncoder().encode(JSON.stringify(question));
    try {
      const { memory, room, call, answer } = this.#module;
      const at = room(bytes.length);
      new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
      const length = call();
      return JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length)));
    } catch (wrong) {
      // What broke this answer must not break the next one; what was told before (`start`, `own`) is told again by who asks.
      this.#renew();
      throw wrong;
    }
  }

  #renew() {
    this.#module = new WebAssembly.Instance(this.#compiled, {}).exports;
  }
}

async function beside() {
  const place = new URL("./mtvp.wasm", import.meta.url);
  if (place.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return readFile(place);
  }
  return (await fetch(place)).arrayBuffer();
}
