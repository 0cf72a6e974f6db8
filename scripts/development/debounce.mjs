/**
 * Calls `action` once, when it has not been asked for during `milliseconds`: one save may finish several builds.
 * @param {() => void} action
 * @param {number} milliseconds
 * @returns {() => void}
 */
export function debounce(action, milliseconds) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}
