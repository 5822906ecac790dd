import { html, useEffect, useState } from "../html.js";
import { problemWords } from "../actions.js";
import { Notice, Shell } from "../components/shell.js";
import { enterAsDevice } from "../doors.js";
import { Problem } from "../rest.js";
import { say } from "../words.js";
import DeviceScreen from "../screen/device_screen.js";

/** A device's link lasts as long as the session: its secret stays on the device, so that a reload finds the way back. */
const SECRETS = "evenfloor.device.";

/** The door of a shared screen or a helper's phone. @param {{ device: string, fragment: string }} props */
export default function DeviceDoor({ device, fragment }) {
  const [secret] = useState(() => {
    if (fragment) localStorage.setItem(SECRETS + device, fragment);
    if (location.hash) history.replaceState(null, "", location.pathname);
    return localStorage.getItem(SECRETS + device) ?? "";
  });
  const [session, setSession] = useState("");
  const [fault, setFault] = useState("");
  const [isOver, setOver] = useState(false);
  const enter = async () => {
    setFault("");
    try {
      setSession((await enterAsDevice(device, secret)).session_id);
    } catch (problem) {
      setOver(isForGood(problem));
      setFault(problemWords(problem));
    }
  };
  useEffect(() => {
    if (secret) void enter();
  }, []);
  if (!secret) return html`<${Shell}><${Notice} icon="door" title=${say("device-empty-title")} text=${say("device-empty")} /></${Shell}>`;
  // Trying again helps against a bad network, not against a link that is over.
  if (isOver) return html`<${Shell}><${Notice} icon="door" title=${say("device-failed-title")} text=${fault} /></${Shell}>`;
  if (fault) return html`<${Shell}><${Notice} icon="lost" title=${say("device-failed-title")} text=${fault}>
    <button type="button" class="button solid you wide" onClick=${enter}>${say("try-again")}</button></${Notice}></${Shell}>`;
  if (!session) return html`<${Shell}><p class="soft" role="status">${say("wire-connecting")}</p></${Shell}>`;
  return html`<${DeviceScreen} session=${session} token=${() => freshToken(device, secret)} />`;
}

/** @param {unknown} problem */
function isForGood(problem) {
  return problem instanceof Problem && [401, 403, 404, 410].includes(problem.status);
}

/** @param {string} device @param {string} secret @returns {Promise<string | null>} */
async function freshToken(device, secret) {
  try {
    return (await enterAsDevice(device, secret)).token;
  } catch (problem) {
    if (isForGood(problem)) return null;
    throw problem;
  }
}
