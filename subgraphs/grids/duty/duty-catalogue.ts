import type { Duty } from "./duty.ts";
import type { DutyClass } from "./duty-class.ts";

/** The class names that are published. */
const named: readonly (readonly [nameZh: string, name: string])[] = [
  ["信息采集维护", "Collecting and keeping information"],
  ["社区治安巡防", "Neighbourhood patrol"],
  ["安全隐患排查", "Looking for safety hazards"],
  ["为民代办服务", "Running errands for residents"],
];

/**
 * Nine classes with seventy duties (9大类70项, ZY-5): seven of eight duties and two of seven. How the seventy are
 * spread, five class names and every duty's wording are not published, and marked as placeholders.
 */
export const dutyClasses: readonly DutyClass[] = Array.from({ length: 9 }, (_, index) => {
  const [nameZh, name] = named[index] ?? [`（占位）第${index + 1}类职责`, `(placeholder) class ${index + 1}`];
  return { code: `0${index + 1}`, nameZh, name, placeholder: index >= named.length };
});

export const duties: readonly Duty[] = dutyClasses.flatMap(({ code: classCode }, index) =>
  Array.from({ length: index < 7 ? 8 : 7 }, (_, item) => ({
    code: `${classCode}0${item + 1}`,
    classCode,
    nameZh: `（占位）第${index + 1}类第${item + 1}项职责`,
    name: `(placeholder) duty ${item + 1} of class ${index + 1}`,
    placeholder: true,
  })),
);
