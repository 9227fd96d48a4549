import { errors, Pool } from "undici";
import { reasonToGiveUp } from "./errand.ts";
import type { Exchange, HttpAnswer, Message } from "./exchange.ts";
import { NoAnswer } from "./no-answer.ts";
import { Sweep } from "./sweep.ts";

interface UnderWay {
  readonly message: Message;
  readonly control: AbortController;
}

/**
 * For subgraphs behind TLS, which are across a network and may have a proxy of somebody else's before them: a client
 * that copes with everything HTTP allows, at several times the cost. Redirects are not followed.
 */
export class UndiciExchange implements Exchange {
  readonly #pool: Pool;
  readonly #underWay = new Set<UnderWay>();
  readonly #sweep = new Sweep((now) => this.#lookAfter(now));

  constructor(url: string, maximumAnswerBytes: number) {
    this.#pool = new Pool(url, { connections: 16, maxResponseSize: maximumAnswerBytes });
  }

  async send(message: Message): Promise<HttpAnswer> {
    const each: UnderWay = { message, control: new AbortController() };
    this.#underWay.add(each);
    this.#sweep.start();
    let begun = false;
    try {
      const { statusCode, body } = await this.#pool.request({
        path: message.path,
        method: "POST",
        headers: ["content-type", "application/json", ...message.headers],
        body: message.body,
        signal: each.control.signal,
      });
      begun = true;
      return { status: statusCode, text: await body.text() };
    } catch (cause) {
      throw cause instanceof NoAnswer ? cause : noAnswer(cause as Error, begun);
    } finally {
      this.#underWay.delete(each);
    }
  }

  async close(): Promise<void> {
    this.#sweep.stop();
    await this.#pool.destroy();
  }

  #lookAfter(now: number): boolean {
    for (const { message, control } of this.#underWay) {
      const reason = reasonToGiveUp(message, now);
      if (reason) control.abort(reason);
    }
    return this.#underWay.size > 0;
  }
}

function noAnswer(cause: Error, begun: boolean): NoAnswer {
  if (cause instanceof errors.ResponseExceededMaxSizeError) {
    return new NoAnswer("TOO_LARGE", "an answer larger than allowed", { cause });
  }
  if (cause instanceof errors.HTTPParserError) return new NoAnswer("MALFORMED", "no HTTP", { cause });
  if (begun) return new NoAnswer("CUT_SHORT", "the connection ended in the middle of the answer", { cause });
  const reset = cause instanceof errors.SocketError || (cause as { code?: unknown }).code === "ECONNRESET";
  return reset
    ? new NoAnswer("CUT_OFF", "the connection ended before the answer", { cause })
    : new NoAnswer("REFUSED", "no connection", { cause });
}
