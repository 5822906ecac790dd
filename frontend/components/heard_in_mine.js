// What others hear in my idea is a guess until I say so; of one that I typed for somebody I ask them, and say it for them.
import { html, useId } from "../html.js";
import { may } from "../actions.js";
import { ideaOf } from "../ideas_state.js";
import { you } from "../state.js";
import { say } from "../words.js";
import { Press } from "./press.js";

/** @param {{ id: string, level?: number }} props */
export function HeardInMine({ id, level = 3 }) {
  const title = useId();
  const own = you.value.ideas?.by_id[id];
  const heard = ideaOf(id)?.heard;
  if (!own || !heard || heard.right || !may("idea.confirm_heard")) return null;
  const answer = (/** @type {boolean} */ right) => ({ do: "idea.confirm_heard", idea: id, heard: heard.text, right });
  const Title = `h${level}`;
  // Whose it is does not stand on a console, which all may see by accident.
  return html`<section class="card pad care stack" aria-labelledby=${title}>
    <${Title} id=${title}>${say(own.for || own.paper ? "heard-ask-theirs" : "heard-ask")}</${Title}><p>${heard.text}</p>
    <div class="halves"><${Press} command=${answer(true)} class="button solid care">${say("heard-yes")}</${Press}>
      <${Press} command=${answer(false)} class="button">${say("heard-no")}</${Press}></div>
  </section>`;
}
