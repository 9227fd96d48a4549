import { useEffect } from "react";

export interface PrintedMargins {
  readonly head: string;
  readonly foot: string;
  /** Page of pages, around the two numbers. */
  readonly page: readonly [before: string, between: string, after: string];
}

/** On every sheet of paper what it belongs to and which of how many it is, where the browser knows margin boxes. */
export function usePrintedMargins({ head, foot, page: [before, between, after] }: PrintedMargins): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      font: 8pt ${getComputedStyle(document.body).fontFamily};
      @top-left { content: ${quoted(head)}; }
      @bottom-left { content: ${quoted(foot)}; }
      @bottom-right { content: ${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}; }
    }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [head, foot, before, between, after]);
}

/** As CSS writes a string: whatever else a name may hold ends neither it nor the rule. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n]/g, (each) => `\\${each.codePointAt(0)?.toString(16)} `)}"`;
