// Common ground: what all can live with, what divides, what one group sees.
import { html } from "../html.js";
import { CommonGround } from "../components/common_ground.js";
import { lastRound } from "../ideas_state.js";
import { say } from "../words.js";

/** @type {import("./path").Step} */
export const bridgeStep = {
  name: "bridge",
  line: () => {
    const round = lastRound.value;
    return round ? say("ground-count", { n: Object.values(round.ideas).filter((one) => one.ground === "all").length }) : say("ground-not-yet");
  },
  isNow: () => false,
  Panel: BridgePanel,
};

function BridgePanel() {
  const round = lastRound.value;
  if (!round) return html`<p class="soft">${say("ground-after-scores")}</p>`;
  return html`<p class="soft">${say("ground-means")}</p><${CommonGround} round=${round} />`;
}
