"""The steps that bring a gradebook's tables from one version to the next."""
