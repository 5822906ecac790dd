import { html, useId, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Shell } from "../components/shell.js";
import { Problem, ask } from "../rest.js";
import { readRoster } from "../roster.js";
import { go } from "../router.js";
import { dateWords, say } from "../words.js";

const PURPOSES = ["decide", "advise", "told"];
const SETTINGS = ["one_room", "mixed", "call"];

/** @param {{ legend: string, number: number, options: string[], words: string, value: string, choose: (value: string) => void }} props */
function Question({ legend, number, options, words, value, choose }) {
  const name = useId();
  return html`<fieldset class="card pad stack">
    <legend class="question numbered"><span class="number" aria-hidden="true">${number}</span>${say(legend)}</legend>
    <div class="options">
      ${options.map((one) => html`<label class="option" key=${one}>
        <input type="radio" name=${name} value=${one} checked=${value === one} onChange=${() => choose(one)} />
        <span>${say(`${words}-${one}`)}<small>${say(`${words}-${one}-means`)}</small></span>
      </label>`)}
    </div>
  </fieldset>`;
}

/** A new room: three questions, each with an answer that fits most meetings. */
export default function NewRoom() {
  const id = useId();
  const [name, setName] = useState("");
  const [joining, setJoining] = useState(true);
  const [list, setList] = useState("");
  const [listed, setListed] = useState(false);
  const [purpose, setPurpose] = useState("decide");
  const [setting, setSetting] = useState("mixed");
  const [secret, setSecret] = useState("");
  const [asksSecret, setAsksSecret] = useState(false);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const people = listed ? readRoster(list) : [];

  const make = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    if (!joining && people.length === 0) return setFault(say("new-nobody"));
    setBusy(true);
    setFault("");
    const body = { name: name.trim() || say("new-name-usual", { date: dateWords(Date.now()) }), purpose, setting, people };
    try {
      const made = await ask("POST", "/rooms", { body, bearer: secret || undefined });
      const link = new URL(made.facilitator_link, location.origin);
      go(link.pathname + link.hash);
    } catch (problem) {
      setBusy(false);
      const needs = problem instanceof Problem && (problem.status === 401 || problem.status === 403);
      if (needs) setAsksSecret(true);
      setFault(needs && !asksSecret ? say("new-secret-needed") : problemWords(problem));
    }
  };

  return html`<${Shell} wide>
    <div class="stack tight"><h1>${say("new-title")}</h1><p class="soft">${say("new-text")}</p></div>
    <form class="stack loose" onSubmit=${make} novalidate>
      <div class="field">
        <label for=${id}>${say("new-name")}</label>
        <input id=${id} value=${name} maxlength="80" autocomplete="off" placeholder=${say("new-name-example")}
          onInput=${(/** @type {any} */ event) => setName(event.target.value)} />
      </div>
      <fieldset class="card pad stack">
        <legend class="question numbered"><span class="number" aria-hidden="true">1</span>${say("new-who")}</legend>
        <div class="options">
          <label class="option"><input type="checkbox" checked=${joining} onChange=${() => { setJoining(!joining); setFault(""); }} />
            <span>${say("new-who-join")}<small>${say("new-who-join-means")}</small></span></label>
          <label class="option"><input type="checkbox" checked=${listed} onChange=${() => { setListed(!listed); setFault(""); }} />
            <span>${say("new-who-list")}<small>${say("new-who-list-means")}</small></span></label>
        </div>
        ${listed && html`<div class="field">
          <label for=${`${id}-list`}>${say("roster-label")}</label>
          <textarea id=${`${id}-list`} value=${list} placeholder=${say("roster-example")} autocomplete="off" spellcheck=${false}
            onInput=${(/** @type {any} */ event) => { setList(event.target.value); setFault(""); }}></textarea>
          <p class="soft" role="status">${say("roster-count", { n: people.length })}</p>
        </div>`}
      </fieldset>
      <${Question} number=${2} legend="new-purpose" words="purpose" options=${PURPOSES} value=${purpose} choose=${setPurpose} />
      <${Question} number=${3} legend="new-setting" words="setting" options=${SETTINGS} value=${setting} choose=${setSetting} />
      ${asksSecret && html`<div class="field">
        <label for=${`${id}-secret`}>${say("new-secret")}</label>
        <input id=${`${id}-secret`} type="password" value=${secret} autocomplete="off" onInput=${(/** @type {any} */ event) => setSecret(event.target.value)} />
      </div>`}
      <div class="stack door-end">
        ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
        <button class="button solid you main wide" aria-busy=${busy} data-pending=${busy ? "" : null}>${say("new-go")}</button>
      </div>
    </form></${Shell}>`;
}
