// The core of mtvp as a WebAssembly module: a question goes in as JSON, an answer comes out. It is asked nowhere else.

interface Module {
  memory: WebAssembly.Memory;
  room(length: number): number;
  call(): number;
  answer(): number;
}

/** A question: what is asked, and what it is asked of. */
export type Question = { ask: string } & Record<string, unknown>;

export class Core {
  private module: Module;
  private readonly before: Question[] = [];

  private constructor(private readonly compiled: WebAssembly.Module) {
    this.module = Core.made(compiled);
  }

  /** Unpacks the module that the page carries. */
  static async load(): Promise<Core> {
    const packed = document.getElementById("core")?.textContent ?? "";
    const bytes = Uint8Array.from(atob(packed.trim()), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Core(await WebAssembly.compile(await new Response(stream).arrayBuffer()));
  }

  private static made(compiled: WebAssembly.Module): Module {
    return new WebAssembly.Instance(compiled, {}).exports as unknown as Module;
  }

  /** The answer to a question. */
  ask<T>(question: Question): T {
    try {
      return this.said<T>(question);
    } catch (wrong) {
      // What broke the module must not break the next answer.
      this.module = Core.made(this.compiled);
      this.before.forEach((earlier) => this.said(earlier));
      throw wrong;
    }
  }

  /** The same, of a question on which all later answers rest. */
  tell<T>(question: Question): T {
    const answer = this.ask<T>(question);
    this.before.push(question);
    return answer;
  }

  private said<T>(question: Question): T {
    const bytes = new TextEncoder().encode(JSON.stringify(question));
    const { memory, room, call, answer } = this.module;
    const at = room(bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    const length = call();
    const said = new Uint8Array(memory.buffer, answer(), length);
    return JSON.parse(new TextDecoder().decode(said)) as T;
  }
}
