// GraphiQL's panel "操作 Operations": the samples, and those the reader saved in this browser.
import { bilingual, hint, words } from "./bilingual.js";

const { createElement: h, Fragment, useEffect, useRef, useState, useSyncExternalStore } = window.React;
const { useEditorContext } = window.GraphiQL.React;

const SAVED = "whistlegraph:operations";
const onlookers = new Set();
let saved = read();

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(SAVED) ?? "[]");
    return Array.isArray(kept) ? kept.filter(({ name, query }) => name && query) : [];
  } catch {
    return [];
  }
}

/** Variables hold names and numbers of people: they are not written to the machine. */
function keep(operations) {
  saved = operations.map(({ name, query }) => ({ name, query }));
  localStorage.setItem(SAVED, JSON.stringify(saved));
  for (const look of onlookers) look();
}

const watch = (look) => {
  onlookers.add(look);
  return () => onlookers.delete(look);
};
// Another tab may save, too.
window.addEventListener("storage", ({ key }) => {
  if (key !== SAVED) return;
  saved = read();
  for (const look of onlookers) look();
});

export const savedOperations = (samples) => ({
  title: words("操作", "Operations"),
  icon: Icon,
  content: () => h(Panel, { samples }),
});

function Icon() {
  return h(
    "svg",
    { viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round" },
    h("path", { d: "M5 2.5h10v15l-5-4-5 4z", strokeLinejoin: "round" }),
  );
}

function Panel({ samples }) {
  const own = useSyncExternalStore(watch, () => saved);
  const open = useOpening();
  return h(
    "section",
    { className: "panel operations" },
    h("h2", null, ...bilingual(["操作", "Operations"])),
    h(Saving, { own }),
    own.length > 0
      ? h(List, { title: ["我保存的", "Saved by me"], operations: own, open, isOwn: true })
      : hint("尚未保存操作。", "Nothing saved yet."),
    h(List, { title: ["样例", "Samples"], operations: samples, open }),
  );
}

function Saving({ own }) {
  const { queryEditor } = useEditorContext({ nonNull: true });
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const save = (event) => {
    event.preventDefault();
    const [called, query] = [name.trim(), queryEditor?.getValue().trim() ?? ""];
    if (!called || !query)
      return setSaid(words("请填写名称，并先写好操作。", "Give a name, and write an operation first."));
    const others = own.filter((operation) => operation.name !== called);
    keep([...others, { name: called, query }]);
    setSaid(
      others.length < own.length
        ? words(`已更新“${called}”。`, `“${called}” replaced.`)
        : words(`已保存“${called}”。`, `“${called}” saved.`),
    );
    setName("");
  };
  return h(
    "form",
    { onSubmit: save },
    h(
      "label",
      null,
      h("span", null, ...bilingual(["保存当前操作，名称", "Save this operation as"])),
      h("input", {
        value: name,
        maxLength: 60,
        autoComplete: "off",
        onChange: ({ target }) => setName(target.value),
      }),
    ),
    h("button", { type: "submit" }, words("保存", "Save")),
    h("p", { role: "status", className: "said" }, said),
    hint(
      "只在此浏览器保存操作文本，不保存变量：姓名、证件号等请写在变量里。",
      "Only the operation's text is kept, in this browser, and no variables: put names and numbers of people there.",
    ),
  );
}

function List({ title, operations, open, isOwn = false }) {
  return h(
    Fragment,
    null,
    h("h3", null, ...bilingual(title)),
    h(
      "ul",
      null,
      operations.map((operation) =>
        h(
          "li",
          { key: operation.name },
          h("button", { type: "button", className: "open", onClick: () => open(operation) }, operation.name),
          isOwn &&
            h(
              "button",
              {
                type: "button",
                className: "delete",
                "aria-label": words(`删除 ${operation.name}`, `Delete ${operation.name}`),
                onClick: () => keep(saved.filter(({ name }) => name !== operation.name)),
              },
              words("删除", "Delete"),
            ),
        ),
      ),
    ),
  );
}

/** Opens an operation in a tab of its own: what is being written in the others stays. */
function useOpening() {
  const { addTab, tabs, queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const opening = useRef(undefined);
  const count = tabs.length;
  useEffect(() => {
    const operation = opening.current;
    if (!operation || operation.tabs === count) return;
    opening.current = undefined;
    queryEditor?.setValue(operation.query);
    variableEditor?.setValue(operation.variables ? JSON.stringify(operation.variables, null, 2) : "");
  }, [count, queryEditor, variableEditor]);
  return (operation) => {
    opening.current = { ...operation, tabs: count };
    addTab();
  };
}
