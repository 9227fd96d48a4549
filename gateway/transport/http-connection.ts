import { connect, type Socket } from "node:net";
import { type Address, hostOf } from "./address.ts";
import { AnswerReader, type ReadAnswer } from "./answer-reader.ts";
import type { Errand } from "./errand.ts";
import { NoAnswer } from "./no-answer.ts";

export interface HttpConnectionSettings {
  readonly address: Address;
  readonly maximumAnswerBytes: number;
  /** Told when the last answer waited for has come. */
  readonly onIdle: (connection: HttpConnection) => void;
  readonly onClosed: (connection: HttpConnection) => void;
}

/** One HTTP/1.1 connection, kept alive; the answers to several messages come in the order in which they were sent. */
export class HttpConnection {
  readonly #settings: HttpConnectionSettings;
  readonly #host: string;
  readonly #socket: Socket;
  readonly #reader: AnswerReader;
  /** In the order of their answers; a gap is left where the answer is not wanted any more. */
  #waiting: (Errand | undefined)[] = [];
  #toWrite = "";
  /** Whether each of its characters is one byte: then it need not be encoded. */
  #plain = true;
  #connected = false;
  #closed = false;
  #idleSince = performance.now();
  #silentRounds = 0;
  #answers = 0;
  #answersBefore = 0;

  constructor(settings: HttpConnectionSettings) {
    this.#settings = settings;
    this.#host = hostOf(settings.address);
    this.#reader = new AnswerReader(settings.maximumAnswerBytes, (answer) => this.#answered(answer));
    // Read into one buffer again and again: Node would make, and leave to the collector, 64 kB for whatever arrives.
    const buffer = Buffer.allocUnsafe(64 * 1024);
    const callback = (length: number): boolean => {
      this.#read(buffer.subarray(0, length));
      return true;
    };
    this.#socket = connect({ ...settings.address, noDelay: true, onread: { buffer, callback } })
      .on("connect", () => {
        this.#connected = true;
      })
      .on("end", () => this.close())
      .on("error", (cause) => this.close(cause))
      .on("close", () => this.close());
  }

  /** How many answers are to come. */
  get load(): number {
    return this.#waiting.length;
  }

  /** How long it has been idle, in milliseconds. */
  idleFor(now: number): number {
    return this.load === 0 ? now - this.#idleSince : 0;
  }

  /**
   * For how many rounds answers have been waited for and none has come. Rounds and not milliseconds: in each of them
   * whatever had arrived was read, so that being busy ourselves is not taken for the subgraph's silence.
   */
  get silentRounds(): number {
    return this.#silentRounds;
  }

  /** How many answers came in the round before. */
  get flow(): number {
    return this.#answersBefore;
  }

  send(errand: Errand): void {
    this.#waiting.push(errand);
    // What one turn of the event loop sends goes out in one piece.
    if (this.#toWrite === "") setImmediate(flush, this);
    const { path, headers, body } = errand.message;
    const length = Buffer.byteLength(body);
    this.#plain &&= length === body.length;
    let head = `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\n`;
    for (let name = 0; name < headers.length; name += 2) head += `${headers[name]}: ${headers[name + 1]}\r\n`;
    this.#toWrite += `${head}content-length: ${length}\r\n\r\n${body}`;
  }

  flush(): void {
    const text = this.#toWrite;
    const encoding = this.#plain ? "latin1" : "utf8";
    this.#toWrite = "";
    this.#plain = true;
    if (!this.#closed) this.#socket.write(text, encoding);
  }

  /**
   * Ends a round: gives up what is out of time and what nobody waits for, and itself when it holds nothing else.
   * Whether any answer has come in this round.
   */
  sweep(now: number): boolean {
    this.#answersBefore = this.#answers;
    this.#answers = 0;
    if (this.#waiting.length > 0) this.#silentRounds += 1;
    const [first] = this.#waiting;
    let wanted = 0;
    this.#waiting.forEach((errand, place) => {
      if (errand?.giveUp(now)) this.#waiting[place] = undefined;
      else if (errand) wanted += 1;
    });
    // Behind an answer that is overdue none will come any sooner.
    const overdue = first !== undefined && now >= first.message.deadline;
    if (overdue || (wanted === 0 && this.#waiting.length > 0)) this.close();
    return this.#answersBefore > 0;
  }

  /** Takes back what stands behind an answer that does not come, to be sent over another connection. */
  *takeHeldUp(): Generator<Errand> {
    for (let place = 1; place < this.#waiting.length; place++) {
      const errand = this.#waiting[place];
      if (!errand || errand.moved) continue;
      this.#waiting[place] = undefined;
      errand.moved = true;
      yield errand;
    }
  }

  close(cause?: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.destroy();
    this.#settings.onClosed(this);
    const unanswered = this.#waiting;
    this.#waiting = [];
    const midway = this.#reader.midway;
    unanswered.forEach((errand, place) => {
      errand?.fail(midway && place === 0 ? cutShort(cause) : this.#cutOff(cause));
    });
  }

  #cutOff(cause?: Error): NoAnswer {
    return this.#connected
      ? new NoAnswer("CUT_OFF", "the connection ended before the answer", { cause })
      : new NoAnswer("REFUSED", "no connection", { cause });
  }

  #read(bytes: Buffer): void {
    if (this.#closed) return;
    try {
      this.#reader.read(bytes);
    } catch (error) {
      this.#waiting.shift()?.fail(error as NoAnswer);
      this.close();
    }
  }

  #answered(answer: ReadAnswer): void {
    if (this.#closed) return;
    const isAsked = this.#waiting.length > 0;
    this.#silentRounds = 0;
    this.#answers += 1;
    this.#waiting.shift()?.answer(answer);
    // After an answer to nothing we asked, which question the next one belongs to cannot be told any more.
    if (answer.last || !isAsked) this.close();
    else if (this.#waiting.length === 0) {
      this.#idleSince = performance.now();
      this.#settings.onIdle(this);
    }
  }
}

const flush = (connection: HttpConnection): void => connection.flush();

const cutShort = (cause?: Error): NoAnswer =>
  new NoAnswer("CUT_SHORT", "the connection ended in the middle of the answer", { cause });
