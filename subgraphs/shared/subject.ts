import { Directive, FieldResolver, ID } from "type-graphql";
import { Inaccessible, subjectTag } from "./schema-directives.ts";

/**
 * On a field that says whom a row is about (所涉个人): a `Resident.id`, a `personSubject`, or what leads to one. Whoever reads
 * anything of the row that is not public has it read along, for the record of that access alone.
 */
export const Subject = () => Directive(`@tag(name: "${subjectTag}")`);

/** The same where the contract has no such field: one for the gateway alone, resolved to `subjectsOf` what the row knows. */
export const Subjects =
  (): MethodDecorator =>
  (target, property, descriptor): void => {
    const description =
      "Whom the row is about, for the record of who read it; no client is shown it (所涉个人)";
    FieldResolver(() => [ID], { description })(target, property, descriptor);
    Subject()(target, property as string);
    Inaccessible()(target, property as string);
  };

/** How access records name somebody who is known by their token alone, beside residents by their `Resident.id`. */
export const personSubject = (id: string): string => `person:${id}`;

interface Known {
  readonly resident?: string | null | undefined;
  /** Subject of the person's token. */
  readonly person?: string | null | undefined;
}

export const subjectsOf = ({ resident, person }: Known): string[] => [
  ...(resident ? [resident] : []),
  ...(person ? [personSubject(person)] : []),
];
