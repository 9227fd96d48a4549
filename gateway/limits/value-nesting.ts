import { tooLarge } from "./too-large.ts";

const maximumNesting = 64;

/** A shorter text cannot nest deep enough to exhaust the stack of whatever descends into it. */
const harmlessLength = 2_000;

/** Refuses JSON whose lists and objects are nested too deep to be judged one within another, before it is parsed. */
export function refuseOverNested(json: string): void {
  if (json.length <= harmlessLength) return;
  let open = 0;
  let inText = false;
  for (let index = 0; index < json.length; index++) {
    switch (json[index]) {
      case "\\":
        index += 1;
        break;
      case '"':
        inText = !inText;
        break;
      case "{":
      case "[":
        if (!inText) open += 1;
        if (open > maximumNesting) throw tooLarge("valueNesting", maximumNesting);
        break;
      case "}":
      case "]":
        if (!inText) open -= 1;
    }
  }
}
