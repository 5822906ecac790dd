// My name beside my idea, once it was scored: I alone say so, or who typed it for me says it for me.
import { html } from "../html.js";
import { may } from "../actions.js";
import { nameOf, you } from "../state.js";
import { say } from "../words.js";
import { Press } from "./press.js";

/** Whether its author's name stands beside it, or may, and it is for me to say. @param {string} id */
export function mayBeSigned(id) {
  const own = you.value.ideas?.by_id[id];
  return Boolean(own?.signed || own?.may_sign) && may("idea.sign");
}

/** @param {{ id: string }} props */
export function SignIdea({ id }) {
  const own = you.value.ideas?.by_id[id];
  if (!own || !mayBeSigned(id)) return null;
  const theirs = own.for;
  const command = { do: /** @type {const} */ ("idea.sign"), idea: id, shown: !own.signed, ...(theirs ? { participant: theirs } : {}) };
  const words = theirs ? say(own.signed ? "sign-theirs-not" : "sign-theirs", { name: nameOf(theirs) }) : say(own.signed ? "sign-mine-not" : "sign-mine");
  return html`<div class="stack tight"><div class="row"><${Press} command=${command} class="button quiet">${words}</${Press}></div>
    <p class="soft">${say(own.signed ? "sign-shown" : "sign-means")}</p></div>`;
}
