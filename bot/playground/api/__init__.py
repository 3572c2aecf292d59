"""The Web API of the playground: one file per family of methods, one table of them all."""
