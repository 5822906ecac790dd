import { html, useEffect, useState } from "../html.js";
import { dialog } from "../dialog_state.js";
import { roomOf } from "../doors.js";
import { session } from "../state.js";
import { dateWords, say } from "../words.js";

/** How long this meeting is kept, and the way to delete it. */
export function KeepingCard() {
  const { id } = session.value;
  const [goneAt, setGoneAt] = useState(/** @type {number | null | undefined} */ (undefined));
  // Whoever closes the dialog may have changed it.
  const changing = dialog.value?.is === "keep";
  useEffect(() => {
    if (!changing) roomOf(id).then(({ gone_at }) => setGoneAt(gone_at ?? null), () => setGoneAt(undefined));
  }, [id, changing]);
  return html`<section class="card start-card" aria-labelledby="keeping">
    <div class="stack tight"><h2 id="keeping">${say("keeping-title")}</h2>
      ${goneAt !== undefined && html`<p class="soft">${goneAt === null ? say("keeping-always") : say("keeping-until", { date: dateWords(goneAt) })}</p>`}</div>
    <div class="row">
      <button type="button" class="button" onClick=${() => (dialog.value = { is: "keep" })}>${say("keeping-change")}</button>
      <button type="button" class="button" onClick=${() => (dialog.value = { is: "delete" })}>${say("delete-open")}</button>
    </div>
  </section>`;
}
