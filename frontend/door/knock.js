// The room is locked: ask to be let in, and wait. The page opens by itself.
import { html, useEffect, useState } from "../html.js";
import { Notice, Shell } from "../components/shell.js";
import { knock, letIn } from "../doors.js";
import { problemWords } from "../actions.js";
import { Problem } from "../rest.js";
import { go } from "../going.js";
import { say } from "../words.js";

/** Soon enough for somebody who stands at a door, and twenty people cost the server seven questions a second. */
const ASK_MS = 3_000;

/** @param {{ code: string, name: string, place: string, room: { name: string }, watches: string }} props */
export function Knock({ code, name, place, room, watches }) {
  const [secret, setSecret] = useState("");
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState("");
  const ask = async () => {
    setFault("");
    setOver(false);
    try {
      setSecret(await knock(code, name, place, watches));
    } catch (problem) {
      // It was opened in between.
      if (problem instanceof Problem && problem.code === "stale") return location.reload();
      setFault(problemWords(problem));
    }
  };
  useEffect(() => {
    if (!secret) return undefined;
    const timer = setInterval(async () => {
      try {
        const session = await letIn(code, name, place, room.name, secret);
        if (session) go(`/s/${session}`);
      } catch {
        setSecret("");
        setOver(true);
      }
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [secret]);
  if (secret) return html`<${Shell}><div role="status"><${Notice} icon="clock" title=${say("knock-waits-title")} text=${say("knock-waits")} /></div></${Shell}>`;
  return html`<${Shell}><div role="status"><${Notice} icon="lock" title=${say(over ? "knock-over-title" : "knock-title")} text=${say(over ? "knock-over" : "knock-means")} /></div>
    ${fault && html`<p class="fault" role="alert">${fault}</p>`}
    <button type="button" class="button solid you main wide" onClick=${ask}>${say(over ? "knock-again" : "knock")}</button></${Shell}>`;
}
