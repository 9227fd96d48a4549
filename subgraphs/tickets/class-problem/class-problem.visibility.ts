import type { SelectQueryBuilder } from "typeorm";
import type { Principal } from "../../shared/principal.ts";
import { communityPosts, placeInSight } from "../place-in-sight.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";

/**
 * Restricts a query whose alias is `problem`: who may see one of its tickets may see the problem, and who has a task of it
 * in their place.
 */
export function problemsInSight<Row extends object>(
  query: SelectQueryBuilder<Row>,
  principal: Principal | null,
): SelectQueryBuilder<Row> {
  const tickets = visibleTo(
    query
      .subQuery()
      .select("1")
      .from(Ticket, "ticket")
      .where("ticket.districtCode = problem.districtCode")
      .andWhere("ticket.classProblemNumber = problem.number"),
    principal,
  );
  const place = principal && communityPosts.includes(principal.post) && placeInSight(principal);
  const hasTask = place
    ? `OR EXISTS (
        SELECT FROM grid_task given
        WHERE (given.district_code, given.class_problem_number) = (problem.districtCode, problem.number)
          AND given.grid_code >= :taskPlace AND given.grid_code < :taskPlaceEnd)`
    : "";
  return query.andWhere(`(EXISTS ${tickets.getQuery()} ${hasTask})`).setParameters({
    ...tickets.getParameters(),
    ...(place && { taskPlace: place, taskPlaceEnd: `${place}:` }),
  });
}
