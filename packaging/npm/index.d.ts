// The types of index.js. What an answer holds is in web/core/src of the repository.

/** A text with its name. */
export interface File {
  name: string;
  text: string;
}

/** A question to the core. */
export type Question =
  | { ask: "start"; lang: "nl" | "en"; today: string }
  | { ask: "own"; name: string; text: string; register?: File }
  | { ask: "begin" | "blank"; regioplan: string; year: number }
  | { ask: "next"; text: string }
  | { ask: "look"; text: string; form?: boolean; advice?: boolean; files?: string[] }
  | { ask: "fill"; text: string; regioplan: string; way: string; said?: string }
  | { ask: "edit"; text: string; edits: { start: number; end: number; text: string }[] }
  | { ask: "carried" | "document"; regioplan: string }
  | { ask: "region"; name: string; text: string; register?: File }
  | { ask: "examples"; from: number; count: number };

/** A core that is open. */
export declare class Core {
  /** Opens the module that stands beside this file, or one that is given. */
  static open(module?: BufferSource | WebAssembly.Module): Promise<Core>;
  /** The answer to a question. It throws where the question broke the module; the core can be asked again. */
  ask(question: Question): any;
}
