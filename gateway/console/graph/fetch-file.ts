import type { GraphQLFormattedError } from "graphql";
import type { Session } from "../session/session-state.ts";
import { noAnswer, type Refusal, refusalOf } from "./refusal.ts";

export type FetchedFile =
  | { readonly file: Blob; readonly refusals?: undefined }
  | { readonly file?: undefined; readonly refusals: readonly Refusal[] };

/**
 * A file whose address the graph has told, fetched in the reader's own name: an element of the page could not say who
 * asks. Refused as the graph refuses, and put on record by it; waits, as every request does, for who must sign in again.
 */
export async function fetchFile(
  session: Session,
  address: string,
  { headers, signal }: { headers: Readonly<Record<string, string>>; signal: AbortSignal },
): Promise<FetchedFile> {
  const ask = (): Promise<Response> =>
    fetch(address, { headers: { ...headers, authorization: `Bearer ${session.token()}` }, signal });
  try {
    await session.untilSigned();
    let response = await ask();
    if (response.status === 401) {
      await session.replaceToken();
      response = await ask();
    }
    if (response.ok) return { file: await response.blob() };
    const { errors } = (await response.json()) as { errors: readonly GraphQLFormattedError[] };
    return { refusals: errors.map(refusalOf) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { refusals: [noAnswer] };
  }
}
