// Why one asks: the basis and the case that data of other departments is opened for. Stated with every request.
import { words } from "./bilingual.js";

/** By the field's id, the header in which it is stated. */
const HEADERS = { basis: "whistlegraph-basis", case: "whistlegraph-case" };

const fields = Object.keys(HEADERS).map((id) => document.getElementById(id));

// They go when the browser tab does: a case's number is nobody else's business.
for (const field of fields) {
  field.title = words(field.dataset.hintZh, field.dataset.hintEn);
  field.value = sessionStorage.getItem(`whistlegraph:${field.id}`) ?? "";
  field.addEventListener("input", () =>
    sessionStorage.setItem(`whistlegraph:${field.id}`, field.value.trim()),
  );
}

/** Headers of what is stated; throws where that cannot be a code or number, which the gateway would refuse too. */
export function groundsHeaders() {
  const headers = {};
  for (const field of fields) {
    if (!field.checkValidity()) {
      throw new Error(
        words(
          `${field.dataset.zh}“${field.value}”不是编码或编号`,
          `the ${field.id} "${field.value}" is no code or number`,
        ),
      );
    }
    const stated = field.value.trim();
    if (stated) headers[HEADERS[field.id]] = stated;
  }
  return headers;
}
