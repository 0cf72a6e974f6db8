import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Bridge, ImportOffer } from '../../main/bridge/bridge.ts';
import { DropController } from './drop-controller.ts';

/** What a person dropped or chose and has not decided on yet. */
export class ImportOfferController implements ReactiveController {
  offer: ImportOffer | null = null;
  /** Files are held over the window, and may be dropped anywhere. */
  readonly drop: DropController;
  private stop: () => void = () => undefined;

  private readonly host: ReactiveControllerHost;
  private readonly bridge: Bridge;

  constructor(host: ReactiveControllerHost, bridge: Bridge) {
    this.host = host;
    this.bridge = bridge;
    this.drop = new DropController(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = this.bridge.onImportOffer((offer) => {
      // An older one may go while a newer one lies there.
      if (offer.state === 'gone' && offer.token !== this.offer?.token) return;
      this.show(offer.state === 'gone' ? null : offer);
    });
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Imports it into a collection, null for that of each folder. */
  begin(collection: string | null): void {
    if (this.offer === null) return;
    this.bridge.beginImport(this.offer.token, collection);
    this.show(null);
  }

  forget(): void {
    if (this.offer === null) return;
    this.bridge.forgetImport(this.offer.token);
    this.show(null);
  }

  private show(offer: ImportOffer | null): void {
    this.offer = offer;
    this.host.requestUpdate();
  }
}
