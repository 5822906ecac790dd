// A pasted list of names, as it comes out of an e-mail, a spreadsheet or somebody's notes.

/** Words behind a name that say how somebody is here. @type {[RegExp, import("./views").Place][]} */
const PLACE_WORDS = [
  [/\b(online|remote|video|zoom|teams|call)\b/i, "remote"],
  [/\b(phone|telephone|mobile)\b/i, "phone"],
  [/\b(in the room|in room|here)\b/i, "in_room"],
];
/** What stands before a name in a list: bullets, numbers, ticks. */
const BEFORE = /^[\s\-–—*•·▪◦✓✔]*(?:\d+\s*[.):]\s*)?/u;
/** An address behind a name. */
const ADDRESS = /<[^>]*>|\S+@\S+/g;

/**
 * @param {string} text  one name a line; or names between commas or semicolons, if there is one line
 * @param {import("./views").Place} usual
 * @returns {{ name: string, place: import("./views").Place }[]}
 */
export function readRoster(text, usual = "in_room") {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  const pieces = lines.length === 1 ? (lines[0] ?? "").split(/[,;\t]/) : lines;
  const found = [];
  const seen = new Set();
  for (const piece of pieces) {
    const plain = piece.replace(ADDRESS, " ").replace(BEFORE, "");
    const [, before = plain, behind = ""] = /^(.*?)\s*(?:[,;\t(]|\s[-–—]\s)(.*)$/.exec(plain) ?? [];
    const name = before.replace(/\s+/g, " ").replace(/["“”]/g, "").trim();
    if (!name || seen.has(name.toLowerCase())) continue;
    seen.add(name.toLowerCase());
    const place = PLACE_WORDS.find(([word]) => word.test(behind))?.[1] ?? usual;
    found.push({ name, place });
  }
  return found;
}
