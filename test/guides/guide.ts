/** One fenced block of a guide that is followed, with what the guide says it answers. */
export interface Step {
  readonly line: number;
  readonly commands: string;
  /** `…` stands for whatever is there; absent where the guide shows no answer. */
  readonly answer: string | undefined;
}

const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** The steps of a guide in order: each `sh` block, and the `json` or `text` block that follows it. */
export function stepsOf(guide: string): Step[] {
  const steps: { line: number; commands: string; answer: string | undefined }[] = [];
  let last: { commands: string; answer: string | undefined } | undefined;
  for (const { 1: language, 2: text = "", index } of guide.matchAll(fence)) {
    if (language === "sh") {
      const step = { line: guide.slice(0, index).split("\n").length, commands: text, answer: undefined };
      steps.push(step);
      last = step;
    } else if ((language === "json" || language === "text") && last) {
      last.answer = text;
      last = undefined;
    }
  }
  return steps;
}

/** Whether what was answered is what the guide shows, spaces and what stands for anything aside. */
export function isAnswer(shown: string, answered: string): boolean {
  const parts = shown
    .split("…")
    .map((part) => part.replace(/\s+/g, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*?")}$`).test(answered.replace(/\s+/g, ""));
}
