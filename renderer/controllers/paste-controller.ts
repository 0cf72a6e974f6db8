import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hears what is pasted where no text takes it, as long as its host is on the page. */
export class PasteController implements ReactiveController {
  private readonly pasted: (event: ClipboardEvent) => void;

  constructor(host: ReactiveControllerHost, pasted: (event: ClipboardEvent) => void) {
    this.pasted = pasted;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('paste', this.onPaste);
  }

  hostDisconnected(): void {
    window.removeEventListener('paste', this.onPaste);
  }

  private readonly onPaste = (event: ClipboardEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    this.pasted(event);
  };
}
