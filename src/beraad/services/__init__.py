"""Services: one method per thing a user can do, one transaction each; they return views."""
