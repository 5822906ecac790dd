// How a place in a ranking is counted, everywhere: who is tied shares a place, and the next one is as many below as stand
// above it (1, 1, 3).

/**
 * @template T
 * @param {readonly (readonly T[])[]} places  best first, those that are tied together
 * @returns {Map<T, number>}  in that order, the place of each
 */
export function numbersOf(places) {
  const numbers = /** @type {Map<T, number>} */ (new Map());
  for (const tied of places) {
    const place = numbers.size + 1;
    for (const one of tied) numbers.set(one, place);
  }
  return numbers;
}
