type Plain<Value> = Value extends string ? `${Value}` : Value;

/** A table's row as plain data, column by column: enums by their names, no class, no decorator. */
export type PlainRow<Entity> = { readonly [Column in keyof Entity]: Plain<Entity[Column]> };

/** A row while its life is told. */
export type Growing<Row> = { -readonly [Column in keyof Row]: Row[Column] };
