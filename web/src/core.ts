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
  private readonly before: Question[] = [];

  /** `spare` takes the place of a module that broke: while somebody waits for an answer, none can be made. */
  private constructor(
    private readonly compiled: WebAssembly.Module,
    private module: Module,
    private spare: Module | null,
  ) {}

  /** Unpacks the module that the page carries. */
  static async load(): Promise<Core> {
    const packed = document.getElementById("core")?.textContent ?? "";
    const bytes = Uint8Array.from(atob(packed.trim()), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const compiled = await WebAssembly.compile(await new Response(stream).arrayBuffer());
    return new Core(compiled, await Core.made(compiled), await Core.made(compiled));
  }

  /** A browser makes a module of this size only in the background. */
  private static async made(compiled: WebAssembly.Module): Promise<Module> {
    return (await WebAssembly.instantiate(compiled, {})).exports as unknown as Module;
  }

  /** The answer to a question. */
  ask<T>(question: Question): T {
    try {
      return this.said<T>(question);
    } catch (wrong) {
      // What broke the module must not break the next answer.
      if (this.spare) {
        this.module = this.spare;
        this.spare = null;
        void Core.made(this.compiled).then((made) => { this.spare = made; });
        this.before.forEach((earlier) => this.said(earlier));
      }
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
