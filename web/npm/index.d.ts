/** A question, by its name in `ask`, and what it is asked of. */
export type Question = { ask: string } & Record<string, unknown>;
/** Opens the core; without the bytes of `core.wasm` from the file beside it (Node only). Gives a function that answers questions. */
export function open(bytes?: BufferSource): Promise<(question: Question) => unknown>;
