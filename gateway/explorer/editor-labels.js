// GraphiQL's editors have no name for who does not see where they are; they get one as soon as they are there.
import { words } from "./bilingual.js";

const EDITORS = [
  [".graphiql-query-editor", words("操作", "Operation")],
  ['[aria-label="Variables"]', words("变量", "Variables")],
  ['[aria-label="Headers"]', words("请求头", "Headers")],
  [".result-window", words("结果", "Result")],
];

export function labelEditors(element) {
  const label = () => {
    for (const [editor, name] of EDITORS) {
      for (const field of element.querySelectorAll(`${editor} textarea:not([aria-label])`)) {
        field.setAttribute("aria-label", name);
      }
    }
  };
  new MutationObserver(label).observe(element, { childList: true, subtree: true });
}
