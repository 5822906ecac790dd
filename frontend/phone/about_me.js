import { html, useId, useState } from "../html.js";
import { act, may } from "../actions.js";
import { Dialog, closeDialog } from "../components/dialog.js";
import { Press } from "../components/press.js";
import { WhyWatching } from "../components/why_watching.js";
import { PlaceOptions } from "../door/place_options.js";
import { person, session, you } from "../state.js";
import { amendSeat } from "../store.js";
import { say } from "../words.js";
import { MyCard } from "./my_card.js";
import { MyData } from "./my_data.js";
import { MyPerspective } from "./my_perspective.js";

/** My name, how I am here, and how I want to take part. */
export function AboutMe() {
  const id = useId();
  const participant = you.value.participant ?? "";
  const me = person(participant);
  const [name, setName] = useState(me?.name ?? "");
  if (!me) return null;
  const rename = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (name.trim() === me.name) return closeDialog();
    if (await act({ do: "participant.rename", participant, name: name.trim() })) {
      amendSeat(session.value.id, { name: name.trim() });
      closeDialog();
    }
  };
  const move = async (/** @type {import("../views").Place} */ place) => {
    if (await act({ do: "participant.move", participant, place })) amendSeat(session.value.id, { place });
  };
  return html`<${Dialog} title=${say("about-me")}>
    <div class="stack loose">
      <form class="field" onSubmit=${rename}>
        <label for=${id}>${say("name-question")}</label>
        <input id=${id} value=${name} maxlength="60" autocomplete="name" onInput=${(/** @type {any} */ event) => setName(event.target.value)} />
        <button class="button">${say("keep-name")}</button>
      </form>
      <${PlaceOptions} value=${me.place} choose=${move} />
      ${me.role === "observer" && html`<${WhyWatching} participant=${participant} was=${me.watches ?? ""} own />`}
      ${may("participant.set_listening") && html`<div class="stack">
        <p class="question">${say("take-part")}</p>
        <${Press} command=${{ do: "participant.set_listening", listening: !me.listening }} class="button">${say(me.listening ? "listening-end" : "listening-start")}</${Press}>
        <${Press} command=${{ do: "participant.set_away", away: !me.away }} class="button">${say(me.away ? "away-end" : "away-start")}</${Press}>
      </div>`}
      <${MyPerspective} />
      <${MyCard} />
      <${MyData} />
    </div>
  </${Dialog}>`;
}
