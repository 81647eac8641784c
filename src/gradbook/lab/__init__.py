"""The main job: the whole assignment in one run and one report."""
