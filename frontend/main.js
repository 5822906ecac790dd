// The first module: the words, then the page that the address names.
import { html, render } from "./html.js";
import { holdPresses } from "./behaviours/hold_press.js";
import { Page } from "./router.js";
import { loadCatalogue, say } from "./words.js";

const place = /** @type {HTMLElement} */ (document.getElementById("page"));

holdPresses();
try {
  await loadCatalogue(new URL("catalogue/en.ftl", import.meta.url));
  document.title = say("app-name");
  render(html`<${Page} />`, place);
} catch {
  // Without the catalogue no other sentence is there.
  place.textContent = "This page could not be loaded. Check your connection, then load it again.";
}
