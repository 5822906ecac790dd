// A press belongs to what it began on. While a button is held down, others go on: a line comes in above it and moves it
// from under the pointer, or the words that were pressed are drawn anew. Browsers then click on what lies around both, or
// on nothing, and the press is lost.

const PRESSABLE = "button, a[href], label, summary, input[type=checkbox], input[type=radio]";
/** Whoever moves further away means to let go of it. */
const NEAR_PX = 10;

export function holdPresses() {
  /** What is held down, and since where. @type {{ on: HTMLElement, x: number, y: number } | null} */
  let held = null;

  /** @param {MouseEvent} event */
  const nearby = ({ clientX, clientY }) => held !== null && Math.abs(clientX - held.x) <= NEAR_PX && Math.abs(clientY - held.y) <= NEAR_PX;

  document.addEventListener("pointerdown", (event) => {
    // With a key held down a press means something else, as another tab or a menu; what is disabled is not pressed.
    const plain = event.isPrimary && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const on = plain ? /** @type {Element} */ (event.target).closest(PRESSABLE) : null;
    held = on instanceof HTMLElement && !on.matches(":disabled") ? { on, x: event.clientX, y: event.clientY } : null;
  }, true);

  for (const other of ["pointercancel", "contextmenu"]) document.addEventListener(other, () => (held = null), true);

  document.addEventListener("click", (event) => {
    // A key's click, and one that a program makes, has no place.
    if (!held || event.detail === 0) return;
    const { on } = held;
    const lost = nearby(event) && on.isConnected && !on.contains(/** @type {Node} */ (event.target));
    held = null;
    if (!lost) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    on.click();
  }, true);

  document.addEventListener("mouseup", (event) => {
    const { on } = held ?? {};
    if (!on || event.button !== 0 || !nearby(event)) return;
    // The browser's own click comes before this; a finger's comes with its mouseup.
    setTimeout(() => {
      if (held?.on !== on) return;
      held = null;
      if (on.isConnected) on.click();
    });
  }, true);
}
