/** What may rise: its tickets are found by its number. */
export type Rising = "hotClass" | "classProblem";

const members: Readonly<Record<Rising, (number: string) => string>> = {
  hotClass: (number) => `SELECT placed.ticket_number FROM hot_class_ticket placed
    WHERE placed.district_code = left(${number}, 6) AND placed.hot_class_number = ${number}`,
  classProblem: (number) => `SELECT member.number FROM ticket member
    WHERE member.district_code = left(${number}, 6) AND member.class_problem_number = ${number}`,
};

/** The numbers of the tickets it is made of, as a query. `number` is SQL that gives its own. */
export const membersOf = (rising: Rising, number: string): string => members[rising](number);

/** A ticket is one that it is made of, or went into one of them: in these its demanders asked. */
export const askedIn = (rising: Rising, number: string): string => {
  const own = `ARRAY(${membersOf(rising, number)})`;
  return `ticket.districtCode = left(${number}, 6)
    AND (ticket.number = ANY (${own}) OR ticket.mergedIntoNumber = ANY (${own}))`;
};
