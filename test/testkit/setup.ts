// type-graphql and TypeORM both need the metadata store before the first decorated class is loaded.
import "reflect-metadata";
