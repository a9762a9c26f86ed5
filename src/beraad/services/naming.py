"""Names of people as the plan uses them, for pages that show and change them."""

from beraad.models.names import called_alike, told_apart

__all__ = ["called_alike", "told_apart"]
