"""What a user can do: one method per wish, one transaction each; they return views."""
