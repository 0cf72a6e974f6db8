import type { ReactiveController, ReactiveControllerHost } from 'lit';

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/**
 * Lets files be dropped anywhere on the window. What was dropped goes from the preload script to main; the page learns only
 * that something is held over it.
 */
export class DropController implements ReactiveController {
  /** Files are held over the window. */
  over = false;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('dragover', this.onOver);
    window.addEventListener('dragleave', this.onLeave);
    window.addEventListener('drop', this.onDrop);
  }

  hostDisconnected(): void {
    window.removeEventListener('dragover', this.onOver);
    window.removeEventListener('dragleave', this.onLeave);
    window.removeEventListener('drop', this.onDrop);
  }

  private readonly onOver = (event: DragEvent): void => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    this.become(true);
  };

  private readonly onLeave = (event: DragEvent): void => {
    // Leaving an element for another one has a goal, leaving the window has none.
    if (event.relatedTarget === null) this.become(false);
  };

  private readonly onDrop = (event: DragEvent): void => {
    if (bringsFiles(event)) event.preventDefault();
    this.become(false);
  };

  private become(over: boolean): void {
    if (over === this.over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}
