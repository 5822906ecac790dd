// The browser's own voice, for who would rather hear than read. Nothing is sent anywhere for it.

export const canSpeak = "speechSynthesis" in window;

/** @param {string} text */
export function speak(text) {
  hush();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = document.documentElement.lang;
  speechSynthesis.speak(words);
}

export function hush() {
  if (canSpeak) speechSynthesis.cancel();
}
