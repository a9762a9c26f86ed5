"""Agreeing and signing: the plan read, agreed and answered."""
