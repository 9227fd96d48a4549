import { useCallback, useEffect, useRef, useState } from "react";
import { fetchFile } from "../../../graph/fetch-file.ts";
import type { Refusal } from "../../../graph/refusal.ts";
import { useSession } from "../../../session/session.tsx";
import { useGrounds } from "../grounds/grounds.tsx";

/** A photo or recording as far as this page has it: under way, here, or refused. */
export interface OpenedFile {
  /** Its address within this page, good as long as the page shows it. */
  readonly source?: string;
  readonly refusals?: readonly Refusal[];
}

export interface OpenedFiles {
  readonly of: (address: string | null) => OpenedFile | undefined;
  /** Fetches a file that was not asked for yet. Each fetch goes on record as a look of the reader's. */
  readonly open: (address: string | null) => void;
  /** Fetches one anew that did not come. */
  readonly again: (address: string | null) => void;
}

/** What is open of some photos and recordings, each fetched once, on the grounds stated when it was. */
export function useFiles(): OpenedFiles {
  const { session } = useSession();
  const { headers } = useGrounds().context.fetchOptions;
  const [files, setFiles] = useState<Readonly<Record<string, OpenedFile>>>({});
  const asked = useRef(new Map<string, AbortController>());
  const sources = useRef<string[]>([]);

  const again = useCallback(
    (address: string | null) => {
      if (!address) return;
      asked.current.get(address)?.abort();
      const asking = new AbortController();
      asked.current.set(address, asking);
      const tell = (file: OpenedFile) => setFiles((before) => ({ ...before, [address]: file }));
      tell({});
      fetchFile(session, address, { headers, signal: asking.signal }).then(
        ({ file, refusals }) => {
          if (asking.signal.aborted) return;
          if (refusals) return tell({ refusals });
          const source = URL.createObjectURL(file);
          sources.current.push(source);
          tell({ source });
        },
        () => undefined, // nobody waits for it any more
      );
    },
    [session, headers],
  );
  const open = useCallback(
    (address: string | null) => {
      if (address && !asked.current.has(address)) again(address);
    },
    [again],
  );
  useEffect(
    () => () => {
      for (const asking of asked.current.values()) asking.abort();
      asked.current.clear();
      for (const source of sources.current) URL.revokeObjectURL(source);
      sources.current = [];
    },
    [],
  );
  return { of: (address) => (address === null ? undefined : files[address]), open, again };
}
