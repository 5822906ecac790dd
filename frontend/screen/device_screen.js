// A device without a person: a shared screen, or a helper's phone with one job.
import { html, useEffect } from "../html.js";
import { follow, tryNow } from "../actions.js";
import { Closed } from "../components/closed.js";
import { Messages } from "../components/messages.js";
import { Notice, Shell } from "../components/shell.js";
import { connection, welcomed, you } from "../state.js";
import { say } from "../words.js";
import { Helper } from "./helper.js";
import { SharedScreen } from "./shared_screen.js";

/** @param {{ session: string, token: () => Promise<string | null> }} props */
export default function DeviceScreen({ session, token }) {
  useEffect(() => follow(session, token), [session]);
  const state = connection.value;
  if (state.is === "closed") return html`<${Closed} why=${state.why === "token" ? "revoked" : state.why} session=${session} />`;
  if (!welcomed.value) {
    const lost = state.is === "reconnecting";
    return html`<${Shell}><${Notice} icon=${lost ? "lost" : "clock"} title=${say(lost ? "first-lost-title" : "first-wait-title")} text=${say(lost ? "first-lost" : "first-wait")}>
      ${lost && html`<button type="button" class="button wide" onClick=${tryNow}>${say("try-now")}</button>`}</${Notice}></${Shell}>`;
  }
  return html`<${you.value.scope === "screen" ? SharedScreen : Helper} /><${Messages} />`;
}
