// The browser's own voice, for who would rather hear than read. Nothing is sent anywhere for it.
import { signal } from "../html.js";

export const canSpeak = "speechSynthesis" in window;

/** What is being read; empty: nothing. It may be stopped at any time. */
export const beingRead = signal("");

/** It was stopped, by its person or because something else is read: that is no fault. */
const STOPPED = ["canceled", "interrupted"];

/** @param {string} text @param {() => void} failed  what to do where this browser has no voice */
export function speak(text, failed) {
  hush();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = document.documentElement.lang;
  const over = () => {
    if (beingRead.value === text) beingRead.value = "";
  };
  words.onend = over;
  words.onerror = ({ error }) => {
    over();
    if (!STOPPED.includes(error)) failed();
  };
  beingRead.value = text;
  speechSynthesis.speak(words);
}

export function hush() {
  beingRead.value = "";
  if (canSpeak) speechSynthesis.cancel();
}
