"""Steps from one version of the database to the next; none of them imports a model."""
