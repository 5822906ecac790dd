// A session on this person's device: which screen it is follows from the role that the server gives.
import { html, useEffect, useState } from "./html.js";
import { follow, tryNow } from "./actions.js";
import { Messages } from "./components/messages.js";
import { Notice, Shell } from "./components/shell.js";
import { Announcer } from "./behaviours/announce.js";
import { seatOf } from "./store.js";
import { connection, welcomed, you } from "./state.js";
import { say } from "./words.js";
import { Closed } from "./components/closed.js";
import { Phone } from "./phone/phone.js";

/** @param {{ session: string }} props */
export default function SessionPage({ session }) {
  const [known] = useState(() => Boolean(seatOf(session)));
  useEffect(() => {
    if (known) follow(session);
  }, [session]);
  if (!known) return html`<${Closed} why="token" session=${session} />`;
  const state = connection.value;
  if (state.is === "closed") return html`<${Closed} why=${state.why} session=${session} />`;
  if (!welcomed.value) return html`<${ComingIn} lost=${state.is === "reconnecting"} />`;
  return html`<${you.value.role === "facilitator" ? LazyConsole : Phone} /><${Announcer} /><${Messages} />`;
}

/** Between the door and the room. @param {{ lost: boolean }} props */
function ComingIn({ lost }) {
  return html`<${Shell}><${Notice} icon=${lost ? "lost" : "clock"} title=${say(lost ? "first-lost-title" : "first-wait-title")}
    text=${say(lost ? "first-lost" : "first-wait")}>
    ${lost && html`<button type="button" class="button wide" onClick=${tryNow}>${say("try-now")}</button>`}</${Notice}></${Shell}>`;
}

/** Only facilitators' devices fetch the console. */
function LazyConsole() {
  const [loaded, setLoaded] = useState(/** @type {{ Console: any } | null} */ (null));
  useEffect(() => {
    void import("./console/console.js").then(setLoaded);
  }, []);
  return loaded ? html`<${loaded.Console} />` : html`<${ComingIn} lost=${false} />`;
}
