// What stands first is worth more, so each person reads the ideas in an order of their own: always the same one, and
// another one for everybody.

/** @param {string} person @param {readonly string[]} ids */
export function ownOrder(person, ids) {
  return [...ids].sort((one, other) => mixed(`${person} ${one}`) - mixed(`${person} ${other}`) || (one < other ? -1 : 1));
}

/** FNV-1a, then mixed as in MurmurHash3, so that ids that differ in one letter lie apart. @param {string} text */
function mixed(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
