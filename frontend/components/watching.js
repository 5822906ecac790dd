// Who watches, and why: nobody is watched by somebody whom they cannot see.
import { html } from "../html.js";
import { people } from "../state.js";
import { say } from "../words.js";
import { Icon } from "./icon.js";

export function Watching() {
  const { order, by_id } = people.value;
  const here = order.map((id) => by_id[id]).filter((one) => one && one.role === "observer" && one.here);
  if (!here.length) return null;
  return html`<ul class="soft watching" aria-label=${say("watching")}>${here.map((one) => one && html`<li key=${one.number}><${Icon} is="eye" />${say(one.watches ? "watching-why" : "watching-whom", { name: one.name, why: one.watches ?? "" })}</li>`)}</ul>`;
}
