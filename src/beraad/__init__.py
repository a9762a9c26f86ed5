"""Beraad guides a family network meeting and prints each attendee's own copy of the safety plan."""
