// The report as it stands on the page, as Markdown: the same sentences in the same order, for a wiki or a mail.

const HEADINGS = /** @type {Record<string, string>} */ ({ H1: "# ", H2: "## ", H3: "### ", H4: "#### ", H5: "##### " });
const BLOCKS = new Set(["P", "DL", "TABLE", "UL", "OL", "BLOCKQUOTE", ...Object.keys(HEADINGS)]);
/** What people typed must not become a heading, a link or a picture of somebody else's text. */
const SPECIAL = /[\\`*_{}[\]<>#|]/g;

/** What stands apart on the page stands apart on one line, too. What is only read aloud is part of its sentence. @param {Element} element */
function apart(element) {
  if (element.nodeName === "BR") return true;
  const { display, position } = getComputedStyle(element);
  return !display.startsWith("inline") && position !== "absolute";
}

/** What of a node can be read, on one line, pictures and buttons left out. @param {Node} node @returns {string} */
export function plain(node) {
  if (node.nodeType === 3) return (node.textContent ?? "").replace(SPECIAL, "\\$&");
  const element = /** @type {Element} */ (node);
  if (element.getAttribute?.("aria-hidden") === "true" || ["BUTTON", "A", "SVG", "svg"].includes(element.nodeName)) return "";
  // A picture says in its label what it shows.
  const picture = element.getAttribute?.("role") === "img" ? (element.getAttribute("aria-label") ?? "") : "";
  const words = picture ? picture.replace(SPECIAL, "\\$&") : [...node.childNodes].map(plain).join("").replace(/\s+/g, " ");
  return apart(element) ? ` ${words} ` : words;
}

/** @param {Element} root  the report's page */
export function markdownOf(root) {
  /** @type {string[]} */
  const parts = [];
  const walk = (/** @type {Element} */ element) => {
    if (element.getAttribute("aria-hidden") === "true") return;
    // The page's own head and foot; a record has a head of its own, which says what was decided.
    if (element.parentElement === root && (element.nodeName === "HEADER" || element.nodeName === "FOOTER")) return;
    if (BLOCKS.has(element.nodeName)) parts.push(block(element));
    else [...element.children].forEach(walk);
  };
  walk(root);
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @param {Element} element */
function block(element) {
  const heading = HEADINGS[element.nodeName];
  if (heading) return heading + plain(element).trim();
  const items = [...element.children];
  switch (element.nodeName) {
    case "UL":
      return items.map((item) => `- ${plain(item).trim()}`).join("\n");
    case "OL":
      return items.map((item, index) => `${index + 1}. ${plain(item).trim()}`).join("\n");
    case "DL":
      return items.map((item) => `- ${[...item.children].map((one) => plain(one).trim()).join(": ")}`).join("\n");
    case "TABLE":
      return table(/** @type {HTMLTableElement} */ (element));
    case "BLOCKQUOTE":
      return `> ${plain(element).trim()}`;
    default:
      return plain(element).trim();
  }
}

/** @param {HTMLTableElement} element */
function table(element) {
  const rows = [...element.rows].map((row) => `| ${[...row.cells].map((cell) => plain(cell).trim()).join(" | ")} |`);
  const rule = `|${" --- |".repeat(element.rows[0]?.cells.length ?? 0)}`;
  return [rows[0], rule, ...rows.slice(1)].join("\n");
}
