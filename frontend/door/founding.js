// A room is made, and its maker is led into it. A server that asks for a secret first is told it.
import { html, useId, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Problem, ask } from "../rest.js";
import { go } from "../going.js";
import { say } from "../words.js";

/** What a page that makes a room needs: `found` it, what went wrong, and the field for the secret, where it is asked for. */
export function useFounding() {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [asksSecret, setAsksSecret] = useState(false);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);

  const found = async (/** @type {object} */ body) => {
    if (busy) return;
    setBusy(true);
    setFault("");
    try {
      const made = await ask("POST", "/rooms", { body, bearer: typed || undefined });
      const link = new URL(made.facilitator_link, location.origin);
      go(link.pathname + link.hash);
    } catch (problem) {
      setBusy(false);
      const needs = problem instanceof Problem && (problem.status === 401 || problem.status === 403);
      if (needs) setAsksSecret(true);
      setFault(needs && !asksSecret ? say("new-secret-needed") : problemWords(problem));
    }
  };

  const secret = asksSecret && html`<div class="field">
    <label for=${id}>${say("new-secret")}</label>
    <input id=${id} type="password" value=${typed} autocomplete="off" onInput=${(/** @type {any} */ event) => setTyped(event.target.value)} />
  </div>`;
  return { found, busy, fault, setFault, secret };
}
