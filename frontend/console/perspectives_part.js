// Perspectives on the console: what is asked for, before the start; and the balance of the groups that are large enough.
import { html, useId } from "../html.js";
import { act, may } from "../actions.js";
import { useDraft } from "../behaviours/draft.js";
import { usePressed } from "../behaviours/pressed.js";
import { perspectiveWords } from "../components/perspective.js";
import { desk, room } from "../state.js";
import { listWords, say, timeWords } from "../words.js";

/** One line that opens: the labels, and whether each has an equal share of the floor. */
export function PerspectivesAsked() {
  const id = useId();
  const { labels, equal_share } = room.value.perspectives;
  const [equal, press] = usePressed(equal_share);
  const [open, setOpen] = useDraft("perspectives/open", false);
  const [lines, setLines] = useDraft("perspectives-lines/whole", /** @type {string | null} */ (null));
  if (!may("perspectives.offer")) return null;
  const offer = (/** @type {string[]} */ asked, /** @type {boolean} */ share) => act({ do: "perspectives.offer", labels: asked, equal_share: share });
  const keep = async (/** @type {Event} */ event) => {
    event.preventDefault();
    // What stands there in words goes back as the label that it was made from.
    const known = new Map(labels.map((label) => [perspectiveWords(label), label]));
    const typed = (lines ?? "").split("\n").map((line) => line.trim()).filter(Boolean);
    if (await offer(typed.map((line) => known.get(line) ?? line), equal_share)) setLines(null);
  };
  const asked = labels.map(perspectiveWords);
  return html`<div class="stack tight">
    <p class="row apart"><span>${labels.length ? say("perspectives-asked", { what: listWords(asked) }) : say("perspectives-not-asked")}</span>
      <button type="button" class="link strong" aria-expanded=${open} onClick=${() => setOpen(!open)}>${say("change")}</button></p>
    ${open && html`<form class="field" onSubmit=${keep}>
      <label for=${id}>${say("perspectives-lines")}</label>
      <textarea id=${id} rows="4" value=${lines ?? asked.join("\n")} onInput=${(/** @type {any} */ event) => setLines(event.target.value)}></textarea>
      <p class="soft">${say("perspectives-lines-mean")}</p>
      <button class="button">${say("perspectives-keep")}</button>
    </form>
    <label class="choice"><input type="checkbox" checked=${equal} onChange=${() => press(!equal, offer([...labels], !equal))} />
      <span>${say("perspectives-equal")}<small>${say("perspectives-equal-means")}</small></span></label>`}
  </div>`;
}

/** "People with lived experience: about 20 % of the talk, 50 % would be even." Of groups of three or more. */
export function PerspectiveBalance() {
  const newest = desk.value?.perspectives;
  const groups = Object.entries(newest?.groups ?? {});
  if (!newest || !groups.length || !newest.since_at || !newest.until_at) return null;
  return html`<section class="groups-part stack tight" aria-label=${say("groups-title")}>
    <p class="soft">${say("groups-when", { from: timeWords(newest.since_at), to: timeWords(newest.until_at) })}</p>
    <ul class="stack tight">${groups.map(([label, part]) => html`<li key=${label}>${say("groups-part", { who: perspectiveWords(label), talk: part.talk, fair: part.fair })}</li>`)}</ul>
    <p class="soft">${say("groups-small")}</p>
  </section>`;
}
