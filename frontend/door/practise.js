import { html, useState } from "../html.js";
import { Shell } from "../components/shell.js";
import { say } from "../words.js";
import { useFounding } from "./founding.js";
import { Question } from "./question.js";

const SIZES = ["4", "8", "12"];
const RATES = ["1", "4"];

/** A meeting with simulated people, to practise with. */
export default function Practise() {
  const [size, setSize] = useState("8");
  const [rate, setRate] = useState("4");
  const { found, busy, fault, secret } = useFounding();

  const make = (/** @type {Event} */ event) => {
    event.preventDefault();
    const clock = { kind: "rated", rate: Number(rate) };
    void found({ name: say("practise-room"), purpose: "decide", setting: "mixed", practice: Number(size), clock });
  };

  return html`<${Shell} wide>
    <div class="stack tight"><h1>${say("practise-title")}</h1><p class="soft">${say("practise-text")}</p></div>
    <form class="stack loose" onSubmit=${make} novalidate>
      <${Question} number=${1} legend="practise-size" words="practise-size" options=${SIZES} value=${size} choose=${setSize} />
      <${Question} number=${2} legend="practise-rate" words="practise-rate" options=${RATES} value=${rate} choose=${setRate} />
      ${secret}
      <div class="stack door-end">
        ${fault && html`<p class="field-fault" role="alert">${fault}</p>`}
        <button class="button solid you main wide" aria-busy=${busy} data-pending=${busy ? "" : null}>${say("practise-go")}</button>
      </div>
    </form></${Shell}>`;
}
