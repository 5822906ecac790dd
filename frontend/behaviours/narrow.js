// Whether the page is as narrow as a phone: the console then shows one thing at a time instead of all side by side.
import { signal } from "../html.js";

const query = window.matchMedia("(max-width: 640px)");
export const narrow = signal(query.matches);
query.addEventListener("change", () => (narrow.value = query.matches));
