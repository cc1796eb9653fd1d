// The module of the pages, asked outside a browser: the path of the module -> a function that answers questions.
const fs = require("node:fs");

module.exports = function open(path) {
  const { memory, room, call, answer } = new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(path)), {}).exports;
  return (question) => {
    const bytes = Buffer.from(JSON.stringify(question));
    const at = room(bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    const length = call();
    return JSON.parse(Buffer.from(new Uint8Array(memory.buffer, answer(), length)).toString());
  };
};
