import { connect, type Socket } from "node:net";

/** How a WebSocket is opened; a fixed key, because nobody is to be convinced of anything. */
const upgrade = (host: string): string =>
  `GET /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: d2hpc3RsZWdyYXBoIGxvYQ==\r\n" +
  "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";

const text = 0x1;
const close = 0x8;
const ping = 0x9;
const pong = 0xa;

export interface LeanSocketSettings {
  readonly port: number;
  readonly onOpen: () => void;
  readonly onMessage: (message: string) => void;
  readonly onClose: () => void;
}

/**
 * A WebSocket client that can do what the load needs and no more: whole text messages, pings answered. Ten thousand
 * clients are ten thousand machines elsewhere; here they share two cores with the server that is measured.
 */
export class LeanSocket {
  readonly #settings: LeanSocketSettings;
  readonly #socket: Socket;
  #isOpen = false;
  /** What came of a frame that is not whole yet. */
  #pending: Buffer | undefined;

  constructor(settings: LeanSocketSettings) {
    this.#settings = settings;
    const socket = connect({ port: settings.port, host: "127.0.0.1", noDelay: true });
    this.#socket = socket;
    socket.once("connect", () => socket.write(upgrade(`127.0.0.1:${settings.port}`)));
    socket.on("data", (data) => this.#take(this.#pending ? Buffer.concat([this.#pending, data]) : data));
    socket.on("error", () => undefined);
    socket.once("close", settings.onClose);
  }

  send(message: string): void {
    this.#write(text, Buffer.from(message));
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(data: Buffer): void {
    let from = 0;
    if (!this.#isOpen) {
      const end = data.indexOf("\r\n\r\n");
      const isWelcome = data.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101"));
      if (end >= 0 && !isWelcome) this.close();
      if (end >= 0 && isWelcome) {
        from = end + 4;
        this.#isOpen = true;
        this.#settings.onOpen();
      }
    }
    while (this.#isOpen) {
      const frame = frameAt(data, from);
      if (!frame) break;
      from = frame.end;
      const payload = data.subarray(frame.start, frame.end);
      if (frame.kind === text) this.#settings.onMessage(payload.toString());
      else if (frame.kind === ping) this.#write(pong, payload);
      else if (frame.kind === close) this.close();
    }
    this.#pending = from < data.length ? data.subarray(from) : undefined;
  }

  /** Clients must mask what they send; under a mask of zeros it stays as it is. */
  #write(kind: number, payload: Buffer): void {
    const { length } = payload;
    const head = length < 126 ? [length | 0x80] : [126 | 0x80, length >> 8, length & 0xff];
    this.#socket.write(Buffer.concat([Buffer.from([kind | 0x80, ...head, 0, 0, 0, 0]), payload]));
  }
}

/** The frame that begins there, once it is whole; servers send none larger than 64 kB here. */
function frameAt(data: Buffer, from: number) {
  if (data.length < from + 2) return undefined;
  const kind = (data[from] ?? 0) & 0xf;
  const short = data[from + 1] ?? 0;
  if (short > 126) throw new Error("a frame larger than anything we asked for");
  if (short === 126 && data.length < from + 4) return undefined;
  const start = from + (short === 126 ? 4 : 2);
  const end = start + (short === 126 ? data.readUInt16BE(from + 2) : short);
  return data.length < end ? undefined : { kind, start, end };
}
