/** How long a hidden window, which paints nothing, is waited for, in milliseconds. */
const longest = 250;

/** Resolves once the browser has painted what is in the document now. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, longest);
    window.requestAnimationFrame(() => {
      // The frame is painted after its callbacks; a task comes after that.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        window.clearTimeout(timer);
        resolve();
      };
      port2.postMessage(null);
    });
  });
}
