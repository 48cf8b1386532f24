"""Images and documents: the project's own models, and the renditions that readers get."""
