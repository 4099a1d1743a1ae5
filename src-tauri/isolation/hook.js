// Every message from the page passes here before the core decrypts it. What is not a plain command
// of ours, or is too large or too deep, is refused.
const LARGEST = 1024 * 1024;
const DEEPEST = 64;

function depth(value, at = 0) {
  if (at > DEEPEST) return at;
  if (value === null || typeof value !== 'object') return at;
  return Object.values(value).reduce((most, part) => Math.max(most, depth(part, at + 1)), at);
}

window.__TAURI_ISOLATION_HOOK__ = (message) => {
  if (typeof message?.cmd !== 'string' || !/^[a-z][a-z_]{1,40}$/.test(message.cmd)) {
    throw new Error('refused: not a command');
  }
  const payload = message.payload ?? {};
  if (JSON.stringify(payload).length > LARGEST || depth(payload) > DEEPEST) {
    throw new Error('refused: too large');
  }
  return message;
};
